import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
FIGURE = "value: 2, bound: at-least, raw: 每月至少两次"
POINT = "{aspect: how, text: 委员轮流讲课}"


@pytest.mark.parametrize(("new", "line"), [
    ("value: 12, bound: at-least, raw: 每月至少两次", "12:44 错误[value-against-raw] 数值（value）写了 12，原文写法（raw）“每月至少两次”里是 每月至少两次，两处不一致 | 对照原文，改写错的那一处"),
    ("value: 4, raw: 每季度至少走访一户企业", "12:44 错误[value-against-raw] 数值（value）写了 4，原文写法（raw）“每季度至少走访一户企业”里是 一户，两处不一致 | 对照原文，改写错的那一处"),
    ("value: 5, raw: 四位一体", "12:44 错误[value-against-raw] 数值（value）写了 5，原文写法（raw）“四位一体”里是 四位，两处不一致 | 对照原文，改写错的那一处"),
    ("value: 2, bound: at-most, raw: 每月至少两次", "12:54 错误[value-against-raw] 限度写了 at-most（不超过），原文写法（raw）“每月至少两次”里的“至少”是 at-least（不少于） | "
     "写成 bound: at-least；原文写法抄错了就改原文写法（raw）"),
])
def test_a_figure(tree: Tree, new: str, line: str) -> None:
    tree.replace(KE_TANG, FIGURE, new)
    assert tree.told() == [f"data/practices/wei-yuan-ke-tang.yml:{line}"]


@pytest.mark.parametrize(("new", "line"), [
    ("value: 8, raw: 已开办xx期", "12:44 错误[value-against-raw] 原文写法（raw）“已开办xx期”里的数，原文隐去了，却填了 8 | 改成 state: redacted（原文隐去），删去数值（value）；数出来的、按间隔推算的也不补"),
    ("value: 1, raw: 共*个课堂", "12:44 错误[value-against-raw] 原文写法（raw）“共*个课堂”里的数，原文隐去了，却填了 1 | 改成 state: redacted（原文隐去），删去数值（value）；数出来的、按间隔推算的也不补"),
    ("value: 20, raw: 某次讲课", "12:44 错误[value-against-raw] 原文写法（raw）“某次讲课”里的数，原文隐去了，却填了 20 | 改成 state: redacted（原文隐去），删去数值（value）；数出来的、按间隔推算的也不补"),
    ("value: 2, raw: 涉及x市", "12:44 错误[value-against-raw] 原文写法（raw）“涉及x市”里的数，原文隐去了，却填了 2 | 改成 state: redacted（原文隐去），删去数值（value）；数出来的、按间隔推算的也不补"),
])
def test_a_number_filled_in_beside_words_that_hide_it(tree: Tree, new: str, line: str) -> None:
    tree.replace(KE_TANG, FIGURE, new)
    assert tree.told() == [f"data/practices/wei-yuan-ke-tang.yml:{line}"]


def test_what_is_hidden_is_not_only_listed(tree: Tree) -> None:
    tree.replace(KE_TANG, f"state: given, {FIGURE}", "state: listed, raw: 工人、农民等x类委员, members: [工人, 农民]")
    assert tree.told() == ["data/practices/wei-yuan-ke-tang.yml:12:30 错误[value-against-raw] 标为只列名称，原文写法（raw）“工人、农民等x类委员”里却有数，是隐去的 | "
                           "改成 state: redacted（原文隐去）；原文写法抄错了就改原文写法（raw）"]


@pytest.mark.parametrize("new", ["value: 2, raw: xx县的双课堂", "value: 3, raw: xx镇办了3期", "value: 4, raw: 某市的四位一体"])
def test_a_name_that_is_hidden_hides_no_number(tree: Tree, new: str) -> None:
    tree.replace(KE_TANG, FIGURE, new)
    assert tree.told() == []


@pytest.mark.parametrize("new", [
    "value: 30, raw: 约30万元", "value: 300000, raw: 约30万元", "value: 1.5, raw: 一个半小时", "value: 90, raw: 一个半小时", "value: 5, raw: 百分之五", "value: 260, bound: at-least, raw: 260多人次",
    "value: 7, raw: 目前已讲七讲", "value: 4, raw: 四位一体", "value: 2, raw: 双联双服", "value: 1, raw: 1至2个", "value: 2, raw: 每年走访2至3次", "value: 3, raw: 每年走访2至3次",
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
    ("every: quarter, times: {state: given, value: 4}, raw: 每季度○次",
     "10:91 错误[value-against-raw] 原文写法（raw）“每季度○次”里的数，原文隐去了，却填了 4 | 改成 state: redacted（原文隐去），删去数值（value）；数出来的、按间隔推算的也不补"),
])
def test_a_rhythm(tree: Tree, new: str, line: str) -> None:
    tree.replace(KE_TANG, POINT, f"{{aspect: rhythm, text: 委员轮流讲课的间隔照原文, {new}}}")
    assert tree.told() == [f"data/practices/wei-yuan-ke-tang.yml:{line}"]


@pytest.mark.parametrize("new", ["every: year, raw: 不少于x次双月协商座谈会", "every: two-months, raw: 偶数月的xx日", "every: year, raw: 年底进行全面考核", "every: regular, raw: 定期开展",
                                 "every: term, times: {state: given, value: 1}, raw: 每届进行一次", "every: year, times: {state: given, value: 1}, raw: xx市每年一次", "every: other, raw: 逐步增加"])
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
