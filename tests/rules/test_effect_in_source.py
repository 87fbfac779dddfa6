import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,听课人次比去年上升,很受欢迎"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line for line in tree.told() if ":10:" in line]


@pytest.mark.parametrize(("text", "words"), [("委员的出勤率明显提高", "明显提高"), ("课堂广受街坊好评", "广受街坊好评"), ("停车问题因此化解了", "化解了"), ("课堂取得了良好成效", "取得了良好成效")])
def test_an_effect_that_nobody_told(tree: Tree, text: str, words: str) -> None:
    assert told(tree, text) == [f"data/practices/wei-yuan-ke-tang.yml:10:{29 + text.index(words)} 提醒[effect-in-source] “{words}”这个效果，原文第2段里没有说 | "
                                "照原文写；原文没有说效果的，删去，写进原文未说明（unsaid）"]


@pytest.mark.parametrize("text", ["听课人次持续上升", "课堂广受街坊欢迎", "为了让出勤率明显提高", "没有说出勤率是否明显提高", "轮流讲课，讲的人多了"])
def test_what_was_told_or_is_wanted(tree: Tree, text: str) -> None:
    assert [line for line in told(tree, text) if "effect-in-source" in line] == []
