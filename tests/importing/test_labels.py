"""What a figure counts is told by a whole phrase, and its words hold all of it."""

import pytest

from macros.importing.measured import Why, every, given
from macros.model.vocabulary import Bound


@pytest.mark.parametrize(("text", "label", "raw"), [
    ("网格员和楼栋长共52人。", "网格员和楼栋长", "网格员和楼栋长共52人"),
    ("由52名网格员与志愿者值守。", "网格员与志愿者", "52名网格员与志愿者"),
    ("其中路灯维修等诉求31件已解决。", "路灯维修等诉求已解决", "路灯维修等诉求31件已解决"),
    ("办成14件路灯维修等实事。", "路灯维修等实事", "14件路灯维修等实事"),
    ("在7个镇、街道挂牌。", "镇、街道", "7个镇、街道"),
    ("拿出就业岗位130个。", "拿出就业岗位", "拿出就业岗位130个"),
    ("吸引返乡创业人员25名。", "吸引返乡创业人员", "吸引返乡创业人员25名"),
    ("排水管更换、楼梯扶手加装等小项目22项。", "小项目", "小项目22项"),
    ("组织住区科技界委员深入田间地头培训种养大户410人。", "培训种养大户", "培训种养大户410人"),
])
def test_a_label_is_cut_nowhere(text, label, raw):
    assert [(a.label, a.raw) for a in given(text)] == [(label, raw)]


@pytest.mark.parametrize("text", ["邀请主管部门同志9名到场。", "服务了12个靠山的。"])
def test_what_is_no_noun_is_no_label(text):
    assert not any(a.label in ("到场", "靠山") for a in every(text))


@pytest.mark.parametrize(("text", "raw"), [
    ("办结率不低于95%的，评为先进。", "办结率不低于95%"), ("得票率在80%以上的小组，列为示范组。", "得票率在80%以上"), ("凡超过3次没有到会，都要说明。", "凡超过3次"),
    ("评议得票不足60%的，由主席约谈。", "评议得票不足60%"), ("满意率90%以上为优秀。", "满意率90%以上"),
])
def test_what_something_is_judged_by_is_no_figure(text, raw):
    assert given(text) == [] and [a.raw for a in every(text) if a.why is Why.RULE] == [raw]


@pytest.mark.parametrize(("text", "raw"), [
    ("办结率达到95%以上，群众都说好。", "办结率达到95%以上"), ("帮扶超过300户的目标已完成。", "帮扶超过300户"), ("回复率98%的好成绩得到肯定，评为先进。", "回复率98%")])
def test_what_was_reached_is_a_figure(text, raw):
    assert [(a.raw, a.why) for a in every(text)] == [(raw, None)]


def test_what_is_planned_is_a_figure_of_a_plan_alone():
    text = "已建书屋6个。计划明年再建书屋14个。下一步，聘请管理员20名。"
    assert [a.raw for a in given(text)] == ["已建书屋6个"]
    assert [a.raw for a in given(text, planned=True)] == ["已建书屋6个", "计划明年再建书屋14个", "聘请管理员20名"]


@pytest.mark.parametrize(("text", "label", "raw"), [
    ("在31个社区设“听音角”。", "社区", "31个社区"),
    ("在26个行政村配备“议事箱”。", "行政村", "26个行政村"),
    ("在9个村设议事点。", "村数", "9个村"),
    ("在16个社区设施齐全。", "社区设施齐全", "16个社区设施齐全"),
    ("每亭每年安排3万元。", "每亭每年经费", "每亭每年安排3万元"),
    ("驿站的补助列入预算，每个点1200元。", "每个点补助", "每个点1200元"),
    ("近五年题库收进题目90个。", "近五年题库收进题目", "90个"),
])
def test_what_is_put_up_is_no_part_of_where_and_so_much_for_each_says_of_what(text, label, raw):
    assert [(a.label, a.raw) for a in given(text)] == [(label, raw)]


@pytest.mark.parametrize(("text", "label", "raw"), [
    ("聘请8名种植、养殖方面的技术骨干担任顾问。", "技术骨干", "8名种植、养殖方面的技术骨干"),
    ("请来6名水利领域的专家。", "专家", "6名水利领域的专家"),
    ("在桥头、渡口、集市开展走访9次。", "开展走访", "开展走访9次"),
    ("三年来共座谈86场。", "三年来座谈", "共座谈86场"),
    ("种下乌桕树300棵、架设护栏2公里。", "种下乌桕树", "种下乌桕树300棵"),
    ("全乡27名组长编入三个班。", "全乡组长", "全乡27名组长"),
    ("45条线索已办结40条。", "办结线索", "已办结40条"),
    ("2023年收到来信120件。", "2023年来信", "收到来信120件"),
    ("配3名“渡口管家”。", "渡口管家", "3名“渡口管家”"),
    ("12个村分别挂牌。", "村数", "12个村"),
])
def test_what_is_counted_is_told_with_all_that_says_what_it_is_and_nothing_else(text, label, raw):
    assert (label, raw) in [(a.label, a.raw) for a in every(text)]


