"""A name that is made of an interval is a name; its rhythm is what the text tells besides."""

import pytest

from macros.importing.naming import SAYS, hits
from macros.importing.points import proposed
from macros.model.vocabulary import Aspect, Every


@pytest.mark.parametrize("text", [
    "推行每周一问、每月一答、每季一评。",
    "实行“每月一答”，谁来都行。",
    "开展每月一答活动，谁来都行。",
    "（二）每月一答。谁来都行。",
    "一是每季一评：谁来都行。",
    "办好‘每周一问’和‘每月一答’。",
])
def test_an_interval_in_a_name_is_no_rhythm(text):
    assert [one for one in proposed(text, "1") if one.aspect is Aspect.RHYTHM] == []


@pytest.mark.parametrize(("text", "every", "words"), [
    ("坚持每月一答，谁来都行。", Every.MONTH, "坚持每月一答"),
    ("渡口每月一次，每季一期。", Every.MONTH, "渡口每月一次"),
    ("推行“每月一答”，每季度评一次。", Every.QUARTER, "每季度评一次"),
    ("推行每周一问、每月一答。答题人每季度换一次。", Every.QUARTER, "答题人每季度换一次"),
])
def test_what_the_text_tells_outside_of_it_is(text, every, words):
    first = next(one for one in proposed(text, "1") if one.aspect is Aspect.RHYTHM)
    assert (first.every, first.text) == (every, words)


def test_each_of_several_such_names_is_one_and_what_is_counted_is_none():
    assert {h.name for h in hits("推行每周一问、每月一答、每季一评。") if h.sure >= SAYS} == {"每周一问", "每月一答", "每季一评"}
    assert not any(h.sure >= SAYS for h in hits("推行每周一次、每月一期。"))
