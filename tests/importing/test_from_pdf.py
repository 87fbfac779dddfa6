"""A PDF with a text layer: rows to paragraphs again, without what only stands on the paper."""

import pytest

from macros.importing import from_pdf, reading
from macros.importing.refused import Refused
from tests.importing.pdf_files import Put, column, pdf

ROW = "村里的茶馆从早上六点开到晚上十点各人坐在自己的老位子上说话算数"


def text(pages, images=()):
    return from_pdf.document(pdf(pages, images)).text.split("\n\n")


def left_out(pages, images=()):
    return [(line.text, line.why) for line in from_pdf.document(pdf(pages, images)).unseen]


def test_rows_of_a_paragraph_are_one_line_and_an_indent_begins_the_next():
    assert text([column(["　　" + ROW[:28] + "，", ROW[:30], "到此为止。", "　　第二段也写满一行，" + ROW[:18], "然后完了。"])]) == [
        "村里的茶馆从早上六点开到晚上十点各人坐在自己的老位子上说，" + ROW[:30] + "到此为止。",
        "第二段也写满一行，" + ROW[:18] + "然后完了。\n"]


def test_a_paragraph_goes_on_over_the_page_and_over_its_number():
    assert text([[*column(["　　" + ROW[:28]] + [ROW[:30]] * 30), Put("— 1 —", 280, 30)],
                 [*column([ROW[:30], "完了。", "　　新的一段。"]), Put("— 2 —", 280, 30)]]) == [
        ROW[:28] + ROW[:30] * 31 + "完了。", "新的一段。\n"]


def test_page_numbers_and_running_heads_are_left_out_and_said():
    page = column(["　　" + ROW[:28]] + [ROW[:30]] * 6)
    pages = [[Put("云溪县政协文史资料选辑", 230, 815, 9), *page, Put(number, 290, 30, 9)] for number in ("第 1 页 共 3 页", "第 2 页 共 3 页", "第 3 页 共 3 页")]
    assert "选辑" not in "".join(text(pages))
    assert "共" not in "".join(text(pages))
    assert left_out(pages)[:2] == [("云溪县政协文史资料选辑", "页眉页脚"), ("第 1 页 共 3 页", "页码")]
    assert len(left_out(pages)) == 6


def test_a_title_that_is_alone_at_the_top_of_its_page_stays():
    pages = [[Put("把会场搬到田坎上", 200, 800, 22), *column(["　　" + ROW[:28], "完了。"])], [Put("一盏灯照亮一条巷", 200, 800, 22), *column(["　　好。"])]]
    assert from_pdf.document(pdf(pages)).text == f"把会场搬到田坎上\n\n{ROW[:28]}完了。\n\f\n一盏灯照亮一条巷\n\n好。\n"
    assert left_out(pages) == []


def test_what_begins_after_a_half_empty_page_begins_a_page():
    pages = [column(["　　" + ROW[:28], ROW[:30], ROW[:20]]), column(["　　" + ROW[:28], "好。"])]
    assert from_pdf.document(pdf(pages)).text == f"{ROW[:28]}{ROW[:30]}{ROW[:20]}\n\f\n{ROW[:28]}好。\n"


def test_two_columns_are_read_one_after_the_other():
    rows = ["　　" + ROW[:14], *[ROW[:16]] * 5]
    assert text([column(rows, 60) + column([ROW[:16], "完了。", "　　右栏另起一段。"], 320)]) == [
        ROW[:14] + ROW[:16] * 6 + "完了。", "右栏另起一段。\n"]


def test_quotes_that_the_file_has_after_their_row_stand_where_they_are_seen():
    assert text([[Put("设立", 90, 700), Put("协商小屋", 126, 700), Put("三十个。", 186, 700), Put("“", 114, 700), Put("”", 174, 700)]]) == ["设立“协商小屋”三十个。\n"]


