"""What searches are asked is what it is called, and the same for the same seed."""

import re

import pytest
from lines import Lines
from offtopic import OFF_TOPIC
from queries import Class, Maker, Plan
from sentences import Sentences

from macros.library.catalog import load
from macros.library.graph import Graph
from macros.model.vocabulary import Level, Status
from macros.text.folding import fold
from tests import frozen


def pairs(text: str) -> list[str]:
    """In the place of jieba: two characters at a time, and signs."""
    return re.findall("[\u4e00-\u9fff]{1,2}|[^\u4e00-\u9fff]+", text)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph(load(frozen.DATA)[0])


def planned(graph: Graph, seed: int) -> dict[str, Plan]:
    plans = [*Maker(graph, seed, 20).classes(), *Sentences(graph, seed, 20, pairs).classes()]
    return {plan.key: plan for plan in plans}


@pytest.fixture(scope="module")
def classes(graph: Graph) -> dict[str, Class]:
    return {key: plan.made() for key, plan in planned(graph, 5).items()}


def test_the_same_seed_gives_the_same_queries_whatever_was_made_before(graph: Graph, classes: dict[str, Class]) -> None:
    again, other = planned(graph, 5), planned(graph, 6)
    assert {key: again[key].made() for key in ("pasted-150", "two", "wrapped")} == {key: classes[key] for key in ("pasted-150", "two", "wrapped")}
    assert other["two"].made() != classes["two"]


def test_every_query_has_something_right_and_none_is_asked_twice(classes: dict[str, Class]) -> None:
    assert [key for key, each in classes.items() if not each.queries] == []
    assert [query for each in classes.values() for query in each.queries if not query.right] == []
    assert [key for key, each in classes.items() if len({query.text for query in each.queries}) < len(each.queries)] == []


def test_words_apart_stand_in_one_line_of_what_is_right_and_do_not_touch(graph: Graph, classes: dict[str, Class]) -> None:
    lines = Sentences(graph, 5, 1, pairs).said
    for query in classes["apart"].queries:
        words = re.split(" |的|怎么", query.text)
        assert len(words) in (2, 3)
        assert lines.having(*map(fold, words)) == query.right
        assert len(query.right) <= 3


def test_pasted_text_is_as_long_as_it_says_and_begins_in_an_entry_that_is_right(graph: Graph, classes: dict[str, Class]) -> None:
    own = Sentences(graph, 5, 1, pairs).own
    for length in (100, 150, 400, 1000):
        for query in classes[f"pasted-{length}"].queries:
            assert len(query.text) == length
            assert any(query.text[:12] in "".join(line.rstrip("。") + "。" for line in own[pid]) for pid in own)
            assert query.right <= own.keys()


def test_a_short_name_is_wrapped_in_words_that_are_not_its_own(classes: dict[str, Class]) -> None:
    assert all(len(query.text) > 3 and len(query.right) <= 3 for query in classes["wrapped"].queries)
    assert any("方案" in query.text or "材料" in query.text for query in classes["wrapped"].queries)


def test_with_a_level_a_progress_or_a_body_only_those_of_it_are_right(graph: Graph, classes: dict[str, Class]) -> None:
    levels = {level.label: level for level in Level}
    for query in classes["with-level"].queries:
        level = levels[query.text.split()[0]]
        assert all(level in {graph.catalog.organizations[telling.organization_id].level for telling in graph.of_practice[pid]} for pid in query.right)
    planning = [query for query in classes["with-progress"].queries if query.text.startswith("打算做的")]
    assert planning
    assert all(Status.PLANNED in {telling.account.progress.status for telling in graph.of_practice[pid]} for query in planning for pid in query.right)


def test_a_slip_in_three_characters_sounds_like_a_name_and_is_none(graph: Graph, classes: dict[str, Class]) -> None:
    names = Lines((pid, fold(name)) for pid, names in Sentences(graph, 5, 1, pairs).names.items() for name in names)
    assert all(len(query.text) == 3 and not names.having(query.text) for query in classes["three"].queries)


def test_who_has_some_words_in_one_line_is_found() -> None:
    lines = Lines([("a", "委员之家"), ("a", "上站学习"), ("b", "委员学习"), ("c", "之家")])
    assert lines.having("委员") == {"a", "b"}
    assert lines.having("学习", "委员") == {"b"}
    assert lines.having("之家", "学习") == frozenset()


def test_off_topic_are_fifty_different_ones() -> None:
    assert len(set(OFF_TOPIC)) == len(OFF_TOPIC) == 50


def test_two_slips_leave_most_of_a_name(graph: Graph) -> None:
    maker = Maker(graph, 3, 20)
    for query in planned(graph, 3)["typos"].made().queries:
        (pid,) = query.right
        title = maker.titles[pid].replace("“", "").replace("”", "")
        assert query.text != title
        assert abs(len(query.text) - len(title)) <= 1
        assert len(set(title) - set(query.text)) <= 2
