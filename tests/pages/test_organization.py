from macros.pages import organization


def test_masked_namesakes_are_told_apart_and_say_so(opened):
    page = opened(organization, "organizations/xx-shi-2.html")
    assert page.h1.get_text() == "xx市政协〔联络〕"
    assert page.select_one(".kb-lead + .kb-note").get_text() == "名称隐去。与另一个xx市是否同一个市，看不出来。"
    # Where there is nothing to say of the name, no line says it.
    assert not opened(organization, "organizations/jia-xian.html").select(".kb-lead + .kb-note")


def test_one_sentence_answers_first(opened):
    assert [opened(organization, f"organizations/{body}.html").select_one(".kb-answer").get_text() for body in ("xx-shi-1", "jia-xian")] == [
        "1 篇发言，讲了 1 条做法。进展是“计划”；没有归到“成效”。", "1 篇发言，讲了 2 条做法。没有一处写明已经实施。"]


def test_lists_its_speeches_and_practices_with_progress_and_place(opened, cells):
    page = opened(organization, "organizations/xx-shi-2.html")
    assert cells(page, "wei-yuan-bian-zu:lian-luo") == {
        "做法": "委员编组", "进展": "已实施 “目前已”", "多久一次、数字": "每月活动一次", "回答的问题": "委员来得少怎么办？", "出处": "第1段"}
    assert [li.get_text(" ", strip=True) for li in page.select("#speeches + ul li")] == ["联络站里的小组 三篇发言汇编"]


def test_shows_what_this_body_says_and_never_what_all_of_them_add_up_to(opened, cells):
    """The merged summary and the other body's account are no word of this one."""
    first, second = (opened(organization, f"organizations/xx-shi-{n}.html") for n in (1, 2))
    assert [row["data-kb-account"] for page in (first, second) for row in page.select("tbody tr")] == [
        "wei-yuan-bian-zu:bian-zu", "wei-yuan-bian-zu:lian-luo"]
    own = cells(first, "wei-yuan-bian-zu:bian-zu")
    assert own["做法"] == "委员编组 本篇叫法：三组制"
    assert own["怎么做"].startswith("每名委员进一个小组；")
    assert own["多久一次、数字"] == "每人每年参加活动： 至少参加一次 ； 临时支部： x 个临时支部 原文隐去 教育、经济"
    assert own["出处"] == "第2段·一是 第2段·二是"
    for page in (first, second):
        assert "把委员编成小组" not in page.select_one(".kb-rows-table").get_text()
    assert "每名委员" not in second.get_text()
    assert "每月活动" not in first.get_text()


def test_rows_stand_in_the_order_of_the_speech(opened):
    page = opened(organization, "organizations/jia-xian.html")
    assert [row["data-kb-account"] for row in page.select("tbody tr")] == ["gong-zuo-zhan:da-bu-fen", "pei-xun:da-bu-fen"]
    assert page.select_one("[data-kb-order-now]").get_text() == "按发言的先后排"


def test_the_words_of_progress_on_it_are_explained(opened, legend):
    assert legend(opened(organization, "organizations/xx-shi-2.html")) == {"已实施": "原文说已经做了"}
    assert list(legend(opened(organization, "organizations/jia-xian.html"))) == ["试点", "不明"]
