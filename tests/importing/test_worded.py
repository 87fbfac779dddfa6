"""What a person words from: sentences that no point tells, and a summary of those that there are."""

import pytest

from macros.importing.points import Proposed
from macros.importing.worded import Sentence, shown, summary, untold
from macros.model.vocabulary import Aspect, Every, Status

LEAD = Proposed(Aspect.LEAD, "联络组召集", "1")
RHYTHM = Proposed(Aspect.RHYTHM, "每月初五", "1", Every.MONTH, raw="每月初五")
DEED = Proposed(Aspect.RHYTHM, "每月初五在祠堂碰头", "1", Every.MONTH, raw="每月初五")
HOW = Proposed(Aspect.HOW, "村民自己带板凳来", "1")


@pytest.mark.parametrize(("found", "status", "made"), [
    ((LEAD, RHYTHM, HOW), Status.DONE, "每月初五由联络组召集，村民自己带板凳来。"),
    ((HOW, DEED, LEAD), None, "由联络组召集，每月初五在祠堂碰头，村民自己带板凳来。"),
    ((LEAD, HOW), Status.PLANNED, "打算由联络组召集，村民自己带板凳来。"),
    ((LEAD, HOW), Status.CALLED_FOR, "提出由联络组召集，村民自己带板凳来。"),
    ((RHYTHM, HOW), None, None),
    ((RHYTHM, HOW, Proposed(Aspect.HOW, "谁家有事谁先说", "1")), None, "每月初五，村民自己带板凳来，谁家有事谁先说。"),
    ((LEAD, RHYTHM), None, None),
    ((HOW,), None, None),
])
def test_a_summary_says_who_how_often_and_how(found, status, made):
    assert summary(found, status, ()) == made


def test_a_summary_holds_no_run_of_the_source():
    source = "由联络组召集，村民自己带板凳来，谁家有事谁先说，说完大家再议。"
    more = Proposed(Aspect.HOW, "谁家有事谁先说", "1")
    assert summary((LEAD, HOW, more), None, [source]) == "由联络组召集，村民自己带板凳来。"
    assert summary((LEAD, HOW, more), None, []) == "由联络组召集，村民自己带板凳来，谁家有事谁先说。"


def test_only_sentences_that_say_more_than_the_points_are_untold():
    text = "一是村民自己带板凳来。二是议完的事写在祠堂墙上，一件一件地销，销不了的当众说明白。三是经费由县里补贴一半，其余从村里的集体收入里出。"
    assert list(untold([("2", text)], [HOW], "板凳会")) == [
        Sentence("2", "经费由县里补贴一半，其余从村里的集体收入里出。", Aspect.SUPPORT),
        Sentence("2", "议完的事写在祠堂墙上，一件一件地销，销不了的当众说明白。", Aspect.HOW)]
    assert list(untold([("2", "我们办起了“板凳会”。")], [], "板凳会")) == []
    assert (shown("短"), shown("长" * 90)) == ("短", "长" * 70 + "……")


def test_what_stands_before_the_name_comes_last():
    text = "我们县三面靠海，渔民跟着潮水出海又归港。县里创办“潮汐板凳会”，潮退人回就议，潮涨船开就散。"
    assert [one.text[:4] for one in untold([("1", text)], [], "潮汐板凳会")] == ["县里创办", "我们县三"]


@pytest.mark.parametrize(("text", "aspect"), [
    ("居民对答复不满意的事项，由乡镇的分管领导上门再去说一遍。", Aspect.HOW),
    ("提出的意见被采纳记三分，没有参加的扣掉一分并且在年底公布。", Aspect.HOW),
    ("县里的督查室同乡镇一起到村里看一遍，看完了写一份单子交给村里。", Aspect.HOW),
    ("开展“联合督办”的时候，几家一起到村里看，看完了写一份单子。", Aspect.HOW),
    ("三年下来居民的满意率到了九成多，老人们都说这个事办得好。", Aspect.EFFECT),
])
def test_what_is_not_met_or_only_named_is_no_effect_and_no_support(text, aspect):
    assert [one.aspect for one in untold([("2", text)], [], "板凳会")] == [aspect]


def test_a_sentence_is_shown_once():
    text = "议完的事写在祠堂墙上，一件一件地销，销不了的当众说明白。"
    assert [one.at for one in untold([("2", text), ("3", text)], [], "板凳会")] == ["2"]


@pytest.mark.parametrize(("sentence", "aspect"), [
    ("收到来信的单位要在45日内办结并当面答复来信的村民。", Aspect.HOW), ("逾期没有办结的信件由渡口议事员再送一次上门问清缘由。", Aspect.HOW),
    ("去年村民的来信全都在45日内办结并当面答复写信的人。", Aspect.EFFECT), ("来信先后办结260件而且件件都有当面答复写信的人。", Aspect.EFFECT),
])
def test_within_how_many_days_something_is_to_be_done_is_no_effect(sentence, aspect):
    assert [one.aspect for one in untold([("2", sentence)], [], "来信亭")] == [aspect]
