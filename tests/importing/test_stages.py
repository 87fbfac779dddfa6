"""How far a practice got, as a draft proposes it."""

import pytest

from macros.importing.stages import read_of
from macros.model.vocabulary import Scope, Status


def stage(text, name="板凳会", own=(), frame=("题目", "开头。")):
    found = read_of([("1", text)], dict.fromkeys(own, ""), name, frame)
    return found and (found.status, found.cue, found.scope)


@pytest.mark.parametrize(("text", "status", "cue"), [
    ("拟在全县推广“板凳会”。", Status.PLANNED, "拟"),
    ("我们计划开办板凳会。", Status.PLANNED, "计划"),
    ("建成“板凳会”会场42个。", Status.DONE, "建成"),
    ("正在推行板凳会。", Status.UNDER_WAY, "正在"),
])
def test_the_sentence_of_the_name_comes_first(text, status, cue):
    assert stage(text) == (status, cue, Scope.LOCAL)


def test_what_is_counted_in_a_past_span_is_done():
    assert stage("推行板凳会。两年来共收到意见2148条。") == (Status.DONE, "两年来共收到", Scope.LOCAL)
    assert stage("推行板凳会。目前已销号31张。") == (Status.DONE, "已销号", Scope.LOCAL)
    # Beside a plan it is none.
    assert stage("推行板凳会。今年计划共办12场，已准备。", own=("1",)) != (Status.DONE, "已准备", Scope.LOCAL)


def test_other_sentences_count_only_in_paragraphs_of_its_own():
    text = "推行板凳会。正在建一座桥。"
    assert stage(text) is None
    assert stage(text, own=("1",)) == (Status.UNDER_WAY, "正在", Scope.LOCAL)


def test_the_frame_is_the_heading_and_what_the_opening_says_of_the_speech():
    assert stage("推行板凳会。", frame=("三、下一步打算", "题目", "开头。")) == (Status.PLANNED, "打算", Scope.SPEECH)
    assert stage("推行板凳会。", frame=("题目", "现将几点打算汇报如下。")) == (Status.PLANNED, "打算", Scope.SPEECH)


@pytest.mark.parametrize("opening", ["全县现有委员187名。", "县政协坚持为民，探索出一些做法，现汇报如下。", "做了一些探索，汇报如下。"])
def test_what_an_opening_says_of_the_body_or_of_what_was_found_is_no_frame(opening):
    assert stage("推行板凳会。", frame=("题目", opening)) is None


def stage_of(about, name="渡口亭", plans=(), own=(), frame=("题目", "开头。")):
    found = read_of(about, dict.fromkeys(own, ""), name, frame, frozenset(plans))
    return found and (found.status, found.cue)


def test_plans_say_nothing_of_what_is_told_elsewhere():
    told, plan = ("2", "全镇建成“渡口亭”九处。"), ("6.1", "一是将在年底前把“渡口亭”增加到二十处。")
    assert stage_of([told, plan], plans=["6.1"]) == (Status.DONE, "建成")
    assert stage_of([("2", "开办“渡口亭”，逢集开门。"), plan], plans=["6.1"]) is None
    # Where nothing else is said of it, it is planned.
    assert stage_of([plan], plans=["6.1"]) == (Status.PLANNED, "将在")
    assert stage_of([("2", "建成“渡口亭”。下一步，拟把“渡口亭”办到镇上。")]) == (Status.DONE, "建成")


def test_what_is_done_wins_over_what_is_being_looked_for():
    assert stage_of([("2", "探索开办“渡口亭”。目前已开门9次。")], own=["2"]) == (Status.DONE, "已开门")
    assert stage_of([("2", "探索开办“渡口亭”。"), ("5", "“渡口亭”打算添两条板凳。")]) == (Status.EXPLORING, "探索")


def test_a_trial_that_has_begun_is_one():
    assert stage_of([("2", "今年5月，选取3个村试点“渡口亭”。")]) == (Status.PILOT, "试点")
    assert stage_of([("2", "拟选取3个村试点“渡口亭”。")])[0] is Status.PLANNED
    assert stage_of([("2", "在两个村试行“渡口亭”。")]) == (Status.PILOT, "试行")


def test_a_word_of_plans_at_a_clauses_beginning_counts_behind_the_name_too():
    assert stage_of([("2", "开展“渡口亭”，计划每年秋天办一次。")]) == (Status.PLANNED, "计划")
    assert stage_of([("2", "开展“渡口亭”，列入年度工作计划。")]) is None


