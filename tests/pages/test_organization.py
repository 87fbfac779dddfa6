from macros.pages import organization


def test_masked_namesakes_are_told_apart_and_say_so(opened):
    page = opened(organization, "organizations/xx-shi-2.html")
    assert page.h1.get_text() == "xx市政协（第2篇）"
    assert page.select_one(".kb-lead").get_text() == "与另一个xx市是否同一个市，看不出来。"


def test_lists_its_speeches_and_practices_with_progress_and_place(opened):
    page = opened(organization, "organizations/xx-shi-2.html")
    row = page.select_one("[data-kb-id=wei-yuan-bian-zu] .kb-row__told").get_text(" ", strip=True)
    assert row == "已实施 第2篇 · 第1段"
