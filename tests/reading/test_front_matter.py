"""The fields at the head of a hand-written page: what MkDocs would show as text is told, with its place in the page."""

import pytest

from macros.reading.front_matter import check


def told(text: str) -> list[str]:
    found = list(check("docs/x.md", text))
    assert {(f.path, f.code) for f in found} <= {("docs/x.md", "front-matter")}
    return [f"{f.line}:{f.column} {f.message}" for f in found]


@pytest.mark.parametrize("text", [
    "", "# 甲\n", "---\ntitle: 甲\n---\n", "---\n---\n\n内容\n", "---\n# 只有说明\n---\n", "---\ntitle: 甲\ndescription: 乙\nrender_macros: true\n...\n",
    "---  \ntitle: '2026'\n---  \n", "内容\n---\ntitle: [\n---\n", "---\ntags: [甲]\n---\n",
])
def test_what_can_be_read_or_is_not_there_is_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("---\ntitle: 甲: 乙\n---\n", "2:9 页首 --- 之间的写法读不懂"),
    ("---\na: b\ntitle: [甲\n---\n", "4:1 页首 --- 之间的写法读不懂"),
    ("---\ntitle: *甲\n---\n", "2:9 页首 --- 之间的写法读不懂"),
    ("---\ntitle: 甲\x07\n---\n", "1:1 页首 --- 之间有不收的字符"),
    ("---\n- 甲\n---\n", "1:1 页首 --- 之间不是“字段名: 值”"), ("---\n甲\n---\n", "1:1 页首 --- 之间不是“字段名: 值”"),
    ("---\nrender_macros: true\ntitle: 2026\n---\n", "3:8 页首的 title 要写成一句话"),
    ("---\ndescription: [甲]\n---\n", "2:14 页首的 description 要写成一句话"),
    ("---\ntitle:\n---\n", "2:7 页首的 title 要写成一句话"),
])
def test_what_would_be_shown_as_text_is_told_where_it_stands(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_each_field_that_is_no_sentence_is_told() -> None:
    assert told("---\ntitle: 1\ndescription: 2\n---\n") == ["2:8 页首的 title 要写成一句话", "3:14 页首的 description 要写成一句话"]
