"""Reading YAML: what is refused by name, and where in the file a thing stands."""

import os
from pathlib import Path

import pytest

from macros.findings import Finding
from macros.reading.characters import REFUSED, STACKED, refuse
from macros.reading.document import SIZE_LIMIT, Document, parse, read
from macros.reading.yaml_data import Refused
from macros.reading.yaml_errors import full_width_colon


def told(raw: bytes | str) -> str:
    found = parse(raw.encode() if isinstance(raw, str) else raw, "x.yml")
    assert isinstance(found, Finding), "was accepted"
    return f"{found.line}:{found.column} [{found.code}] {found.message}"


def data(text: str) -> object:
    found = parse(text.encode(), "x.yml")
    assert isinstance(found, Document), found
    return found.data


def test_every_scalar_stays_a_string() -> None:
    assert data("a: no\nb: 168\nc: 1.0\nd: 2022-05-01\ne: 0x1F\nf: yes\ng: 010\nh: 1e3\ni: .inf") == {
        "a": "no", "b": "168", "c": "1.0", "d": "2022-05-01", "e": "0x1F", "f": "yes", "g": "010", "h": "1e3", "i": ".inf"}


def test_only_a_bare_null_is_none() -> None:
    assert data("a: null\nb: ~\nc: 'null'\nd: \"~\"\ne:\nf: [null]") == {
        "a": None, "b": None, "c": "null", "d": "~", "e": "", "f": [None]}


def test_lists_and_mappings_in_both_styles() -> None:
    assert data("a:\n  - {b: 1, c: [2, 3]}\n  - d: 4\n    e:\n      - 5\n") == {
        "a": [{"b": "1", "c": ["2", "3"]}, {"d": "4", "e": ["5"]}]}