def test_cells_that_stand_under_one_another_are_a_table():
    table = [Put(words, left, 700 - 20 * i) for i, row in enumerate([("镇名", "次数"), ("青石镇", "12"), ("白水镇", "x")]) for words, left in zip(row, (90, 250), strict=True)]
    assert text([table]) == ["| 镇名 | 次数 |", "| 青石镇 | 12 |", "| 白水镇 | x |\n"]


def test_one_row_with_a_wide_gap_is_no_table():
    assert text([[Put("云溪县政协", 90), Put("2025年3月", 400)]]) == ["云溪县政协　2025年3月\n"]


def test_a_note_at_the_foot_is_a_note_and_its_mark_no_word():
    page = [Put("先在三个乡镇试行", 90, 700), Put("1", 187, 706, 6), Put("，再推开。", 191, 700), Put("1 二〇二四年的事。", 90, 60, 9)]
    assert text([page]) == ["先在三个乡镇试行，再推开。", "[^1]: 二〇二四年的事。\n"]


def test_a_number_at_the_foot_that_is_no_note_stays():
    page = [Put("先在三个乡镇试行", 90, 700), Put("1", 187, 706, 6), Put("。", 191, 700), Put("1.每月一次。", 90, 660)]
    assert text([page]) == ["先在三个乡镇试行。", "1.每月一次。\n"]


def test_a_reading_above_a_character_is_left_out():
    page = [Put("在", 90, 700), Put("chēng", 100, 711, 6), Put("柽柳湾村试点。", 102, 700)]
    assert text([page]) == ["在柽柳湾村试点。\n"]
    assert left_out([page]) == [("chēng", "注音")]


def test_watermarks_and_hidden_characters_are_left_out_and_said():
    page = [Put("内部资料", 200, 300, 40, aslant=True), Put("设立三十个。", 90, 700), Put("改前是二十个", 90, 650, mode=3)]
    assert text([page]) == ["设立三十个。\n"]
    assert left_out([page]) == [("内部资料", "斜着或竖着排的字（水印、书脊）"), ("改前是二十个", "看不见的字")]


def test_what_was_recognized_of_a_scan_is_kept_and_said():
    pages = [[Put("设立三十个。", 90, 700, mode=3)], []]
    assert text(pages, {0, 1})[0].strip() == "设立三十个。"
    assert left_out(pages, {0, 1}) == [("第 1 页", "这一页是扫描的图片，收进全文的只有识别出来的字，要逐字核对"), ("第 2 页", "这一页是图片，没有文字")]


def test_signs_of_radicals_become_the_characters_that_are_meant():
    assert text([[Put("⼀⽉⼆⽇", 90, 700)]]) == ["一月二日\n"]


@pytest.mark.parametrize(("content", "message"), [
    (pdf([[]], {0}), "这个 PDF 是扫描件，里面只有图片，没有文字"),
    (pdf([[Put("\ue123\ue124\ue125好", 90, 700)]]), "这个 PDF 的字体没有文字对照，读出来是乱码"),
    (b"%PDF-1.7", "文件已损坏，或者不是真正的 PDF"),
    (b"PK\x03\x04", "文件已损坏，或者不是真正的 PDF"),
    (pdf([[Put("好。")]] * 2_001), "PDF 有 2001 页，超过 2000 页"),
])
def test_refused(content, message):
    with pytest.raises(Refused) as refused:
        from_pdf.document(content)
    assert refused.value.message == message
    assert refused.value.cure


def test_a_file_that_is_a_pdf_is_read_as_one_whatever_its_name(tmp_path):
    for name in ("a.pdf", "a.txt", "a.PDF"):
        (tmp_path / name).write_bytes(pdf([[Put("设立三十个。")]]))
        assert reading.read(tmp_path / name) == "设立三十个。\n"


def test_an_empty_page_has_no_text(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf([[]]))
    with pytest.raises(Refused, match="文件里没有文字"):
        reading.read(tmp_path / "a.pdf")
