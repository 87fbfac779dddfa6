"""The figures that a draft proposes."""

import pytest

from macros.fulltext.passages import Passage
from macros.importing.labels import before
from macros.importing.measured import about, amounts, given, spans
from macros.model.vocabulary import Bound

TEXT = "先后开会二百次。建成“田埂会”议事点四十六个，收集意见x条、几百条建议。另有三人。"


def told(text):
    return [(a.label, a.number, a.raw) for a in given(text)]


def test_the_figures_of_the_sentence_that_has_the_name():
    assert told(about(TEXT, "田埂会")) == [("议事点", "46", "议事点四十六个")]


def test_masked_and_vague_amounts_are_no_given_figures():
    assert [(a.raw, a.state) for a in amounts(Passage(1, 1, TEXT))] == [
        ("先后开会二百次", "given"), ("议事点四十六个", "given"), ("收集意见x条", "masked"), ("另有三人", "given"), ("几百", "vague")]


@pytest.mark.parametrize(("text", "figure"), [
    ("两年来共收到“心事条”2148张。", ("两年来心事条", "2148", "2148张")),
    ("全县辖136个行政村。", ("行政村", "136", "136个行政村")),
    ("达成共识204件。", ("达成共识", "204", "达成共识204件")),
    ("满意率97.3%。", ("满意率", "97.3", "满意率97.3%")),
    ("去年18个“同题小组”结题。", ("去年同题小组", "18", "18个“同题小组”")),
])
def test_what_is_counted_stands_behind_the_number_or_before_it(text, figure):
    assert told(text) == [figure]


def test_a_bound_is_read_with_its_number():
    assert [(a.number, a.bound) for a in given("平台归集信息1.2万余条，每名委员至少接单2件，审定题目20个左右。")] == [
        ("12000", Bound.AT_LEAST), ("2", Bound.AT_LEAST), ("20", Bound.ABOUT)]


@pytest.mark.parametrize("text", ["请三方坐在一起。", "主要是“三个一”。", "办好“三张条子”。", "出台《若干措施》。"])
def test_what_only_names_something_is_no_figure(text):
    assert amounts(Passage(1, 1, text)) == []


@pytest.mark.parametrize(("text", "span"), [
    ("一年安排七八个调研题目。", "七八个调研题目"), ("完成50%至80%的为黄码。", "50%至80%"), ("由3至5名委员组成小队。", "3至5名委员"), ("来了三五个人。", "三五个")])
def test_from_one_number_to_another_is_no_figure(text, span):
    assert given(text) == []
    assert spans(text) == [span]


@pytest.mark.parametrize(("text", "figures"), [
    ("首批聘请民主党派人士专家68名，分为产业、法治4个组。", [("专家", "68")]),
    ("3年来已举办12期。", [("3年来举办期数", "12")]),
    ("目前已有32个事项完成“回头看”。", [("事项", "32")]),
    ("在6个重点商圈设立议事厅，每个议事厅由2个界别包联。", [("重点商圈", "6"), ("界别", "2")]),
    ("在全县86个村（社区）设立协商点。", [("村（社区）", "86")]),
    ("早餐车规范经营等9个议题全部转化为措施。", [("议题", "9")]),
    ("围绕停车问题召开协商会41次。", [("协商会", "41")]),
    ("从能人中选聘协商议事员200名。", [("协商议事员", "200")]),
])
def test_a_label_is_the_noun_that_is_counted(text, figures):
    assert [figure[:2] for figure in told(text)] == figures


@pytest.mark.parametrize("text", ["二是连续两次低于60分的，由主席督办。", "时间不少于总时长的一半。", "做好三篇文章。", "实现百栋楼宇议事全覆盖。"])
def test_a_manner_of_speaking_and_the_rest_of_a_sentence_are_no_figures(text):
    assert given(text) == []


@pytest.mark.parametrize(("text", "raw", "label"), [
    ("今年征集线索4**条，都办了。", "4**条", "今年征集线索"), ("转化为提案1**件。", "1**件", "提案"), ("其中3**条。", "3**条", ""),
])
def test_what_a_figure_counts_that_is_masked_behind_its_first_digit_stands_before_it(text, raw, label):
    assert before(text, text.index(raw)) == label


@pytest.mark.parametrize(("text", "figures"), [
    ("九名从事果树栽培的委员轮流到场。", [("委员", "9", "九名从事果树栽培的委员")]),
    ("18位老师傅的口述。", [("老师傅", "18")]),
    ("今年以来已义诊88场次。", [("今年以来义诊", "88")]),
    ("一年多来共谈了210余场，没有停过。", [("一年多来场次", "210")]),
    ("试点聘请“夜市观察员”，共26名。", [("夜市观察员", "26")]),
    ("回复率由去年的62%上升到91%。", [("回复率", "91", "回复率由去年的62%上升到91%")]),
    ("投诉由40件下降到6件。", [("投诉", "6", "投诉由40件下降到6件")]),
    ("录音120小时，半小时内答复。", [("录音时长", "120")]),
    ("从教师和医生中选了33人。", [("选出人数", "33")]),
    ("每季度至少查看三个服务窗口。", [("服务窗口", "3", "至少查看三个服务窗口")]),
])
def test_what_is_counted_may_stand_further_off(text, figures):
    assert [one[:len(want)] for one, want in zip(told(text), figures, strict=True)] == figures


@pytest.mark.parametrize("text", ["一张方桌、两把椅子，坐下就谈。", "一式三份，各留一份。", "约谈排在末两位的单位。", "先找两个村试一试。"])
def test_a_scene_a_place_in_a_row_and_a_trial_are_no_figures(text):
    assert given(text) == []


def test_a_sentence_that_says_the_name_without_its_first_word_is_about_it():
    said, more = "建“委员素材题库”，谁想写谁写。", "去年素材题库收下题目85个。"
    assert about(said + "另有三人。" + more, "委员素材题库") == said + more
    # Before the name, or with another word before it, it may be another's.
    assert about(more + said, "委员素材题库") == said
    assert about(said + "居民素材题库收下题目85个。", "委员素材题库") == said


def test_of_a_sentence_whose_halves_tell_of_several_names_each_has_its_own():
    said = "在4个镇建“听音站”，配两名站长；在26个村设“夜话亭”，每周一次；有事就说。"
    assert about(said, "听音站") == "在4个镇建“听音站”，配两名站长；"
    assert about(said, "夜话亭") == "在26个村设“夜话亭”，每周一次；有事就说。"
    assert about("办“听音站”，配两名站长；在26个村巡回。", "听音站") == "办“听音站”，配两名站长；在26个村巡回。"


def test_what_is_sorted_into_so_many_kinds_and_a_body_with_a_number_in_its_name_count_nothing():
    assert given("提案委把来信分成红黄蓝三类。药费由县红十字会补助一部分。") == []
    assert [a.label for a in given("组建三类队伍，共有队员36名。")][-1:] == ["队员"]
