"""An item or a field that became the end of the sentence above is told."""

from pathlib import Path

import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree) -> list[str]:
    return [line for line in tree.told() if "swallowed-line" in line]


def test_an_item_without_its_blank(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    tree.write(KE_TANG, tree.read(KE_TANG).rstrip("\n") + "\nkeywords:\n  - 讲课\n    -课堂\n")
    last = len(tree.read(KE_TANG).splitlines())
    assert [line.split(" | ")[0] for line in told(tree)] == [
        f"data/{KE_TANG}:{last}:5 错误[swallowed-line] 这一行没有另成一项，接到了上一句后面"]


def test_a_sentence_that_goes_on_is_no_item(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    tree.write(KE_TANG, tree.read(KE_TANG).rstrip("\n") + "\nkeywords:\n  - 讲课\n    课堂\n")
    assert told(tree) == []


@pytest.mark.parametrize(("before", "place", "cure"), [
    ("\nkeywords:\n  - 讲课\n   - 课堂\n", 4, "删去 - 前面的 1 个空格，与上一项左边对齐（- 前面留 2 个空格）"),
    ("\nkeywords:\n  - 讲课\n      - 课堂\n", 7, "删去 - 前面的 4 个空格，与上一项左边对齐（- 前面留 2 个空格）"),
    ("\nkeywords:\n- 讲课\n   - 课堂\n", 4, "删去 - 前面的 3 个空格，与上一项左边对齐（- 前面留 0 个空格）"),
    ("\naliases:\n  - 讲堂\n  - 讲课\n   - 课堂\n", 4, "删去 - 前面的 1 个空格，与上一项左边对齐（- 前面留 2 个空格）"),
    ("\nkeywords:\n    - 讲课\n     - 课堂\n    - 学习\n", 6, "删去 - 前面的 1 个空格，与上一项左边对齐（- 前面留 4 个空格）"),
])
def test_an_item_that_stands_further_in_than_the_one_above(tmp_path: Path, before: str, place: int, cure: str) -> None:
    tree = Tree(tmp_path)
    tree.write(KE_TANG, tree.read(KE_TANG).rstrip("\n") + before)
    line = next(number for number, text in enumerate(tree.read(KE_TANG).splitlines(), 1) if text.strip() == "- 课堂")
    assert told(tree) == [f"data/{KE_TANG}:{line}:{place} 错误[swallowed-line] 这一行没有另成一项，接到了上一句后面 | {cure}"]


def test_a_sentence_of_a_map_swallows_an_item_too(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "aspect: how\n        text: 委员轮流讲课\n          - 群众来听")
    assert [line.split(" | ")[0].split("：")[0] for line in told(tree)] == [
        f"data/{KE_TANG}:12:11 错误[swallowed-line] 这一行没有另成一项，接到了上一句后面"]


def test_a_list_that_a_field_opens_may_stand_further_in(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    tree.write(KE_TANG, tree.read(KE_TANG).rstrip("\n") + "\nkeywords:\n      - 讲课\n      - 课堂\n")
    assert told(tree) == []
