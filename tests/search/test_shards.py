"""Shards name the lines of every pair of characters, and the browser reads them back."""

import pytest

from macros import search
from macros.search.shards import frequencies, shard_of, split
from tests.search.conftest import Open, account, graph, practice


def test_a_pair_lists_the_lines_that_have_it() -> None:
    parts = split(["甲乙丙", "丁戊", "甲乙", "己庚", "辛壬", "癸", "子丑", "寅卯", "辰巳"])
    # Line 0, then two further on; a last digit is one of the upper 32.
    assert "甲乙wy" in parts[shard_of("甲乙")].splitlines()


def test_pairs_do_not_cross_the_lines_of_a_body() -> None:
    parts = split(["甲乙", "丙丁", "", "", ""])
    assert frequencies(parts) == {"甲乙": 1, "丙丁": 1}


def test_a_pair_that_many_have_is_everywhere() -> None:
    parts = split(["甲乙"] * 2 + ["丙丁"] * 3)
    assert parts[shard_of("甲乙")] == "甲乙*"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Libraries of any size count as too large to load whole."""
    monkeypatch.setattr(search, "WHOLE", 0)


@pytest.mark.browser
@pytest.mark.usefixtures("large")
def test_a_phrase_of_a_body_is_found_by_shards_alone(open_library: Open) -> None:
    numbers = range(300)
    library = graph({f"p-{i}": practice(f"做法{i}号", summary=f"共{i}次。", accounts=[account(points=[f"每逢{chr(0x5000 + i)}日走访"])])
                     for i in numbers})
    opened = open_library(library)
    before = opened.run("Array.from(kb.search('倀日走访'))")
    found = opened.search(chr(0x5000 + 200) + "日走访")
    assert before == []
    assert [hit["id"] for hit in found["hits"]] == ["p-200"]
    assert found["hits"][0]["why"] == {
        "field": "points", "label": "要点", "text": f"每逢{chr(0x5000 + 200)}日走访", "spans": [[2, 6]]}
    # Of the ten chunks only the one with the hit was fetched.
    assert opened.run("Object.keys(KB_DATA).filter((name) => name.startsWith('chunk-')).length") == 1


@pytest.mark.browser
@pytest.mark.usefixtures("large")
def test_pairs_that_do_not_stand_together_are_no_phrase(open_library: Open) -> None:
    texts = ["先甲乙后乙丙", *("别的说明" for _ in range(40))]
    library = graph({f"p-{i}": practice(f"名称{i}", summary=f"{text}。") for i, text in enumerate(texts)})
    found = open_library(library).search("甲乙丙")
    assert ([hit["title"] for hit in found["hits"]], found["partial"]) == (["名称0"], True)
