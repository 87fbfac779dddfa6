from fractions import Fraction

import pytest

from macros.text.frequencies import frequencies


@pytest.mark.parametrize(("text", "months", "times"), [
    ("每两个月一次", 2, 1), ("双月", 2, None), ("偶数月的xx日", 2, None), ("隔月办", 2, None), ("每隔一个月", 2, None), ("两个月办一回", 2, 1),
    ("每半年组织召开一次", 6, 1), ("半年开一次", 6, 1), ("三月开一次", 3, 1), ("3个月内办2次", 3, 2), ("两月开会一次", 2, 1), ("3月1次", 3, 1), ("每季度一讲", 3, 1), ("一季度坐诊一次", 3, 1), ("增加到一季度两次", 3, 2), ("两季度一次", 6, 1), ("四季各办一场", 3, 1), ("按季度办", 3, None), ("一年四次", 12, 4), ("月月", 1, None),
    ("每月5日、20日上午", 1, 2), ("每月两天", 1, 2), ("每年至少参加一次履职活动", 12, 1), ("每周", Fraction(7, 30), None), ("一季一讲", 3, 1),
    ("站长一年一选", 12, 1), ("半年一盘点", 6, 1), ("一季度一讲评", 3, 1), ("一个月一主题", 1, 1), ("一周一碰头", Fraction(7, 30), 1), ("一日一清", Fraction(1, 30), 1), ("两年一轮岗", 24, 1),
    ("一年一度", 12, 1), ("一届一考", 0, 1), ("每年一换", 12, None),
    ("每年上、下半年各打假一次", 6, 1), ("每年上下半年分别召开两次", 6, 2),
])
def test_one_frequency(text: str, months: int, times: int | None) -> None:
    [found] = frequencies(text)
    assert (found.months, found.times) == (months, times)


@pytest.mark.parametrize("text", ["每次都来", "每名委员", "2024年底议事42次", "两个月", "第三季", "一个接一个", "每讲90分钟", "12月开两次会", "十月各办一场",
    "到3月底一共出车17次", "截至5月共办12场", "去年三月开会一次", "3月份走访2次", "三月下旬办两场",
    "下一年度考核", "本季度通报", "一年一起开会", "一年一百件", "三月一日启动", "5月1日一早开会", "今年一年一共办了", "一年一个样", "第一周一般不开会", "一天一夜",
    "去年二季度走访8次", "2023年第一季度开会5次", "今年的一季度共送书3场", "三季度坐诊6场", "前半年协商4次", "过去一年夜谈12场", "今年头三个月坐班9天"])
def test_no_frequency(text: str) -> None:
    assert frequencies(text) == ()


@pytest.mark.parametrize(("ours", "theirs", "agree"), [
    ("双月", "每两个月一次", True), ("一年六次", "每两个月一次", True), ("一年四次", "每季度一讲", True), ("每月一次", "每两个月一次", False),
    ("每年三次", "每年召开", False), ("每年一次", "每年召开", True), ("每届一次", "每届进行一次", True), ("每届一次", "每年一次", False),
    ("每年换一次", "一年一换", True), ("按年轮换", "一年一换", True), ("每年换两次", "一年一换", False), ("每季度评一次", "一月一评", False), ("一年换两次", "半年一换", True), ("每届考一次", "一届一考", True),
    ("每届考两次", "一届一考", False), ("每年考一次", "一届一考", False), ("一周一碰头", "每月碰一次头", False), ("一月两次", "每月5日、20日", True),
])
def test_two_frequencies(ours: str, theirs: str, agree: bool) -> None:
    assert frequencies(ours)[0].agrees(frequencies(theirs)[0]) is agree


def test_a_masked_number_of_times() -> None:
    [found] = frequencies("每年至少x次")
    assert (found.masked, found.times) == (True, None)


@pytest.mark.parametrize("text", ["今年上半年共开会36次", "下半年办两场"])
def test_a_half_of_one_year_is_no_frequency(text: str) -> None:
    assert frequencies(text) == ()


@pytest.mark.parametrize(("text", "times", "most"), [("每年召开2至3次", 2, 3), ("每月走访两三次", 2, 3), ("一季度讲三到四讲", 3, 4), ("每年5-6场", 5, 6), ("每年召开3次", 3, None), ("每年到村三次", 3, None)])
def test_a_range_of_times(text: str, times: int, most: int | None) -> None:
    [found] = frequencies(text)
    assert (found.times, found.most) == (times, most)
