from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_sentence_that_also_says_something_less(tree: Tree) -> None:
    tree.with_originals()
    sentence = next(line for line in (tree.root / "originals/hui-bian.txt").read_text(encoding="utf-8").splitlines() if "正在" in line)
    assert "探索" not in sentence
    assert not [line for line in tree.told() if "sentence-status" in line]
