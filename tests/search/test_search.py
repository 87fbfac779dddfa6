"""What readers type and what they get: the real scripts in a real browser."""

from typing import Any

import pytest

from macros.model.entries import Problem
from macros.model.fields import validated
from tests.search.conftest import Open, Opened, account, graph, practice, titled

pytestmark = pytest.mark.browser

NAMES = (
    "全员入委工作机制", "全员培训", "委员之家", "委员活动室", "一办四委", "两个薄弱调研督导", "界别e联网", "“x+x”委员讲坛",
    "“xxxx+N”协商议政格局", "双月协商座谈会", "委员履职档案", "“双联双服”委员工作站", "协商议事“七步工作法”", "社情民意信息处理流程",
)


@pytest.fixture(scope="module")
def names(open_library: Open) -> Opened:
    return open_library(titled(*NAMES))


FOUND = {
    # as it stands, in any form
    "全员入委工作机制": "全员入委工作机制", "入委": "全员入委工作机制", "工作机": "全员入委工作机制", "1办4委": "一办四委",
    "一辦四委": "一办四委", "2个薄弱": "两个薄弱调研督导", "Ｅ联网": "界别e联网", "e 联网": "界别e联网", "×+×": "“x+x”委员讲坛",
    "“双联双服”": "“双联双服”委员工作站", "委員履職檔案": "委员履职档案", "＋Ｎ": "“xxxx+N”协商议政格局",
    # as it is said
    "quanyuanruwei": "全员入委工作机制", "quan yuan ru wei": "全员入委工作机制", "qyrw": "全员入委工作机制", "weiyuan之家": "委员之家",
    "wy之家": "委员之家", "WYZJ": "委员之家", "lvzhidangan": "委员履职档案", "qibu工作法": "协商议事“七步工作法”", "yibansiwei": "一办四委",
    "shuangyuexies": "双月协商座谈会",
    # with a slip
    "全员如委工作机制": "全员入委工作机制", "全员八委工作机制": "全员入委工作机制", "全入委工作机制": "全员入委工作机制",
    "全员入入委工作机制": "全员入委工作机制", "全入员委工作机制": "全员入委工作机制", "双月协上座谈会": "双月协商座谈会",
    "委员只家": "委员之家", "委之家": "委员之家", "一半四委": "一办四委", "社请民意信息处里流程": "社情民意信息处理流程",
    # several words
    "座谈 双月": "双月协商座谈会", "委员 档案": "委员履职档案", "wy dangan": "委员履职档案",
}


@pytest.mark.parametrize(("query", "title"), FOUND.items())
def test_the_first_hit_is_the_one_that_was_meant(names: Opened, query: str, title: str) -> None:
    assert names.titles(query)[0] == title


@pytest.mark.parametrize("query", [
    "", "  ", "，。", "asdfgh", "qwzxv", "饕餮盛宴", "天气预报怎么样", "红烧肉的做法", "zzzzzz", "😀", "明天股票会涨吗", "龘靐", "1234567",
    "x+y+z", "怎么办", "手机没电了", "<script>", "\\", "' OR 1=1", "委" * 200,
])
def test_nonsense_finds_nothing(names: Opened, query: str) -> None:
    assert names.titles(query) == []


def test_the_whole_name_comes_before_its_beginning_its_end_and_its_inside(open_library: Open) -> None:
    opened = open_library(titled("新讲堂制度", "讲堂制度", "流动讲堂", "讲堂", "讲坛"))
    assert opened.titles("讲堂") == ["讲堂", "讲堂制度", "流动讲堂", "新讲堂制度"]


def test_what_stands_there_comes_before_a_slip(open_library: Open) -> None:
    opened = open_library(titled("委员工作展", "委员工作站联系点管理办法"))
    assert opened.titles("委员工作站") == ["委员工作站联系点管理办法", "委员工作展"]


def test_fields_weigh_as_promised(open_library: Open) -> None:
    problem = validated(Problem, {"title": "怎样办夜校？", "synonyms": ["晚上上课"]})
    library = graph({
        "points": practice("甲", accounts=[account(points=["办了夜校"])]),
        "summary": practice("乙", summary="说到夜校。"),
        "problem": practice("丙", problems=["night"]),
        "alias": practice("丁", aliases=["委员夜校班"]),
        "title": practice("委员夜校课"),
    }, problems={"night": problem})
    hits = open_library(library).search("夜校", kinds=["practices"])["hits"]
    assert [hit["id"] for hit in hits] == ["title", "alias", "problem", "summary", "points"]
    assert [hit["why"]["label"] for hit in hits] == ["名称", "又称", "问题", "摘要", "要点"]


