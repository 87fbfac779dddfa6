"""Of which span of time a figure is."""

import pytest

from macros.importing.measured import given
from macros.importing.since import span


@pytest.mark.parametrize(("text", "found"), [
    ("去年送书30场", "去年"),
    ("“渡口亭”今年前三季度收到来信30封", "今年前三季度"),
    ("去年收到来信30件，办结2", "去年"),
    ("去年办结30件，今年上半年办结12", "今年上半年"),
    ("自2023年开门以来，讲课36", "自2023年开门以来"),
    ("渡口亭开了两年。接待船工36", ""),
    ("去年开门30场；接待船工36", ""),
    ("去年的办法写明，配管理员3", ""),
    ("根据2023年印发的办法，配管理员3", ""),
    ("去年开门30场，目前有管理员3", ""),
    ("去年开门30场，每月接待船工3", ""),
    ("截至2023年底，建成亭子3", ""),
    ("到2027年，建成亭子3", ""),
    ("2022年起，配管理员3", ""),
])
def test_the_span_of_its_sentence(text, found):
    assert span(text, len(text)) == found


@pytest.mark.parametrize(("text", "labels"), [
    ("去年评出好船工9名，今年一季度收集建议73条。", ["去年评出好船工", "今年一季度收集建议"]),
    ("三年来送伞2400把，帮助学生620人次。", ["三年来送伞", "三年来帮助学生"]),
    ("去年8月，走访3个社区。", ["去年8月走访社区"]),
    # Where it was done is no number of that year.
    ("去年，在12个社区设渡口亭，配管理员24名。", ["社区", "去年配管理员"]),
    # What has turned into another is as it is now.
    ("今年办结74件，满意率由81%提高到96%。", ["今年办结", "满意率"]),
])
def test_a_figure_says_of_which_span_it_is(text, labels):
    assert [one.label for one in given(text)] == labels


def test_of_a_long_label_the_span_is_left_out_rather_than_a_sentence_copied():
    assert max(len(one.label) for one in given("自去年三月县里开门办亭以来，收集沿河各村群众修路意见建议12条。")) <= 17
