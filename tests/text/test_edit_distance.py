import pytest

from macros.text.edit_distance import distance, nearest


@pytest.mark.parametrize(("a", "b", "steps"), [
    ("", "", 0), ("甲", "", 1), ("组织设制", "组织设置", 1), ("ab", "ba", 1), ("全员入委", "入委全员", 4), ("kitten", "sitting", 3),
])
def test_distance_counts_edits_and_swaps(a: str, b: str, steps: int) -> None:
    assert distance(a, b) == distance(b, a) == steps


def test_counting_stops_above_the_limit() -> None:
    assert distance("a" * 50, "b" * 50, limit=3) == 4
    assert distance("kitten", "sitting", limit=3) == 3


def test_the_nearest_wins_and_nothing_near_is_none() -> None:
    assert nearest("组织设制", ["组织设置", "制度机制"]) == "组织设置"
    assert nearest("titel", ["title", "term"]) == "title"
    assert nearest("毫不相干", ["组织设置"]) is None
    assert nearest("x", []) is None


def test_ids_that_only_share_syllables_are_not_near() -> None:
    assert nearest("xi-lie-xue-xi-zhi-du", ["ding-xiang-lian-xi-zhi-du"]) is None
    assert nearest("quan-yuan-ruwei", ["quan-yuan-ru-wei"]) == "quan-yuan-ru-wei"


def test_a_sentence_is_no_misspelt_name() -> None:
    assert nearest("甲" * 81, ["甲" * 80]) is None
