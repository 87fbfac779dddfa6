"""A macro that is written with the wrong signs: told at its braces, with what to write."""

import pytest

from macros.handwritten.macro_signs import slips

KNOWN = frozenset({"practice", "practices", "answer"})


@pytest.mark.parametrize(("written", "column", "message", "right"), [
    ("看{{ practice(‘a-b’) }}。", 2, "宏里有全角的括号、引号或逗号", '改成半角：{{ practice("a-b") }}'),
    ("看{{ practice（“a-b”） }}。", 2, "宏里有全角的括号、引号或逗号", '改成半角：{{ practice("a-b") }}'),
    ("｛｛ answer(\"x\") ｝｝", 1, "宏里有全角的括号、引号或逗号", '改成半角：{{ answer("x") }}'),
    ("{{ practices(topic=\"x\"，limit=10) }}", 1, "宏里有全角的括号、引号或逗号", '改成半角：{{ practices(topic="x", limit=10) }}'),
    ("又{{ practice(\"a-b\") 。下文", 2, "双花括号没有收尾", '写成 {{ practice("a-b") }}'),
    ("{{ practice(\"a-b\" }}", 1, "宏里的括号或引号不成对", '写成 {{ practice("a-b") }}'),
    ("{{ practice(\"a-b) }}", 1, "宏里的括号或引号不成对", '写成 {{ practice("a-b") }}'),
    ("{ { practice(\"a-b\") } }", 1, "双花括号中间有空格", '写成 {{ practice("a-b") }}'),
])
def test_the_place_and_the_macro_as_it_should_be(written: str, column: int, message: str, right: str) -> None:
    assert list(slips(f"# 题\n{written}\n", KNOWN)) == [(2, column, message, right)]


@pytest.mark.parametrize("written", ['{{ practice("a-b") }}', "{{ practices() }}", '{{ practices(topic="x") }}和{{ answer("y") }}', "｛｛注｝｝", "{{ other（1） }}", "{%if%}", "《｛甲｝》", "{{ practices(topic= }}"])
def test_what_is_right_or_no_macro_is_left_alone(written: str) -> None:
    assert list(slips(written, KNOWN)) == []