@pytest.mark.parametrize(("text", "label", "raw"), [
    ("11个渡口联络站共有老船工63名。", "渡口联络站", "11个渡口联络站"),
    ("11个渡口联络站共有老船工63名。", "老船工", "共有老船工63名"),
    ("老船工63名走进课堂。", "老船工", "老船工63名"),
    ("目前已有渡口亭20座。", "渡口亭", "目前已有渡口亭20座"),
    ("依托11个渡口联络站每月问一次水情。", "渡口联络站", "11个渡口联络站"),
])
def test_what_is_there_is_told_without_that_it_is_there_and_ends_where_it_is_told_of(text, label, raw):
    assert (label, raw) in [(a.label, a.raw) for a in every(text)]


@pytest.mark.parametrize(("text", "label", "raw", "bound"), [
    ("每场不超过16人，坐得下才开。", "每场人数", "每场不超过16人", Bound.AT_MOST),
    ("每期邀请不少于5名船工代表参加。", "每期船工代表", "每期邀请不少于5名船工代表", Bound.AT_LEAST),
    ("每站至少配2名管理员。", "每站管理员", "每站至少配2名管理员", Bound.AT_LEAST),
    ("每次参会人数不得超过16名。", "每次参会人数", "每次参会人数不得超过16名", Bound.AT_MOST),
])
def test_so_many_each_time_is_told_with_each_and_its_bound(text, label, raw, bound):
    assert [(a.label, a.raw, a.bound) for a in given(text)] == [(label, raw, bound)]


@pytest.mark.parametrize(("text", "label", "raw"), [
    ("五年累计资助学生620名。", "五年资助学生", "累计资助学生620名"),
    ("今年1至5月，又办夜话11场。", "今年1至5月办夜话", "又办夜话11场"),
    ("几年来，先后有1200余名船工和渔家子弟走进课堂。", "几年来船工和渔家子弟", "1200余名船工和渔家子弟"),
])
def test_a_total_over_so_many_years_says_so(text, label, raw):
    assert (label, raw) in [(a.label, a.raw) for a in given(text)]


def test_what_is_expected_is_no_figure_of_what_was_done():
    assert [a.label for a in given("去年资助学生120名。今年预计资助130名。2027年要资助140名。")] == ["去年资助学生"]


@pytest.mark.parametrize("text", ["他来回走了十几里。", "走访二十来户人家。", "登门三百来户。", "劝了30几户。"])
def test_what_is_vague_is_no_figure(text):
    assert given(text) == [] and [a.state for a in every(text)] == ["vague"]


def test_more_than_so_many_is_a_figure_with_its_bound():
    assert [(a.label, a.number, a.bound) for a in given("带动40多家作坊。")] == [("作坊", "40", Bound.AT_LEAST)]


@pytest.mark.parametrize(("text", "raw", "why"), [
    ("对迟到三次以上的队员，由队长提醒。", "对迟到三次以上", Why.RULE), ("投资八百万元以上的厂房，先听意见。", "投资八百万元以上", Why.RULE),
    ("按四步推进。", "四步推进", Why.SAID), ("走六步流程。", "六步流程", Why.SAID),
    ("今年计划举办12场。", "今年计划举办12场", Why.AHEAD), ("区政协计划培训船工300人。", "区政协计划培训船工300人", Why.AHEAD), ("到今年九月再建渡口20个。", "再建渡口20个", Why.AHEAD),
])
def test_what_only_says_which_in_what_steps_or_what_is_planned_is_no_figure(text, raw, why):
    assert [(a.raw, a.why) for a in every(text) if a.why is not Why.LASTS] == [(raw, why)] and given(text) == []


@pytest.mark.parametrize(("text", "raw"), [("收到了三次以上的表扬。", "收到了三次以上"), ("按协商计划完成协商12次。", "按协商计划完成协商12次"), ("解决了80%以上的问题。", "解决了80%以上")])
def test_what_was_reached_by_the_same_words_is_one(text, raw):
    assert [(a.raw, a.why) for a in every(text)] == [(raw, None)]


@pytest.mark.parametrize(("text", "figures"), [
    ("委员覃小满独自跑了17趟。", []), ("主席李建国走访渔户26户。", [("走访渔户", "走访渔户26户")]), ("组长彭志强劝和邻里14户。", []),
    ("副主席陆续走访作坊9家。", [("副主席陆续走访作坊", "副主席陆续走访作坊9家")]),
])
def test_nobodys_name_is_in_a_label_or_in_its_words(text, figures):
    assert [(a.label, a.raw) for a in given(text)] == figures


@pytest.mark.parametrize("text", ["选取4个村先行一步，建立渡口台账。", "把出船、提案、联系船工等6类计入。", "分“老船”“新船”两类。"])
def test_better_no_label_than_words_of_the_sentence(text):
    assert given(text) == []


@pytest.mark.parametrize(("text", "label"), [
    ("到目前为止已办3期。", "期数"), ("目前只在7个渡口试，人手紧。", "渡口"), ("在码头、货场等处挂牌9个。", "挂牌"), ("其中老船工的占七成以上。", "老船工占比"),
    ("交办后区水利站投入38万元。", "区水利站投入"), ("2023年以来，在全县26个乡镇设议事棚。", "乡镇"), ("去年，渡口人均积分73.5分。", "去年人均积分"),
])
def test_a_label_says_what_is_counted_and_nothing_of_when_and_what_then(text, label):
    assert [a.label for a in given(text)] == [label]


def test_two_figures_of_one_label_say_what_was_done():
    text = "首批选取商贸界的28名船工，逐个讲。到四月，有16名船工完成讲解。"
    assert [(a.label, a.number) for a in given(text)] == [("选取的船工", "28"), ("完成讲解的船工", "16")]
