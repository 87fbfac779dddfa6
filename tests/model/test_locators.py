"""Places in a speech: what they name, what lies in what, and in which order they stand."""

import pytest

from macros.model import locators
from macros.model.entries import Speech
from macros.model.fields import validated

SPEECH = validated(Speech, {
    "title": "甲县谈履职", "short": "谈履职", "order": 1, "source": "hui-bian", "organization": "jia-xian",
    "outline": [
        {"heading": None, "paragraphs": [{"gist": "开头"}]},
        {"heading": "一、编组", "paragraphs": [{"gist": "讲编组", "items": [{"marker": "一是", "gist": "编组"}, {"marker": "二是", "gist": "活动"}]},
                                          {"gist": "讲站点"}]},
    ],
})


@pytest.mark.parametrize(("place", "parsed", "anchor"), [("3", (3, None), "p3"), ("3.2", (3, 2), "p3-2"), ("12.10", (12, 10), "p12-10")])
def test_a_place_is_a_paragraph_and_perhaps_an_item(place: str, parsed: tuple[int, int | None], anchor: str) -> None:
    assert (locators.parse(place), locators.anchor(place)) == (parsed, anchor)


@pytest.mark.parametrize(("place", "there", "label", "gist"), [
    ("1", True, "第1段", "开头"),
    # Paragraphs are counted on over headings.
    ("2", True, "第2段", "讲编组"),
    ("2.1", True, "第2段·一是", "编组"),
    ("2.2", True, "第2段·二是", "活动"),
    ("3", True, "第3段", "讲站点"),
])
def test_a_place_that_is_there_is_named_and_told(place: str, there: bool, label: str, gist: str) -> None:
    assert (locators.exists(SPEECH, place), locators.label(SPEECH, place), locators.gist(SPEECH, place)) == (there, label, gist)


@pytest.mark.parametrize("place", ["2.3", "1.1", "4", "4.1"])
def test_a_place_beyond_the_end_is_not_there_and_named_by_its_paragraph(place: str) -> None:
    assert not locators.exists(SPEECH, place)
    assert locators.label(SPEECH, place) == f"第{place.partition('.')[0]}段"


def test_beyond_the_last_paragraph_nothing_is_told() -> None:
    assert locators.paragraph(SPEECH, "4") is None
    assert locators.gist(SPEECH, "4.1") == ""


@pytest.mark.parametrize(("place", "cited", "inside"), [
    ("3.2", ("3.2",), True),
    ("3", ("3",), True),
    # A point inside a paragraph that is cited whole.
    ("3.2", ("1", "3"), True),
    ("3.2", ("3.1", "3.3"), False),
    # The whole paragraph is more than one item of it.
    ("3", ("3.2",), False),
    ("3.2", ("13", "2"), False),
    ("13.2", ("3", "1"), False),
])
def test_a_point_lies_within_the_place_or_within_a_paragraph_that_is_cited_whole(place: str, cited: tuple[str, ...], inside: bool) -> None:
    assert locators.within(place, cited) is inside


def test_places_are_ordered_by_number_and_a_paragraph_comes_before_its_items() -> None:
    assert sorted(["10", "2.10", "2.2", "2", "1.1"], key=locators.order) == ["1.1", "2", "2.2", "2.10", "10"]
