import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
SOURCE = ("由委员轮流登台。请退休教师到课堂讲解政策,每名党外委员陪同两名党员委员听课,讲稿与市经济开发区共同编印,组长填写讲课记录,让驻村干部把问题带回课堂,"
          "所有女委员分组交流,律师和医生一起答疑,委员分批听课")


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", SOURCE))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2] for line in tree.told() if ":10:" in line]


@pytest.mark.parametrize(("text", "ours", "theirs"), [
    ("请退休民警到课堂讲解政策", "民警", "请退休教师到课堂讲解政策"), ("让选调生把问题带回课堂", "选调生", "让驻村干部把问题带回课堂"), ("每名党员委员陪同两名听课", "党员委员", "每名党外委员陪同两名党员委员听课"),
    ("与市高新技术产业园共同编印讲稿", "高新技术产业园", "讲稿与市经济开发区共同编印"), ("全体委员填写讲课记录", "全体委员", "组长填写讲课记录"),
])
def test_another_sort(tree: Tree, text: str, ours: str, theirs: str) -> None:
    assert told(tree, text) == [f"“{ours}”与原文不同：第2段写的是“{theirs}” | 照原文写是哪些人、哪个园区"]


@pytest.mark.parametrize("text", [
    "请退休老师讲解政策", "请老师到课堂讲解政策", "驻村干部把问题带回课堂", "每名党员委员都有党外委员陪同听课", "两名党员委员由一名党外委员陪同", "与经开区共同编印讲稿", "组长填写讲课记录", "医生、律师答疑",
    "全体委员分批听课", "委员填写讲课记录", "学生会来听课", "每名党外委员", "党员委员", "让选调生", "课堂与市经开区", "所有女委员分组交流",
])
def test_the_same_sort(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


def test_a_zone_that_the_source_does_not_name_is_told_once(tree: Tree) -> None:
    assert told(tree, "与市高新区共同编印讲稿") == ["“高新区”原文里没有 | 照原文写名称，原文隐去的写 x；原文没有提到的，删去"]
