"""An id that does not begin its line, or stands over two entries: told at the id, with what keeps every entry."""

import pytest

from tests.small_tree import Tree

TOPICS, TERMS, PROBLEMS = "topics.yml", "terms.yml", "problems.yml"
SECOND = "t-liang-hui:\n  term: 两会\n  unexplained: true\n  at:\n    - {speech: yi-xian, at: [\"2\"]}\n"


@pytest.mark.parametrize("blanks", [1, 2, 3, 4, 6])
def test_an_indented_id_is_told_where_it_stands_and_once(tree: Tree, blanks: int) -> None:
    tree.replace(TOPICS, "party-building:", f"{' ' * blanks}party-building:")
    assert tree.told() == [f"data/topics.yml:6:{blanks + 1} 错误[yaml-syntax] 编号 party-building 前面有 {blanks} 个空格：编号要顶格写 | "
                           f"删去这一行前面的 {blanks} 个空格，它下面的字段不动。先改好它：引用它的 3 处暂不检查"]


@pytest.mark.parametrize("text", [
    "  t-san-lian:\n  term: 三联\n  unexplained: true\n  at:\n    - {speech: yi-xian, at: [\"2\"]}\n" + SECOND,
    "  t-san-lian:\n    term: 三联\n    unexplained: true\n    at:\n      - {speech: yi-xian, at: [\"2\"]}\n" + SECOND,
    "  t-san-lian: # 见指南\n\n  # 还有一条\n  term: 三联\n  unexplained: true\n  at:\n    - {speech: yi-xian, at: [\"2\"]}\n" + SECOND,
])
def test_the_first_of_a_file(tree: Tree, text: str) -> None:
    tree.write(TERMS, text)
    assert [line.split(" | ")[0] for line in tree.told()] == ["data/terms.yml:1:3 错误[yaml-syntax] 编号 t-san-lian 前面有 2 个空格：编号要顶格写"]


def test_an_entry_that_is_indented_as_a_whole_became_a_field(tree: Tree) -> None:
    tree.write(TERMS, tree.read(TERMS) + "".join(f"  {line}\n" for line in SECOND.splitlines()))
    assert [line.split(" | ")[0] for line in tree.told()] == ["data/terms.yml:6:3 错误[yaml-syntax] 编号 t-liang-hui 前面有 2 个空格：编号要顶格写"]


def test_several_are_told_together(tree: Tree) -> None:
    tree.write(TERMS, tree.read(TERMS) + " " + SECOND + "  " + SECOND.replace("hui", "dai"))
    assert [line.split(" | ")[0] for line in tree.told()] == [
        "data/terms.yml:6:2 错误[yaml-syntax] 编号 t-liang-hui 前面有 1 个空格：编号要顶格写；第 11 行的编号也是"]


@pytest.mark.parametrize(("path", "old", "new"), [
    # A whole file that is indented can be read.
    (TERMS, "", "indent"), (PROBLEMS, "  named_in:\n", "  named_in:\n    # 只有一处\n"), (TOPICS, "  order: 1", "  formerly: []\n  order: 1"),
    # A field that is misspelt holds others.
    (TERMS, "  at:\n    - {speech: yi-xian, at: [\"2\"]}", "  places:\n    at: [\"2\"]"), (PROBLEMS, "  named_in:\n    - {speech: yi-xian, at: [\"1\"]}", "  named-in:\n    at: [\"1\"]"),
])
def test_what_is_no_indented_id(tree: Tree, path: str, old: str, new: str) -> None:
    if new == "indent":
        tree.write(path, "".join(f"  {line}\n" for line in tree.read(path).splitlines()))
    else:
        tree.replace(path, old, new)
    assert not any("顶格" in line for line in tree.told())


def test_an_id_over_two_entries_asks_for_another_id(tree: Tree) -> None:
    tree.write(TERMS, tree.read(TERMS) + SECOND.replace("t-liang-hui", "t-san-lian"))
    assert tree.told() == ["data/terms.yml:6:1 错误[duplicate-key] 编号 t-san-lian 写了两次：第 1 行和第 6 行，两段内容不同 | 给其中一段换一个编号，内容都留着"]


def test_the_same_entry_twice(tree: Tree) -> None:
    tree.write(TERMS, tree.read(TERMS) * 2)
    assert tree.told() == ["data/terms.yml:6:1 错误[duplicate-key] 编号 t-san-lian 写了两次：第 1 行和第 6 行，两段一样 | 删去第 6 行起的这一段"]


def test_a_field_that_is_written_twice_is_told_as_ever(tree: Tree) -> None:
    tree.replace(PROBLEMS, "  synonyms:", "  title: 另一个\n  synonyms:")
    assert [line.split(" | ")[0] for line in tree.told()] == ["data/problems.yml:3:3 错误[duplicate-key] “title”写了两次，第一次在第 2 行"]
