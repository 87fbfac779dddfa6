import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
CURE = "照原文改；原文没有说的，删去"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,设在所有乡镇和有条件的社区"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("wei-yuan-ke-tang.yml:")[2] for line in tree.told() if "original-text" not in line]


@pytest.mark.parametrize(("text", "expected"), [
    ("每月最多讲两次", f"10:31 提醒[bound-in-source] “最多”与原文不同：第2段写的是“每月至少两次” | {CURE}"),
    ("设在部分乡镇", f"10:31 提醒[bound-in-source] “部分”与原文不同：第2段写的是“设在所有乡镇和有条件的社区” | {CURE}"),
    ("设在所有社区", f"10:31 提醒[bound-in-source] “所有”与原文不同：第2段写的是“…有乡镇和有条件的社区” | {CURE}"),
    ("年内由委员轮流讲课", f"10:29 提醒[bound-in-source] “年内”，原文第2段里没有说 | {CURE}"),
])
def test_another_bound_share_or_time(tree: Tree, text: str, expected: str) -> None:
    assert told(tree, text) == [expected]


@pytest.mark.parametrize(("theirs", "text"), [("每讲60多人,15天内答复", "每讲60人以上"), ("每讲60多人,15天内答复", "不超过15天就答复"), ("到课率超过九成", "到课率九成以上")])
def test_a_bound_that_the_source_says_shortly(tree: Tree, theirs: str, text: str) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", f"由委员轮流登台,{theirs}").replace("每月至少两次,", ""))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line for line in tree.told() if "bound-in-source" in line] == []


@pytest.mark.parametrize(("theirs", "text", "found"), [
    ("到课率76.4%", "到课率七成以上", []), ("收到作业2318份", "收到作业2300份以上", []), ("52%的委员到课", "半数以上委员到课", []), ("过半数委员到课", "半数以上委员到课", []), ("半数委员到课", "半数以上委员到课", ["“以上”，原文第2段里没有说"]), ("配4至6名助教", "助教最少4名，最多6名", []),
    ("配4至6名助教", "助教不少于4名", []), ("配四五名助教", "助教四名以上", []),
    ("收到作业2318份", "收到作业不下2300份", []), ("到课率76.4%", "到课率76.4%以上", ["“以上”，原文第2段里没有说"]), ("收到作业2318份", "收到作业至少2300份", ["“至少”，原文第2段里没有说"]), ("配4名助教", "助教最多4名", ["“最多”，原文第2段里没有说"]),
    ("到课率76.4%", "到课率八成以上", []),  # told as a number
])
def test_a_bound_of_a_range_or_of_a_round_number(tree: Tree, theirs: str, text: str, found: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("每月至少两次,由委员轮流登台", f"由委员轮流登台,{theirs}"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line.split("] ")[1].split(" | ")[0] for line in tree.told() if "bound-in-source" in line] == found


@pytest.mark.parametrize(("text", "expected"), [("每年讲课至少两次", []), ("每年讲课最多两次", ["“最多”与原文不同：第2段写的是“每年至少参加对口专委会的…”"])])
def test_a_bound_whose_number_stands_further_off(tree: Tree, text: str, expected: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "每年至少参加对口专委会的两次调研").replace("每月至少两次,", ""))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line.split("] ")[1].split(" | ")[0] for line in tree.told() if "bound-in-source" in line] == expected


@pytest.mark.parametrize("text", ["每月不少于两次", "全部乡镇都设", "设在一些条件好的社区", "讲得最多的是委员", "委员轮流讲课"])
def test_the_same_in_other_words(tree: Tree, text: str) -> None:
    assert told(tree, text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("乡镇（街道）全部推广，社区看条件", []),
    ("社区全部推广", ["“全部”与原文不同：第2段写的是“…镇和有条件的社区推广”"]),
])
def test_all_of_what_stands_before(tree: Tree, text: str, expected: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,在所有乡镇和有条件的社区推广"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line.split("] ")[1].split(" | ")[0] for line in tree.told() if "bound-in-source" in line] == expected


@pytest.mark.parametrize(("theirs", "found"), [("10个工作日内答复", []), ("三天以内答复", []), ("当面答复", ["“限期”"])])
def test_a_limit_of_time_is_one_however_the_source_says_it(tree: Tree, theirs: str, found: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", f"由委员轮流登台,{theirs}"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 讲过的要限期答复")
    assert [line.partition("] ")[2].split("，")[0] for line in tree.told() if "bound-in-source" in line] == found


@pytest.mark.parametrize(("theirs", "found"), [(",加快对乡镇、社区两个\"全覆盖\"", []), ("", ["所有"])])
def test_what_is_to_be_covered_everywhere(tree: Tree, theirs: str, found: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", f"由委员轮流登台,设在有条件的社区{theirs}"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 课堂要覆盖所有社区")
    assert [line.partition("“")[2].partition("”")[0] for line in tree.told() if "-in-source" in line] == found
