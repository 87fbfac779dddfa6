import pytest

from tests.small_tree import Tree


def told(tree: Tree, term: str, expansion: str) -> list[str]:
    tree.write("terms.yml", f"t-san-lian:\n  term: {term}\n  expansion: {expansion}\n  at:\n    - {{speech: yi-xian, at: [\"2\"]}}\n")
    return [line for line in tree.told() if "term-count" in line]


@pytest.mark.parametrize(("term", "expansion", "said"), [
    ("三联", "联党员、联委员", "术语“三联”说的是 3 项，所指里列了 2 项"),
    ("五个一", "读一本书、开一次会、走一趟村、办一件事", "术语“五个一”说的是 5 项，所指里列了 4 项"),
])
def test_one_too_few(tree: Tree, term: str, expansion: str, said: str) -> None:
    assert told(tree, term, expansion) == [f"data/terms.yml:3:14 错误[term-count] {said} | 照原文列全，一项不多、一项不少；名称抄错了就改名称"]


@pytest.mark.parametrize(("term", "expansion"), [
    ("三联", "联党员、联委员和联群众"), ("双联双服", "联单位、联群众，服务发展、服务民生"), ("两机制一平台", "纵向机制、横向机制和人才平台"), ("168", "一个目标、六个载体、八张清单"),
    ("三联", "指党员、委员、群众之间互相联系的各种做法，各家说法不一"), ("云协商", "线上履职，与线下履职相对"), ("“一对一”", "老同志、新同志、党员各带一名"),
])
def test_as_many_or_no_list(tree: Tree, term: str, expansion: str) -> None:
    assert told(tree, term, expansion) == []
