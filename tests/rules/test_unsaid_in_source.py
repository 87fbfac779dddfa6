import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
CURE = "删去这一问；问的是另一篇，写成 {what: 问什么, speech: 那一篇, aspect: 哪个方面}；问的是别的，写明问什么"


def told(tree: Tree, question: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "老的意见。", "老的意见,每季度公布一次意见清单。").replace("我们谋划按行业", "由专委会主任召集行业小组,我们谋划按行业"))
    tree.replace(BIAN_ZU, "unsaid: [各组有多少人]", f"unsaid: [{question}]")
    return [line for line in tree.told() if "unsaid-in-source" in line]


def test_a_question_that_the_place_answers(tree: Tree) -> None:
    assert told(tree, "由谁召集行业小组") == [
        f"data/practices/wei-yuan-bian-zu.yml:23:10 提醒[unsaid-in-source] “由谁召集行业小组”原文说了：《县里的编组》第1段写的是“由专委会主任召集行业小组” | {CURE}"]


def test_a_term_that_the_glossary_explains_is_told_once(tree: Tree) -> None:
    tree.replace("terms.yml", "unexplained: true", "expansion: 联委员、联群众、联专家")
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace('发挥"三联"机制作用', '发挥联委员、联群众、联专家"三联"机制作用'))
    tree.replace(BIAN_ZU, "unsaid: [各组有多少人]", "unsaid: [“三联”是哪三联]")
    assert [line.partition("[")[2].partition("]")[0] for line in tree.told()] == ["term-asked"]
    tree.replace("terms.yml", "term: 三联", "term: 三联三带")
    assert [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "unsaid-in-source" in line] == [
        "“‘三联’是哪三联”原文说了：《县里的编组》第2段写的是“发挥联委员、联群众、联专家”"]


@pytest.mark.parametrize(("question", "count"), [
    ("意见清单多久公布一次", 1), ("{what: 意见清单多久公布一次, speech: jia-shi, aspect: rhythm}", 1),
    # Of another body or speech, or of another item, nobody has asked.
    ("{what: 意见清单多久公布一次, speech: yi-xian, aspect: rhythm}", 0), ("第1篇的意见清单多久公布一次", 1), ("第二篇的意见清单多久公布一次", 0), ("另一家的意见清单多久公布一次", 0), ("xx县政协的意见清单多久公布一次", 0), ("多久讲一次课", 0), ("各组怎样召集", 0),
])
def test_whose_answer_it_is(tree: Tree, question: str, count: int) -> None:
    assert len(told(tree, question)) == count
