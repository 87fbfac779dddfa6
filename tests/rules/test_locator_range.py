from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_an_item_beyond_the_last(tree: Tree) -> None:
    tree.replace(KE_TANG, '["2.2"]', '["2.3"]')
    assert tree.told() == [
        'data/practices/wei-yuan-ke-tang.yml:7:10 错误[locator-range] 出处“2.3”：第2段只有 2 项 | 写 "2.1" 到 "2.2"，或写 "2" 指整段',
    ]


def test_a_paragraph_beyond_the_last(tree: Tree) -> None:
    tree.replace(KE_TANG, '["2.2"]', '["9"]')
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:7:10 错误[locator-range] 出处“9”：这篇发言只有 2 段 | 写 1 到 2 之间的段号",
    ]


def test_an_item_in_a_paragraph_without(tree: Tree) -> None:
    tree.replace(BIAN_ZU, '["2.1"]', '["1.1"]')
    assert tree.told() == [
        'data/practices/wei-yuan-bian-zu.yml:9:10 错误[locator-range] 出处“1.1”：第1段没有分项 | 写 "1"，指整段',
        "data/speeches/jia-shi.yml:9:36 提醒[untold-paragraph] 第1段写了没有做法的原因，却有做法引用它 | 删去没有做法的原因（no_practice）",
    ]


def test_a_problem_named_nowhere(tree: Tree) -> None:
    tree.replace("problems.yml", '["1"]', '["3"]')
    assert tree.told() == [
        "data/problems.yml:5:30 错误[locator-range] 出处“3”：这篇发言只有 2 段 | 写 1 到 2 之间的段号",
    ]


def test_a_term_found_nowhere(tree: Tree) -> None:
    tree.replace("terms.yml", '["2"]', '["3"]')
    assert tree.told() == [
        "data/terms.yml:5:30 错误[locator-range] 出处“3”：这篇发言只有 2 段 | 写 1 到 2 之间的段号",
    ]
