"""What happens to an entry in the course of time."""

import datetime

import pytest
from pydantic import ValidationError

from macros.model.entries import Practice
from macros.model.fields import validated
from macros.model.lifecycle import Review
from tests.model.test_entries import PRACTICE

FIRST, LAST = {"on": "2026-11-25", "what": "补上叫法"}, {"on": "2026-12-01", "what": "改了进展"}


def test_the_last_correction_is_when_it_changed() -> None:
    assert validated(Practice, PRACTICE).changed is None
    assert validated(Practice, PRACTICE | {"updated": "2026-11-26"}).changed == datetime.date(2026, 11, 26)
    # In whatever order they are written, and whatever an old `updated` says.
    for changes in ([FIRST, LAST], [LAST, FIRST]):
        assert validated(Practice, PRACTICE | {"updated": "2026-11-26", "changes": changes}).changed == datetime.date(2026, 12, 1)


def test_a_review_says_who_and_when() -> None:
    assert validated(Practice, PRACTICE | {"reviewed": {"on": "2026-12-01", "by": "提案委"}}).reviewed == Review(
        on=datetime.date(2026, 12, 1), by="提案委")


@pytest.mark.parametrize("early", [
    {"changes": [LAST, {"on": "2026-11-01", "what": "甲"}]}, {"reviewed": {"on": "2026-11-23", "by": "甲"}}, {"updated": "2026-11-23"},
])
def test_nothing_happens_to_an_entry_before_it_is_there(early: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        validated(Practice, PRACTICE | early)
