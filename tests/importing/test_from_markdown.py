"""The text of a Markdown file."""

from macros.importing import from_markdown


def test_markdown_is_read_as_the_page_that_it_describes():
    source = "---\ntitle: x\n---\n# 茶馆议事\n\n**说的是**[村里](http://example.org)的事。\n第二段。\n\n3. 定题\n4. 议事\n\n| 乡镇 | 数 |\n|---|---|\n| 东河 | x |\n"
    assert from_markdown.document(source.encode()).text.split("\n\n") == [
        "# 茶馆议事", "说的是村里的事。", "第二段。", "3. 定题", "4. 议事", "| 乡镇 | 数 |", "| 东河 | x |\n"]


def test_brackets_without_end_do_not_hang():
    assert from_markdown.document(("[" * 30000 + "甲。").encode()).text.endswith("甲。\n")
