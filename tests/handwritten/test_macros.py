import pytest
from bs4 import BeautifulSoup

from macros.handwritten.macros import Macros
from macros.library.catalog import load
from macros.library.graph import Graph
from macros.pages.renderer import Renderer
from tests import frozen
from tests.conftest import FRAGMENTS


def test_problems_that_a_topic_answers_most_come_first():
    catalog, _ = load(frozen.DATA)
    page = BeautifulSoup(Macros(Renderer(Graph(catalog), FRAGMENTS), "topics/level-linkage.html").paths("level-linkage"), "lxml")
    rows = {row.dt.get_text(): len(row.find_all("a")) - 1 for row in page.select(".kb-paths > div")}
    assert next(iter(rows)).startswith("三级政协")
    assert list(rows.values()) == sorted(rows.values(), reverse=True)
    assert 0 not in rows.values()


@pytest.fixture
def small(small_renderer: Renderer) -> Macros:
    return Macros(small_renderer, "index.html")


def listed(html: str) -> list[str]:
    """The practices that a list shows, from the top."""
    return [str(row["data-kb-id"]) for row in BeautifulSoup(html, "lxml").select("[data-kb-id]")]


@pytest.mark.parametrize(("narrowed", "found"), [
    ({"form": "platform"}, ["gong-zuo-zhan"]),
    ({"form": "mechanism"}, ["wei-yuan-bian-zu"]),
    ({"form": "method"}, []),
    ({"topic": "party-building"}, ["wei-yuan-bian-zu"]),
    ({"topic": "member-duty", "form": "activity"}, ["pei-xun"]),
    ({"problem": "few-come"}, ["wei-yuan-bian-zu"]),
    ({"speech": "da-bu-fen"}, ["gong-zuo-zhan", "pei-xun"]),
    ({"speech": "lian-luo"}, ["wei-yuan-bian-zu"]),
    ({"organization": "jia-xian"}, ["gong-zuo-zhan", "pei-xun"]),
    ({}, ["wei-yuan-bian-zu", "gong-zuo-zhan", "pei-xun"]),
], ids=str)
def test_a_list_of_practices_shows_those_it_is_narrowed_to_and_no_others(small: Macros, narrowed: dict[str, str], found: list[str]) -> None:
    assert listed(small.practices(**narrowed)) == found
    if "organization" not in narrowed:
        assert small.count("practices", **narrowed) == str(len(found))


def test_a_list_is_grouped_by_type_in_the_order_of_the_types(small: Macros) -> None:
    page = BeautifulSoup(small.practices(by="form"), "lxml")
    assert [" ".join(heading.get_text().split()) for heading in page.select(".kb-group")] == ["制度机制 1", "平台载体 1", "活动品牌 1"]
    assert listed(str(page)) == ["wei-yuan-bian-zu", "gong-zuo-zhan", "pei-xun"]


def test_a_term_leads_to_the_practices_that_have_it_in_a_name_or_a_point(small: Macros) -> None:
    page = BeautifulSoup(small.glossary(), "lxml")
    users = {term["id"]: [a["href"] for a in term.select(".kb-term__used a")] for term in page.select(".kb-term")}
    assert users == {"t-san-zu": ["practices/wei-yuan-bian-zu.html"], "t-shuang-bian": []}


def test_the_legend_explains_every_word_of_progress(small: Macros) -> None:
    page = BeautifulSoup(small.legend(), "lxml")
    assert [dt.get_text(strip=True) for dt in page.select("dt")] == ["已实施", "推进中", "试点", "探索", "计划", "提出要求", "不明"]
    assert page.select("dd")[3].get_text() == "原文只说探索，没有说已经在试"


def test_the_legend_of_a_topic_explains_the_words_that_its_practices_bear(small: Macros) -> None:
    page = BeautifulSoup(small.legend(topic="member-duty"), "lxml")
    listed = BeautifulSoup(small.practices(topic="member-duty"), "lxml")
    assert {dt.get_text(strip=True) for dt in page.select("dt")} == {p.get_text(strip=True) for p in listed.select(".kb-progress__label")} != set()


def test_the_list_of_all_practices_explains_the_words_that_stand_on_it(small: Macros) -> None:
    page = BeautifulSoup(small.practice_index(), "lxml")
    assert [dt.get_text(strip=True) for dt in page.select(".kb-legend dt")] == ["已实施", "试点", "计划", "不明"]


def test_a_formulation_stands_word_for_word_with_its_place(small: Macros) -> None:
    (item,) = BeautifulSoup(small.formulations(), "lxml").select("li")
    assert item["id"] == "f-gong-shi"
    assert item.get_text() == "“坚持大团结大联合”xx市政协〔编组〕 · 《委员编组》 · 第1段"


def test_what_was_added_last_stands_first_and_the_rest_is_a_click_away(small: Macros) -> None:
    page = BeautifulSoup(small.recent(2), "lxml")
    assert [heading.get_text() for heading in page.select(".kb-group")] == ["2026年11月26日", "2026年11月25日"]
    assert [a.get_text() for a in page.select("li > a")] == ["@全员培训", "工作站"]
    more = page.select_one("p > a")
    assert more is not None
    assert (more.get_text(), more["href"]) == ("全部 3 条，按收录时间排", "practices/index.html?sort=newest")


def test_a_cell_of_the_matrix_leads_to_the_practices_that_it_counts(small: Macros) -> None:
    page = BeautifulSoup(small.matrix(), "lxml")
    cells = {a["aria-label"]: a["href"] for a in page.select("td.kb-num a")}
    assert cells["甲县政协，委员履职：2 条"] == "practices/index.html?topic=member-duty&org=jia-xian"
    assert "甲县政协，党建：1 条" not in cells
    assert cells["甲县政协：共 2 条"] == "practices/index.html?org=jia-xian"
    row = next(tr for tr in page.select("tbody tr") if tr.th.get_text() == "甲县政协")
    assert [cell.get_text() for cell in row.select("td.kb-matrix__text")] == ["县级", "《站点》"]
    assert [cell.get_text() for cell in row.select("td.kb-num")] == ["·没有讲到", "2", "2"]