@pytest.mark.parametrize(("raw", "expected"), [
    ("title: 全员入委\n".encode("gbk"), "1:1 [encoding] 文件是 GBK 编码，不是 UTF-8"),
    ("title: 甲\n".encode("utf-16"), "1:1 [encoding] 文件是 UTF-16 编码，不是 UTF-8"),
    (b"a: b\ntitle: \xff\xfa\x81", "2:1 [encoding] 文件不是 UTF-8 编码的文本"),
    ("\ufefftitle: 甲", "1:1 [bom] 文件开头多了一个看不见的记号（BOM）"),
    ("a: b\ntitle: 甲\x00乙", "2:9 [control-character] 这里有一个看不见的字符"),
    ("title: 甲\u202e乙", "1:9 [control-character] 这里有一个看不见的字符"),
    ("title: 甲\u200b乙", "1:9 [control-character] 这里有一个看不见的字符"),
    ("title: 甲\ue000乙", "1:9 [control-character] 这里有一个看不见的字符"),
    ("title: 甲\u0301\u0323\u0301\u0323乙", "1:9 [control-character] 一个字上叠了 4 个附加符号"),
    ('title: "甲\\x1b[31m乙"', "1:10 [control-character] 双引号里用反斜杠写出了一个看不见的字符"),
    ('a: b\ntitle: "甲\\u0301\\u0301\\u0301\\u0301\\u0301"', "2:10 [control-character] 双引号里用反斜杠写出了一个字上叠着的 5 个附加符号"),
    ('title: "甲\u0301\u0301\\u0301\\u0323"', "1:10 [control-character] 双引号里用反斜杠写出了一个字上叠着的 4 个附加符号"),
    ('title: "甲\u0301\u0301\\\n  \u0301\u0323"', "1:10 [control-character] 双引号里用反斜杠写出了一个字上叠着的 4 个附加符号"),
    ("a: '\\x00'\nb: \"\\\\x00 \\0\"", "2:11 [control-character] 双引号里用反斜杠写出了一个看不见的字符"),
    ('a: "\\n\\U0001F600"\nb: ["\\"", "\\L"]', "2:12 [control-character] 双引号里用反斜杠写出了一个看不见的字符"),
    ('"\\U0010FFFF": b', "1:2 [control-character] 双引号里用反斜杠写出了一个看不见的字符"),
    ('a: "\\N"\n', "1:5 [control-character] 双引号里用反斜杠写出了一个看不见的字符"),
    ('title: "甲\\\n  乙\\x1b"', "2:4 [control-character] 双引号里用反斜杠写出了一个看不见的字符"),
    ('title: "\u0301甲\\u0301\\u0301\\u0301\\u0301"', "1:11 [control-character] 双引号里用反斜杠写出了一个字上叠着的 4 个附加符号"),
    ("\ufffd: a", "1:1 [encoding] 这里有字坏掉了，只剩下 �：从前存错编码时丢的"),
    ('title: "\\ud800"', "1:11 [yaml-syntax] 双引号里的反斜杠写法不对"),
    ('title: "\\x4"', "1:11 [yaml-syntax] 双引号里的反斜杠写法不对"),
    ("%YAML 1.2\n", "2:1 [yaml-syntax] 这里的写法读不懂"),
    ("%YAML 1.3\n---\na: b", "1:1 [yaml-syntax] 行首不能写 %"),
    ("%FOO\n---\na: b", "1:5 [yaml-syntax] 行首不能写 %"),
    ('title: "甲\\u202E乙"', "1:10 [control-character] 双引号里用反斜杠写出了一个看不见的字符"),
    ("accounts:\n\t- speech: x", "2:1 [tab] 缩进用了制表符（Tab）"),
    ("title: &a 甲", "1:8 [anchor] 内容不能以 & 或 * 开头"),
    ("<<: *a", "1:5 [anchor] 内容不能以 & 或 * 开头"),
    ("title: !!python/object/apply:os.system [id]", "1:8 [tag] 内容不能以半角的 ! 开头"),
    ("title: 甲\ntitle: 乙", "2:1 [duplicate-key] “title”写了两次，第一次在第 1 行"),
    ("a:\n  - {b: 1, b: 2}", "2:12 [duplicate-key] “b”写了两次"),
    ("b: {b: 1, b: 2}", "1:11 [duplicate-key] “b”写了两次"),
    ("a:\n  - s: 1\n    t: 2\n  - s: 3\n    t: 4\n    s: 5", "6:5 [yaml-syntax] 这一项前面少了 -"),
    ("s: 1\na:\n  s: 2\n\"s\": 3", "4:1 [duplicate-key] “s”写了两次，第一次在第 1 行"),
    ("? [a, b]\n: c", "1:3 [complex-key] 这里的字段名不是一个词"),
    ("title: 甲\n---\ntitle: 乙", "2:1 [several-documents] 一个文件里写了几份内容（---）"),
    ("", "1:1 [empty-file] 文件是空的"),
    ("# 只有说明\n", "1:1 [empty-file] 文件是空的"),
    ("title：全员入委\nform: x", "1:6 [yaml-syntax] 字段名 title 后面用了全角冒号“：”"),
    ("title: 甲: 乙", "1:9 [yaml-syntax] 内容里有半角冒号：“甲: 乙”"),
    ('title: "甲\nform: x', '1:8 [yaml-syntax] 引号 " 没有关上："甲'),
    ('title: "甲\nform: x\nsummary: "乙"', '1:8 [yaml-syntax] 引号 " 没有关上："甲'),
    ("a: 'x'\nb: '甲\r\nc: '乙'\r\nd: 'y'", "2:4 [yaml-syntax] 这个引号没有关上，一直接到了后面的引号"),
    ('p:\n  - {text: "甲}\n  - {text: "乙"}', '2:12 [yaml-syntax] 引号 " 没有关上："甲}'),
    ('p:\n  - "甲\n  - "乙"', '2:5 [yaml-syntax] 引号 " 没有关上："甲'),
    ('a: "甲\n  乙"\nb: c: d', "3:5 [yaml-syntax] 这里多了一个冒号"),
    ('title: "甲"乙', '1:8 [yaml-syntax] 引号只括住了前半句："甲"乙'),
    ("topics: [a, b\nform: x", "1:9 [yaml-syntax] 这里的 [ 没有关上"),
    ("- {to: a, as: b\nform: x", "2:5 [yaml-syntax] 花括号里少了逗号，或没有关上"),
    ("a: b\n c: d", "2:3 [yaml-syntax] 这里多了一个冒号"),
    ("title: %甲", "1:8 [yaml-syntax] 这个字符不能放在开头"),
    ("title: *甲", "1:9 [yaml-syntax] * 和 & 不能放在开头"),
    ('title: "\\q"', "1:9 [yaml-syntax] 双引号里的反斜杠写法不对"),
])
def test_what_is_wrong_is_refused_by_name_and_place(raw: bytes | str, expected: str) -> None:
    assert told(raw) == expected


