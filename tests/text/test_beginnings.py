"""Any of many words is found where it stands."""

import re

from macros.text.beginnings import any_of, beginning, longest


def test_words_are_found_where_they_stand() -> None:
    pattern = re.compile(any_of(["联系", "联系点(?!位)", "挂钩"]))
    assert [m.group() for m in pattern.finditer("联系点挂钩联合，联系")] == ["联系", "挂钩", "联系"]


def test_the_longest_is_tried_first() -> None:
    assert [m.group() for m in re.finditer(longest(["村", "村庄", "行政村"]), "行政村、村庄、村")] == ["行政村", "村庄", "村"]


def test_what_a_word_begins_with_stands_for_itself() -> None:
    assert [m.start() for m in re.finditer(beginning(["]甲", "^乙", "-丙", "丁"]), "丁甲]^-乙")] == [0, 2, 3, 4]
