"""How often, how many and how far: what one account may hold."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.accounts import Figure, Point, Times
from macros.model.fields import validated
from macros.model.vocabulary import Bound, Every, TimesState

RHYTHM = {"aspect": "rhythm", "text": "碰头", "every": "quarter", "raw": "每季度碰头"}


def test_how_often_has_an_interval_and_the_words_of_the_source() -> None:
    point = validated(Point, RHYTHM | {"times": {"state": "given", "value": "2", "bound": "at-least"}})
    assert (point.every, point.raw) == (Every.QUARTER, "每季度碰头")
    assert point.times == Times(state=TimesState.GIVEN, value=Decimal(2), bound=Bound.AT_LEAST)


@pytest.mark.parametrize("raw", ["每季度x次", "每季度×次", "每季度某日", "每季度○次"])
def test_a_hidden_number_of_times_keeps_its_mask(raw: str) -> None:
    assert validated(Point, RHYTHM | {"raw": raw, "times": {"state": "redacted"}}).raw == raw


@pytest.mark.parametrize("wrong", [
    {"aspect": "how"}, {"aspect": None}, {"every": "fortnight"},
    {"times": {"state": "redacted"}}, {"times": {"state": "redacted", "value": "2"}, "raw": "每季度x次"}, {"times": {"state": "given"}},
    {"times": {"state": "listed"}},
])
def test_what_does_not_fit_together_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        validated(Point, {name: value for name, value in (RHYTHM | wrong).items() if value is not None})


@pytest.mark.parametrize("mask", ["x个", "X个", "×个", "＊个", "○个", "□个", "某个"])
def test_figures_are_masked_as_sources_mask(mask: str) -> None:
    assert validated(Figure, {"label": "小组", "state": "redacted", "raw": mask}).raw == mask
