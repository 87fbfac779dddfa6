"""The core scripts without a page: in the Node of the browser driver, against Python or written-out answers."""

import io
import zipfile
from typing import Any

import pytest

from macros import search
from macros.exports.entries import shard
from macros.library.graph import Graph
from tests.scripts.in_node import run
from tests.search.conftest import graph, practice
from tests.search.test_folding import CASES

BODIES: dict[str, Any] = {"p-1": practice("委员编组", summary="编成小组。"), "p-2": practice("联络站", summary="设站接待群众。")}


def loaded(library: Graph) -> dict[str, str]:
    """The scripts of an index by the name of what they bring."""
    files = search.files(library, ()).values()
    return {text.split('["', 1)[1].split('"]', 1)[0]: text for text in files}


# Runs the index's own scripts; the bodies come whole where the library has them so.
OPEN = """
  const window = { kb };
  Object.keys(data).forEach((name) => { eval(data[name]); });
  const known = window.KB_DATA;
  kb.index = { current: new kb.Index(known.core) };
  if (known.words) kb.index.current.addWords(known.words);
  if (known.facets) kb.index.current.addFacets(known.facets);
  if (known.text) kb.index.current.addBodies(0, known.text, true);
  if (known.lines) kb.index.current.addLines(known.lines, known.manifest.parts.shards);
  Object.keys(known).forEach((name) => { if (name.startsWith("shard-")) kb.index.current.lines.add(name, known[name]); });
"""
FOUND = f"""({{ data, query, options }}) => {{{OPEN}
  const hits = kb.search(query, options);
  return {{ titles: hits.map((hit) => hit.title), why: hits.map((hit) => hit.why), total: hits.total, partial: hits.partial }};
}}"""


def found(library: Graph, query: str, **options: Any) -> dict[str, Any]:
    return dict(run(FOUND, {"data": loaded(library), "query": query, "options": options}))


def test_texts_fold_as_in_the_build() -> None:
    folded = run("texts => { kb.fold.learn('辦办臨临時时黨党'); return texts.map(kb.fold); }", list(CASES))
    assert folded == list(CASES.values())


def test_a_search_needs_no_page() -> None:
    answer = found(graph(BODIES), "接待群众")
    assert answer["titles"] == ["联络站"]
    assert answer["why"][0]["label"] == "摘要"
    assert (answer["total"], answer["partial"]) == (1, False)


def test_filters_kinds_and_limit() -> None:
    library = graph({f"p-{i}": practice(f"编组{i}号", form="platform" if i % 2 else "method") for i in range(5)})
    assert found(library, "编组", filters={"form": ["platform"]})["titles"] == ["编组1号", "编组3号"]
    limited = found(library, "编组", limit=2)
    assert (len(limited["titles"]), limited["total"]) == (2, 5)
    assert found(library, "政协", kinds=["organizations"])["titles"] == ["甲县政协", "乙市政协"]


