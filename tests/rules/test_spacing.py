import pytest

from macros.editing.mending import mend
from macros.rules import spacing
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_space_between_characters(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 委员 轮流讲课")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:30 提醒[spacing] 文字里有多余的空格 | 删去；一句话写在一行里，不折行（kb check --fix 会改）",
    ]


def test_a_sentence_over_two_lines(tree: Tree) -> None:
    tree.replace(KE_TANG, "summary: 开办课堂，", "summary: 开办课堂，\n  ")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:2:10 提醒[spacing] 文字里有多余的空格 | 删去；一句话写在一行里，不折行（kb check --fix 会改）",
    ]


@pytest.mark.parametrize(("field", "text", "better"), [
    ("text", "全体 委员", "全体委员"), ("text", " 甲  乙 ", "甲乙"), ("text", "用 QQ 群", "用 QQ 群"), ("text", "a  b", "a b"),
    ("aliases", "分片 包干", "分片 包干"), ("keywords", " 甲  QQ群 ", "甲 QQ群"), ("unsaid", "谁来管\u3000多久一次", "谁来管\u3000多久一次"), ("what", "谁 来管", "谁来管"), ("topics", "党建 履职", "党建 履职"), ("at", "“3.2” “3.3”", "“3.2” “3.3”"),
    ("heading", "一、 全体 委员", "一、 全体 委员"), ("cue", "已 建", "已 建"),
])
def test_the_fix_takes_away_what_is_too_much_and_leaves_quotations(field: str, text: str, better: str) -> None:
    assert spacing.fix(field, text) == better


ASKED = "是不是两项？"


@pytest.mark.parametrize(("path", "old", "new", "place", "message", "cure"), [
    ("problems.yml", "[不愿参加, 出勤率低]", "[不愿参加 出勤率低]", "3:17", f"“不愿参加 出勤率低”中间有空格，{ASKED}", "是两项，两项之间写半角逗号加一个空格（, ）；是一项，删去空格"),
    (KE_TANG, "added:", "keywords:\n  [夜校, 讲堂\n   轮流讲, 上课]\nadded:", "14:8", f"“讲堂 轮流讲”折成了两行，{ASKED}", "是两项，在前一行末尾补上半角逗号；是一项，写在一行里，不折行"),
    (KE_TANG, "added:", "keywords:\n  [建 QQ\n   群聊, 上课]\nadded:", "14:4", f"“建 QQ 群聊”折成了两行，{ASKED}", "是两项，在前一行末尾补上半角逗号；是一项，写在一行里，不折行"),
    (KE_TANG, "added:", "unsaid:\n  - 由谁管理\n    多久一次\nadded:", "15:5", f"“由谁管理 多久一次”折成了两行，{ASKED}",
     "是两项，这一行前面写 - 加一个空格，与上一项左边对齐；是一项，接到上一行末尾，中间不留空格"),
    (KE_TANG, "added:", "unsaid:\n  - 由谁管理 多久一次\nadded:", "14:8", f"“由谁管理 多久一次”中间有空格，{ASKED}", "是两项，后一项另起一行，前面写 - 加一个空格；是一项，删去空格"),
])
def test_an_item_of_a_list_may_be_two_and_is_left_to_a_person(tree: Tree, path: str, old: str, new: str, place: str, message: str, cure: str) -> None:
    tree.replace(path, old, new)
    before = tree.read(path)
    assert tree.told() == [f"data/{path}:{place} 提醒[spacing] {message} | {cure}"]
    assert mend(tree.root, "data") == []
    assert tree.read(path) == before


def test_a_blank_beside_a_latin_word_makes_no_two_items(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", "keywords: [建 QQ 群, 上课]\nadded:")
    assert tree.told() == []
    tree.replace(KE_TANG, "[建 QQ", "[建  QQ")
    assert [line.partition(" ")[2] for line in tree.told()] == ["提醒[spacing] 文字里有多余的空格 | 删去；一句话写在一行里，不折行（kb check --fix 会改）"]
    mend(tree.root, "data")
    assert "[建 QQ 群, 上课]" in tree.read(KE_TANG)


@pytest.mark.parametrize("item", ['"上课 "', '" 上课"', '"  上课"'])
def test_a_blank_at_the_end_of_an_item_is_taken_away(tree: Tree, item: str) -> None:
    tree.replace(KE_TANG, "added:", f"keywords: [夜校, {item}]\nadded:")
    assert [line.partition(" ")[2] for line in tree.told()] == ["提醒[spacing] 文字里有多余的空格 | 删去；一句话写在一行里，不折行（kb check --fix 会改）"]
    mend(tree.root, "data")
    assert 'keywords: [夜校, "上课"]\n' in tree.read(KE_TANG) and tree.told() == []


def test_a_line_that_was_meant_as_an_item_is_told_by_another_rule_alone(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", "unsaid:\n  - 由谁管理\n    -多久一次\nadded:")
    assert ["swallowed-line" in line for line in tree.told()] == [True]
