import pytest

from macros.pages.marks import masked


@pytest.mark.parametrize(("text", "marks"), [
    ("xx市政协", ["xx"]),
    ("x-x名党外委员", ["x", "x"]),
    ("“x+x+x+N”协商", ["x", "x", "x"]),
    ("xxxx+N", ["xxxx"]),
    ("x个", ["x"]),
    ("e联网", []),
    ("box 与 xml", []),
    ("App、SUCAI198.COM", []),
])
def test_only_masks_of_the_source_are_marked(text, marks):
    html = str(masked(text))
    assert html.count('，原文隐去"') == len(marks)
    for mark in marks:
        assert f'aria-label="{mark}，原文隐去"' in html


def test_text_is_escaped():
    assert str(masked("<b>xx市</b>")).startswith("&lt;b&gt;<span")


def test_a_half_width_comma_between_chinese_is_shown_full_width():
    assert str(masked("领导,建立1,2")) == "领导，建立1,2"
