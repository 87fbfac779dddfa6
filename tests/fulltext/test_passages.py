"""Items and masks of a paragraph."""

import pytest

from macros.fulltext.passages import Passage, items, masks


@pytest.mark.parametrize(("text", "markers"), [
    ("一是修渠。二是护林。", ["一是", "二是"]),
    ("做法有三：一是修渠；二是护林；三是种树。", ["一是", "二是", "三是"]),
    ("一方面修渠。另一方面护林。", ["一方面", "另一方面"]),
    ('说的是"渠"。”一是修渠。二是护林。', ["一是", "二是"]),
    ("第一时间修渠。第二时间护林。", []),
    ("修渠，一是省水，二是省力。", []),
    ("一是修渠，只此一项。", []),
    ("二是护林。一是修渠。", []),
    ("“x”即x个目标：修渠；护林；种树。", []),
    ("先修渠。1.组题。年初征集。2.组队。五人成组。", ["1.", "2."]),
    ("1．修渠。2．护林。", ["1．", "2．"]),
    ("修了1.5万米。2.护林。", []),
    ("一是修渠。一方面省水。另一方面省力。二是护林。", ["一是", "二是"]),
])
def test_items(text, markers):
    assert [item.text for item in items(text)] == markers


def test_eleven_items_in_order():
    numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"]
    assert len(items("".join(f"{n}是做事。" for n in numerals))) == 11


def test_an_item_runs_to_the_next_and_the_last_to_the_end():
    text = "先说。一是修渠。二是护林。再说一句。"
    assert [text[i.start:i.end] for i in items(text)] == ["一是修渠。", "二是护林。再说一句。"]


@pytest.mark.parametrize(("text", "found"), [
    ("xx市有x个", ["xx", "x"]), ("x-x名", ["x", "x"]), ("“xxxx+N”格局", ["xxxx"]), ("XX县", ["XX"]), ("××镇", ["××"]),
    ("用Excel和xlsx，看index", []), ("3×4米", []), ("手机App", []), ("没有", []),
])
def test_masks(text, found):
    assert [m.text for m in masks(text)] == found


def test_a_place_is_the_paragraph_before_its_first_item_and_the_item_after():
    passage = Passage(3, 1, "先说。一是修渠。二是护林。")
    assert [passage.place(i) for i in (0, 4, 8)] == ["3", "3.1", "3.2"]


def test_steps_are_items():
    text = "分三步走：第一步，收签，大家写；第二步，抽签，当众抽；第三步，开棚。第一步台阶不算。"
    assert [item.text for item in items(text)] == ["第一步", "第二步", "第三步"]
