from macros.pages import problem


def test_answers_are_grouped_by_type(opened):
    page = opened(problem, "problems/few-come.html")
    assert page.select_one("#practices small").get_text() == "1 条"
    assert page.select_one("#mechanism").get_text().startswith("制度机制")
    assert page.select_one("[data-kb-id=wei-yuan-bian-zu]")
