from macros.pages import problem

URL = "problems/few-come.html"


def test_one_sentence_answers_first(opened):
    page = opened(problem, URL)
    assert page.select_one(".kb-answer").get_text() == "2 家讲了 1 条做法，共 2 处。1 处写明已经实施；没有一处归到“成效”。"
    assert {n["data-kb-tally"]: n.get_text() for n in page.select("[data-kb-tally]")} == {"done": "1", "planned": "1"}
    # The sentence says it; the tally need not.
    assert not page.select(".kb-tally__none")
    assert page.select_one(".kb-answer-bar__who").get_text() == "xx市政协〔编组〕、xx市政协〔联络〕"


def test_a_row_an_account_the_furthest_first(opened, cells):
    page = opened(problem, URL)
    assert [row["data-kb-account"] for row in page.select("[data-kb-rows] tbody tr")] == ["wei-yuan-bian-zu:lian-luo", "wei-yuan-bian-zu:bian-zu"]
    assert cells(page, "wei-yuan-bian-zu:lian-luo") == {
        "做法": "委员编组", "单位": "xx 市政协〔联络〕", "进展": "已实施 “目前已”", "怎么做": "—", "多久一次、数字": "每月活动一次", "出处": "第1段"}
    assert cells(page, "wei-yuan-bian-zu:bian-zu")["进展"] == "计划 “几点打算” · 全篇"


def test_it_says_its_topic_and_what_nobody_answers(opened):
    page = opened(problem, URL)
    assert [a["href"] for a in page.select(".kb-crumbs a")] == ["../problems/index.html", "../topics/member-duty.html"]
    listed, *_ = page.select(".kb-open > ul")
    assert [li.get_text() for li in listed.select("li")] == ["请假怎样算"]


def test_what_its_practices_leave_open_says_so_where_it_is_one_speech_that_does(opened):
    """The other speech may say it."""
    brief, whole = opened(problem, URL).select(".kb-pairs")
    assert [li.get_text(" ", strip=True) for li in brief.select("li")] == ["小组的数目 委员编组"]
    assert [li.get_text(" ", strip=True) for li in whole.select("li")] == ["小组的数目 委员编组", "实行后的效果 （ xx 市政协〔联络〕） 委员编组"]
    assert whole.parent.summary.get_text() == "逐条看全部 2 项"


def test_it_counts_which_aspects_are_told_and_claims_no_more(opened):
    page = opened(problem, URL)
    assert [row.get_text(" ", strip=True) for row in page.select(".kb-aspects tr")] == [
        "谁来做 1 处讲到 1 处没有归到", "怎么做 1 处讲到 1 处没有归到", "多久一次 1 处讲到 1 处没有归到",
        "靠什么保障 0 处讲到 2 处没有归到", "成效 0 处讲到 2 处没有归到"]
    assert "没有归到，不等于原文一字未提" in page.get_text()


def test_where_a_source_names_it_is_cited_in_full(opened):
    page = opened(problem, URL)
    assert [a.get_text() for a in page.select("#named ~ ul a")] == [
        "xx市政协〔编组〕 · 《委员编组》 · 第2段·一是", "xx市政协〔编组〕 · 《委员编组》 · 第1段"]


def test_the_words_of_progress_on_it_are_explained(opened, legend):
    assert legend(opened(problem, URL)) == {"已实施": "原文说已经做了", "计划": "原文说打算做，没有说已经动手"}
