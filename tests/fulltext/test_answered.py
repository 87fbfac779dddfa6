import pytest

from macros.fulltext.answered import answer

MARKET = "在老街东口设立便民集市,由街道办事员登记摊位,每两周集市开市一次。评出放心摊、整洁摊、公道摊\"三种摊位\",全市现有12处集市,市场科科长向商会理事会报告收支"
TRAINING = "组织摊主到农贸培训基地听课,管委会联系蔬菜摊主,商户代表提交意见簿,四家单位值班室轮流守夜,二〇二三年五月启动改造,有水果、蔬菜、熟食、百货五类柜台"


@pytest.mark.parametrize(("question", "expected"), [
    ("“三种摊位”各是什么", "评出放心摊、整洁摊、公道摊"), ("集市设在哪里", "在老街东口设立便民集市"), ("多久开市一次", "每两周集市开市一次"), ("间隔多久", "每两周集市开市一次"),
    ("听课的地点", "组织摊主到农贸培训基地听课"), ("管委会联系哪些摊主", "管委会联系蔬菜摊主"), ("意见簿由谁提交", "商户代表提交意见簿"), ("由谁提交意见簿", "商户代表提交意见簿"),
    ("什么时候启动", "二〇二三年五月启动改造"), ("怎样收费、多久开市一次", "每两周集市开市一次"), ("集市有多少处", "全市现有12处集市"),
])
def test_what_the_text_answers(question: str, expected: str) -> None:
    found = answer(question, "便民集市开市", (MARKET, TRAINING))
    assert found and found[1] == expected


@pytest.mark.parametrize("question", [
    "“三种摊位”怎样评", "摊位费由谁收取", "多久培训一次", "办事员有多少名", "什么时候结束", "是否每两周开市", "管委会联系哪些部门", "由谁负责", "“五类柜台”是哪五类", "有哪些补贴", "改造的地点",
    "开市要多久的准备", "报告交给谁", "每处有多少摊位", "延伸到哪一级",
])
def test_what_it_does_not(question: str) -> None:
    assert answer(question, "便民集市", (MARKET, TRAINING)) is None


def test_of_several_places_the_one_that_answers() -> None:
    assert answer("由谁提交意见簿", "集市", ("不相干", TRAINING)) == (1, "商户代表提交意见簿")


@pytest.mark.parametrize(("question", "text", "expected"), [
    ("请的是哪一级政协的同志来座谈", "邀请市县政协同志参加座谈", "邀请市县政协同志参加座谈"), ("由三方的哪个机构牵头会商", "三方办公室牵头会商机制", "三方办公室牵头会商机制"),
    ("总结向谁汇报", "总结由会长向市政协汇报", "总结由会长向市政协汇报"), ("有哪些柜组", "设立水果、蔬菜、熟食x个柜组", "设立水果、蔬菜、熟食x个柜组"),
    ("总结向谁汇报", "总结会后汇报", None), ("有哪些柜组", "设立水果、蔬菜柜组", None), ("请的是哪一级政协的同志来座谈", "县政协参加会议", None), ("汇报由谁作", "重要事项向区委汇报", None),
    ("由谁汇报事项", "重要事项向区委汇报", None), ("建在哪里", "加强在党建和自身建设方面的互学", None),
])
def test_of_whom_and_which(question: str, text: str, expected: str | None) -> None:
    found = answer(question, "集市", (text,))
    assert (found and found[1]) == expected
