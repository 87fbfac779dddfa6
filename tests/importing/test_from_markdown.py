"""The text of a Markdown file."""

from macros.importing import from_markdown


def test_markdown_is_read_as_the_page_that_it_describes():
    source = "---\ntitle: x\n---\n# 茶馆议事\n\n**说的是**[村里](http://example.org)的事。\n第二段。\n\n3. 定题\n4. 议事\n\n| 乡镇 | 数 |\n|---|---|\n| 东河 | x |\n"
    assert from_markdown.document(source.encode()).text.split("\n\n") == [
        "# 茶馆议事", "说的是村里的事。", "第二段。", "3. 定题", "4. 议事", "| 乡镇 | 数 |", "| 东河 | x |\n"]


def test_brackets_without_end_do_not_hang():
    assert from_markdown.document(("[" * 30000 + "甲。").encode()).text.endswith("甲。\n")


def test_notes_are_notes_and_settings_are_told():
    read = from_markdown.document("---\ntitle: x\n---\n茶馆议事。[^1]\n[^1]: 去年的事。\n".encode())
    assert read.text == "茶馆议事。\n\n[^1]: 去年的事。\n"
    assert [(line.number, line.why, line.text) for line in read.unseen] == [(1, "文件头里的设置", "title: x")]
