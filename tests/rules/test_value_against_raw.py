import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
FIGURE = "value: 2, bound: at-least, raw: 每月至少两次"
POINT = "{aspect: how, text: 委员轮流讲课}"


@pytest.mark.parametrize(("new", "line"), [
    ("value: 12, bound: at-least, raw: 每月至少两次", "12:44 错误[value-against-raw] 数值（value）写了 12，原文写法（raw）“每月至少两次”里是 每月至少两次，两处不一致 | 对照原文，改写错的那一处"),
    ("value: 5, raw: 四位一体", "12:44 错误[value-against-raw] 数值（value）写了 5，原文写法（raw）“四位一体”里是 四位，两处不一致 | 对照原文，改写错的那一处"),
    ("value: 2, bound: at-most, raw: 每月至少两次", "12:54 错误[value-against-raw] 限度写了 at-most（不超过），原文写法（raw）“每月至少两次”里的“至少”是 at-least（不少于） | "
     "写成 bound: at-least；原文写法抄错了就改原文写法（raw）"),
])
def test_a_figure(tree: Tree, new: str, line: str) -> None:
    tree.replace(KE_TANG, FIGURE, new)
    assert tree.told() == [f"data/practices/wei-yuan-ke-tang.yml:{line}"]


@pytest.mark.parametrize("new", [
    "value: 30, raw: 约30万元", "value: 300000, raw: 约30万元", "value: 1.5, raw: 一个半小时", "value: 90, raw: 一个半小时", "value: 5, raw: 百分之五", "value: 260, bound: at-least, raw: 260多人次",
    "value: 7, raw: 目前已讲七讲", "value: 4, raw: 四位一体", "value: 2, raw: 双联双服", "value: 1, raw: 1至2个",
])
def test_a_value_that_is_the_same_in_other_writing(tree: Tree, new: str) -> None:
    tree.replace(KE_TANG, FIGURE, new)
    assert tree.told() == []


@pytest.mark.parametrize(("new", "line"), [
    ("every: month, raw: 每两个月一次", "10:53 错误[value-against-raw] 间隔写了 month（每月），原文写法（raw）“每两个月一次”说的是“每两个月一次”，两处不一致 | "
     "照原文写法改成 every: two-months（每两个月）；原文写法抄错了就改原文写法（raw）"),
    ("every: year, raw: 定期碰头", "10:53 错误[value-against-raw] 间隔写了 year（每年），原文写法（raw）“定期碰头”只说定期 | 写成 every: regular（定期）；原文写法抄错了就改原文写法（raw）"),
    ("every: year, times: {state: given, value: 3}, raw: 每年召开一次",
     "10:88 错误[value-against-raw] 次数写了 3，原文写法（raw）“每年召开一次”里是 每年召开一次，两处不一致 | 对照原文，改写错的那一处"),
])
def test_a_rhythm(tree: Tree, new: str, line: str) -> None:
    tree.replace(KE_TANG, POINT, f"{{aspect: rhythm, text: 委员轮流讲课的间隔照原文, {new}}}")
    assert tree.told() == [f"data/practices/wei-yuan-ke-tang.yml:{line}"]


@pytest.mark.parametrize("new", ["every: year, raw: 不少于x次双月协商座谈会", "every: two-months, raw: 偶数月的xx日", "every: year, raw: 年底进行全面考核", "every: regular, raw: 定期开展",
                                 "every: term, times: {state: given, value: 1}, raw: 每届进行一次", "every: other, raw: 逐步增加"])
def test_a_rhythm_that_fits(tree: Tree, new: str) -> None:
    tree.replace(KE_TANG, POINT, f"{{aspect: rhythm, text: 委员轮流讲课的间隔照原文, {new}}}")
    assert tree.told() == []


@pytest.mark.parametrize(("new", "line"), [
    ("value: 3, raw: 三类委员, members: [工人, 农民, 教师, 医生]", "12:80 错误[value-against-raw] 数值（value）是 3，所列名称却有 4 个 | 对照原文，改写错的那一处"),
    ("value: 3, raw: 工人、农民和教师三类委员, members: [工人, 渔民, 教师]", "12:80 错误[value-against-raw] 所列名称“渔民”不在原文写法（raw）“工人、农民和教师三类委员”里，两处不一致 | 对照原文，改写错的那一处"),
    ("value: 3, raw: 工人、农民、教师三类委员, members: [工人, 教师]", "12:76 错误[value-against-raw] 原文写法（raw）“工人、农民、教师三类委员”里有“农民”，所列名称里没有 | 照原文列全"),
    ("value: 3, raw: 三类委员, members: [工人, 农民, 工人]", "12:76 错误[value-against-raw] 所列名称里“工人”写了两次 | 删去一个；原文另有一个的，照原文改"),
])
def test_members(tree: Tree, new: str, line: str) -> None:
    tree.replace(KE_TANG, FIGURE, new)
    assert tree.told() == [f"data/practices/wei-yuan-ke-tang.yml:{line}"]


@pytest.mark.parametrize("new", ["value: 3, raw: 工人、农民、教师三类委员, members: [教师, 工人, 农民]", "value: 9, raw: 工人、农民等九类委员, members: [工人, 农民, 教师]", "value: 3, raw: 三类委员, members: [工人, 农民]"])
def test_members_that_fit(tree: Tree, new: str) -> None:
    tree.replace(KE_TANG, FIGURE, new)
    assert tree.told() == []
