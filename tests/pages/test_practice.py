from macros.pages import practice

URL = "practices/wei-yuan-bian-zu.html"


def _table(page):
    """Rows of the account table: label → the text of each account's cell."""
    rows = {}
    for row in page.select(".kb-accounts tbody tr"):
        for hidden in row.select(".kb-who"):
            hidden.decompose()
        rows[row.th.get_text(strip=True)] = [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("td")]
    return rows


def test_summary_links_entries_by_title(opened):
    page = opened(practice, URL)
    lead = page.select_one(".kb-lead")
    assert lead.get_text() == "把委员编成小组，小组有“组长”——也叫工作站的召集人。"
    assert lead.a["href"] == "../practices/gong-zuo-zhan.html"


def test_accounts_stand_side_by_side_with_the_same_rows(opened):
    page = opened(practice, URL)
    assert [th.get_text() for th in page.select(".kb-accounts thead th a")] == ["xx市政协〔编组〕", "xx市政协〔联络〕"]
    rows = _table(page)
    assert list(rows) == ["进展", "谁来做", "怎么做", "多久一次", "成效", "要点", "数字", "出处"]
    assert rows["进展"] == ["计划 依据：“几点打算”（全篇）", "已实施 依据：“目前已”（本段）"]
    assert rows["多久一次"] == ["—", "每月活动一次 每月， 1 次 原文“每月活动一次”"]
    assert rows["数字"][1] == "—"


def test_a_silence_is_told_of_the_speech_and_aspect_that_an_editor_looked_at(opened):
    page = opened(practice, URL)
    assert _table(page)["成效"] == ["—", "原文未说明 实行后的效果"]
    assert page.get_text().count("原文未说明") == 1
    # Nobody asked there, so no row asks.
    assert "成效" not in _table(opened(practice, "practices/gong-zuo-zhan.html"))


def test_the_words_of_progress_on_it_are_explained(opened, legend):
    page = opened(practice, URL)
    assert legend(page) == {"已实施": "原文说已经做了", "计划": "原文说打算做，没有说已经动手"}
    assert page.select_one(".kb-accounts td .kb-progress__label")["title"] == "计划：原文说打算做，没有说已经动手"


def test_words_to_find_it_by_are_not_shown(opened):
    page = opened(practice, URL)
    assert page.select_one(".kb-aliases").get_text() == "又称：三组制、编组履职"
    assert "分组办法" not in str(page)


def test_corrections_stand_newest_first_and_who_reviewed_it(opened):
    page = opened(practice, URL)
    assert [li.get_text() for li in page.select(".kb-changes li")] == ["2026年11月27日：进展由推进中改为计划", "2026年11月25日：补上联络站里的小组"]
    assert "提案委办公室于2026年11月28日逐段核对" in page.select_one(".kb-address").get_text()
    untouched = opened(practice, "practices/pei-xun.html")
    assert not untouched.select(".kb-changes")
    assert "核对" not in untouched.select_one(".kb-address").get_text()


def test_it_leads_to_the_terms_that_it_uses(opened):
    page = opened(practice, URL)
    assert [(a["href"], a.parent.small.get_text()) for a in page.select("#terms + ul a")] == [("../glossary.html#t-san-zu", "原文没有解释")]


def test_a_masked_figure_is_shown_as_masked_and_named_members_stand_beside_it(opened):
    figures = _table(opened(practice, URL))["数字"][0]
    assert "临时支部： x 个临时支部 原文隐去 教育、经济" in figures
    assert "每人每年参加活动： 至少参加一次" in figures


def test_each_statement_leads_to_its_paragraph_when_there_are_several(opened):
    page = opened(practice, URL)
    point = next(li for li in page.select(".kb-accounts li") if "每名委员进一个小组" in li.get_text())
    assert point.a["href"] == "../speeches/bian-zu.html#p2-1"
    assert point.a.get_text() == "第2段·一是"
    assert point.a["title"] == "xx市政协〔编组〕 · 《委员编组》"
    assert _table(page)["出处"][1] == "xx 市政协〔联络〕 · 《联络站》 · 第1段"


def test_entry_text_stays_text(opened):
    page = opened(practice, URL)
    assert '写了 {{ 7*7 }} 和 <img onerror=alert(1)> & "引号"' in page.get_text()
    assert not page.select("img")


def test_related_and_confusable_show_on_both_pages(opened):
    here, there = opened(practice, URL), opened(practice, "practices/gong-zuo-zhan.html")
    assert "组成部分" in here.select_one("#related").parent.get_text()
    assert there.select_one("#related").parent.h3.get_text() == "所属整体"
    assert there.select_one("#related").parent.a["href"] == "../practices/wei-yuan-bian-zu.html"
    other = opened(practice, "practices/pei-xun.html").select_one("#distinct").parent
    assert "“@全员培训”是上课，委员编组是编组" in other.get_text()
    assert other.a["href"] == "../practices/wei-yuan-bian-zu.html"


def test_what_the_sources_leave_open_is_listed(opened):
    page = opened(practice, URL)
    assert [li.get_text() for li in page.select(".kb-open li")] == ["小组的数目", "实行后的效果 xx市政协〔联络〕 · 《联络站》 · 成效"]


def test_a_listed_figure_names_its_members_and_gives_no_number(opened):
    figures = _table(opened(practice, "practices/gong-zuo-zhan.html"))["数字"][0]
    assert figures == "站点： 没有写数目，列举了 东站、西站"


def test_without_originals_the_page_says_where_the_text_can_be_found(opened):
    note = opened(practice, URL).select_one(".kb-rests > .kb-note").get_text()
    assert note.startswith("这里是本库写的大意，不是原文。原文：《")
