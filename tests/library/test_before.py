"""What was there and is not any more, and what is new, as plain values."""

from dataclasses import replace

from macros.library.before import Before
from macros.library.catalog import load
from tests.small_tree import FIXTURES

SMALL, _ = load(FIXTURES / "small")
KE_TANG = ("practices", "wei-yuan-ke-tang")


def test_what_is_gone_and_what_is_new() -> None:
    before = Before(SMALL.claimed - {KE_TANG} | {("practices", "lao")}, SMALL, "abc", SMALL)
    assert before.gone == (("practices", "lao"),)
    assert before.new == {KE_TANG}
    assert before.told().has("practices", "lao") and before.told().kind_of("lao") is None


def test_of_a_kind_that_cannot_be_read_nothing_is_gone() -> None:
    now = replace(SMALL, unread=frozenset({"practices"}))
    assert Before(SMALL.claimed | {("practices", "lao")}, SMALL, "abc", now).gone == ()


def test_what_was_renamed_is_neither_gone_nor_new() -> None:
    renamed = replace(SMALL.practices["wei-yuan-ke-tang"], formerly=("lao",))
    now = replace(SMALL, practices={**SMALL.practices, "wei-yuan-ke-tang": renamed})
    before = Before(SMALL.claimed - {KE_TANG} | {("practices", "lao")}, SMALL, "abc", now)
    assert (before.gone, before.new) == ((), frozenset())


def test_what_is_touched_is_what_is_new_and_what_was_altered() -> None:
    bian_zu = ("practices", "wei-yuan-bian-zu")
    # Of a file of many all entries were looked at again; this one is as it was.
    altered = replace(SMALL, claimed=frozenset({bian_zu, ("terms", "t-san-lian")}), origins={key: SMALL.origins[key] for key in SMALL.origins if key != bian_zu})
    before = Before(SMALL.claimed - {KE_TANG}, altered, "abc", SMALL)
    assert (before.told().new, before.told().touched) == ({KE_TANG}, {KE_TANG, ("practices", "wei-yuan-bian-zu")})


def test_entries_that_may_have_changed_are_those_that_were_altered_and_are_still_there() -> None:
    was = {"wei-yuan-ke-tang": SMALL.practices["wei-yuan-bian-zu"], "lao": SMALL.practices["wei-yuan-bian-zu"]}
    before = Before(SMALL.claimed, replace(SMALL, practices=was), "abc", SMALL)
    assert list(before.pairs("practices")) == [("wei-yuan-ke-tang", was["wei-yuan-ke-tang"], SMALL.practices["wei-yuan-ke-tang"])]
