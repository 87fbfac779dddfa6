"""A slip of the pen is told where it was made, with a cure; a repair is made only where there is one answer."""


import pytest

from macros.editing.mending import mend
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
HOW = "      - {aspect: how, text: 委员轮流讲课}"


@pytest.mark.parametrize(("old", "new", "place", "said"), [
    ("form: platform", "form：platform", "3:5", "字段名 form 后面用了全角冒号"),
    ("{aspect: how, text: 委员", "{aspect: how, text：委员", "10:27", "字段名 text 后面用了全角冒号"),
    ("form: platform", "form:platform", "3:5", "form 的冒号后面少一个空格"),
    (HOW, HOW.replace("- {", "-{"), "10:7", "- 后面少一个空格"),
    (HOW, HOW.replace("- {", "— {"), "10:7", "列表开头用了破折号 —"),
    (HOW, HOW.replace("- {", "{"), "10:7", "这一项前面少了 -"),
    (HOW, "　　　" + HOW.lstrip(), "10:1", "缩进里有全角空格"),
    (HOW, "\u00a0" * 6 + HOW.lstrip(), "10:1", "缩进里有不间断空格"),
    ("    at: [", "      at: [", "7:7", "缩进没有对齐"),
    (HOW, HOW.replace("how, text", "how，text"), "10:21", "字段 text 前面是“，”，不是半角逗号"),
    (HOW, HOW.replace("轮流讲课", "轮流, 讲课"), "10:33", "花括号里的内容有半角逗号"),
    (HOW, HOW[:-1], "10:9", "这里的 { 没有关上"),
    (HOW, HOW.replace("{", "｛").replace("}", "｝"), "10:9", "｛ 不是半角括号"),
    (HOW, HOW.replace("轮流讲课", "轮流: 讲课"), "10:33", "内容里有半角冒号"),
    ("form: platform", 'form: "platform', "3:7", '引号 " 没有关上'),
])
def test_a_slip_is_told_once_and_where_it_was_made(tree: Tree, old: str, new: str, place: str, said: str) -> None:
    tree.replace(KE_TANG, old, new)
    told = [line for line in tree.told() if KE_TANG in line]
    assert len(told) == 1
    assert told[0].startswith(f"data/{KE_TANG}:{place} ")
    assert said in told[0]


@pytest.mark.parametrize(("old", "new"), [
    ("form: platform", "form：platform"), ("accounts:", "accounts："), (HOW, HOW.replace("- {", "－{")), (HOW, "　　　" + HOW.lstrip()),
    (HOW, HOW.replace("how, text", "how，text")), ("form: platform", "form: 平台载体"), ("form: platform", "类型: platform"),
    ("form: platform", "form: plat\u200bform"),
])
def test_what_has_one_right_answer_is_mended_to_the_byte(tree: Tree, old: str, new: str) -> None:
    before = tree.read(KE_TANG)
    tree.replace(KE_TANG, old, new)
    assert [one.path for one in mend(tree.root, "data")] == [f"data/{KE_TANG}"]
    assert tree.read(KE_TANG) == before
    assert mend(tree.root, "data") == []


@pytest.mark.parametrize(("old", "new"), [
    (HOW, HOW[:-1]), (HOW, HOW.replace("轮流讲课", "轮流, 讲课")), ("form: platform", "<<<<<<< HEAD\nform: platform\n=======\nform: method\n>>>>>>> x"),
    ("form: platform", "备注: 甲\nform: platform"), ("    at: [", "      at: ["), ("form: platform", "form: platform\nform: method"),
])
def test_what_a_person_must_decide_is_left_as_it_is(tree: Tree, old: str, new: str) -> None:
    tree.replace(KE_TANG, old, new)
    assert mend(tree.root, "data") == []


def test_merge_marks_are_told_before_anything_else(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "<<<<<<< HEAD\nform: platform\n=======\nform：method\n>>>>>>> li-si")
    assert [line for line in tree.told() if KE_TANG in line] == [
        f"data/{KE_TANG}:3:1 错误[merge-conflict] 第 3–7 行是合并冲突：两个人改了同一处 | "
        "第 4 行是你的，第 6 行是别人的（main 上的）：留下要的一份（两份都要就合成一份），再删去 <<<<<<<、=======、>>>>>>> 这几行记号。先改好它：引用它的 1 处暂不检查"]


def test_several_slips_of_a_sort_are_one_message(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: ", "form：")
    tree.replace(KE_TANG, "added: ", "added：")
    told = [line for line in tree.told() if KE_TANG in line]
    assert len(told) == 1
    assert "行也是）" in told[0]


def test_a_conflict_needs_seven_signs_alone_in_a_line(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "# ======= 类型 =======\nform: platform")
    assert tree.told() == []