def test_what_was_counted_in_a_year_is_done():
    assert stage_of([("2", "推行渡口亭。2023年，各村共提出意见31条。")], own=["2"]) == (Status.DONE, "2023年，各村共提出")
def test_a_demand_behind_what_is_ahead_is_a_plan_of_the_speakers_own():
    lead = "下一步，我们将做好三件事："
    found = read_of([("5.1", "一要推行“板凳会”，由群众点题；")], {}, "板凳会", ("题目", "开头。"), frozenset(("5.1",)), {"5.1": lead})
    assert found and (found.status, found.cue) == (Status.PLANNED, "下一步")
    assert stage("下一步，我们要推行“板凳会”。") == (Status.PLANNED, "下一步", Scope.LOCAL)
    # Whoever calls on others plans nothing himself.
    assert stage("下一步，各县市要推行“板凳会”。") == (Status.CALLED_FOR, "要", Scope.LOCAL)


@pytest.mark.parametrize(("text", "cue"), [
    ("设立“板凳会”。今年以来，围绕停车召开协商会41次，解决问题33件。", "召开协商会41次"),
    ("设立“板凳会”。3年来已举办12期。", "已举办"),
    ("设立“板凳会”。目前已有32个事项完成“回头看”。", "已有32个事项完成"),
    ("设立“板凳会”，首批聘请专家68名。截至目前，提交报告52份。", "截至目前"),
    ("去年以来，全州已建成板凳会×××个，覆盖了××%的乡镇。", "去年以来，全州已建成板凳会"),
])
def test_usual_words_of_what_was_done(text, cue):
    assert stage(text, own=("1",)) == (Status.DONE, cue, Scope.LOCAL)


@pytest.mark.parametrize("text", ["设立“板凳会”。坚持“不调研不协商”，先走一遍。", "设立“板凳会”，每季度召开会议不少于2次。", "设立“板凳会”。全州已建成委员联络站30个。"])
def test_a_principle_a_rule_and_what_was_built_besides_say_nothing_of_it(text):
    assert stage(text, own=("1",)) is None




def test_a_cue_ends_with_a_word():
    assert stage("材料二十份，“板凳会”已编入乡土教材三本。")[1] == "已编入"
    assert stage("“板凳会”已收到留言20条。")[1] == "已收到留言"


@pytest.mark.parametrize(("text", "cue"), [
    ("推行渡口亭。去年渡口亭待客310人。", "去年渡口亭待客310人"),
    ("在6个村设“渡口亭”，逢集开门。", "在6个村设"),
    ("开办渡口亭。2022年“渡口亭”来信19件。", "2022年“渡口亭”来信19件"),
])
def test_a_past_time_or_so_many_places_are_proposed_as_done(text, cue):
    assert stage_of([("2", text)]) == (Status.DONE, cue)


@pytest.mark.parametrize("text", ["今年要在6个村设“渡口亭”。", "每年在2个村设“渡口亭”。", "接下来，再走两步。在6个村设“渡口亭”。", "办“渡口亭”。去年走访310户。"])
def test_a_plan_a_rule_and_what_is_told_of_something_else_are_not(text):
    found = stage_of([("2", text)])
    assert found is None or found[0] is not Status.DONE


def test_what_another_name_of_the_sentence_says_is_none_of_this_one():
    assert stage_of([("2", "在4个镇设“听音站”；办“渡口亭”。")]) is None
    assert stage_of([("2", "办“渡口亭”；在4个镇设“听音站”。")]) is None


def test_what_was_looked_for_and_has_a_result_is_done():
    assert stage_of([("1", "探索推行“渡口亭”，帮助19件烦心事得到化解。")]) == (Status.DONE, "19件烦心事得到化解")
    assert stage_of([("1", "探索推行“渡口亭”，去年开门8场。")]) == (Status.DONE, "去年开门8场")
    # Without a count, or in a plan, nothing has come of it; what was there before is not of it.
    assert stage_of([("1", "探索推行“渡口亭”，推动更多烦心事得到化解。")]) == (Status.EXPLORING, "探索")
    assert stage_of([("1", "针对19件没有得到化解的烦心事，探索推行“渡口亭”。")]) == (Status.EXPLORING, "探索")
    assert stage_of([("1", "去年收到烦心事19件，探索推行“渡口亭”。")]) == (Status.EXPLORING, "探索")
    assert stage_of([("1", "下一步，探索推行“渡口亭”，帮助19件烦心事得到化解。")])[0] is not Status.DONE
    assert stage_of([("1", "准备探索推行“渡口亭”，帮助19件烦心事得到化解。")])[0] is Status.PLANNED