@pytest.mark.parametrize(("text", "place"), [("a:\n\tb: c", (2, 1)), ("a:\n  \tb: c", (2, 3)), ("a: b\tc\n    \t\t甲", (2, 5))])
def test_a_tab_is_refused_where_it_stands(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(Refused) as refused:
        refuse(text)
    assert (refused.value.code, refused.value.line, refused.value.column) == ("tab", *place)


def test_no_refused_character_passes_among_ordinary_ones() -> None:
    signs = [chr(code) for code in range(0xE001) if REFUSED.match(chr(code)) and not 0xD800 <= code < 0xE000]
    piles = [chr(code) * 4 for code in range(0xFFFF) if STACKED.match(chr(code) * 4)]
    assert len(signs) > 100 and len(piles) > 200
    for bad in (*signs, *piles):
        assert "[control-character]" in told(f"title: “全员入委”{bad}，共×家\n")


@pytest.mark.parametrize("text", [
    "title: " + "[" * 200_000, "{" * 200_000, "[{" * 100_000,
    # Brackets in quotes must not hide those outside.
    'a: "' + "]" * 100_000 + '"\nb: ' + "[" * 150_000, "a: " + '[ "]", ' * 30_000,
    "- " * 100_000, "".join(" " * i + "a:\n" for i in range(700)),
])
def test_what_would_crash_or_stall_the_parser_is_refused(text: str) -> None:
    assert "[too-deep]" in told(text)


def test_forty_levels_are_too_many() -> None:
    assert isinstance(parse(("a: " + "[" * 38 + "]" * 38).encode(), "x.yml"), Document)
    assert told("a: " + "[" * 39 + "]" * 39).startswith("1:42 [too-deep]")


def test_an_alias_bomb_never_goes_off() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{f'*{chr(97 + i)}, ' * 9}]\n" for i in range(20))
    assert told(bomb).startswith("1:4 [anchor]")


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes(b"a: b\n" * 6_000_000)
    assert read(file, "x.yml") == Finding("x.yml", 1, 1, "too-large", f"文件超过 {SIZE_LIMIT // 1024} KB",
                                          "一个文件只写一条；全文放到 data/originals/")


def test_a_pipe_or_a_link_is_not_followed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "link.yml").symlink_to("/etc/passwd")
    for name in ("pipe.yml", "link.yml"):
        assert read(tmp_path / name, name) == Finding(name, 1, 1, "unreadable", "这不是普通的文件", "换成文件本身，不用链接")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert read(tmp_path / "x.yml", "x.yml") == Finding(
        "x.yml", 1, 1, "unreadable", "文件打不开：没有这个文件或文件夹", "检查文件是否存在、是否有读取权限")


