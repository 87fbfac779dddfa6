"""What a reader means beside names: wrapping, facets inside a query, words apart, pasted text, and what is a weak answer."""

from typing import Any

import pytest

from macros import search
from macros.model.entries import Problem
from macros.model.fields import validated
from tests.search.conftest import Open, Opened, account, graph, practice, titled

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def wrapped(open_library: Open) -> Opened:
    return open_library(titled("委员夜校", "办事大厅", "流程再造", "联络站"))


@pytest.mark.parametrize(("query", "title"), {
    "想办个委员夜校": "委员夜校", "求个委员夜校的模板": "委员夜校", "麻烦帮我找一下委员夜校的材料": "委员夜校", "有没有委员夜校方案": "委员夜校",
    "委员夜校怎么弄": "委员夜校", "给我 联络站 范文": "联络站", "领导让看看联络站": "联络站",
    # What looks like wrapping may be the name.
    "办事大厅": "办事大厅", "流程再造": "流程再造", "想搞流程再造": "流程再造",
}.items())
def test_what_an_office_puts_around_a_name_is_no_part_of_it(wrapped: Opened, query: str, title: str) -> None:
    found = wrapped.search(query)
    assert (found["hits"][0]["title"], found["partial"]) == (title, False)


def test_only_wrapping_finds_nothing(wrapped: Opened) -> None:
    assert [wrapped.titles(query) for query in ("求个模板", "怎么弄", "有没有材料")] == [[], [], []]


def told(opened: Opened, query: str, **options: Any) -> dict[str, Any]:
    """Ids of the hits, and what the list says of the query."""
    return dict(opened.run("""([query, options]) => kb.index.prepare(query).then(() => {
      const hits = kb.search(query, options);
      const facets = (list) => list.map((each) => [each.facet, each.value, each.text]);
      return { ids: hits.map((hit) => hit.id), weak: hits.weak, missed: hits.missed, rest: hits.rest,
               facets: facets(hits.facets), without: facets(hits.without) };
    })""", [query, options]))


@pytest.fixture(scope="module")
def narrowed(open_library: Open) -> Opened:
    return open_library(graph({
        "a": practice("委员夜校", accounts=[account("jia-jiang", "planned")]),
        "b": practice("党员夜校", topics=["party-building"], accounts=[account("yi-jiang", "done")]),
        "c": practice("市级联席会", accounts=[account("jia-jiang", "done")]),
        "d": practice("联络站", accounts=[account("yi-jiang", "planned")]),
    }))


@pytest.mark.parametrize(("query", "ids", "facets", "rest"), [
    ("谁已实施", ["c", "b"], [["progress", "done", "已实施"]], ""), ("只看县级", ["a", "c"], [["level", "county", "县级"]], ""),
    ("乙市政协的经验", ["b", "d"], [["org", "yi-shi", "乙市政协"]], ""), ("第2篇内容", ["b", "d"], [["speech", "yi-jiang", "第2篇"]], ""),
    ("县级除外", [], [], "县级除外"),
    # What asks for all of it, and names what the value is one of, is no word to look for.
    ("县级怎么做", ["a", "c"], [["level", "county", "县级"]], ""), ("谁已经实施了", ["c", "b"], [["progress", "done", "已经实施"]], ""),
    ("第1篇讲了什么", ["a", "c"], [["speech", "jia-jiang", "第1篇"]], ""), ("党建专题", ["b"], [["topic", "party-building", "党建"]], ""),
    ("没有实施的", ["a", "d"], [["progress", "planned", "没有实施"]], ""),
    ("县级 夜校", ["a"], [["level", "county", "县级"]], "夜校"),
    ("夜校 县级", ["a"], [["level", "county", "县级"]], "夜校"),
    ("县级夜校", ["a"], [["level", "county", "县级"]], "夜校"),
    ("乙市 夜校", ["b"], [["org", "yi-shi", "乙市"]], "夜校"),
    ("乙市政协的夜校", ["b"], [["org", "yi-shi", "乙市政协的"]], "夜校"),
    ("打算做的夜校", ["a"], [["progress", "planned", "打算做的"]], "夜校"),
    ("縣級 夜校", ["a"], [["level", "county", "縣級"]], "夜校"),
    # What a name has is its name.
    ("市级联席会", ["c"], [], "市级联席会"),
])
def test_facet_words_beside_a_name_narrow(narrowed: Opened, query: str, ids: list[str], facets: list[Any], rest: str) -> None:
    found = told(narrowed, query)
    assert ([each for each in found["ids"] if len(each) == 1], found["facets"], found["rest"]) == (ids, facets, rest)


def test_a_name_that_a_body_does_not_tell_is_shown_of_the_others(narrowed: Opened) -> None:
    found = told(narrowed, "甲县 联络站", kinds=["practices"])
    assert (found["ids"], found["facets"], found["without"]) == (["d"], [], [["org", "jia-xian", "甲县"]])


SENTENCES = {
    "a": ("走访制度", ["党员带头走访困难群众", "每季度碰头一次"]), "b": ("碰头会", ["困难企业由专班走访", "群众代表列席"]),
    "c": ("带头人", ["群众推选带头人", "走访由支部安排"]), "d": ("读书会", ["每周读一本书", "轮流领读并写体会"]),
}


