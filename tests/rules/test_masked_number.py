import pytest

from macros.rules import masked_number
from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_point_with_the_masked_number(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "全体委员都编入小组", "全体委员编入6个活动小组")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:12:35 错误[masked-number] “6个活动”里的数，原文隐去了（x个活动小组） | 照原文写成“x个活动小组”，或不写数；原文别处写明了这个数的，把那一处写进数字（figures）",
    ]


def test_a_summary_with_the_masked_number(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "把委员编进小组", "把委员编进八个活动小组")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:3:15 错误[masked-number] “八个活动”里的数，原文隐去了（x个活动小组） | 照原文写成“x个活动小组”，或不写数；原文别处写明了这个数的，把那一处写进数字（figures）",
    ]


def test_a_number_that_the_source_gives_elsewhere_may_stand(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "raw: x个活动小组}", "raw: x个活动小组}\n      - {label: 试点的组, state: given, value: 2, raw: 2个活动小组先行}")
    tree.replace(BIAN_ZU, "全体委员都编入小组", "2个活动小组先行")
    assert tree.told() == []


@pytest.mark.parametrize(("text", "count"), [("两个活动小组先行", 0), ("三个活动小组先行", 1)])
def test_nor_does_its_writing_matter(tree: Tree, text: str, count: int) -> None:
    tree.replace(BIAN_ZU, "raw: x个活动小组}", "raw: x个活动小组}\n      - {label: 试点的组, state: given, value: 2, raw: 2个活动小组先行}")
    tree.replace(BIAN_ZU, "全体委员都编入小组", text)
    assert len(tree.told()) == count


def test_two_filled_masks_in_one_point_are_one_message(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "raw: x个活动小组}", "raw: x个活动小组}\n      - {label: 组长的数目, state: redacted, raw: x名组长轮值}")
    tree.replace(BIAN_ZU, "全体委员都编入小组", "6个活动小组各有2名组长轮值")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:12:29 错误[masked-number] “6个活动”里的数，原文隐去了（x个活动小组）；“2名组长”里的数，原文隐去了（x名组长轮值）"
        " | 照原文写成“x个活动小组”、“x名组长轮值”，或不写数；原文别处写明了这个数的，把那一处写进数字（figures）"]


def test_other_numbers_may_stand(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "全体委员都编入小组", "全体委员编入小组，每月活动1次")
    assert tree.told() == []


@pytest.mark.parametrize(("raw", "text", "found"), [
    ("x-x名党外委员", "联系三至五名党外委员", True), ("x-x名党外委员", "联系党外委员", False),
    ("“x+x”工作机制", "“3+5”工作机制", True), ("不少于x次", "不少于2次", True), ("x个", "6个临时党支部", False),
])
def test_a_mask_is_known_by_its_neighbours(raw: str, text: str, found: bool) -> None:
    assert any(pattern.search(text) for pattern in masked_number.filled(raw)) is found
