from macros.pages import organization


def test_masked_namesakes_are_told_apart_and_say_so(opened):
    page = opened(organization, "organizations/xx-shi-2.html")
    assert page.h1.get_text() == "xx市政协〔联络〕"
    assert page.select_one(".kb-lead").get_text() == "与另一个xx市是否同一个市，看不出来。"


def test_lists_its_speeches_and_practices_with_progress_and_place(opened):
    page = opened(organization, "organizations/xx-shi-2.html")
    row = page.select_one("[data-kb-id=wei-yuan-bian-zu]")
    assert [p.get_text(" ", strip=True) for p in row.select(".kb-row__told")] == ["已实施 依据：“目前已”（本段）", "《联络站》第1段"]
    assert [li.get_text(" ", strip=True) for li in page.select("#speeches + ul li")] == ["联络站里的小组 三篇发言汇编"]


def test_shows_what_this_body_says_and_never_what_all_of_them_add_up_to(opened):
    """The merged summary and the other body's points are no word of this one."""
    first, second = (opened(organization, f"organizations/xx-shi-{n}.html").select_one("[data-kb-id=wei-yuan-bian-zu]") for n in (1, 2))
    assert [li.get_text(" ", strip=True) for li in second.select("ul li")] == ["每月活动一次 每月， 1 次 原文“每月活动一次”"]
    assert "本篇叫法：三组制" in first.h3.get_text()
    assert "每名委员进一个小组 第2段·一是" in first.get_text(" ", strip=True)
    assert "临时支部： x 个临时支部 原文隐去 教育、经济" in first.get_text(" ", strip=True)
    for row in (first, second):
        assert "把委员编成小组" not in row.get_text()
    assert "每名委员" not in second.get_text()
    assert "每月活动" not in first.get_text()


def test_the_words_of_progress_on_it_are_explained(opened, legend):
    assert legend(opened(organization, "organizations/xx-shi-2.html")) == {"已实施": "原文说已经做了"}
    assert list(legend(opened(organization, "organizations/jia-xian.html"))) == ["试点", "不明"]
