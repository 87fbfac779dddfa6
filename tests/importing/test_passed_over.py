"""What the paragraphs of a practice count and no figure of its draft tells of."""

import pytest

from macros.importing.measured import Why
from macros.importing.passed_over import ELSEWHERE, LEFT, NAMELESS, of_words, passed_over

TEXT = "在9个乡镇设立“委员书屋”，藏书7300册，聘请管理员若干名。去年借出3至5批，每次限看40分钟。收到意见8条，18条有用。"


def told(text, names, taken):
    return [(one.words, one.amount.number, one.why) for one in passed_over(text, names, taken)]


def test_what_no_figure_quotes_is_told_with_why():
    assert told(TEXT, ["委员书屋"], ["9个乡镇", "18条"]) == [
        ("藏书7300册", "7300", LEFT), ("若干", None, Why.VAGUE.value), ("去年借出3至5批", None, Why.SPAN.value),
        ("40分钟", "40", Why.LASTS.value), ("收到意见8条", "8", ELSEWHERE)]


def test_what_does_not_say_what_it_counts_is_told_so():
    assert told("“书屋日”有2名管理员，藏书400册，其中80册被孩子翻破了。", ["书屋日"], ["2名管理员", "藏书400册"]) == [("其中80册", "80", NAMELESS)]


def test_what_is_quoted_twice_is_passed_over_where_only_one_is_told():
    assert told("“书屋日”来了30人，又来了30人。", ["书屋日"], ["30人"]) == [("又来了30人", "30", LEFT)]


@pytest.mark.parametrize(("words", "read"), [("藏书7300册", "7300"), ("9个", "9"), ("管理员若干名", None)])
def test_chosen_words_are_read(words, read):
    found = of_words(TEXT, words)
    assert found is not None and found.number == read


@pytest.mark.parametrize("words", ["设立“委员书屋”", "借出4批", ""])
def test_words_that_count_nothing_or_stand_elsewhere_are_no_figure(words):
    assert of_words(TEXT, words) is None
