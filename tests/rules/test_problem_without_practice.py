from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_problem_nobody_answers(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "problems: [weak-participation]\n", "")
    assert tree.told() == [
        "data/problems.yml:1:1 提醒[problem-without-practice] 问题“委员参加活动少怎么办？”还没有做法回答 | 给能回答它的做法加上 problems: [weak-participation]，或删去它",
    ]


def test_a_problem_that_practices_write_by_its_id_of_before(tree: Tree) -> None:
    tree.replace("problems.yml", "weak-participation:", "weak-attendance:")
    assert {line.partition("[")[2].partition("]")[0] for line in tree.told()} == {"unknown-reference"}
