"""The steps that the clauses of a sentence tell, in the words of the source."""

import pytest

from macros.importing.clauses import steps


def told(text, name="渡口亭"):
    return list(steps(text, name))


@pytest.mark.parametrize(("text", "words"), [
    ("船工在岸边点题，委员当场认领，并由水利站限时答复。", ["船工在岸边点题", "委员当场认领", "由水利站限时答复"]),
    ("开会的时候，船工说水情、部门开药方、委员作点评。", ["船工说水情", "部门开药方", "委员作点评"]),
    ("修好的亮绿灯，在修的亮黄灯，拖着的亮红灯。", ["修好的亮绿灯", "在修的亮黄灯", "拖着的亮红灯"]),
    ("对收到的来信逐件登记，分类转交有关部门，办完上门回访。", ["对收到的来信逐件登记", "分类转交有关部门", "办完上门回访"]),
])
def test_each_clause_with_a_deed_is_a_step(text, words):
    assert told(text) == words
    assert all(one in text for one in words)


@pytest.mark.parametrize("text", [
    # One deed alone; what is said by the way, by which means, how well, or on which condition.
    "委员当场认领，船工都说好。",
    "坚持党建引领，充分发挥委员作用，推动问题得到解决。",
    "通过走访座谈，围绕修路调研，为审议把关。",
    "答复不满意的，由水利站重新办理，再上门回访一遍的话。",
    # Plans, what is counted, hidden, how often and the name itself are told elsewhere.
    "下一步，委员当场认领，水利站限时答复。",
    "要求委员当场认领，明年水利站上门回访。",
    "去年收集意见120条，已答复98条。",
    "由×××委汇总意见，交×××局办理。",
    "委员每月走访一次，每季度通报一次。",
    "渡口亭收集意见，渡口亭公布结果。",
])
def test_what_else_a_sentence_says_is_none(text):
    assert len(told(text)) < 2


def test_no_clause_is_a_sentence_of_the_source_and_there_are_few_of_them():
    long = "由沿河各村推选出来的老船工在每个赶集日的早上轮流坐堂接待，委员记下问题，水利站上门回访。"
    assert told(long) == ["委员记下问题", "水利站上门回访"]
    assert len(told("。".join(f"第{n}组登记来信，第{n}组公布结果" for n in "甲乙丙丁") + "。")) == 5
