"""What the bytes of a file say, where they are no UTF-8: as a whole, or in single lines."""

import pytest

from macros.findings import Finding
from macros.reading.document import parse
from macros.reading.encodings import decoded, readings

LINES = ["title: 圩日议事角", "summary: 在赶圩的日子摆一张桌子，听群众说事。", "form: platform", "aliases: [议事桌, 圩日听事]", "added: 2026-11-24", ""]
TEXT = "\n".join(LINES)


def odd(*numbers: int) -> bytes:
    """The text with the lines of these numbers in GBK."""
    return b"\n".join(line.encode("gbk" if number in numbers else "utf-8") for number, line in enumerate(LINES, 1))


def told(raw: bytes) -> str:
    found = parse(raw, "data/practices/x.yml")
    assert isinstance(found, Finding)
    return f"{found.line}:{found.column} {found.message} | {found.cure}"


def test_of_one_line_in_another_encoding_only_that_line_is_told() -> None:
    assert told(odd(2)) == (
        "2:10 这一行的字存成了另一种编码（GBK），显示成乱码；它多半是：summary: 在赶圩的日子摆一张桌子，听群众说事。"
        " | 只把这一行照这个样子重新打一遍，别的行不动；不要把整个文件另存为别的编码")


def test_a_line_that_can_not_be_read_at_all() -> None:
    assert told(odd().replace("一张桌子".encode(), "一张桌子".encode()[:-1])) == (
        "2:20 这一行有读不出来的字，显示成乱码 | 只把这一行对照原文重新打一遍，别的行不动；不要把整个文件另存为别的编码")


def test_a_file_in_another_encoding_as_a_whole_is_saved_again() -> None:
    assert told(TEXT.encode("gbk")) == "1:1 文件是 GBK 编码，不是 UTF-8 | 在编辑器里选“另存为”，编码选 UTF-8"
    assert told(TEXT.encode("utf-16")) == "1:1 文件是 UTF-16 编码，不是 UTF-8 | 在编辑器里选“另存为”，编码选 UTF-8"


@pytest.mark.parametrize("raw", [TEXT.encode(), odd(2), odd(1), odd(4), TEXT.encode("gbk"), TEXT.encode("utf-16"), TEXT.encode("utf-8-sig"),
                                 TEXT.encode().replace("张桌子，听".encode(), "张桌子，听".encode("gbk"))])
def test_what_can_be_read_in_one_way_is_read(raw: bytes) -> None:
    assert decoded(raw) == TEXT


@pytest.mark.parametrize("raw", [b"\xff\x00\x81\x82", odd().replace("桌".encode(), b"\xff\xfe"), odd().replace("桌".encode(), b"\xe6\xa1")])
def test_what_can_not_is_left(raw: bytes) -> None:
    assert decoded(raw) is None


def test_a_stretch_that_is_common_chinese_in_two_ways_is_given_in_both() -> None:
    # 路 in GBK has the bytes of a point in UTF-8.
    several = "整体思".encode() + "路清".encode("gbk") + "楚了".encode()
    assert readings(several) == ("整体思路清楚了", "整体思·清楚了")
    assert "它多半是：a: 整体思路清楚了 | " in told(TEXT.encode() + b"a: " + several)
    assert readings("整体".encode() + "思路".encode("gbk"))[0] == "整体思路"


def test_a_mark_before_the_first_line_is_none_of_the_text() -> None:
    assert decoded(b"\xef\xbb\xbf" + odd(2)) == TEXT


def test_of_as_many_lines_in_the_one_as_in_the_other_the_file_as_a_whole_is_told() -> None:
    # Two signs of Chinese in UTF-8 can be read as three in GBK.
    raw = "a: 全员\nb: 入委\n".encode() + "c: 讲课\nd: 读书\n".encode("gbk")
    assert told(raw).startswith("3:1 文件是 GBK 编码")
    assert told("e: 委员\n".encode() + raw).startswith("4:4 这一行的字存成了另一种编码（GBK），显示成乱码（第 5 行也是）")


def test_what_can_not_be_another_encoding_as_a_whole_has_single_lines_in_it() -> None:
    raw = "a: 全员入\n".encode() + "c: 讲课\nd: 读书\n".encode("gbk")
    assert told(raw).startswith("2:4 这一行的字存成了另一种编码（GBK），显示成乱码（第 3 行也是）；它多半是：c: 讲课")


def test_what_is_no_text_has_no_lines_to_be_typed_again() -> None:
    assert told(odd(2) + b"\0").startswith("2:1 文件不是 UTF-8 编码的文本")


def test_rare_signs_among_common_ones_are_read_too() -> None:
    # The first and the last sign of the common ones of GB 2312, and one of its last row.
    for words in ("啊", "博鳌论坛", "请就座"):
        assert readings(b"n: " + words.encode("gbk")) == (f"n: {words}",)
