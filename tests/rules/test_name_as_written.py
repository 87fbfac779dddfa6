import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
FORMULATION = "tf-you-li:\n  text: {}\n  at:\n    - {{speech: yi-xian, at: [\"2\"]}}\n"


def told(tree: Tree) -> list[str]:
    tree.with_originals()
    return [line for line in tree.told() if "original-text" not in line]


@pytest.mark.parametrize(("path", "old", "new", "expected"), [
    (BIAN_ZU, "[委员小组]", "[委员分组]", "data/practices/wei-yuan-bian-zu.yml:2:11 错误[name-as-written] 又称“委员分组”，原文所引的各段里没有 | 照抄原文；原文没有的，删去"),
    ("speeches/jia-shi.yml", "title: 把委员编起来用起来", "title: 把委员编起来动起来",
     "data/speeches/jia-shi.yml:1:8 错误[name-as-written] 篇名“把委员编起来动起来”与原文不同：原文写的是“把委员编起来用起来” | 照抄原文，一个字不改"),
    ("speeches/jia-shi.yml", "heading: 一、建强队伍", "heading: 一、建好队伍",
     "data/speeches/jia-shi.yml:10:14 错误[name-as-written] 小标题“一、建好队伍”与原文不同：原文写的是“一、建强队伍” | 照抄原文，一个字不改"),
    ("organizations.yml", "raw: xx县政协", "raw: 白鹭xx县政协", ""),
])
def test_what_is_copied_with_a_slip(tree: Tree, path: str, old: str, new: str, expected: str) -> None:
    tree.replace(path, old, new)
    assert [line for line in told(tree) if "name-as-written" in line] == ([expected] if expected else [])


def test_a_formulation_with_a_slip_is_told_there_and_not_where_it_is_quoted(tree: Tree) -> None:
    tree.write("formulations.yml", FORMULATION.format("设立联络点，发挥“三连”机制作用"))
    tree.replace(BIAN_ZU, "谋划按行业编组", "谋划“设立联络点，发挥三联机制作用”")
    assert told(tree) == [
        "data/formulations.yml:2:9 错误[name-as-written] 提法设立联络点，发挥“三连”机制作用与原文不同：第2段写的是“设立联络点,发挥\"三联\"机制作用” | 照抄原文，一个字不改"]


def test_a_formulation_of_another_paragraph(tree: Tree) -> None:
    tree.write("formulations.yml", FORMULATION.format("谋划按行业重新编组"))
    assert told(tree) == ["data/formulations.yml:2:9 错误[name-as-written] 提法“谋划按行业重新编组”不在所引的第2段，在第1段 | 核对段号，改出处（at）"]


@pytest.mark.parametrize(("path", "old", "new"), [
    (BIAN_ZU, "[委员小组]", "[“委员小组”, 活动小组]"),
    ("speeches/jia-shi.yml", "heading: 一、建强队伍", "heading: 建强队伍"),
    ("speeches/jia-shi.yml", "title: 把委员编起来用起来", "title: 把委员编起来 用起来"),
    ("terms.yml", "term: 三联", "term: “三联”"),
    ("terms.yml", "term: 三联", "term: “三联”机制"),
])
def test_punctuation_and_numbers_of_headings_are_no_words(tree: Tree, path: str, old: str, new: str) -> None:
    tree.replace(path, old, new)
    assert told(tree) == []


def test_nothing_is_told_without_the_text(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "[委员小组]", "[委员分组]")
    assert tree.told() == []
