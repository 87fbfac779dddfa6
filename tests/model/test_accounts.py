"""How often, how many and how far: what one account may hold."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.accounts import Account, Figure, Point, Progress, Times
from macros.model.fields import Model, validated
from macros.model.vocabulary import Bound, Every, TimesState

RHYTHM = {"aspect": "rhythm", "text": "碰头", "every": "quarter", "raw": "每季度碰头"}


def test_how_often_has_an_interval_and_the_words_of_the_source() -> None:
    point = validated(Point, RHYTHM | {"times": {"state": "given", "value": "2", "bound": "at-least"}})
    assert (point.every, point.raw) == (Every.QUARTER, "每季度碰头")
    assert point.times == Times(state=TimesState.GIVEN, value=Decimal(2), bound=Bound.AT_LEAST)


@pytest.mark.parametrize("raw", ["每季度x次", "每季度×次", "每季度某日", "每季度○次"])
def test_a_hidden_number_of_times_keeps_its_mask(raw: str) -> None:
    assert validated(Point, RHYTHM | {"raw": raw, "times": {"state": "redacted"}}).raw == raw


def codes(model: Model, data: dict[str, Any]) -> list[str]:
    """The faults of a part of an account; a field that is None is not written."""
    try:
        validated(model, {name: value for name, value in data.items() if value is not None})
    except ValidationError as error:
        return [each["type"] for each in error.errors()]
    return []


@pytest.mark.parametrize(("wrong", "code"), [
    ({"aspect": "how"}, "rhythm-interval"), ({"aspect": None}, "rhythm-interval"), ({"every": "fortnight"}, "enum"),
    ({"times": {"state": "redacted"}}, "redacted-raw"), ({"times": {"state": "redacted"}, "raw": None}, "redacted-raw"),
    ({"times": {"state": "redacted", "value": "2"}, "raw": "每季度x次"}, "redacted-value"),
    ({"times": {"state": "given"}}, "given-value"), ({"times": {"state": "listed"}}, "enum"),
])
def test_what_does_not_fit_together_is_refused(wrong: dict[str, Any], code: str) -> None:
    assert codes(Point, RHYTHM | wrong) == [code]


@pytest.mark.parametrize("written", [{"every": "year"}, {"times": {"state": "given", "value": "2"}}, {"raw": "每年碰头"}])
def test_each_word_of_how_often_alone_belongs_to_the_aspect(written: dict[str, Any]) -> None:
    point = {"aspect": "how", "text": "碰头"}
    assert (codes(Point, point), codes(Point, point | written)) == ([], ["rhythm-interval"])


@pytest.mark.parametrize(("progress", "expected"), [
    ({"status": "unclear"}, []), ({"status": "planned"}, ["progress-cue"]), ({"status": "planned", "cue": "打算"}, ["progress-cue"]),
    ({"status": "unclear", "cue": "推进"}, ["progress-cue"]), ({"status": "planned", "scope": "local"}, ["progress-cue"]),
    ({"status": "planned", "cue": "打算", "scope": "local"}, []), ({"status": "unclear", "cue": "推进", "scope": "local"}, []),
])
def test_what_is_said_of_progress_rests_on_words_and_their_place(progress: dict[str, str], expected: list[str]) -> None:
    assert codes(Progress, progress) == expected


@pytest.mark.parametrize(("figure", "expected"), [
    ({"state": "given", "value": "3", "raw": "三个"}, []), ({"state": "given", "value": "3"}, ["given-value"]),
    ({"state": "given", "raw": "三个"}, ["given-value"]), ({"state": "given"}, ["given-value"]),
    ({"state": "redacted", "raw": "x个"}, []), ({"state": "redacted", "raw": "三个"}, ["redacted-raw"]), ({"state": "redacted"}, ["redacted-raw"]),
    ({"state": "redacted", "raw": "x个", "value": "3"}, ["redacted-value"]),
    ({"state": "listed", "members": ["教育"]}, []), ({"state": "listed"}, ["listed-members"]),
    ({"state": "listed", "members": ["教育"], "value": "1"}, ["listed-value"]),
])
def test_a_figure_has_what_its_state_says(figure: dict[str, Any], expected: list[str]) -> None:
    assert codes(Figure, {"label": "小组"} | figure) == expected


def test_an_account_has_a_point_and_a_place() -> None:
    account = {"speech": "a", "at": ["1"], "progress": {"status": "unclear"}, "points": [{"text": "甲"}]}
    assert [codes(Account, account | without) for without in ({}, {"points": []}, {"at": []})] == [[], ["too_short"], ["too_short"]]


@pytest.mark.parametrize("mask", ["x个", "X个", "×个", "＊个", "○个", "□个", "某个"])
def test_figures_are_masked_as_sources_mask(mask: str) -> None:
    assert validated(Figure, {"label": "小组", "state": "redacted", "raw": mask}).raw == mask


@pytest.mark.parametrize(("written", "state"), [
    ({}, "given"), ({"every": "regular"}, None), ({"every": "other"}, None), ({"raw": "若干次网络协商"}, None), ({"raw": "每年数次"}, None),
    ({"raw": "偶数月的xx日"}, "redacted"), ({"raw": "每季度x次", "times": {"state": "redacted"}}, "redacted"),
    ({"raw": "每季度若干次，不少于2次", "times": {"state": "given", "value": "2"}}, "given"),
])
def test_vague_is_not_given_and_a_hidden_day_is_hidden(written: dict[str, Any], state: str | None) -> None:
    assert validated(Point, RHYTHM | written).often_state == state


@pytest.mark.parametrize(("written", "states"), [
    ({}, {"given"}), ({"every": "regular"}, set()), ({"raw": "单月的x日"}, {"given", "redacted"}),
    ({"raw": "每季度x次", "times": {"state": "redacted"}}, {"redacted"}),
])
def test_an_interval_with_a_hidden_day_is_looked_for_as_given_and_as_hidden(written: dict[str, Any], states: set[str]) -> None:
    assert validated(Point, RHYTHM | written).often_states == states


def test_a_figure_that_a_rhythm_tells_is_not_beside_it() -> None:
    account = {"speech": "a", "at": ["1"], "progress": {"status": "unclear"}, "points": [RHYTHM | {"raw": "每季度走访两家"}], "figures": [
        {"label": "每季度走访的家数", "state": "given", "value": "2", "raw": "每季度走访两家"}, {"label": "家数", "state": "given", "value": "9", "raw": "九家"}]}
    assert [figure.label for figure in validated(Account, account).figures_beside] == ["家数"]


@pytest.mark.parametrize(("text", "added"), [("碰头", True), ("碰头，次数的下限原文隐去", False)])
def test_that_it_is_hidden_is_said_once(text: str, added: bool) -> None:
    assert validated(Point, RHYTHM | {"text": text, "raw": "每季度x次", "times": {"state": "redacted"}}).says_hidden is added


def test_a_figure_in_the_words_of_a_rhythm_is_told_by_the_rhythm() -> None:
    figures = [{"label": "次数", "state": "given", "value": "1", "raw": raw} for raw in ("每季度碰头", "碰头一次")]
    account = validated(Account, {"speech": "s", "at": ["1"], "progress": {"status": "unclear"}, "points": [RHYTHM], "figures": figures})
    assert [figure.raw for figure in account.amounts] == ["碰头一次"]
