from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_all_quoted_words_stand_in_another_paragraph(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, 'at: ["2.2"]', 'at: ["1"]')
    tree.replace("speeches/jia-shi.yml", ", no_practice: 只讲形势，没有讲做法", "")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:7:5 错误[wrong-place] “正在”“每月至少两次”都不在所引的第1段，都在第2段 | 是不是出处写错了？核对后写成 at: [\"2\"]"]


def test_one_quotation_that_stands_nowhere_is_its_own_mistake(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "cue: 正在", "cue: 正在筹划")
    assert [line.split("[")[1].split("]")[0] for line in tree.told()] == ["cue-in-source"]
