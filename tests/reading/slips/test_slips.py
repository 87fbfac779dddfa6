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
    ("topics: [member-duty]", "topics: ［member-duty］", "4:9", "［ 不是半角括号"),
    ("topics: [member-duty]", "topics:【member-duty】", "4:8", "【 不是半角括号"),
    ("    figures:", "   figures:", "11:4", "缩进没有对齐：这一行前面有 3 个空格，少了 1 个"),
    ("accounts:", "accounts", "5:1", "字段名 accounts 后面少了冒号"),
    ("form: platform", "form=platform", "3:5", "字段名 form 后面用了“=”，不是冒号"),
    ("form: platform", "类型：platform", "3:3", "字段名 类型 后面用了全角冒号"),
    ("added: ", "unsaid:\n  - 甲事\n  乙事\nadded: ", "15:3", "这一项前面少了 -"),
    (HOW, HOW.replace("委员轮流", "[[wei-yuan-bian-zu]]轮流"), "10:29", "文字里有[[ ]]，整句却没有加引号"),
    ("scope: local}", "scope: local},", "8:57", "行末多了一个“,”"),
    ("title: 委员课堂", "```yaml\ntitle: 委员课堂", "1:1", "多了一行 ```"),
    ("title: 委员课堂", "**title**: 委员课堂", "1:1", "字段名两边有 **"),
    ("added: 2026-11-24", "added: 2026-11-24\n---", "14:1", "末尾多了一行 ---"),
    ("form: platform", "form: [platform]", "3:1", "类型（form）写成了一列"),
    ("form: platform", "form: ｐｌａｔｆｏｒｍ", "3:7", "类型（form）没有“ｐｌａｔｆｏｒｍ”这一项"),
    ("form: platform", "form: platform\u00a0", "3:7", "类型（form）没有“platform\u00a0”这一项"),
    ("topics: [member-duty]", "topics: 委员履职", "4:9", "专题（topics）的写法不对"),
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
    ("form: platform", "form: plat\u200bform"), ("topics: [member-duty]", "topics: ［member-duty］"), ("topics: [member-duty]", "topics:［member-duty］"),
    ("topics: [member-duty]", "topics: ｛member-duty｝"), ('at: ["2.2"]', "at: 【“2.2”】"), ("{status: under-way, cue: 正在, scope: local}", "｛status：under-way，cue：正在，scope：local｝"),
    ("form: platform", "form=platform"), ("accounts:", "accounts"), ("form: platform", "类型：platform"), ("form: platform", "ｆｏｒｍ: platform"),
    ("scope: local}", "scope: local},"), ("title: 委员课堂", "**title**: 委员课堂"), ("form: platform", "form: [platform]"), ("topics: [member-duty]", "topics: 委员履职"),
    ("added: 2026-11-24", "added: 2026-11-24，"), ("speech: jia-shi", "speech: data/speeches/jia-shi.yml"), (HOW, "\t" + HOW.lstrip()),
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


@pytest.mark.parametrize(("old", "new", "place", "said"), [
    ("added: 2026-11-24", "added: 2026-11-24\n这里还要再看一遍", "14:1", "这一行不是任何字段的内容"),
    ("title: 委员课堂", "委员课堂的材料\ntitle: 委员课堂", "1:1", "这一行不是任何字段的内容"),
    ("form: platform", "form:： platform", "3:5", "form 后面写了两个冒号"),
    ("form: platform", "<<<<<<<HEAD\nform: platform\n=======\nform: method\n>>>>>>>li-si", "3:1", "第 3–7 行是合并冲突"),
    ("开办课堂", "开办\ufffd\ufffd堂", "2:12", "这里有字坏掉了"),
    (HOW, HOW.replace("- {", "-- {"), "10:7", "列表开头写了两个 -"),
])
def test_what_came_along_from_elsewhere_is_told_where_it_stands(tree: Tree, old: str, new: str, place: str, said: str) -> None:
    tree.replace(KE_TANG, old, new)
    told = [line for line in tree.told() if KE_TANG in line]
    assert len(told) == 1
    assert told[0].startswith(f"data/{KE_TANG}:{place} ")
    assert said in told[0]


def test_in_json_no_comma_is_told_that_belongs_there(tree: Tree) -> None:
    text = '{"title": "委员课堂",\n "form": "platform"\n "topics": ["member-duty"],\n "aliases": ["课堂"],\n "added": "2026-11-24"}\n'
    tree.write(KE_TANG, text)
    assert not any("行末多了" in line for line in tree.told())
    assert mend(tree.root, "data") == []
    assert tree.read(KE_TANG) == text
