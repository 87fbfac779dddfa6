from macros.pages import problem

URL = "problems/few-come.html"


def test_answers_are_grouped_by_type(opened):
    page = opened(problem, URL)
    assert page.select_one("#practices small").get_text() == "1 条"
    assert page.select_one("#mechanism").get_text().startswith("制度机制")
    assert page.select_one("[data-kb-id=wei-yuan-bian-zu]")


def test_it_says_its_topic_and_what_nobody_answers(opened):
    page = opened(problem, URL)
    assert [a["href"] for a in page.select(".kb-crumbs a")] == ["../problems/index.html", "../topics/member-duty.html"]
    assert [li.get_text() for li in page.select(".kb-open li")] == ["请假怎样算"]


def test_where_a_source_names_it_is_cited_in_full(opened):
    page = opened(problem, URL)
    assert [a.get_text() for a in page.select("#named + ul a")] == [
        "xx市政协〔编组〕 · 《委员编组》 · 第2段·一是", "xx市政协〔编组〕 · 《委员编组》 · 第1段"]


def test_the_words_of_progress_on_it_are_explained(opened, legend):
    assert legend(opened(problem, URL)) == {"已实施": "原文说已经做了", "计划": "原文说打算做，没有说已经动手"}
