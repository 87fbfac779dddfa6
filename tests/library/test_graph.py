"""The relations between entries: what a reader sees of an order, a count, a back-link."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.library.catalog import Catalog, load
from macros.library.graph import Graph
from macros.model.entries import Organization, Practice, Problem, Source, Speech, Topic
from macros.model.fields import validated
from tests.small_tree import Tree

GONE = {"on": "2026-12-01", "reason": "原文更正"}


def account(speech: str, *at: str) -> dict[str, Any]:
    return {"speech": speech, "at": list(at or ("1",)), "progress": {"status": "unclear"}, "points": [{"text": "说明"}]}


def practice(*accounts: dict[str, Any], topics: Sequence[str] = ("duty",), **more: Any) -> Practice:
    return validated(Practice, {"title": "做法", "summary": "说明。", "form": "mechanism", "topics": list(topics), "added": "2026-11-24",
                                "accounts": list(accounts) or [account("one")], **more})


def graph(practices: Mapping[str, Practice], speeches: Mapping[str, str] | None = None, names: Mapping[str, str] | None = None,
          problems: Mapping[str, Problem] | None = None, gone: Sequence[str] = (), apart: Mapping[str, str] | None = None,
          sources: Mapping[str, str] | None = None) -> Graph:
    """A graph of these practices; `speeches` are bodies by speech, in the order of the source, those in `gone` withdrawn.

    `apart` are the distinguishers of bodies, `sources` those of speeches that are not from the source `s`.
    """
    told_apart, elsewhere = apart or {}, sources or {}
    spoken = speeches or {"one": "a", "two": "b", "three": "c"}
    named = names or {"a": "甲县政协", "b": "乙市政协", "c": "丙县政协"}
    outline = [{"paragraphs": [{"gist": "讲事。", "items": [{"marker": "一是", "gist": "甲"}, {"marker": "二是", "gist": "乙"}]}, {"gist": "讲事。"}]}]
    return Graph(Catalog(
        topics={i: validated(Topic, {"title": i, "question": "？", "scope": "。", "order": n}) for n, i in enumerate(("duty", "party", "office"), 1)},
        organizations={i: validated(Organization, {
            "name": name, "name_state": "named", "level": "county", **({"distinguisher": told_apart[i]} if i in told_apart else {})})
                       for i, name in named.items()},
        speeches={i: validated(Speech, {"title": i, "short": i, "order": n, "source": elsewhere.get(i, "s"), "organization": body, "outline": outline,
                                        **({"withdrawn": GONE} if i in gone else {})})
                  for n, (i, body) in enumerate(spoken.items(), 1)},
        sources={"s": validated(Source, {"title": "研讨发言汇编", "kind": "书", "short": "研讨汇编"}), "t": validated(Source, {"title": "简报", "kind": "网页"})},
        practices=practices, problems=problems or {}))


def test_a_practice_shows_its_accounts_in_the_order_of_the_speeches_whatever_the_order_in_its_file() -> None:
    found = graph({"p": practice(account("three"), account("one"), account("two"))})
    assert [t.speech_id for t in found.of_practice["p"]] == ["one", "two", "three"]


def test_a_speech_shows_its_practices_in_the_order_of_their_places() -> None:
    found = graph({"a": practice(account("one", "2")), "b": practice(account("one", "1.2")), "c": practice(account("one", "1.1")),
                   "d": practice(account("one", "1")), "e": practice(account("one", "1"))})
    assert [t.practice_id for t in found.of_speech["one"]] == ["d", "e", "c", "b", "a"]
    assert found.practice_ids == ("d", "e", "c", "b", "a")
    assert [t.practice_id for t in found.told_at["one", "1"]] == ["d", "e"]


def test_an_account_of_several_places_stands_at_the_first_of_them() -> None:
    found = graph({"later": practice(account("one", "1.2")), "first": practice(account("one", "1.1", "2"))})
    assert found.practice_ids == ("first", "later")


def test_neighbours_of_a_topic_stand_most_first_and_equal_ones_as_the_topics_do() -> None:
    found = graph({"a": practice(topics=["duty", "party"]), "b": practice(topics=["office", "duty"]), "c": practice(topics=["duty", "office"])})
    assert found.neighbours("duty") == (("office", ("b", "c")), ("party", ("a",)))
    even = graph({"a": practice(topics=["duty", "office"]), "b": practice(topics=["duty", "party"])})
    assert [topic for topic, _ in even.neighbours("duty")] == ["party", "office"]
    assert found.neighbours("elsewhere") == ()


def test_namesakes_are_told_apart_by_a_word_of_their_own() -> None:
    found = graph({}, names={"a": "xx市政协", "b": "xx市政协", "c": "丁县政协"}, apart={"a": "全员入委", "b": "联络站"})
    assert [found.name_of(i) for i in "abc"] == ["xx市政协〔全员入委〕", "xx市政协〔联络站〕", "丁县政协"]


def test_a_speech_is_called_with_its_source_only_where_there_are_several() -> None:
    assert graph({}).speech_name("one") == "《one》"
    found = graph({}, sources={"three": "t"})
    assert [found.speech_name(i) for i in ("one", "three")] == ["《one》（研讨汇编）", "《three》（简报）"]
    # A source of which nothing is shown any more makes no difference.
    assert graph({}, sources={"three": "t"}, gone=["three"]).speech_name("one") == "《one》"


def test_a_body_with_a_name_of_its_own_is_called_by_it() -> None:
    assert graph({}).name_of("a") == "甲县政协"


def test_links_stand_on_both_pages_the_own_ones_first() -> None:
    found = graph({"a": practice(related=[{"to": "b", "as": "part"}]), "b": practice(related=[{"to": "c", "as": "alternative"}]), "c": practice()})
    assert [(r.to, r.label, r.forward) for r in found.related["b"]] == [("c", "另一种做法", True), ("a", "所属整体", False)]


def test_no_link_leads_to_a_withdrawn_practice_nor_comes_from_one() -> None:
    found = graph({"a": practice(related=[{"to": "gone", "as": "part"}], distinct_from=[{"to": "gone", "why": "不同"}]), "b": practice(),
                   "gone": practice(related=[{"to": "b", "as": "part"}], distinct_from=[{"to": "b", "why": "不同"}], withdrawn=GONE)})
    assert dict(found.related) == {}
    assert dict(found.confusable) == {}


def test_what_a_withdrawn_entry_or_speech_tells_is_in_no_list_and_no_count() -> None:
    problem = validated(Problem, {"title": "怎么办？"})
    found = graph({"a": practice(problems=["q"]), "gone": practice(problems=["q"], withdrawn=GONE), "by-a-speech-gone": practice(account("two"), problems=["q"])},
                  problems={"q": problem}, gone=["two"])
    assert found.practice_ids == ("a",)
    assert (dict(found.by_topic), dict(found.by_problem)) == ({"duty": ("a",)}, {"q": ("a",)})
    assert list(found.of_organization) == ["a"]
    assert list(found.speeches_of) == ["a", "c"]


def test_both_sides_of_a_distinction_give_the_same_reason() -> None:
    found = graph({"a": practice(distinct_from=[{"to": "b", "why": "甲是会，乙是组"}]), "b": practice()})
    assert [(c.to, c.why) for c in found.confusable["a"]] == [("b", "甲是会，乙是组")]
    assert [(c.to, c.why) for c in found.confusable["b"]] == [("a", "甲是会，乙是组")]


def test_beside_a_withdrawn_one_the_others_are_told_apart_all_the_same() -> None:
    found = graph({"a": practice(distinct_from=[{"to": "gone", "why": "不同"}, {"to": "b", "why": "甲是会，乙是组"}]), "b": practice(),
                   "gone": practice(withdrawn=GONE)})
    assert [c.to for c in found.confusable["a"]] == ["b"]


def test_a_body_that_tells_of_a_practice_twice_counts_once() -> None:
    found = graph({"p": practice(account("one"), account("two")), "q": practice(account("three"))}, speeches={"one": "a", "two": "a", "three": "c"})
    assert (found.count_of("duty", "a"), found.count_of("duty", "c"), found.count_of("party", "a")) == (1, 1, 0)
    assert found.organizations_of(["q", "p"]) == ("a", "c")


def test_problems_and_terms_are_found_by_the_place_that_names_them() -> None:
    found = graph({}, problems={"q": validated(Problem, {"title": "怎么办？", "named_in": [{"speech": "one", "at": ["1.2", "2"]}]})})
    assert dict(found.problems_named_at) == {("one", "1.2"): ("q",), ("one", "2"): ("q",)}


def test_who_mentions_an_entry_is_told_once_and_no_withdrawn_entry_mentions_any(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    bian_zu, ke_tang = "practices/wei-yuan-bian-zu.yml", "practices/wei-yuan-ke-tang.yml"
    tree.write(ke_tang, tree.read(ke_tang).replace("summary: ", "summary: 不同于[[wei-yuan-bian-zu]]和[[wei-yuan-bian-zu]]，", 1))
    tree.write(bian_zu, tree.read(bian_zu).replace("summary: ", "summary: 不是[[wei-yuan-ke-tang]]，", 1))

    def mentioned() -> dict[str, tuple[tuple[str, str], ...]]:
        found = Graph(load(tree.root)[0]).mentioned_by
        return {i: found[i] for i in ("wei-yuan-bian-zu", "wei-yuan-ke-tang") if i in found}

    assert mentioned() == {"wei-yuan-bian-zu": (("practices", "wei-yuan-ke-tang"),), "wei-yuan-ke-tang": (("practices", "wei-yuan-bian-zu"),)}
    tree.replace(ke_tang, "added: 2026-11-24", "added: 2026-11-24\nwithdrawn: {on: 2026-12-01, reason: 原文更正}")
    assert mentioned() == {"wei-yuan-ke-tang": (("practices", "wei-yuan-bian-zu"),)}
    # Whichever of the two it is: those after a withdrawn entry are looked at too.
    tree.replace(ke_tang, "withdrawn: {on: 2026-12-01, reason: 原文更正}", "")
    tree.replace(bian_zu, "added: 2026-11-24", "added: 2026-11-24\nwithdrawn: {on: 2026-12-01, reason: 原文更正}")
    assert mentioned() == {"wei-yuan-bian-zu": (("practices", "wei-yuan-ke-tang"),)}


def test_all_can_be_worked_out_ahead() -> None:
    found = graph({"a": practice()})
    found.work_out()
    assert {"tellings", "of_practice", "by_topic", "related", "mentioned_by", "_counts"} <= vars(found).keys()
