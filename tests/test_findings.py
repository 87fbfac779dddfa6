"""A finding as people and programs see it."""

import json

import pytest

from macros import findings
from macros.findings import Finding, Severity, as_github, as_gitlab, as_json, as_text, pointed, summary

WRONG = Finding("data/practices/x.yml", 12, 7, "unknown-value", "类型（form）没有“组织设制”这一项", "写 organization（组织设置）",
                excerpt="form: 组织设制")
LATER = Finding("data/topics.yml", 1, 1, "topic-without-practice", "专题“党建”下没有做法", "删去它", Severity.WARNING, "party:")


def test_text_shows_the_line_and_points_below_it() -> None:
    assert as_text([LATER, WRONG]) == """\
data/practices/x.yml:12:7: 错误[unknown-value] 类型（form）没有“组织设制”这一项
    form: 组织设制
          ^
  改法：写 organization（组织设置）
  说明：docs/contributing/rules.md#unknown-value
data/topics.yml:1:1: 提醒[topic-without-practice] 专题“党建”下没有做法
    party:
    ^
  改法：删去它
  说明：docs/contributing/rules.md#topic-without-practice"""


@pytest.mark.parametrize(("line", "column", "caret"), [
    ("text: 委员讲课", 9, "          ^"), ("委员", 3, "    ^"), ("ab", 3, "  ^"), ("ab", 99, "  ^"), ("“双带”机制", 5, "      ^"),
])
def test_full_width_characters_take_two_columns(line: str, column: int, caret: str) -> None:
    assert pointed(line, column) == (line, caret)


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line, caret = pointed("x" * 500 + "甲" + "y" * 500, 501)
    assert line.startswith("……xxx") and line.endswith("yyy……") and len(line) < 110
    assert line[len(caret) - 1 - 2] == "甲"  # …… takes four columns but two characters


def test_what_a_terminal_would_obey_is_shown_as_unprintable() -> None:
    text = as_text([Finding("x\x1b.yml", 1, 1, "a", "甲\u202e乙", "丙\x07", excerpt="\x1b[31m")])
    assert text.splitlines() == ["x�.yml:1:1: 错误[a] 甲�乙", "    �[31m", "    ^", "  改法：丙�", "  说明：docs/contributing/rules.md#a"]


def test_json_has_all_of_it() -> None:
    report = json.loads(as_json([LATER, WRONG]))
    assert (report["errors"], report["warnings"]) == (1, 1)
    assert report["findings"][0] == {
        "path": "data/practices/x.yml", "line": 12, "column": 7, "severity": "error", "code": "unknown-value",
        "message": "类型（form）没有“组织设制”这一项", "cure": "写 organization（组织设置）",
        "guide": "docs/contributing/rules.md#unknown-value"}


def test_github_gets_one_annotation_a_line() -> None:
    finding = Finding("data/a,b.yml", 2, 3, "x", "100%\n甲", "乙")
    assert as_github([finding]) == (
        "::error file=data/a%2Cb.yml,line=2,col=3,title=x::100%25�甲%0A改法：乙%0A说明：docs/contributing/rules.md#x")
    assert as_github([LATER]).startswith("::warning file=data/topics.yml,line=1,col=1")


def test_gitlab_knows_a_finding_again_when_it_moves() -> None:
    moved = Finding(WRONG.path, 40, 7, WRONG.code, WRONG.message, WRONG.cure)
    first, second = (json.loads(as_gitlab([f]))[0] for f in (WRONG, moved))
    assert first["fingerprint"] == second["fingerprint"]
    assert first["location"] == {"path": "data/practices/x.yml", "lines": {"begin": 12}}
    assert (first["check_name"], first["severity"]) == ("unknown-value", "major")


def test_gitlab_tells_two_alike_findings_apart() -> None:
    report = json.loads(as_gitlab([WRONG, Finding(WRONG.path, 40, 7, WRONG.code, WRONG.message, WRONG.cure)]))
    assert len({entry["fingerprint"] for entry in report}) == 2


@pytest.mark.parametrize("printer", findings.FORMATS.values(), ids=findings.FORMATS)
def test_a_lone_surrogate_can_be_written(printer: object) -> None:
    assert callable(printer)
    assert "甲".encode() in str(printer([Finding("x\udcff.yml", 1, 1, "a", "甲\ud800", "乙")])).encode()


def test_summary_counts() -> None:
    assert summary([]) == "检查通过：没有错误，没有提醒。"
    assert summary([WRONG, LATER]) == "检查完毕：1 处错误，1 处提醒。"


def test_the_summary_tells_how_many_errors_are_only_gaps_of_a_draft() -> None:
    gap = Finding("data/practices/b.yml", 1, 1, "to-fill", "摘要（summary）还没有填", "写上 summary")
    assert summary([WRONG, gap, LATER]) == "检查完毕：2 处错误（其中 1 处待填），1 处提醒。"
