import pytest

from macros.rules.reason_said import says
from tests.small_tree import Tree

JIA = "speeches/jia-shi.yml"


@pytest.mark.parametrize("reason", ["略", "没有讲到具体做法", "确实没有做法", "讲县情"])
def test_a_reason_that_says_nothing(tree: Tree, reason: str) -> None:
    tree.replace(JIA, "no_practice: 只讲形势，没有讲做法", f"no_practice: {reason}")
    assert tree.told() == [
        f"data/speeches/jia-shi.yml:9:36 提醒[reason-said] 没有做法的原因“{reason}”没有说为什么 | "
        "写这一段讲的是什么：交代背景、讲成效、讲不足、讲打算、讲认识、提要求、讲体会、只列名单，或者用四个字以上说明",
    ]


def test_what_is_not_filled_in_yet_is_told_as_that_alone(tree: Tree) -> None:
    tree.replace(JIA, "no_practice: 只讲形势，没有讲做法", "no_practice: 待填")
    assert [line.split("[")[1].split("]")[0] for line in tree.told()] == ["to-fill"]


@pytest.mark.parametrize("reason", ["讲成效。", "只列分工", "讲的是会议经过，没有讲做法", "交代背景", "讲不足、讲打算"])
def test_a_reason_that_says_why(reason: str) -> None:
    assert says(reason)
