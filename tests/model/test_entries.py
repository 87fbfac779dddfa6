"""What an entry may hold, beyond what messages about it say (tests/reading/test_validation_errors.py)."""

import datetime
from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest
from pydantic import ValidationError

from macros.model.accounts import Figure
from macros.model.entries import Practice, Section, Speech
from macros.model.fields import Model, fields_of, validated
from macros.model.kinds import KINDS
from macros.model.lifecycle import Exemption, Withdrawal

PRACTICE = {
    "title": "委员课堂", "summary": "开课。", "form": "platform", "topics": ["member-duty"], "added": "2026-11-24",
    "accounts": [{"speech": "a", "at": ["1"], "progress": {"status": "unclear"}, "points": [{"text": "甲"}]}],
}


def test_strings_become_numbers_and_dates() -> None:
    figure = validated(Figure, {"label": "甲", "state": "given", "value": "1.50", "raw": "一个半"})
    assert figure.value == Decimal("1.50")
    assert validated(Practice, PRACTICE).added == datetime.date(2026, 11, 24)


@pytest.mark.parametrize("value", ["１", "1e3", "1_000", "NaN", "Infinity", "一", "0x1"])
def test_only_plain_digits_are_a_number(value: str) -> None:
    with pytest.raises(ValidationError):
        validated(Figure, {"label": "甲", "state": "given", "value": value, "raw": "甲"})


@pytest.mark.parametrize("value", ["0", "1700000000", "2026-11-24T00:00", "20261124", "2026-1-2"])
def test_only_one_spelling_is_a_date(value: str) -> None:
    with pytest.raises(ValidationError):
        validated(Practice, PRACTICE | {"added": value})


def test_an_entry_may_be_withdrawn_or_exempt_with_a_reason() -> None:
    practice = validated(Practice, PRACTICE | {
        "withdrawn": {"on": "2026-12-01", "reason": "并入他处"}, "exempt": [{"rule": "near-duplicate", "why": "两回事"}]})
    assert practice.withdrawn == Withdrawal(on=datetime.date(2026, 12, 1), reason="并入他处")
    assert practice.exempt == (Exemption(rule="near-duplicate", why="两回事"),)


def test_paragraphs_are_numbered_through_the_sections() -> None:
    speech = validated(Speech, {
        "title": "甲", "short": "甲", "order": "1", "source": "s", "organization": "o",
        "outline": [{"heading": None, "paragraphs": [{"gist": "一", "masks": "2"}]},
                    {"heading": "一、乙", "paragraphs": [{"gist": "二"}, {"gist": "三", "masks": "1"}]}]})
    assert [p.gist for p in speech.paragraphs] == ["一", "二", "三"]
    assert speech.masks == 3


@pytest.mark.parametrize("heading", [None, ""])
def test_no_heading_may_be_written_in_two_ways(heading: str | None) -> None:
    assert validated(Section, {"heading": heading, "paragraphs": [{"gist": "甲"}]}).heading is None


def _models(model: Model, seen: dict[str, Model]) -> dict[str, Model]:
    from macros.model.describe import models

    seen[model.__name__] = model
    for below in models(model).values():
        if below.__name__ not in seen:
            _models(below, seen)
    return seen


@pytest.mark.parametrize("model", [m for kind in KINDS.values() for m in _models(kind.model, {}).values()], ids=lambda m: m.__name__)
def test_every_field_has_a_label_and_a_meaning(model: Model) -> None:
    assert all(info.title and info.description for info in fields_of(model).values())


@pytest.mark.parametrize("model", [m for kind in KINDS.values() for m in _models(kind.model, {}).values()], ids=lambda m: m.__name__)
def test_an_entry_never_changes(model: Model) -> None:
    untouched = model.__new__(model)
    with pytest.raises(FrozenInstanceError):
        setattr(untouched, next(iter(fields_of(model))), "别的")