def test_a_hit_without_a_loaded_body_has_no_reason_and_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A phrase that only an outline has, in a library too large to be loaded whole."""
    monkeypatch.setattr(search, "WHOLE", 0)
    library = graph({f"p-{i}": practice(f"编组{i}号") for i in range(20)})
    answer = found(library, "讲了几件事")
    assert answer["titles"] == ["甲县谈履职", "乙市谈党建"]
    assert answer["why"] == [None, None]


def test_what_an_address_says_of_the_list() -> None:
    parsed = run("search => kb.state.parse(search)", "?q=编组&form=method,platform&form=method&sort=name&other=1")
    assert parsed == {"q": "编组", "sort": "name", "filters": {"form": ["method", "platform"]}}
    assert run("state => kb.state.format(state)", parsed) == "?q=%E7%BC%96%E7%BB%84&form=method,platform&sort=name"


def test_a_slip_of_the_pen_is_near() -> None:
    near = run("pairs => pairs.map(([word, name]) => kb.slip.near(word, name))", [
        ["委员编祖", "委员编组办法"], ["委编组", "委员编组"], ["委员编组", "党建联席会"]])
    assert near == [{"steps": 1, "from": 0, "length": 4}, {"steps": 1, "from": 0, "length": 4}, None]


def test_a_character_too_many_beside_a_cut_end_is_another_word() -> None:
    near = run("pairs => pairs.map(([word, name]) => kb.slip.near(word, name))", [
        ["给委员打分", "怎么给委员分组"], ["打委员分组", "给委员分组"], ["给委员打分组", "怎么给委员分组"], ["委员编多组", "委员编组"]])
    assert [bool(each) for each in near] == [False, True, True, True]


def test_a_zip_opens() -> None:
    content = bytes(run("files => Array.from(kb.zip(files, new Date(2026, 10, 24, 9, 30)))",
                        [{"name": "a.txt", "data": "全员"}, {"name": "b/c.txt", "data": ""}]))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        assert {name: package.read(name).decode() for name in package.namelist()} == {"a.txt": "全员", "b/c.txt": ""}


def test_an_entry_is_looked_for_in_the_file_that_the_build_put_it_in() -> None:
    ids = ["wei-yuan-bian-zu", "a", "168-gong-zuo-mo-shi"]
    assert run("ids => ids.map(id => kb.shard(id, 7))", ids) == [shard(entry_id, 7) for entry_id in ids]


def test_every_aspect_is_told_in_its_order() -> None:
    labels, columns, last = run("""() => {
      const points = kb.aspects().reverse().map((each) => ({ aspect: each[0], label: each[1], text: each[1] || "别的", at: [] }));
      const account = { body: "某", url: "", name: "", status: "planned", status_label: "计划", cue: "", at: [], points, figures: [], aspects: points.map((each) => each.aspect), silent: [{ aspect: "effect", label: "", text: "原文没有说：后来", at: [] }] };
      const view = { entries: [{ id: "a", title: "甲", url: "", note: "", unsaid: [], open: [], accounts: [account] }] };
      const table = kb.folderTable(view, "table");
      return [kb.toldBy(account).map((pair) => pair[0]), table.columns.map((column) => column.label), table.groups[0].rows[0].map((lines) => lines[lines.length - 1].text)];
    }""")
    assert labels == ["谁来做", "怎么做", "多久一次", "靠什么保障", "成效", ""]
    assert columns == ["做法", "单位、进展、出处", "谁来做", "怎么做", "多久一次、数字", "靠什么保障、成效"]
    assert last == ["", "谁来做", "怎么做", "多久一次", "原文没有说：后来"]


# --- what a page says of a search ------------------------------------------------------------------

SAID = "({ query, hits, looking }) => kb.said.of(query, Object.assign([], hits), looking)"
FACET = {"facet": "level", "value": "county", "label": "县级", "text": "县级"}


@pytest.mark.parametrize(("hits", "said"), [
    ({"total": 3}, ""),
    ({"total": 3, "partial": True}, ""),
    ({"total": 0}, "没有找到“热气球 委员”。换个说法，或者只写名称里的两三个字试试。"),
    ({"total": 3, "weak": True, "missed": ["热气球"]}, "没有找到“热气球”，下面是和其余部分相近的"),
    ({"total": 3, "weak": True, "missed": ["热气球", "委员"]}, "没有找到“热气球”、“委员”，下面是相近的"),
    ({"total": 3, "weak": True, "missed": ["甲", "乙", "丙", "丁"]}, "没有找到“甲”、“乙”、“丙”等，下面是和其余部分相近的"),
    ({"total": 3, "weak": True, "missed": []}, "没有正好说这件事的，下面是相近的"),
    ({"total": 3, "near": ["热器球"]}, "没有“热器球”，下面按字形或读音相近列出"),
    ({"total": 3, "apart": ["气球协商"]}, "没有正好说“气球协商”的，下面是相近的"),
    ({"total": 3, "without": [FACET]}, "没有“层级：县级”的做法，下面是文字里说到的"),
    ({"total": 3, "without": [FACET], "rest": "热气球"}, "“层级：县级”里没有说到“热气球”的做法，下面去掉了这个条件"),
    ({"total": 3, "without": [FACET], "facets": [{**FACET, "label": "市级"}]}, "没有做法同时符合这几个条件，下面去掉了“层级：县级”"),
    ({"total": 0, "without": [FACET]}, "没有“层级：县级”的做法。"),
    ({"total": 0, "all": 2, "firm": True, "rest": "热气球"}, "做法里没有“热气球”，别的内容里有 2 项"),
])
def test_what_is_said_of_hits(hits: dict[str, Any], said: str) -> None:
    assert run(SAID, {"query": "热气球 委员", "hits": hits, "looking": False}) == said
    # While something is on its way nothing is denied.
    looking = "正在继续查找正文……" if hits["total"] and not hits.get("weak") else "还在正文里找……"
    assert run(SAID, {"query": "热气球 委员", "hits": hits, "looking": True}) == looking


@pytest.mark.parametrize(("query", "word"), {
    "不要食堂的": "不要", "不是县级的": "不是", "非省级": "非", "除委员之家外的场所": "除", "没有联络站的县": "没有", "去掉计划的": "去掉", "是不是试点": "", "没有场地": "",
    # In a letter that was pasted such a word belongs to its sentence.
    "各位领导：平时除了全会以外，几乎没有参加活动的机会，想学习别处怎么把委员编成小组、怎么定期开展活动。": "",
}.items())
def test_what_follows_a_negation_is_told_to_be_found_all_the_same(query: str, word: str) -> None:
    said = f"检索不会排除“{word}”后面的词" if word else ""
    assert run(SAID, {"query": query, "hits": {"total": 3}, "looking": False}) == said


def test_a_facet_word_is_taken_out_of_the_query() -> None:
    taken = run("queries => queries.map(([query, text]) => kb.said.without(query, { text, value: 'a', label: text }, { rest: '党建', facets: [] }))", [
        ["县级 党建", "县级"], ["滦州的培训", "滦州的"], ["党建 县级", "县级"], ["甲 县级  乙", "县级"], ["縣級 党建", "县级"],
        ["党建 层级： 县级", "县级"]])
    assert taken == ["党建", "培训", "党建", "甲 乙", "党建", "党建"]


def test_an_address_holds_the_beginning_of_a_long_query() -> None:
    assert run("q => kb.state.parse(kb.state.format({ q, sort: '', filters: {} })).q", "委" * 119 + "🙂🙂") == "委" * 119 + "🙂"


def near(library: Graph, code: str, *texts: str) -> list[list[str]]:
    """What `code`, a call with `text` and `records` at hand, gives for each of the texts: titles."""
    return list(run(f"""({{ data, texts }}) => {{{OPEN}
      const records = kb.index.current.list("practices");
      return texts.map((text) => {code}.map((record) => record.title));
    }}""", {"data": loaded(library), "texts": list(texts)}))


NAMES = graph({"shuang-yue-xie-shang-hui": practice("双月协商会"), "wei-yuan-zhi-jia": practice("委员之家"), "wei-yuan-jiang-tang": practice("政协委员讲堂"),
               "wei-yuan-gong-zuo-shi": practice("委员工作室")})


def test_names_are_near_by_characters_or_by_letters_and_others_are_not() -> None:
    assert near(NAMES, "kb.nearest.names(text, records)", "双约协商会", "委员的家", "weiyuanzhijai", "shuangyuexieshanghiu") == [
        ["双月协商会"], ["委员之家"], ["委员之家"], ["双月协商会"]]
    assert near(NAMES, "kb.nearest.names(text, records)", "食堂菜单", "外事", "anwei", "外事工作", "委员", "之家", "w", "",
                "weiyuanshuwu", "委员工作规则制度建设") == [[]] * 10
    # A sentence is no slip in a name.
    assert near(NAMES, "kb.nearest.names(text, records)", "双月协商会" * 6) == [[]]


def test_a_body_is_near_by_the_sound_that_its_name_begins_with() -> None:
    names = "kb.nearest.names(text, kb.index.current.records)"
    # Of practices and problems nothing of two characters is near.
    assert near(NAMES, names, "假县", "已市政协", "政斜", "县政", "未元", "甲") == [["甲县政协"], ["乙市政协"], [], [], [], []]


def test_ids_are_near_with_a_slip_or_other_hyphens() -> None:
    ids = "kb.nearest.ids(text, records)"
    assert near(NAMES, ids, "wei-yuan-zhi-jiaa", "weiyuan-zhijia", "Wei-Yaun-Zhi-Jia", "委员之家") == [["委员之家"]] * 4
    assert near(NAMES, ids, "shi-tang-cai-dan", "wp-login", "168", "a", "wei-yuan", "食堂", "wei-yuan-shu-wu") == [[]] * 7


def test_that_it_is_hidden_and_a_number_are_told_once() -> None:
    """As on the pages (macros/model/accounts.py)."""
    assert run("""() => {
      const point = (text) => ({ text, every: "year", every_label: "每年", raw: "至少x次", times: { value: null, bound_label: "至少" } });
      const told = [kb.rhythmBrief(point("开会")), kb.rhythmBrief(point("开会，次数的下限原文隐去")), kb.rhythmText(point("开会，次数的下限原文隐去"))];
      const account = { points: [{ raw: "每年一题" }], figures: [{ raw: "每年一题" }, { raw: "两题" }, { raw: null }] };
      return told.concat(kb.amounts(account).map((figure) => figure.raw));
    }""") == ["（原文“至少x次”，次数原文隐去）", "（原文“至少x次”）", "〔每年；原文“至少x次”〕", "两题", None]
