"""Practices side by side: rows are fields, columns are accounts."""

import pytest
from playwright.sync_api import Page

SHOW = """ids => new Promise(done => kb.entries(ids, records => {
  document.body.appendChild(kb.comparisonTable(kb.comparison(records), "../"));
  done();
}))"""


@pytest.fixture
def table(desk: Page) -> Page:
    desk.evaluate(SHOW, ["wei-yuan-bian-zu", "gong-zuo-zhan"])
    return desk


def cells(page: Page, label: str) -> list[str]:
    row = page.locator("table tr").filter(has=page.locator("th[scope=row]", has_text=label))
    return row.first.locator("td").all_inner_texts()


@pytest.mark.browser
def test_rows_and_columns(table: Page) -> None:
    assert table.locator("thead th").all_inner_texts() == ["做法", "委员编组", "工作站"]
    assert table.locator("tbody th").all_inner_texts() == [
        "摘要", "类型", "专题", "问题", "单位", "发言", "来源", "进展", "谁来做", "怎么做", "多久一次", "成效", "其他要点",
        "数字", "原文未说明", "不要混淆"]
    assert cells(table, "单位") == ["xx市政协〔编组〕（市级）", "xx市政协〔联络〕（市级）", "甲县政协（县级）"]


@pytest.mark.browser
def test_what_is_about_the_practice_spans_its_accounts(table: Page) -> None:
    assert table.locator("thead th").nth(1).get_attribute("colspan") == "2"
    assert cells(table, "类型") == ["制度机制", "平台载体"]


@pytest.mark.browser
def test_every_statement_leads_to_its_paragraph(table: Page) -> None:
    link = table.locator("td a", has_text="第2段·二是").first
    assert link.get_attribute("href") == "../speeches/bian-zu.html#p2-2"


@pytest.mark.browser
def test_a_cell_without_a_value_says_nothing_of_the_source(table: Page) -> None:
    assert cells(table, "多久一次") == ["—", "每月活动一次〔每月，1次；原文“每月活动一次”〕（第1段）", "—"]
    assert cells(table, "数字")[1] == "—"
    assert cells(table, "问题") == ["委员来得少怎么办？", "—"]


@pytest.mark.browser
def test_what_a_speech_does_not_say_is_said_of_that_speech_and_aspect_only(table: Page) -> None:
    assert cells(table, "成效") == ["—", "原文未说明：实行后的效果", "—"]
    assert cells(table, "原文未说明") == ["小组的数目\n实行后的效果（xx市政协〔联络〕，成效）", "—"]


@pytest.mark.browser
def test_a_row_that_nobody_has_a_value_for_is_left_out(desk: Page) -> None:
    desk.evaluate(SHOW, ["pei-xun"])
    assert desk.locator("tbody th").all_inner_texts() == [
        "摘要", "类型", "专题", "单位", "发言", "来源", "进展", "成效", "不要混淆"]


@pytest.mark.browser
def test_the_words_of_progress_that_occur_are_explained_beside_it(desk: Page) -> None:
    desk.evaluate("""ids => new Promise(done => kb.entries(ids, records => {
      document.body.appendChild(kb.legend(records));
      done();
    }))""", ["pei-xun", "gong-zuo-zhan"])
    assert desk.locator(".kb-legend > div").all_inner_texts() == [
        "试点\n原文说已经在一部分地方试", "不明\n原文讲了做法，看不出进展"]


@pytest.mark.browser
def test_masks_are_marked(table: Page) -> None:
    mark = table.locator("abbr", has_text="x").filter(has_not_text="xx")
    assert mark.all_inner_texts() == ["x"]
    assert mark.first.get_attribute("title") == "原文隐去"
    assert "“x个临时支部”（原文隐去；所列：教育、经济）" in cells(table, "数字")[0]


@pytest.mark.browser
def test_quotation_marks_of_the_source_become_the_inner_ones(desk: Page) -> None:
    assert desk.evaluate("kb.quoted('推进“全员入委”')") == "“推进‘全员入委’”"


@pytest.mark.browser
def test_text_is_text(table: Page) -> None:
    assert "<img onerror=alert(1)>" in cells(table, "其他要点")[0]
    assert table.locator("table img").count() == 0
