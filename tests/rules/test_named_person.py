from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_name_behind_an_office(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 由政协副主席严大力牵头，委员轮流讲课")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:33 提醒[named-person] “主席严大力”里像是有人的姓名：严大力"
        " | 写职务，不写姓名：主席；不是人名，就换一个说法，或在末尾写 exempt: [{rule: named-person, why: 理由}]（不检查）",
    ]


def test_a_hidden_name_before_an_office_in_any_text(tree: Tree) -> None:
    tree.replace("speeches/jia-shi.yml", "title: ", "occasion: 陈某某主任主持的会\ntitle: ")
    assert [line.partition(" | ")[0].partition("] ")[2] for line in tree.told() if "named-person" in line] == ["“陈某某主任”里像是有人的姓名：陈某某"]


def test_offices_without_names_pass(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 每月向主席会议汇报，由主任会议和党组书记安排，常务副主席、历任主席和各位委员参加")
    assert tree.told() == []