@pytest.fixture(params=["whole", "by shards"])
def sentences(open_library: Open, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Opened:
    if request.param == "by shards":
        monkeypatch.setattr(search, "WHOLE", 0)
    more = {f"p-{i}": practice(f"别的{i}", summary=f"第{i}件别的事。") for i in range(60)}
    return open_library(graph({**{pid: practice(title, accounts=[account(points=points)]) for pid, (title, points) in SENTENCES.items()}, **more}))


def test_words_of_one_line_come_before_words_scattered_over_a_record(sentences: Opened) -> None:
    assert told(sentences, "带头 走访 群众", kinds=["practices"])["ids"][0] == "a"
    assert told(sentences, "困难企业谁去走访", kinds=["practices"])["ids"][0] == "b"
    assert told(sentences, "领读 体会", kinds=["practices"])["ids"] == ["d"]


def test_a_pasted_text_finds_its_entry_at_any_length(sentences: Opened) -> None:
    text = ("每周读一本书，轮流领读并写体会。" + "其余事项由办公室另行通知并督办。") * 40
    for length in (70, 200, len(text)):
        assert told(sentences, text[:length], kinds=["practices"])["ids"][:1] == ["d"]


@pytest.mark.parametrize(("query", "tells"), {
    "委员夜校怎么弄": {}, "求个委员夜校的模板": {}, "联络站": {}, "weiyuanyexiao": {}, "委员 夜校": {},
    "委员夜校怎么收费": {"missed": ["收费"]}, "热气球旅行委员夜校": {"missed": ["热气球旅行"]}, "热气球 委员夜校": {"missed": ["热气球"]}, "老委员": {"missed": ["老委员"]},
    "没有联络站": {"missed": ["没有联络站"]}, "委员总结": {"missed": ["委员总结"]}, "大厅讲话稿": {"missed": ["大厅讲话稿"]}, "委员再造": {"apart": ["委员再造"]},
    "委员业校": {"near": ["委员业校"]}, "联洛站": {"near": ["联洛站"]},
    # The name is there; only what stands before it, or a list's number or a picture, is not.
    "开个办事大厅": {}, "谁来管办事大厅": {}, "（一）委员夜校": {}, "2.委员夜校": {}, "请问委员夜校": {}, "怎样办好委员夜校": {}, "我想问联络站": {}, "委员夜校😀": {},
}.items())
def test_over_hits_it_is_told_which_word_none_of_them_has(wrapped: Opened, query: str, tells: dict[str, list[str]]) -> None:
    got = wrapped.run("query => kb.index.prepare(query).then(() => { const { total, missed, near, apart } = kb.search(query); return { total, missed, near, apart }; })", query)
    assert got.pop("total") > 0
    assert {name: words for name, words in got.items() if words} == tells


def test_a_page_that_is_pasted_is_found_by_its_name(open_library: Open) -> None:
    need = validated(Problem, {"title": "没有场所怎么办？"})
    summaries = {"a": "每周读一本书，轮流领读并写体会", "b": "站点设在村里，轮流值班接待群众"}
    opened = open_library(graph({pid: practice(f"做法{pid}", summary=text + "。", problems=["need"]) for pid, text in summaries.items()}, problems={"need": need}))
    assert told(opened, "问题 没有场所怎么办？ 一家讲了 " + " ".join(summaries.values()) + " 做法a 做法b 选择 做法 单位 进展 怎么做 出处 第一段")["ids"][0] == "need"


@pytest.fixture
def asked(open_library: Open) -> Opened:
    return open_library(graph({
        "a": practice("评选优秀委员", keywords=["年底表彰先进"]), "b": practice("工作站建设", keywords=["挂牌", "上门服务"]),
        "c": practice("年度述职", keywords=["年底交账"]), "d": practice("选派干部挂职"),
    }))


@pytest.mark.parametrize(("query", "first"), [
    # Two pairs of a name, or one and nearly all of its characters.
    ("年底表彰会上怎么发奖", "a"), ("年底评优先", "a"), ("挂职选派", "d"),
])
def test_a_question_is_answered_by_what_names_have_of_it(asked: Opened, query: str, first: str) -> None:
    found = told(asked, query, kinds=["practices"])
    assert found["ids"][:1] == [first]


@pytest.mark.parametrize("query", ["工作服尺码报给谁", "服务器蓝屏", "年底机票打折"])
def test_one_pair_in_common_is_chance(asked: Opened, query: str) -> None:
    assert told(asked, query)["ids"] == []


def test_pairs_that_stand_in_any_sentence_are_chance_too(open_library: Open) -> None:
    opened = open_library(graph({"a": practice("甲", keywords=["没人来开会", "谁来跑腿"]), "b": practice("乙")}))
    assert told(opened, "雨天没人来接，谁来接")["ids"] == []
    assert told(opened, "开会没人来")["ids"] == ["a"]


def test_single_characters_tell_which_of_two_names_is_meant(asked: Opened) -> None:
    """年底 is told by two; 评 and 优 by one."""
    assert told(asked, "年底评优表先进", kinds=["practices"])["ids"][:2] == ["a", "c"]
