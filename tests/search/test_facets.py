"""Counts never lie: choosing a value gives exactly as many as it said."""

from typing import Any

import pytest

from macros.library.graph import Graph
from tests.search.conftest import Open, Opened, account, graph, practice

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(open_library: Open) -> Opened:
    return open_library(graph({
        "a": practice("甲", form="platform", topics=["party-building", "member-duty"],
                      accounts=[account("jia-jiang", "planned", figures=["redacted", "given"]),
                                account("yi-jiang", "pilot")]),
        "b": practice("乙", form="mechanism", accounts=[account("jia-jiang", "pilot", figures=["listed"])]),
        "c": practice("丙", form="platform", accounts=[account("yi-jiang", "planned")]),
    }))


def facets(opened: Opened, filters: dict[str, list[str]]) -> dict[str, Any]:
    return dict(opened.run("filters => kb.facets(kb.index.current.list('practices'), filters)", filters))


def test_nothing_chosen_leaves_all_and_counts_all(opened: Opened) -> None:
    got = facets(opened, {})
    assert sorted(got["ids"]) == ["a", "b", "c"]
    assert got["counts"] == {
        "topic": {"member-duty": 3, "party-building": 1}, "form": {"platform": 2, "mechanism": 1}, "problem": {},
        "bodies": {"one": 2, "several": 1}, "progress": {"planned": 2, "pilot": 2}, "level": {"county": 2, "city": 2},
        "org": {"jia-xian": 2, "yi-shi": 2}, "figures": {"redacted": 1, "given": 1, "listed": 1, "none": 2},
        "speech": {"jia-jiang": 2, "yi-jiang": 2},
    }


@pytest.mark.parametrize(("filters", "ids"), [
    ({"form": ["platform"]}, ["a", "c"]),
    ({"form": ["platform", "mechanism"]}, ["a", "b", "c"]),
    ({"form": ["platform"], "topic": ["party-building"]}, ["a"]),
    ({"progress": ["pilot"]}, ["a", "b"]),
    # 甲 is planned in one body and piloted in the other: no body does both.
    ({"progress": ["pilot"], "org": ["jia-xian"]}, ["b"]),
    ({"progress": ["planned"], "org": ["yi-shi"]}, ["c"]),
    ({"figures": ["redacted"], "level": ["city"]}, []),
    ({"figures": ["none"], "progress": ["pilot"]}, ["a"]),
    ({"bodies": ["several"]}, ["a"]),
    ({"form": ["unheard-of"]}, []),
    ({"form": []}, ["a", "b", "c"]),
    ({"unheard-of": ["x"]}, ["a", "b", "c"]),
])
def test_filters_narrow_and_values_widen(opened: Opened, filters: dict[str, list[str]], ids: list[str]) -> None:
    assert sorted(facets(opened, filters)["ids"]) == ids


def test_what_is_counted_is_what_a_choice_gives(open_library: Open, real: Graph) -> None:
    """Over the real library, one choice and then every second one beside it."""
    lies = open_library(real).run("""() => {
      const records = kb.index.current.list("practices");
      const lies = [];
      const check = (filters) => {
        const counts = kb.facets(records, filters).counts;
        Object.keys(counts).forEach((facet) => Object.keys(counts[facet]).forEach((value) => {
          const got = kb.facets(records, Object.assign({}, filters, { [facet]: [value] })).ids.length;
          if (got !== counts[facet][value]) lies.push([filters, facet, value, counts[facet][value], got]);
        }));
        return counts;
      };
      const first = check({});
      Object.keys(first).forEach((facet) => Object.keys(first[facet]).forEach((value) => check({ [facet]: [value] })));
      return lies;
    }""")
    assert lies == []


def test_the_search_filters_as_the_facets_do(opened: Opened) -> None:
    filters = {"progress": ["pilot"], "org": ["jia-xian"]}
    assert [hit["id"] for hit in opened.search("甲县", filters=filters)["hits"]] == facets(opened, filters)["ids"]


@pytest.mark.parametrize(("query", "ids"), {"数字被隐去的做法": ["a"], "哪些做法没写数字": ["a", "c"]}.items())
def test_what_is_said_of_figures_is_a_facet_too(opened: Opened, query: str, ids: list[str]) -> None:
    assert sorted(hit["id"] for hit in opened.search(query)["hits"]) == ids
