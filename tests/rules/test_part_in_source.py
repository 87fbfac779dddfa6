import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
CURE = "照原文写是多少里的多少；不知道是不是全部的，不写“全部”“都”"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台。收到听众建议64条,其中48条得到办理。21个小区有13个小区设了书架,其中9个有书架管理员,讲稿有9篇,都已印发。难题都请专家解答。问卷收回90份,全部录入,其中70份整理成册;来信40封,其中30封转办。求书单52张,37张已配送,另收捐书单15张,15张已登记"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2] for line in tree.told() if ":10:" in line]


@pytest.mark.parametrize(("text", "ours", "theirs"), [
    ("听众建议全部得到办理", "全部得到办理", "其中48条得到办理"), ("听众的建议都办理了", "都办理", "其中48条得到办理"), ("64条建议全都已经办理", "全都已经办理", "其中48条得到办理"),
    ("求书单全部配送到户", "全部配送", "37张已配送"), ("小区一律设了书架", "一律设了", "21个小区有13个小区设了书架"),
])
def test_all_for_a_part(tree: Tree, text: str, ours: str, theirs: str) -> None:
    assert told(tree, text) == [f"“{ours}”与原文不同：第2段写的是“{theirs}” | {CURE}"]


@pytest.mark.parametrize("text", [
    "64条建议办理了48条", "这48条都得到办理", "建议没有全部办理", "建议大部分得到办理", "讲稿都已印发", "难题全部请专家解答", "其中48条建议都办理了", "没有说建议是否都办理", "讲稿都由委员写", "小区都有书架", "难题都作解答", "问卷全部整理成册", "问卷全部转办", "捐书单都登记了",
])
def test_all_of_what_is_meant(tree: Tree, text: str) -> None:
    assert told(tree, text) == []
