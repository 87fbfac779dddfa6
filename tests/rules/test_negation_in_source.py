import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台,重点活动均邀请界别群众参加,讲课不占上班时间,在居民小区聘请讲师,当场答复不了的改用书面"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "negation-in-source" in line]


@pytest.mark.parametrize(("text", "expected"), [
    ("重点活动不再邀请界别群众", "“不再邀请”与原文相反：第2段写的是“重点活动均邀请界别群众参加”"),
    ("不在居民小区聘请讲师", "“不在居”与原文相反：第2段写的是“在居民小区聘请讲师”"),
    ("讲课占用上班时间", "“占用上班”与原文相反：第2段写的是“讲课不占上班时间”"),
    ("不打算在居民小区聘请讲师", "“不打算”与原文相反：第2段写的是“在居民小区聘请讲师”"),
])
def test_the_contrary(tree: Tree, text: str, expected: str) -> None:
    assert told(tree, text) == [expected]


@pytest.mark.parametrize("text", [
    "重点活动都邀请界别群众", "讲课不占用上班时间", "不用上班时间来讲课", "不另设讲师，在居民小区聘请", "重点活动不断邀请界别群众", "原文没有写是否邀请界别群众",
    "不只邀请界别群众参加重点活动", "讲师从居民小区里聘请", "不能当场答复的改用书面",
])
def test_what_is_not_contrary(tree: Tree, text: str) -> None:
    assert told(tree, text) == []
