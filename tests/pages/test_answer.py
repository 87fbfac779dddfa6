"""What a list of accounts answers, in sentences that never say more than the data."""

import pytest

from macros.model.vocabulary import Aspect, Status
from macros.pages.answer import Answer, answer
from tests.pages.telling import telling


def said(*tellings) -> str:
    found = answer(tellings)
    return found.counted + found.judged


def of(*statuses: str) -> list:
    """An account of each status, each of a body and a practice of its own, each point about how."""
    return [telling(f"p{i}", f"s{i}", f"o{i}", status) for i, status in enumerate(statuses)]


@pytest.mark.parametrize(("statuses", "sentence"), [
    ((), "还没有收录做法。"),
    (("planned",), "1 家讲了 1 条做法。进展是“计划”；没有归到“成效”。"),
    (("done",), "1 家讲了 1 条做法。进展是“已实施”；没有归到“成效”。"),
    (("unclear",), "1 家讲了 1 条做法。进展看不出来；没有归到“成效”。"),
    (("done", "done"), "2 家讲了 2 条做法。都写明已经实施；没有一处归到“成效”。"),
    (("done", "planned", "planned"), "3 家讲了 3 条做法。1 处写明已经实施，“计划”最多；没有一处归到“成效”。"),
    (("done", "done", "planned"), "3 家讲了 3 条做法。2 处写明已经实施；没有一处归到“成效”。"),
    (("under-way", "planned", "planned"), "3 家讲了 3 条做法。没有一处写明已经实施，“计划”最多；没有一处归到“成效”。"),
    (("under-way", "planned"), "2 家讲了 2 条做法。没有一处写明已经实施；没有一处归到“成效”。"),
    (("pilot", "pilot"), "2 家讲了 2 条做法。没有一处写明已经实施，都是“试点”；没有一处归到“成效”。"),
    (("unclear", "unclear"), "2 家讲了 2 条做法。没有一处写明已经实施，都看不出进展；没有一处归到“成效”。"),
    (("unclear", "planned", "unclear"), "3 家讲了 3 条做法。没有一处写明已经实施，看不出进展的最多；没有一处归到“成效”。"),
])
def test_the_sentence_is_counted(statuses, sentence):
    assert said(*of(*statuses)) == sentence


def test_places_are_named_only_where_they_are_more_than_practices():
    one, two = telling("p", "s1", "o1", "planned"), telling("p", "s2", "o1", "planned")
    assert answer([one]).counted == "1 家讲了 1 条做法。"
    assert answer([one, two]).counted == "1 家讲了 1 条做法，共 2 处。"


def test_an_effect_that_is_told_is_not_denied():
    told = telling("q", "s9", "o9", "planned", ("effect", "来的人多了"))
    assert said(*of("planned"), told) == "2 家讲了 2 条做法。没有一处写明已经实施，都是“计划”。"
    assert said(told) == "1 家讲了 1 条做法。进展是“计划”。"


def test_a_point_of_no_aspect_is_no_effect():
    unsorted = telling("q", "s9", "o9", "planned", (None, "来的人多了"))
    assert said(*of("planned"), unsorted) == "2 家讲了 2 条做法。没有一处写明已经实施，都是“计划”；没有一处归到“成效”。"
    assert said(unsorted).endswith("进展是“计划”；没有归到“成效”。")


def test_an_account_counts_once_for_an_aspect_and_words_come_in_order():
    twice = telling("p", "s", "o", "planned", ("how", "一"), ("how", "二"), ("rhythm", "每月一次"))
    found = answer([twice, *of("planned", "done")])
    assert {aspect: n for aspect, n in found.told.items() if n} == {Aspect.HOW: 3, Aspect.RHYTHM: 1}
    assert list(found.told) == list(Aspect)
    assert list(found.tally.items()) == [(Status.DONE, 1), (Status.PLANNED, 2)]
    assert isinstance(found, Answer)
    assert found.bodies == ("o", "o0", "o1")
