import pytest

from tests.repository import git
from tests.rules.conftest import told
from tests.small_tree import Tree

JIA, YI = "speeches/jia-shi.yml", "speeches/yi-xian.yml"
CURE = "核对来源的目录，改成正确的篇次{}。先改好它：这两篇暂不与全文对照"


@pytest.mark.parametrize("with_text", [False, True])
def test_two_speeches_at_one_place(tree: Tree, with_text: bool) -> None:
    """What entries have of the two is held to neither text: which of them stands there is what is asked."""
    if with_text:
        tree.with_originals()
    tree.replace(YI, "order: 2", "order: 1")
    assert tree.told() == [f"data/speeches/yi-xian.yml:3:8 错误[speech-order] 篇次 1 已经用于发言“jia-shi” | {CURE.format('')}"]


def test_nor_is_an_exemption_called_useless_meanwhile(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("practices/wei-yuan-ke-tang.yml", "added: 2026-11-24", "added: 2026-11-24\nexempt:\n  - {rule: quote-in-source, why: 听众说的}")
    tree.replace("practices/wei-yuan-ke-tang.yml", "委员轮流讲课", "委员轮流讲课，称为“板凳课堂”")
    assert tree.told() == []
    tree.replace(YI, "order: 2", "order: 1")
    assert [line.split("[")[1].split("]")[0] for line in tree.told()] == ["speech-order"]
    tree.replace(YI, "order: 1", "order: 3")
    tree.replace(JIA, "order: 1", "order: 7")
    assert [line.split("[")[1].split("]")[0] for line in tree.told()] == ["original-text", "original-text"]


def test_the_one_that_was_changed_is_told(published: Tree) -> None:
    published.copy(YI, "speeches/san-qu.yml", ("title: 让委员动起来", "title: 再说编组"), ("short: 县里的编组", "short: 区里的编组"), ("order: 2", "order: 3"))
    git(published.root.parent, "add", ".")
    git(published.root.parent, "commit", "-q", "-m", "more")
    published.replace(JIA, "order: 1", "order: 3")
    assert [line for line in told(published) if "speech-order" in line] == [
        f"data/speeches/jia-shi.yml:3 error speech-order 篇次 3 已经用于发言“san-qu” | {CURE.format('（还没有哪一篇写第 1 篇）')}"]
