import datetime

import pytest

from macros.runtime import today
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(today, "now", lambda: datetime.datetime(2026, 12, 5, 9, tzinfo=datetime.UTC))


@pytest.mark.parametrize(("written", "line", "what"), [
    ("added: 2026-12-07", "13:8", "收录日期 2026-12-07"), ("added: 2026-11-24\nupdated: 2027-01-01", "14:10", "修改日期 2027-01-01"),
    ("added: 2026-11-24\nchanges:\n  - {on: 2062-11-25, what: 改了}", "15:10", "更正日期 2062-11-25"),
    ("added: 2026-11-24\nreviewed: {on: 2026-12-31, by: 办公室}", "14:16", "审读日期 2026-12-31"),
])
def test_a_date_that_is_still_to_come(tree: Tree, written: str, line: str, what: str) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", written)
    day = today.here()
    assert tree.told() == [f"data/{KE_TANG}:{line} 错误[date-ahead] {what} 在将来：今天是 {day} | 写今天以前的日期，例如 {day}"]


def test_today_is_today_wherever_somebody_writes(tree: Tree) -> None:
    # It is 2026-12-05 in London; in China it may be the next day already, and is so half an hour before midnight there.
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-12-05")
    assert tree.told() == []


def test_withdrawn_before_it_was_taken_in(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-bian-zu.yml", "related:\n  - {to: wei-yuan-ke-tang, as: complement}\n", "")
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nwithdrawn: {on: 2026-11-02, reason: 弄错了}")
    assert [line.partition(" | ")[0] for line in tree.told() if "date" in line] == [
        f"data/{KE_TANG}:14:17 错误[date-ahead] 撤下日期 2026-11-02 早于收录日期 2026-11-24"]


def test_taken_in_before_the_source_was_there(tree: Tree) -> None:
    source = tree.read("sources/hui-bian.yml")
    assert "date:" not in source
    tree.write("sources/hui-bian.yml", source.rstrip() + "\ndate: 2026-11-25\n")
    assert [line.partition(" | ")[0] for line in tree.told() if "date-ahead" in line] == [
        "data/practices/wei-yuan-bian-zu.yml:24:8 提醒[date-ahead] 收录日期 2026-11-24 早于来源的日期（2026-11-25）",
        f"data/{KE_TANG}:13:8 提醒[date-ahead] 收录日期 2026-11-24 早于来源的日期（2026-11-25）"]


@pytest.mark.parametrize(("written", "ahead"), [("2027", True), ("2026", False), ("2027-01", True), ("2026-12", False), ("2026-12-07", True), ("2026-12-05", False)])
def test_a_speech_is_of_no_day_still_to_come(tree: Tree, written: str, ahead: bool) -> None:
    speech = "speeches/jia-shi.yml"
    tree.write(speech, tree.read(speech).replace("outline:", f"date: {written}\noutline:"))
    told = [line.partition(" | ")[0].partition(" ")[2] for line in tree.told() if "date" in line]
    assert told == ([f"错误[date-ahead] 发言的日期 {written} 在将来：今天是 {today.here()}"] if ahead else [])