def test_words_to_find_it_by_count_less_than_names_and_say_what_they_are(open_library: Open) -> None:
    library = graph({
        "keyword": practice("甲", keywords=["夜校"]), "alias": practice("乙", aliases=["夜校"]), "summary": practice("丙", summary="说到夜校。"),
    })
    hits = open_library(library).search("夜校", kinds=["practices"])["hits"]
    assert [(hit["id"], hit["title"], hit["why"]["label"]) for hit in hits] == [
        ("alias", "乙", "又称"), ("keyword", "甲", "检索词"), ("summary", "丙", "摘要")]


def test_a_name_that_has_the_word_comes_before_what_only_a_search_word_leads_to(open_library: Open) -> None:
    opened = open_library(graph({"a": practice("甲", keywords=["夜校"]), "b": practice("开放夜校的教室"), "c": practice("丙", aliases=["街道夜校班"])}))
    assert opened.titles("夜校", kinds=["practices"]) == ["开放夜校的教室", "丙", "甲"]


def test_a_problem_put_much_as_the_question_is_comes_before_its_practices(open_library: Open) -> None:
    problem = validated(Problem, {"title": "怎样办夜校？", "synonyms": ["老人晚上没处去"]})
    library = graph({"a": practice("甲", problems=["night"], summary="老人晚上来。"), "named": practice("老人晚上没处去的地方")}, problems={"night": problem})
    found = open_library(library).search("晚上没处去")["hits"]
    assert [hit["title"] for hit in found] == ["老人晚上没处去的地方", "怎样办夜校？", "甲"]


def test_what_an_entry_leaves_open_comes_after_what_one_tells(open_library: Open) -> None:
    library = graph({"open": practice("甲", unsaid=["教材由谁编"]), "told": practice("乙", accounts=[account("yi-jiang", points=["各家带教材来，讲完一课换一家"])])})
    assert open_library(library).titles("教材", kinds=["practices"]) == ["乙", "甲"]


def test_words_to_find_it_by_are_found_by_pinyin_and_with_a_slip(open_library: Open) -> None:
    opened = open_library(graph({"a": practice("甲", keywords=["委员讲堂"]), "b": practice("乙")}))
    assert [opened.titles(query) for query in ("wyjt", "weiyuanjiangtang", "委员奖堂")] == [["甲"]] * 3


def test_the_organisation_leads_to_what_it_tells(open_library: Open) -> None:
    library = graph({"a": practice("讲堂"), "b": practice("夜校", accounts=[account("yi-jiang")])})
    assert open_library(library).titles("乙市", kinds=["practices"]) == ["夜校"]


WHY = {
    "双联双服": ("“双联双服”委员工作站", [[1, 5]]),
    "双服 站": ("“双联双服”委员工作站", [[3, 5], [10, 11]]),
    "slsf": ("“双联双服”委员工作站", [[1, 5]]),
    "两个": ("两个薄弱调研督导", [[0, 2]]),
    "全员如委工作机制": ("全员入委工作机制", [[0, 8]]),
    "7步": ("协商议事“七步工作法”", [[5, 7]]),
}


@pytest.mark.parametrize("query", WHY)
def test_why_shows_the_stretch_that_was_met(names: Opened, query: str) -> None:
    text, spans = WHY[query]
    assert names.search(query)["hits"][0]["why"] == {"field": "title", "label": "名称", "text": text, "spans": spans}


def test_all_words_must_match_and_otherwise_the_list_says_that_it_is_partial(names: Opened) -> None:
    whole = names.search("委员 活动")
    part = names.search("委员活动室 热气球")
    assert (whole["partial"], [hit["title"] for hit in whole["hits"]]) == (False, ["委员活动室"])
    assert part["partial"] is True
    assert part["hits"][0]["title"] == "委员活动室"


def needs(open_library: Open) -> Opened:
    staff = validated(Problem, {"title": "机关人手不够、编制不足怎么办？", "synonyms": ["缺编", "忙不过来"]})
    absent = validated(Problem, {"title": "委员参加活动少怎么办？", "synonyms": ["委员不愿意参加会议", "请假"]})
    return open_library(graph({
        "zhong-xin": practice("服务中心", problems=["staff"]),
        "dang-an": practice("履职档案", problems=["absent"]),
        "jiang-tang": practice("讲堂"),
    }, problems={"staff": staff, "absent": absent}))


