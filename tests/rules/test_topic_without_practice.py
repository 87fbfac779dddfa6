from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_topic_nobody_uses(tree: Tree) -> None:
    tree.replace(BIAN_ZU, ", party-building", "")
    assert tree.told() == [
        "data/topics.yml:6:1 提醒[topic-without-practice] 专题“党建”下没有做法 | 给相关的做法加上这个专题，或删去它",
    ]


def test_a_topic_that_practices_write_by_its_id_of_before(tree: Tree) -> None:
    tree.replace("topics.yml", "party-building:", "party-work:")
    assert {line.partition("[")[2].partition("]")[0] for line in tree.told()} == {"unknown-reference"}
