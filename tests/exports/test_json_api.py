"""The files of api/: the shape that other programs rely on."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from macros.exports import json_api
from macros.exports.declared import number
from macros.exports.records import dumps
from macros.library.catalog import load
from macros.library.graph import Graph
from macros.model import describe
from macros.model.kinds import KINDS


@pytest.fixture(scope="module")
def api(graph: Graph) -> dict[str, list[dict[str, Any]]]:
    return {name: json.loads(text) for name, text in json_api.files(graph).items()}


@pytest.fixture(scope="module")
def practices(api: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in api["api/practices.json"]}


FILES = ("practices", "speeches", "sources", "topics", "problems", "organizations", "terms", "formulations")


def test_a_file_for_each_kind_and_one_that_tells_of_them(api: dict[str, Any]) -> None:
    assert list(api) == [*(f"api/{kind}.json" for kind in FILES), "api/changes.json", "api/index.json"]
    index: Any = api["api/index.json"]
    assert index["version"] == 2
    assert [(each["file"], each["kind"]) for each in index["files"]] == [(f"api/{kind}.json", kind) for kind in (*FILES, "changes")]
    assert [each["label"] for each in index["files"]] == ["做法", "发言", "来源", "专题", "问题", "单位", "术语", "提法", "变化"]


def test_the_index_says_what_the_words_of_progress_mean(api: dict[str, Any]) -> None:
    index: Any = api["api/index.json"]
    assert {each["status"]: each["status_meaning"] for each in index["progress"]}["exploring"] == "原文只说探索，没有说已经在试"
    assert [each["status_label"] for each in index["progress"]] == ["已实施", "推进中", "试点", "探索", "计划", "提出要求", "不明"]


def test_the_index_is_the_same_for_every_library(graph: Graph, tmp_path: Path) -> None:
    catalog, _ = load(tmp_path)
    assert json_api.files(Graph(catalog))["api/index.json"] == json_api.files(graph)["api/index.json"]


def test_a_practice_has_the_keys_that_are_promised(practices: dict[str, Any]) -> None:
    record = practices["wei-yuan-bian-zu"]
    assert {"id", "title", "aliases", "summary", "form", "topics", "problems", "accounts", "related",
            "distinct_from", "unsaid", "url"} <= set(record)
    account = record["accounts"][0]
    assert {"speech", "order", "organization", "at", "progress", "points", "figures"} <= set(account)
    assert {"status", "cue", "scope"} <= set(account["progress"])
    assert {"aspect", "text", "at"} <= set(account["points"][0])
    assert {"label", "state", "value", "bound", "raw", "members"} <= set(account["figures"][0])


def test_values_are_english_and_labels_chinese(practices: dict[str, Any]) -> None:
    record = practices["wei-yuan-bian-zu"]
    assert (record["form"], record["form_label"]) == ("mechanism", "制度机制")
    assert (record["topics"], record["topic_labels"]) == (["member-duty", "party-building"], ["委员履职", "党建"])
    progress = record["accounts"][0]["progress"]
    assert progress == {"status": "planned", "status_label": "计划", "cue": "几点打算",
                        "scope": "speech", "scope_label": "全篇"}


def test_order_is_the_place_of_the_speech_in_its_source(practices: dict[str, Any]) -> None:
    assert [a["order"] for a in practices["wei-yuan-bian-zu"]["accounts"]] == [1, 2]
    assert practices["gong-zuo-zhan"]["accounts"][0]["order"] == 3


def test_a_masked_figure_has_no_value_and_keeps_its_mask(practices: dict[str, Any]) -> None:
    given, masked = practices["wei-yuan-bian-zu"]["accounts"][0]["figures"]
    assert (given["value"], given["bound"], given["bound_label"]) == (1, "at-least", "不少于")
    assert (masked["value"], masked["raw"], masked["state_label"]) == (None, "x个临时支部", "原文隐去")
    assert masked["members"] == ["教育", "经济"]


def test_every_statement_has_its_place_even_when_the_account_has_only_one(practices: dict[str, Any]) -> None:
    point = practices["wei-yuan-bian-zu"]["accounts"][1]["points"][0]
    assert (point["at"], point["at_labels"]) == (["1"], ["第1段"])
    assert practices["wei-yuan-bian-zu"]["accounts"][0]["points"][0]["at_labels"] == ["第2段·一是"]


def test_links_stand_on_both_sides(practices: dict[str, Any]) -> None:
    assert practices["wei-yuan-bian-zu"]["related"] == [
        {"to": "gong-zuo-zhan", "title": "工作站", "as": "part", "as_label": "组成部分", "direction": "out"}]
    assert practices["gong-zuo-zhan"]["related"] == [
        {"to": "wei-yuan-bian-zu", "title": "委员编组", "as": "part", "as_label": "所属整体", "direction": "in"}]
    assert practices["pei-xun"]["distinct_from"][0]["why"] == "“@全员培训”是上课，委员编组是编组"


def test_text_is_text(practices: dict[str, Any]) -> None:
    texts = [p["text"] for p in practices["wei-yuan-bian-zu"]["accounts"][0]["points"]]
    assert '写了 {{ 7*7 }} 和 <img onerror=alert(1)> & "引号"' in texts


def test_a_link_in_a_text_reads_as_the_title(practices: dict[str, Any]) -> None:
    assert practices["wei-yuan-bian-zu"]["summary"] == "把委员编成小组，小组有“组长”——也叫工作站的召集人。"


def test_bodies_of_one_name_are_told_apart(api: dict[str, Any], practices: dict[str, Any]) -> None:
    labels = [a["organization_label"] for a in practices["wei-yuan-bian-zu"]["accounts"]]
    assert labels == ["xx市政协〔编组〕", "xx市政协〔联络〕"]
    organizations = api["api/organizations.json"]
    assert [o["name"] for o in organizations] == ["xx市政协", "xx市政协", "甲县政协"]
    assert [o["label"] for o in organizations] == ["xx市政协〔编组〕", "xx市政协〔联络〕", "甲县政协"]
    assert [o["distinguisher"] for o in organizations] == ["编组", "联络", None]


def test_how_often_is_told_by_interval_number_and_the_words_of_the_source(practices: dict[str, Any]) -> None:
    here = practices["wei-yuan-bian-zu"]["accounts"]
    assert here[0]["points"][0]["every"] is None
    point = here[1]["points"][0]
    assert (point["every"], point["every_label"], point["raw"]) == ("month", "每月", "每月活动一次")
    assert point["times"] == {"state": "given", "state_label": "原文写明", "value": 1, "bound": None, "bound_label": None}


def test_what_is_not_said_is_told_with_its_speech_and_aspect(practices: dict[str, Any]) -> None:
    assert practices["wei-yuan-bian-zu"]["unsaid"] == [
        {"what": "小组的数目", "speech": None, "aspect": None, "aspect_label": None},
        {"what": "实行后的效果", "speech": "lian-luo", "aspect": "effect", "aspect_label": "成效"}]


def test_words_to_find_it_by_are_apart_from_its_names(practices: dict[str, Any]) -> None:
    record = practices["wei-yuan-bian-zu"]
    assert (record["aliases"], record["keywords"]) == (["三组制", "编组履职"], ["分组办法"])


def test_corrections_and_the_review_are_told(practices: dict[str, Any]) -> None:
    record = practices["wei-yuan-bian-zu"]
    assert record["updated"] == "2026-11-27"
    assert [each["what"] for each in record["changes"]] == ["补上联络站里的小组", "进展由推进中改为计划"]
    assert record["reviewed"] == {"on": "2026-11-28", "by": "提案委办公室"}
    assert (practices["pei-xun"]["updated"], practices["pei-xun"]["changes"], practices["pei-xun"]["reviewed"]) == (None, [], None)


def test_a_source_lists_its_speeches_in_order(api: dict[str, Any]) -> None:
    source = api["api/sources.json"][0]
    assert (source["id"], source["short"], source["year"], source["date"]) == ("hui-bian", "2022汇编", 2022, "2022-05-01")
    assert source["speeches"] == ["bian-zu", "lian-luo", "da-bu-fen"]
    assert source["url"] == "sources/hui-bian.html"


def test_a_formulation_has_its_words_and_where_they_stand(api: dict[str, Any]) -> None:
    found = api["api/formulations.json"][0]
    assert (found["id"], found["text"], found["url"]) == ("f-gong-shi", "坚持大团结大联合", "glossary.html#f-gong-shi")
    assert found["at"][0]["urls"] == ["speeches/bian-zu.html#p1"]


def test_a_problem_says_its_topic_and_what_nobody_answers(api: dict[str, Any]) -> None:
    problem = api["api/problems.json"][0]
    assert (problem["topic"], problem["unsaid"]) == ("member-duty", ["请假怎样算"])


def test_a_speech_lists_its_paragraphs_with_what_is_told_in_each(api: dict[str, Any]) -> None:
    speech = api["api/speeches.json"][0]
    paragraphs = [p for section in speech["outline"] for p in section["paragraphs"]]
    assert [p["at"] for p in paragraphs] == ["1", "2"]
    assert paragraphs[0]["no_practice"] == "交代背景"
    assert paragraphs[1]["items"][0]["practices"] == ["wei-yuan-bian-zu"]
    assert paragraphs[1]["items"][0]["url"] == "speeches/bian-zu.html#p2-1"
    assert paragraphs[1]["terms"] == ["t-san-zu"]
    assert speech["masks"] == 2


def test_topics_problems_and_terms(api: dict[str, Any]) -> None:
    party, duty = api["api/topics.json"]
    assert party["practices"] == ["wei-yuan-bian-zu"]
    assert duty["neighbours"] == [{"topic": "party-building", "title": "党建", "practices": ["wei-yuan-bian-zu"]}]
    assert duty["scope"] == "收编组和督导的做法，支部看党建。"
    problem = api["api/problems.json"][0]
    assert problem["practices"] == ["wei-yuan-bian-zu"]
    assert problem["named_in"][0]["urls"] == ["speeches/bian-zu.html#p1", "speeches/bian-zu.html#p2-1"]
    assert [(t["term"], t["unexplained"]) for t in api["api/terms.json"]] == [("三组", True), ("双编", False)]


def test_one_entry_a_line(graph: Graph) -> None:
    assert len(json_api.files(graph)["api/practices.json"].splitlines()) == 3 + 2


def test_an_empty_library_is_an_empty_list(tmp_path: Path) -> None:
    catalog, _ = load(tmp_path)
    assert json_api.files(Graph(catalog))["api/practices.json"] == "[]\n"


@pytest.mark.parametrize(("value", "written"), [
    (Decimal("1"), "1"), (Decimal("2.50"), "2.5"), (Decimal("0"), "0"), (None, "null"),
    (Decimal("1E+30000"), '"1E+30000"'),
    # Fifteen digits come back from any reader as they were; 9007199254740993 would come back as …992.
    (Decimal("123456789012345"), "123456789012345"), (Decimal("-999999999999999"), "-999999999999999"),
    (Decimal("9007199254740993"), '"9007199254740993"'), (Decimal("1234567890123456"), '"1234567890123456"'),
    (Decimal("12345678.9012345"), "12345678.9012345"), (Decimal("12345678.90123456"), '"12345678.90123456"'),
    (Decimal("0.1234567890123456"), '"0.1234567890123456"'), (Decimal("-0.50000000000000000000"), "-0.5"),
])
def test_numbers_are_written_as_in_the_data(value: Decimal | None, written: str) -> None:
    assert dumps(number(value)).decode() == written


def test_a_line_separator_does_not_end_a_script() -> None:
    assert dumps("a\u2028b") == b'"a\\u2028b"'


def keys(value: object) -> set[str]:
    """Every key anywhere inside a value."""
    if isinstance(value, dict):
        return set(value).union(*(keys(v) for v in value.values()))
    return set().union(*(keys(v) for v in value)) if isinstance(value, list) else set()


def test_every_key_is_described(api: dict[str, Any]) -> None:
    page = (Path(__file__).parents[2] / "docs/contributing/api.md").read_text(encoding="utf-8")
    # What a field means stands in the table of fields.
    declared = {field.name for kind in KINDS.values() for field in describe.fields(kind.model)}
    found = {key for key in keys(list(api.values())) if key.removesuffix("_label") not in declared}
    assert [key for key in sorted(found) if f"`{key}`" not in page] == []