@pytest.mark.parametrize(("question", "practice_id"), {
    "机关人手不够": "zhong-xin", "机关里人手总是不够怎么办": "zhong-xin", "缺编": "zhong-xin", "单位缺编怎么办": "zhong-xin",
    "委员总是不愿意来参加会议怎么办": "dang-an", "有没有办法让委员少请假": "dang-an",
}.items())
def test_a_need_in_everyday_words_reaches_practices_through_problems(
        open_library: Open, question: str, practice_id: str) -> None:
    hits = needs(open_library).search(question, kinds=["practices"])["hits"]
    assert [hit["id"] for hit in hits] == [practice_id]
    assert hits[0]["why"]["label"] == "问题"


def test_of_all_practices_of_a_need_those_that_speak_of_it_come_first(open_library: Open) -> None:
    need = validated(Problem, {"title": "怎样在网上协商？", "synonyms": ["委员平时聚不齐"]})
    library = graph({"a": practice("活动室", problems=["online"]), "b": practice("网上协商", problems=["online"])}, problems={"online": need})
    assert open_library(library).titles("怎样在网上协商", kinds=["practices"]) == ["网上协商", "活动室"]


def test_a_practice_that_says_the_word_comes_before_others_of_the_same_need(open_library: Open) -> None:
    need = validated(Problem, {"title": "怎样协商？", "synonyms": ["双月协商"]})
    library = graph({"a": practice("活动室", problems=["talks"]), "b": practice("渠道", summary="有双月一次的会。", problems=["talks"])},
                    problems={"talks": need})
    assert open_library(library).titles("双月", kinds=["practices"]) == ["渠道", "活动室"]


def test_the_first_need_of_a_practice_counts_most(open_library: Open) -> None:
    venue = validated(Problem, {"title": "没有场所怎么办？", "synonyms": ["没地方"]})
    other = validated(Problem, {"title": "人手不够怎么办？"})
    library = graph({"a": practice("联络站", problems=["other", "venue"]), "b": practice("活动室", problems=["venue"])},
                    problems={"venue": venue, "other": other})
    assert open_library(library).titles("没地方开会怎么办", kinds=["practices"]) == ["活动室", "联络站"]


def test_a_page_that_says_it_in_passing_does_not_hide_the_practice(open_library: Open) -> None:
    opened = open_library(titled("夜校法"), [("说明", "notes.html", "夜校法是哪三步，没有列出。")])
    assert opened.titles("夜校法是哪三步") == ["夜校法", "说明"]


@pytest.mark.parametrize("question", ["哪几家搞评选", "各家评选多久一次", "谁在做评选", "怎样解决评选", "评选的方式", "评选几次"])
def test_words_of_asking_are_no_matter(open_library: Open, question: str) -> None:
    assert open_library(titled("评选活动", "党建活动")).titles(question)[0] == "评选活动"


def test_another_word_is_no_slip(open_library: Open) -> None:
    found = open_library(titled("党员委员怎样发挥作用")).search("委员怎样发挥专长")
    assert found["partial"] is True


def test_what_is_alike_is_another_way_of_doing_it(open_library: Open) -> None:
    library = graph({
        "zhan": practice("委员工作站", related=[{"to": "shi", "as": "alternative"}]),
        "shi": practice("活动室"), "tang": practice("讲堂"),
    })
    hits = open_library(library).search("和委员工作站类似的做法还有哪些", kinds=["practices"])["hits"]
    assert [hit["title"] for hit in hits] == ["委员工作站", "活动室"]
    assert hits[1]["why"] == {"field": "alternative", "label": "另一种做法", "text": "委员工作站", "spans": []}


def facet_library(open_library: Open) -> Opened:
    return open_library(graph({
        "a": practice("甲", form="platform", topics=["party-building"]),
        "b": practice("乙", form="platform", accounts=[account("yi-jiang", "planned")]),
        "c": practice("丙", form="method", accounts=[account("yi-jiang", "pilot"), account("jia-jiang", "planned")]),
    }))