def test_as_much_as_is_allowed_is_read_and_no_more(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes(b"a: " + b"x" * (1 << 20))
    assert getattr(read(file, "x.yml", 1 << 20), "message", None) == "文件超过 1024 KB"
    assert isinstance(read(file, "x.yml", (1 << 20) + 3), Document)


TEXT = """\
title: 甲
accounts:
  - speech: x
    points:
      - {aspect: how, text: "委员 与 讲课"}
"""


@pytest.mark.parametrize(("place", "expected"), [
    (("title",), (1, 8)), (("accounts",), (2, 1)), (("accounts", 0), (3, 5)), (("accounts", 0, "speech"), (3, 13)),
    (("accounts", 0, "points", 0, "text"), (5, 29)), (("accounts", 0, "missing"), (3, 5)), (("accounts", 7), (2, 1)), (("accounts", 1), (2, 1)), ((), (1, 1)),
])
def test_a_place_has_line_and_column(place: tuple[str | int, ...], expected: tuple[int, int]) -> None:
    document = parse(TEXT.encode(), "x.yml")
    assert isinstance(document, Document)
    assert document.position(place) == expected


def test_words_in_a_value_and_keys_have_their_own_place() -> None:
    document = parse(TEXT.encode(), "x.yml")
    assert isinstance(document, Document)
    text = ("accounts", 0, "points", 0, "text")
    assert document.position(text, "讲课") == (5, 35)
    assert document.position(text, "不在") == (5, 29)
    assert document.key_position(text) == (5, 23)


def test_lines_of_windows_and_of_old_macs_count_as_lines() -> None:
    document = parse(b"a: 1\r\nb: 2\rc: [3]", "x.yml")
    assert isinstance(document, Document)
    assert [document.position((key,)) for key in "abc"] == [(1, 4), (2, 4), (3, 1)]
    assert document.line(2) == "b: 2"
    assert (document.line(3), document.line(4)) == ("c: [3]", "")


def test_a_place_that_is_not_there_is_the_nearest_above_it() -> None:
    document = parse(TEXT.encode(), "x.yml")
    assert isinstance(document, Document)
    assert document.position(("missing", "title")) == (1, 1)
    # What has no value that is a text has no words in it.
    assert document.position(("accounts",), "讲课") == (2, 1)
    keys = (("accounts",), ("accounts", 0), ("accounts", 0, "points"), ("accounts", 0, "missing"), ("missing",), ())
    assert [document.key_position(key) for key in keys] == [(2, 1), (3, 5), (4, 5), (3, 5), (1, 1), (1, 1)]


def shown(raw: bytes) -> tuple[int, int, str]:
    found = parse(raw, "x.yml")
    assert isinstance(found, Finding)
    return found.line, found.column, found.excerpt


def test_the_line_that_is_wrong_is_shown() -> None:
    assert shown("title: 甲\nform: x\ntitle: 乙".encode()) == (3, 1, "title: 乙")
    assert shown("title: 甲\ntitle: 乙\nform: x".encode()) == (2, 1, "title: 乙")
    assert shown("title: [甲\n".encode())[2] == "title: [甲"


def test_of_a_file_in_another_encoding_its_first_chinese_line_is_shown() -> None:
    assert shown("a: b\ntitle: 全员入委".encode("gbk")) == (2, 1, "title: 全员入委")
    assert shown("\ntitle: 全员入委\nform: 平台\n".encode("gbk")) == (2, 1, "title: 全员入委")
    assert shown("a: b\ntitle: 全员入委\n".encode("utf-16")) == (1, 1, "")


def odd(*numbers: int, of: int) -> Finding:
    """What is told of a file of so many lines, of which these are in GBK."""
    lines = [f"n{number}: 委员讲课".encode("gbk" if number in numbers else "utf-8") for number in range(1, of + 1)]
    found = parse(b"\n".join(lines), "x.yml")
    assert isinstance(found, Finding)
    return found


def test_of_lines_in_another_encoding_the_first_is_shown_and_the_others_are_numbered() -> None:
    found = odd(3, of=5)
    assert (found.line, found.excerpt.split()[0]) == (3, "n3:")
    assert found.message == "这一行的字存成了另一种编码（GBK），显示成乱码；它多半是：n3: 委员讲课"
    assert "乱码（第 4、7 行也是）；它多半是：n2: " in odd(2, 4, 7, of=8).message
    assert "乱码（第 2、3、4、5、6、7、8、9 行也是）" in odd(*range(1, 10), of=20).message
    assert "乱码（第 2、3、4、5、6、7、8、9…… 行也是）" in odd(*range(1, 11), of=30).message


def test_an_invisible_character_is_told_before_the_quotation_that_it_stands_in() -> None:
    assert told('title: "甲\x00乙\nform: x') == "1:10 [control-character] 这里有一个看不见的字符"


@pytest.mark.parametrize(("text", "place"), [("title：甲", (1, 6)), ("a: b\n  - form：甲\n", (2, 9)), ("a: b\n\nc: 甲：乙\nform：甲", (4, 5)), ("\nform：甲", (2, 5)), ("a: 甲：乙", None)])
def test_a_full_width_colon_behind_a_field_has_its_place(text: str, place: tuple[int, int] | None) -> None:
    assert full_width_colon(text) == place


@pytest.mark.parametrize(("text", "cure"), [
    ("title: 甲\ntitle: 乙", "留一个；两处内容都要就合并到一处"),
    ("formerly: [a, b]\ntitle: 甲\nformerly: [b, c]  # 并入", "合成一行，写 formerly: [a, b, c]；只删去一处，那一处写的就丢了"),
    ('formerly: [a]\nformerly: ["b, c"]', "留一个；两处内容都要就合并到一处"),
    ("topics:\n  - a\ntopics: b", "留一个；两处内容都要就合并到一处"),
])
def test_what_to_do_about_a_field_written_twice(text: str, cure: str) -> None:
    found = parse(text.encode(), "x.yml")
    assert isinstance(found, Finding) and found.code == "duplicate-key"
    assert found.cure == cure
