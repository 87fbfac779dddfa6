import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "讲稿送市政协提案委员会,由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line for line in tree.told() if "level-in-source" in line]


def test_a_body_of_another_level(tree: Tree) -> None:
    assert told(tree, "讲完把稿子送省政协提案委员会") == [
        "data/practices/wei-yuan-ke-tang.yml:10:35 提醒[level-in-source] “省政协提案委员会”的级别与原文不同：第2段写的是“讲稿送市政协提案委员会” | 照原文写是哪一级的"]


def test_its_level_or_none_is_right(tree: Tree) -> None:
    assert told(tree, "讲完把稿子送市政协提案委员会") == []


def test_what_is_short_for_it_is_right(tree: Tree) -> None:
    assert told(tree, "讲完把稿子交给提案委") == []


def seat(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台,教室由市委统筹,与县经济开发区合办,课表由政协党组领导下的小组定"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("wei-yuan-ke-tang.yml:")[2] for line in tree.told() if "original-text" not in line]


@pytest.mark.parametrize(("text", "expected"), [
    ("教室由省委统筹", "10:32 提醒[level-in-source] “省委”的级别与原文不同：第2段写的是“教室由市委统筹” | 照原文写是哪一级的"),
    ("与市经济开发区一起合办", "10:30 提醒[level-in-source] “市经济开发区”的级别与原文不同：第2段写的是“与县经济开发区合办” | 照原文写是哪一级的"),
    ("在县委的领导下定课表", "10:30 提醒[level-in-source] “县委”的级别与原文不同：第2段写的是“课表由政协党组领导下的小组定” | 照原文写是哪一级的"),
    ("由省一级来讲课", "10:30 提醒[level-in-source] “省一级”，原文第2段里没有说到省一级 | 照原文写是哪一级的"),
])
def test_another_committee_zone_or_level(tree: Tree, text: str, expected: str) -> None:
    assert seat(tree, text) == [expected]


@pytest.mark.parametrize("text", ["教室请市委来统筹", "教室由市里统筹", "县里的经济开发区一起办", "市级的教室", "政协党组领导的小组定课表"])
def test_the_same_committee_zone_or_level(tree: Tree, text: str) -> None:
    assert seat(tree, text) == []


def test_what_a_term_stands_for(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace('发挥"三联"机制作用', '发挥"三联"机制作用,联的是政协与乡镇'))
    tree.replace("terms.yml", "unexplained: true", "expansion: 联的是省政协与乡镇")
    assert tree.told() == [
        "data/terms.yml:3:17 提醒[level-in-source] “省政协”，原文第2段里没有说到省一级 | 照原文写是哪一级的"]


def several(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,请市县两级政协和三级联络员来听"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "level-in-source" in line]


@pytest.mark.parametrize(("text", "expected"), [
    ("请省市两级政协来听", ["“省市两级”的级别与原文不同：第2段写的是“请市县两级政协和三级联络员来听”"]),
    ("两级联络员来听", []), ("四级联络员来听", ["“四级”的级别与原文不同：第2段写的是“请市县两级政协和三级联络员来听”"]),
    ("市、县两级政协来听", []), ("市（县）两级政协来听", []), ("三级联络员来听", []), ("市县政协来听", []),
])
def test_several_levels_at_once(tree: Tree, text: str, expected: list[str]) -> None:
    assert several(tree, text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("把学校、县直和街道的委员混编", ["“县直”的级别与原文不同：第2段写的是“市直和街道委员混合编组”"]), ("县直机关的委员混编", ["“县直”的级别与原文不同：第2段写的是“市直和街道委员混合编组”"]),
    ("把学校、市直和街道的委员混编", []), ("市直属机关的委员混编", []), ("由县直接管", []), ("县区直播讲课", []),
])
def test_what_is_of_a_level_itself(tree: Tree, text: str, expected: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "由委员轮流登台,将学校、市直和街道委员混合编组"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    assert [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if "level-in-source" in line] == expected