@pytest.mark.parametrize(("query", "ids"), {
    "主题:党建": ["a"], "专题：委员履职": ["c", "b"], "类型：平台载体": ["a", "b"], "第2篇的做法": ["c", "b"], "第二篇的平台载体": ["b"],
    "主题:委员履职 类型:平台载体": ["b"], "计划的做法有哪些": ["b", "c"], "哪些做法还只是计划": ["b", "c"], "乙市政协的做法": ["b", "c"],
    "乙市政协的工作方法": ["c"], "甲县的平台载体": ["a"], "进展:试点": ["c"],
    "哪些做法已经做成了": ["a"], "还在试点的做法": ["c"], "几家都讲到的做法": ["c"], "只有一家讲的做法": ["a", "b"],
    "所有平台载体": ["a", "b"], "平台载体类的做法有哪些": ["a", "b"], "第2篇讲了哪些做法": ["b", "c"],
}.items())
def test_a_query_of_facets_alone_is_answered_by_them(open_library: Open, query: str, ids: list[str]) -> None:
    found = facet_library(open_library).search(query)
    assert sorted(hit["id"] for hit in found["hits"]) == sorted(ids)
    assert found["total"] == len(ids)
    assert found["partial"] is False


@pytest.mark.parametrize(("query", "whys"), {
    "市县两级": {"a": "县级", "b": "市级", "c": "市级"}, "乙市和甲县": {"a": "甲县政协", "b": "乙市政协", "c": "乙市政协"}, "计划 试点": {"b": "计划", "c": "计划"},
}.items())
def test_of_several_values_the_one_that_a_practice_has_is_given_as_the_reason(open_library: Open, query: str, whys: dict[str, str]) -> None:
    hits = facet_library(open_library).search(query, kinds=["practices"])["hits"]
    assert {hit["id"]: hit["why"]["text"] for hit in hits} == whys


@pytest.mark.parametrize(("query", "ids", "facets"), [
    # A word for a level, a progress or how many tell it is a facet by itself.
    ("县级", ["a", "c"], [["level", "county"]]), ("市级", ["c", "b"], [["level", "city"]]), ("县、市级", ["a", "c", "b"], [["level", "city"], ["level", "county"]]), ("市县两级做法", ["a", "c", "b"], [["level", "city"], ["level", "county"]]), ("一家", ["a", "b"], [["bodies", "one"]]), ("几家讲到的", ["c"], [["bodies", "several"]]),
    ("打算做的", ["c", "b"], [["progress", "planned"]]), ("还没建的", ["c", "b"], [["progress", "planned"]]), ("尚未启动", ["c", "b"], [["progress", "planned"]]),
    ("已经建成的", ["a"], [["progress", "done"]]), ("已经实施的", ["a"], [["progress", "done"]]), ("在试点", ["c"], [["progress", "pilot"]]),
    # Either body; what both tell comes first.
    ("甲县和乙市", ["c", "a", "b"], [["org", "jia-xian"], ["org", "yi-shi"]]), ("甲县 乙市", ["c", "a", "b"], [["org", "jia-xian"], ["org", "yi-shi"]]),
    ("乙市或者甲县的平台载体", ["a", "b"], [["org", "yi-shi"], ["org", "jia-xian"], ["form", "platform"]]),
    # As few conditions as possible are left out.
    ("平台载体 县级 党建 计划", ["a"], [["form", "platform"], ["level", "county"], ["topic", "party-building"]]),
    ("第1篇里试点的做法", ["a", "c"], [["speech", "jia-jiang"]]),
])
def test_facet_words_alone_list_what_meets_them(open_library: Open, query: str, ids: list[str], facets: list[list[str]]) -> None:
    found = facet_library(open_library).run("""query => kb.index.prepare(query).then(() => {
      const hits = kb.search(query, { kinds: ['practices'] });
      return [hits.map((hit) => hit.id), hits.facets.map((each) => [each.facet, each.value])];
    })""", query)
    assert found == [ids, facets]


def test_a_body_alone_is_a_hit_beside_what_it_tells(open_library: Open) -> None:
    assert [hit["id"] for hit in facet_library(open_library).search("乙市")["hits"]] == ["yi-shi", "c", "b"]


def test_an_answer_does_not_depend_on_what_was_asked_before(open_library: Open) -> None:
    opened = open_library(titled("讲堂"), [("怎样投稿", "submit.html", "先办讲堂。再把稿件寄来。")])
    first = opened.search("讲堂")
    assert [hit["kind"] for hit in opened.search("稿件寄来")["hits"]] == ["pages"]
    assert opened.search("讲堂") == first


