"""纠错 files: read whole, or refused by name with what is wrong."""

import datetime
import json
from typing import Any

import pytest

from macros.editing.corrections import FORMAT, BadCorrection, Correction, Where, read

GOOD: dict[str, Any] = {
    "format": FORMAT, "site_version": "1.0.0 2026-11-28", "entry": "bian-zu-zhi", "field": "accounts.0.points.2", "account": "lian-luo",
    "now": "每月活动一次", "should": "每季度活动一次", "where": {"speech": "lian-luo", "at": "1"}, "who": "", "written": "2026-11-28",
}


def text(**changes: Any) -> str:
    return json.dumps({**GOOD, **changes}, ensure_ascii=False)


def refused(content: str) -> str:
    with pytest.raises(BadCorrection) as raised:
        read(content)
    assert raised.value.cure
    return raised.value.message


def test_what_the_page_saves() -> None:
    assert read(text()) == Correction(
        site_version="1.0.0 2026-11-28", entry="bian-zu-zhi", field="accounts.0.points.2", account="lian-luo", now="每月活动一次",
        should="每季度活动一次", where=Where("lian-luo", "1"), who="", written=datetime.date(2026, 11, 28))
    assert read("\ufeff" + text()).path == ("accounts", 0, "points", 2)


@pytest.mark.parametrize(("changes", "attribute", "value"), [
    ({"field": "", "account": None}, "path", ()),
    ({"field": None, "account": None}, "field", ""),
    ({"account": None}, "account", None),
    ({"where": "内部通讯第 3 期"}, "where", Where(text="内部通讯第 3 期")),
    ({"where": ""}, "where", Where()),
    ({"where": {"speech": "lian-luo", "at": None}}, "where", Where("lian-luo")),
    ({"should": " 两行\n的话 "}, "should", "两行\n的话"),
    ({"kind": "字错了", "seen": {"page": 3}}, "more", {"kind": "字错了", "seen": {"page": 3}}),
], ids=str)
def test_what_may_stand_otherwise(changes: dict[str, Any], attribute: str, value: Any) -> None:
    assert getattr(read(text(**changes)), attribute) == value


@pytest.mark.parametrize(("changes", "message"), [
    ({"format": "kb-correction/2"}, "纠错文件的格式是“kb-correction/2”，这一版只认 kb-correction/1"),
    ({"format": "kb-folder/1"}, "这个文件不是纠错文件：format 要是 kb-correction/1"),
    ({"format": None}, "这个文件不是纠错文件：没有写 format: kb-correction/1"),
    ({"entry": "../x"}, "纠错文件的 entry 要是编号：小写字母、数字和连字符，最多 64 个"),
    ({"account": 3}, "纠错文件的 account 要是编号：小写字母、数字和连字符，最多 64 个"),
    ({"field": "accounts[0]"}, "纠错文件的 field 要是数据里的位置，例如 summary、accounts.0.points.2"),
    ({"field": "accounts.01"}, "纠错文件的 field 要是数据里的位置，例如 summary、accounts.0.points.2"),
    ({"now": ["x"]}, "纠错文件的 now 要是文字"),
    ({"should": "  "}, "纠错文件里没有写应当怎样（should 是空的）"),
    ({"should": "字" * 10_001}, "纠错文件的 should 太长（10001 字），最多 10000 字"),
    ({"who": "张\u202e三"}, "纠错文件的 who 里有看不见的字符"),
    ({"where": {"at": "3"}}, "纠错文件的 where 要是文字，或者写明发言（speech）和出处（at）"),
    ({"where": {"speech": "lian-luo", "at": "第3段"}}, "纠错文件的 where.at 要是出处，例如 3 或 3.2"),
    ({"where": 3}, "纠错文件的 where 要是文字，或者写明发言（speech）和出处（at）"),
    ({"written": "2026-02-30"}, "纠错文件的 written 要是日期，例如 2026-11-28"),
    ({"written": "２０２６-11-28"}, "纠错文件的 written 要是日期，例如 2026-11-28"),
], ids=str)
def test_a_wrong_value_is_named(changes: dict[str, Any], message: str) -> None:
    assert refused(text(**changes)) == message


@pytest.mark.parametrize(("content", "message"), [
    ("", "这个文件是空的"),
    ("市县政协实践库 纠错", "这个文件不是纠错文件，或者存坏了：第 1 行第 1 列读不懂"),
    (text()[:-20], "这个文件不是纠错文件，或者存坏了：第 1 行第 {} 列读不懂"),
    ("[]", "这个文件不是纠错文件：最外面不是一对花括号"),
    ("[" * 90_000, "这个文件不是纠错文件：括号套得太深"),
    ('{"format": NaN}', "这个文件不是纠错文件：NaN 不是数"),
    ('{"format": ' + "1" * 9_000 + "}", "这个文件不是纠错文件：里面有太长的数"),
    (text().replace('"who"', '"now"'), "纠错文件里“now”写了两次，不知道听哪一个"),
    (" " * 100_001, "这个文件太大（100001 字），纠错文件最多 100000 字"),
], ids=lambda value: str(value)[:20])
def test_what_is_no_correction_is_said_to_be_none(content: str, message: str) -> None:
    found = refused(content)
    assert found == message or ("{}" in message and found.startswith(message.partition("{}")[0]) and found.endswith("列读不懂"))


def test_what_is_missing_is_named() -> None:
    assert refused(json.dumps({key: GOOD[key] for key in ("format", "entry", "should")})) == (
        "纠错文件不全，少了 site_version、field、account、now、where、who、written")
