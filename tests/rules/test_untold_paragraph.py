from tests.small_tree import Tree

JIA = "speeches/jia-shi.yml"
YI = "speeches/yi-xian.yml"


def test_a_paragraph_without_practice_and_reason(tree: Tree) -> None:
    tree.replace(JIA, ", no_practice: 只讲形势，没有讲做法", "")
    assert tree.told() == [
        "data/speeches/jia-shi.yml:9:9 提醒[untold-paragraph] 第1段没有做法引用，也没有说明原因 | 补上做法；确实没有就写 no_practice: 原因",
    ]


def test_a_reason_where_a_practice_is_told(tree: Tree) -> None:
    tree.replace(YI, "拟设立联络点。", "拟设立联络点。, no_practice: 只讲分工安排")
    assert tree.told() == [
        "data/speeches/yi-xian.yml:10:38 提醒[untold-paragraph] 第2段写了没有做法的原因，却有做法引用它 | 删去没有做法的原因（no_practice）",
    ]


def test_it_is_told_of_a_draft_and_beside_drafts_which_tell_what_they_cite(tree: Tree) -> None:
    def told() -> list[str]:
        return [line.partition(" | ")[0] for line in tree.told() if "[untold-paragraph]" in line]
    tree.replace(JIA, ", no_practice: 只讲形势，没有讲做法", "")
    tree.replace(JIA, "order: 1", "order: 待填")
    assert told() == ["data/speeches/jia-shi.yml:9:9 提醒[untold-paragraph] 第1段没有做法引用，也没有说明原因"]
    tree.write("practices/cao-gao.yml", 'title: 待填\naccounts:\n  - {speech: jia-shi, at: ["1.2"]}\n')
    assert told() == []


def test_where_a_practice_can_not_be_read_nothing_is_told(tree: Tree) -> None:
    tree.replace(JIA, ", no_practice: 只讲形势，没有讲做法", "")
    for content in ("title: 待填\n", "title: 待填\naccounts: [{speech: jia-shi, at: [一]}]\n", "title: [\n"):
        tree.write("practices/cao-gao.yml", content)
        assert not any("[untold-paragraph]" in line for line in tree.told())


def untold(tree: Tree) -> list[str]:
    return [line.split(":")[0] for line in tree.told() if "[untold-paragraph]" in line]


def test_a_speech_that_practices_cite_by_its_id_of_before(tree: Tree) -> None:
    tree.copy(YI, "speeches/san-xian.yml")
    (tree.root / YI).unlink()
    assert untold(tree) == []
    # Whatever else lacks a reason is told as ever.
    tree.replace(JIA, ", no_practice: 只讲形势，没有讲做法", "")
    assert untold(tree) == [f"data/{JIA}"]
    tree.replace("speeches/san-xian.yml", "order: 2", "order: 2\nformerly: [yi-xian]")
    assert untold(tree) == [f"data/{JIA}"]


def test_one_that_no_practice_cites_is_told_where_all_that_is_cited_is_there(tree: Tree) -> None:
    tree.copy(YI, "speeches/san-xian.yml", ("order: 2", "order: 3"), ("short: 县里的编组", "short: 再说编组"))
    assert untold(tree) == ["data/speeches/san-xian.yml"] * 2


def test_a_place_that_is_not_there_may_be_that_of_any_paragraph(tree: Tree) -> None:
    def others() -> list[str]:
        return [line.partition("[")[2].partition("]")[0] for line in tree.told() if "[locator-range]" not in line]
    tree.replace("practices/wei-yuan-ke-tang.yml", '["2.2"]', '["7"]')
    tree.replace("practices/wei-yuan-bian-zu.yml", '["2.1"]', '["1.3"]')
    assert others() == []
