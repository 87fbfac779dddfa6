"""An item or a field that became the end of the sentence above is told."""

from pathlib import Path

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