def test_hits_of_other_kinds_never_keep_practices_out(open_library: Open) -> None:
    """A speech has all of it, a practice a part: both are there, and the list has what the dialog has of practices."""
    need = validated(Problem, {"title": "三级协作怎么办？"})
    opened = open_library(graph({"a": practice("三级联动和协作"), "b": practice("读书会")}, problems={"need": need}))
    assert [hit["id"] for hit in opened.search("三级协作")["hits"]] == ["need", "a"]
    assert opened.titles("三级协作", kinds=["practices"]) == ["三级联动和协作"]


def test_a_label_alone_is_searched_like_any_word(open_library: Open) -> None:
    library = graph({"a": practice("甲", form="platform"), "b": practice("平台载体建设", form="method")})
    assert open_library(library).titles("平台载体", kinds=["practices"]) == ["平台载体建设", "甲"]


def test_filters_and_kinds_narrow_a_search(open_library: Open) -> None:
    opened = facet_library(open_library)
    assert opened.titles("平台载体", filters={"org": ["yi-shi"]}) == ["乙"]
    assert opened.titles("甲县", kinds=["organizations"]) == ["甲县政协"]


def test_the_limit_cuts_the_list_and_the_total_stays(names: Opened) -> None:
    found = names.search("委员", limit=2)
    assert len(found["hits"]) == 2
    assert found["total"] == 5


def test_a_page_is_found_by_the_everyday_words_that_lead_to_it(open_library: Open) -> None:
    opened = open_library(titled("讲堂"), [("怎样投稿", "submit.html", "再把稿件寄来。", ("往哪投", "编辑部电话"))])
    for query in ("往哪投", "编辑部电话"):
        hit: dict[str, Any] = opened.search(query)["hits"][0]
        assert (hit["kind"], hit["url"]) == ("pages", "submit.html")
    assert opened.search("讲堂")["hits"][0]["kind"] == "practices"


def test_every_kind_is_found_with_its_address(open_library: Open) -> None:
    opened = open_library(titled("讲堂"), [("怎样投稿", "submit.html", "先写好。再把稿件寄来。")])
    hit: dict[str, Any] = opened.search("稿件寄来")["hits"][0]
    assert (hit["kind"], hit["url"], hit["why"]["text"]) == ("pages", "submit.html", "再把稿件寄来。")
    assert opened.search("讲堂")["hits"][0]["url"] == "practices/p-1.html"
    assert opened.search("甲县谈履职")["hits"][0]["url"] == "speeches/jia-jiang.html"
    assert opened.search("乙市政协")["hits"][0]["url"] == "organizations/yi-shi.html"


def test_hits_of_one_score_stand_in_the_order_of_the_library_and_the_limit_keeps_the_first(open_library: Open) -> None:
    """Of forty that are alike, cut anywhere, the first stay the first."""
    opened = open_library(graph({f"p-{n:02}": practice(f"讲堂{n:02}") for n in range(40)}))
    found = opened.search("讲堂")["hits"]
    assert len({hit["score"] for hit in found}) == 1
    assert [hit["title"] for hit in found] == [f"讲堂{n:02}" for n in range(40)]
    assert opened.titles("讲堂", limit=3) == ["讲堂00", "讲堂01", "讲堂02"]


@pytest.mark.parametrize(("query", "titles", "partial"), [
    ("载体", ["载体建设"], False), ("平台", ["甲"], True), ("委员履", ["甲", "载体建设"], True), ("委员履职", ["甲", "载体建设"], False),
])
def test_a_label_speaks_for_its_practices_only_when_it_is_named_whole(open_library: Open, query: str, titles: list[str], partial: bool) -> None:
    library = graph({"a": practice("甲", form="platform"), "b": practice("载体建设", form="method")})
    found = open_library(library).search(query, kinds=["practices"])
    assert ([hit["title"] for hit in found["hits"]], found["partial"]) == (titles, partial)


def test_a_name_that_is_nearly_the_word_stands_below_a_text_that_has_it(open_library: Open) -> None:
    library = graph({"near": practice("党建活动室", keywords=["党员之家"]), "told": practice("工作站", summary="设在委员之家。"), "named": practice("委员之家")})
    assert open_library(library).titles("委员之家", kinds=["practices"]) == ["委员之家", "工作站", "党建活动室"]
