from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_topic_with_the_id_of_a_practice(tree: Tree) -> None:
    tree.replace("topics.yml", "party-building:\n", "wei-yuan-ke-tang:\n")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:5:23 错误[unknown-reference] 没有编号为“party-building”的专题 | 先新建这个专题，或改成已有的编号：member-duty（委员履职）、wei-yuan-ke-tang（党建）",
        "data/topics.yml:6:1 错误[duplicate-id] 编号“wei-yuan-ke-tang”已经用于做法 | 给这个专题换一个编号，例如 wei-yuan-ke-tang-2",
        "data/topics.yml:6:1 提醒[topic-without-practice] 专题“党建”下没有做法 | 给相关的做法加上这个专题，或删去它",
    ]


def test_a_former_id_still_in_use(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "added: 2026-11-24", "added: 2026-11-24\nformerly: [wei-yuan-ke-tang]")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:25:12 错误[duplicate-id] 旧编号“wei-yuan-ke-tang”已经用于做法 | 旧编号只能写已经不用的编号",
    ]
