import pytest

from macros.fulltext.noted import claims, wider

AROUND = ("乙县政协", "夜校")


@pytest.mark.parametrize(("note", "held"), [
    ("用在夜校的一段里，谁来讲没有写。", "用在夜校的一段里，"),
    ("每月一次；有几个班原文隐去。", "每月一次；"),
    ("说的是课桌，不是课堂，与“夜谈”不是一回事", "说的是课桌，"),
    ("甲市政协〔火塘〕写作三次，这里写作两次", "这里写作两次"),
    ("乙县政协〔夜校〕写作三次", "乙县政协〔夜校〕写作三次"),
])
def test_what_a_note_says_of_its_own_source(note: str, held: str) -> None:
    found = claims(note, AROUND)
    assert len(found) == len(note)
    assert found.replace("\0", "").replace("，，", "，").strip("，；。") == held.strip("，；。")


@pytest.mark.parametrize(("note", "is_wider"), [("第3段也讲到", True), ("前一段讲到", True), ("全篇只有一处", True), ("用在坐班的一段里", False), ("前面还有四个词组", False)])
def test_whether_it_speaks_of_more_than_its_places(note: str, is_wider: bool) -> None:
    assert wider(note) is is_wider
