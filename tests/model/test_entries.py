"""What an entry may hold, beyond what messages about it say (tests/reading/test_validation_errors.py)."""

import datetime
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.accounts import Figure
from macros.model.entries import (
    Citation,
    Organization,
    Paragraph,
    Practice,
    Section,
    Source,
    Speech,
    Term,
    Topic,
    Unsaid,
)
from macros.model.fields import Model, altered, fields_of, validated
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


SPEECH = {"title": "甲", "short": "甲", "order": "1", "source": "s", "organization": "o", "outline": [{"paragraphs": [{"gist": "一"}]}]}
SOURCE = {"title": "甲", "kind": "书"}
TOPIC = {"title": "甲", "question": "乙？", "scope": "丙", "order": "1"}
BODY = {"name": "xx市政协", "name_state": "masked", "level": "city"}
TERM = {"term": "甲", "expansion": "乙", "at": [{"speech": "s", "at": ["1"]}]}


def refused(model: Model, data: dict[str, Any]) -> bool:
    try:
        validated(model, data)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(("model", "data", "field", "least", "most"), [
    (Speech, SPEECH, "order", 1, 999), (Topic, TOPIC, "order", 1, 999), (Source, SOURCE, "year", 1949, 2999), (Paragraph, {"gist": "甲"}, "masks", 0, 999),
])
def test_a_count_has_its_limits(model: Model, data: dict[str, Any], field: str, least: int, most: int) -> None:
    asked = (least - 1, least, most, most + 1)
    assert [refused(model, data | {field: str(number)}) for number in asked] == [True, False, False, True]


@pytest.mark.parametrize(("model", "data", "field", "most"), [
    (Practice, PRACTICE, "title", 80), (Practice, PRACTICE, "summary", 120), (Speech, SPEECH, "occasion", 400),
    (Source, SOURCE, "short", 12), (Source, SOURCE, "cut", 100_000), (Organization, BODY, "distinguisher", 6),
])
def test_a_text_is_neither_empty_nor_too_long(model: Model, data: dict[str, Any], field: str, most: int) -> None:
    assert [refused(model, data | {field: "字" * length}) for length in (1, most, most + 1)] == [False, False, True]
    assert refused(model, data | {field: ""}) is (field != "cut")


@pytest.mark.parametrize(("model", "data", "field", "item", "most"), [
    (Practice, PRACTICE, "topics", "a", 3), (Practice, PRACTICE, "accounts", PRACTICE["accounts"][0], 9),
    (Speech, SPEECH, "outline", {"paragraphs": [{"gist": "一"}]}, 9), (Section, {}, "paragraphs", {"gist": "一"}, 9),
    (Term, TERM, "at", {"speech": "s", "at": ["1"]}, 9), (Citation, {"speech": "s"}, "at", "1", 9),
])
def test_what_an_entry_must_have_it_has_once_at_least(model: Model, data: dict[str, Any], field: str, item: Any, most: int) -> None:
    asked = [refused(model, data | {field: [item] * times}) for times in (0, 1, most, most + 1)]
    assert asked == [True, False, False, field == "topics"]


def test_what_is_not_answered_names_both_speech_and_aspect_or_neither() -> None:
    places: list[dict[str, Any]] = [{}, {"speech": "a", "aspect": "effect"}, {"speech": "a"}, {"aspect": "effect"}]
    assert [refused(Practice, PRACTICE | {"unsaid": [{"what": "甲"} | place]}) for place in places] == [False, False, True, True]
    assert validated(Practice, PRACTICE | {"unsaid": ["甲"]}).unsaid == (Unsaid(what="甲"),)


def test_a_term_is_either_explained_or_said_not_to_be() -> None:
    bare = {name: value for name, value in TERM.items() if name != "expansion"}
    assert [refused(Term, data) for data in (TERM, bare | {"unexplained": "true"}, bare, TERM | {"unexplained": "true"})] == [
        False, False, True, True]


@pytest.mark.parametrize("later", [
    lambda day: {"updated": day}, lambda day: {"changes": [{"on": "2026-12-02", "what": "甲"}, {"on": day, "what": "乙"}]},
    lambda day: {"reviewed": {"on": day, "by": "甲"}},
])
def test_nothing_happens_to_a_practice_before_it_is_there(later: Callable[[str], dict[str, Any]]) -> None:
    assert [refused(Practice, PRACTICE | later(day)) for day in ("2026-11-23", "2026-11-24")] == [True, False]


def test_a_practice_was_changed_when_its_last_correction_says() -> None:
    changes = [{"on": day, "what": "甲"} for day in ("2026-12-02", "2026-12-05")]
    days = [validated(Practice, PRACTICE | more).changed for more in ({}, {"updated": "2026-12-01"}, {"updated": "2026-12-09", "changes": changes})]
    assert days == [None, datetime.date(2026, 12, 1), datetime.date(2026, 12, 5)]


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


AT = [{"speech": "jia-shi", "at": ["1"]}]


def test_blanks_around_a_text_are_not_part_of_it() -> None:
    assert validated(Term, {"term": " 三联 ", "expansion": "\t联系", "at": AT}) == validated(Term, {"term": "三联", "expansion": "联系", "at": AT})


def test_a_copy_with_other_values_leaves_the_entry_as_it_is() -> None:
    term = validated(Term, {"term": "三联", "expansion": "联系", "at": AT})
    other = altered(term, term="四联", expansion=None)
    assert (other.term, other.expansion, term.term, term.expansion) == ("四联", None, "三联", "联系")


@pytest.mark.parametrize("written", ["2025-02-29", "2025-04-31"])
def test_a_speech_is_of_a_day_that_there_is(written):
    with pytest.raises(ValidationError, match=f"日期 {written} 没有这一天"):
        validated(Speech, {**SPEECH, "date": written})


@pytest.mark.parametrize("written", ["2025", "2025-09", "2024-02-29"])
def test_the_date_of_a_speech_ends_where_the_source_ends(written):
    assert validated(Speech, {**SPEECH, "date": written}).date == written