def test_what_is_said_of_the_things_that_are_counted_says_nothing_of_the_practice():
    text = "组建“渡口小队”。今年查出积水点31处。31处积水已清淤29处。"
    assert stage_of([("1", text)], name="渡口小队", own=["1"]) is None or stage_of([("1", text)], name="渡口小队", own=["1"])[1] != "已清淤"
    assert stage_of([("1", "组建“渡口小队”。渡口小队已清淤29处。")], name="渡口小队", own=["1"]) == (Status.DONE, "已清淤")


@pytest.mark.parametrize(("text", "cue"), [
    # Longer than a cue of words is, by its numbers and signs alone.
    ("三年来，“渡口亭”接待船工2600人次。", "三年来，“渡口亭”接待船工2600人次"),
    ("设立“渡口亭”，共有水上委员27名。", "共有水上委员27名"),
    ("“渡口亭”今年前两个季度收集船工建议73条。", "今年前两个季度收集船工建议73条"),
    ("“渡口亭”上半年走进9个村。", "上半年走进9个村"),
])
def test_a_result_in_numbers_over_a_span_that_has_gone_by_is_done(text, cue):
    assert stage_of([("2", text)]) == (Status.DONE, cue)


@pytest.mark.parametrize("text", [
    "“渡口亭”今年将接待船工2600人次。", "“渡口亭”力争收集建议73条。", "到年底，“渡口亭”收集建议73条。", "三年内建成“渡口亭”12个。", "到2027年，建成“渡口亭”12个。", "按今年收集73条的目标，办好“渡口亭”。",
])
def test_a_number_that_is_to_be_reached_is_not(text):
    found = stage_of([("2", text)])
    assert found is None or found[0] is Status.PLANNED


@pytest.mark.parametrize("text", ["我们还想办“渡口亭”，已选好3处地方，等修好了就开门。", "正在筹建“渡口亭”，先后看了8处地方。"])
def test_what_is_wished_for_and_got_ready_is_not_done(text):
    found = stage_of([("2", text)])
    assert found is None or found[0] is not Status.DONE


def test_what_was_tried_at_first_and_has_spread_is_no_trial():
    text = "从2022年起建设“渡口亭”，第一年试点8个，第二年铺开到40个。"
    assert stage_of([("2", text)], own=["2"])[0] is not Status.PILOT
    assert stage_of([("2", "在8个村试点“渡口亭”，明年再说。")])[0] is Status.PILOT


@pytest.mark.parametrize(("text", "status", "cue"), [
    ("开发“邻里账本”程序。目前账本已完成首轮调试，正在两个社区试用，三个月来收到留言46条。", Status.PILOT, "试用"),
    ("我们建“邻里账本”。平台正在调试，半年来收集意见70条，预计九月上线。", Status.UNDER_WAY, "正在"),
    ("开发“邻里账本”，去年征集建议31条，预计明年三月正式启用。", Status.PLANNED, "预计"),
    ("开办“邻里账本”，目前已完成选址。", None, None),
    ("“邻里账本”尚未正式启用，已登记300户。", None, None),
])
def test_what_is_still_tried_or_is_yet_to_be_launched_is_not_done(text, status, cue):
    found = read_of([("4", text)], {"4": ""}, "邻里账本", ("题目", "开头。"))
    assert (found and found.status, found and found.cue) == (status, cue)


@pytest.mark.parametrize("text", [
    "“邻里账本”去年先由两个社区试用，已于六月正式上线，累计收到留言460条。",
    "建成“邻里账本”12处，其余3处预计年底投用。",
    "“邻里账本”试用后正式上线，已收到留言460条。",
])
def test_what_was_tried_and_is_there_is_done_and_so_is_what_has_more_to_come(text):
    found = read_of([("4", text)], {"4": ""}, "邻里账本", ("题目", "开头。"))
    assert found and found.status is Status.DONE


def test_what_is_complained_of_before_the_name_is_no_plan():
    found = read_of([("4", "针对船工“办证要跑三趟”的问题，我们开发“邻里账本”，正在两个渡口试用。")], {"4": ""}, "邻里账本", ("题目", "开头。"))
    assert found and (found.status, found.cue) == (Status.PILOT, "试用")
