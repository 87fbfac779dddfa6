import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, old: str, new: str, path: str = KE_TANG) -> list[str]:
    tree.with_originals()
    tree.replace(path, old, new)
    return tree.told()


def test_a_number_that_no_paragraph_has(tree: Tree) -> None:
    assert told(tree, "text: 委员轮流讲课", "text: 40名委员轮流讲课") == [
        "data/practices/wei-yuan-ke-tang.yml:10:29 错误[number-in-source] “40名委员”这个数，原文第2段里没有 | "
        "照原文改；原文没有的，删去；自己数出来的，把数的东西逐个列出来"]


def test_a_chinese_numeral_is_a_reminder(tree: Tree) -> None:
    assert told(tree, "text: 委员轮流讲课", "text: 四十名委员轮流讲课") == [
        "data/practices/wei-yuan-ke-tang.yml:10:29 提醒[number-in-source] “四十名委员”这个数，原文第2段里没有 | "
        "照原文改；原文没有的，删去；自己数出来的，把数的东西逐个列出来"]


def test_another_frequency(tree: Tree) -> None:
    assert told(tree, "text: 委员轮流讲课", "text: 委员每周轮流讲课") == [
        "data/practices/wei-yuan-ke-tang.yml:10:31 提醒[number-in-source] “每周”这个频次，原文第2段里没有（第2段写的是“每月至少两次”） | "
        "照原文改；原文没有的，删去；自己数出来的，把数的东西逐个列出来"]


@pytest.mark.parametrize(("text", "severity"), [("委员每月讲2天课", "提醒"), ("委员每月讲3天课", "错误")])
def test_days_for_times_are_a_reminder(tree: Tree, text: str, severity: str) -> None:
    [line] = told(tree, "text: 委员轮流讲课", f"text: {text}")
    assert f"{severity}[number-in-source] “每月讲{text[5]}天”这个频次" in line


def test_two_numbers_of_a_sentence_are_one_finding(tree: Tree) -> None:
    [line] = told(tree, "text: 委员轮流讲课", "text: 40名委员轮流讲课，听的有95%")
    assert "“40名委员”这个数" in line
    assert "“95%”这个数" in line


def test_a_number_of_another_paragraph_is_told_with_its_place(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", (tree.read("originals/hui-bian.txt")).replace("下一步拟在各乡镇", "下一步拟在14个乡镇"))
    tree.replace(BIAN_ZU, "text: 谋划按行业编组", "text: 14个乡镇谋划按行业编组")
    assert [line for line in tree.told() if "number-in-source" in line] == [
        "data/practices/wei-yuan-bian-zu.yml:19:29 提醒[number-in-source] “14个乡镇”不在所引的第1段，在第2段（“下一步拟在14个乡镇设立联络点”） | "
        "是不是出处写错了？核对段号，把这一段也写进出处（at）；与这条做法无关的，删去"]


def test_a_mask_that_was_filled_in_where_no_figure_names_it(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(BIAN_ZU, "    figures:\n      - {label: 小组的数目, state: redacted, raw: x个活动小组}\n", "")
    tree.replace(BIAN_ZU, "全体委员都编入小组", "全体委员编入12个活动小组")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:12:35 错误[number-in-source] “12个活动小组”里的数，原文隐去了：第2段写的是“一是全市委员已经编成x个活动小组” | "
        "照原文写 x，或不写数；数出来的也不补"]


def test_where_a_figure_names_the_mask_it_is_told_once(tree: Tree) -> None:
    [line] = told(tree, "全体委员都编入小组", "全体委员编入12个活动小组", BIAN_ZU)
    assert "[masked-number]" in line


def test_another_unit(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "每讲90分钟，由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 委员轮流讲课，一讲90小时")
    assert [line for line in tree.told() if "number-in-source" in line] == [
        "data/practices/wei-yuan-ke-tang.yml:10:38 提醒[number-in-source] “90小时”与原文的单位不同：第2段写的是“每讲90分钟” | 照原文写数和单位"]


def test_an_outline_a_distinction_and_what_is_unsaid_are_held_as_well(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("speeches/jia-shi.yml", "gist: 开办课堂", "gist: 开办课堂30期")
    tree.replace(KE_TANG, "added:", "distinct_from:\n  - {to: wei-yuan-bian-zu, why: 委员课堂有30期，委员编组没有期}\nunsaid: [30期各讲什么]\nadded:")
    assert [line.split(" ")[0] for line in tree.told() if "number-in-source" in line] == [
        "data/practices/wei-yuan-ke-tang.yml:14:38", "data/practices/wei-yuan-ke-tang.yml:15:10", "data/speeches/jia-shi.yml:15:36"]


@pytest.mark.parametrize("text", [
    "委员每月轮流讲课两次", "一月两回，委员轮流讲课", "委员第一时间一个接一个地讲课", "两项办法，编组和讲课", "委员轮流讲课，次数至少2次", "2个人一组，即讲的人和听的人",
])
def test_what_the_source_says_in_other_words_and_what_can_be_counted(tree: Tree, text: str) -> None:
    assert told(tree, "text: 委员轮流讲课", f"text: {text}") == []


def test_a_number_in_a_name_of_the_library(tree: Tree) -> None:
    assert told(tree, "text: 委员轮流讲课", "text: 与“三联”不同，委员轮流讲课") == []


def test_without_the_full_text_nothing_is_told(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 40名委员轮流讲课")
    assert tree.told() == []


def test_while_a_body_cannot_be_read_nothing_is_held_against_the_texts(tree: Tree) -> None:
    """The number in a body's name (xx县政协〔168〕) would be looked for in a text; the message on the body says what to do first."""
    assert any("number-in-source" in line for line in told(tree, "text: 委员轮流讲课", "text: 40名委员轮流讲课"))
    tree.write("organizations.yml", tree.read("organizations.yml").replace("level: county", "level: 县里", 1))
    assert [line for line in tree.told() if "-in-source" in line] == []


@pytest.mark.parametrize("text", ["委员每年登台不少于6次", "委员每年不少于六次登台讲课"])
def test_how_often_a_year_is_not_worked_out_where_the_source_hides_it(tree: Tree, text: str) -> None:
    tree.with_originals()
    source = "originals/hui-bian.txt"
    assert "每月至少两次" in tree.read(source)
    tree.write(source, tree.read(source).replace("每月至少两次", "双月开讲,每年登台不少于x次"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    [line] = [line for line in tree.told() if ":10:" in line and "number-in-source" in line]
    assert "里的数，原文隐去了：第2段写的是“" in line
    assert line.endswith("照原文写 x，或不写数；数出来的也不补")


def test_the_number_of_an_address_is_told_there_and_that_of_a_card_is_not_shown(tree: Tree) -> None:
    [line] = told(tree, "text: 委员轮流讲课", "text: 委员轮流讲课，报名写到 jiang126@126.com")
    assert "[private-data]" in line
    tree.replace(KE_TANG, "jiang126@126.com", "6217001234567890123")
    [found] = [found for found in tree.findings() if found.code == "number-in-source"]
    assert "“6217…23”这个数" in found.message
    assert found.excerpt == ""


@pytest.mark.parametrize(("text", "told_"), [("教育、卫生等两个活动小组", False), ("教育、卫生等三个活动小组", True), ("教育、卫生两个活动小组", True)])
def test_what_is_named_and_summed_up_with_etc_may_be_counted(tree: Tree, text: str, told_: bool) -> None:
    tree.with_originals()
    source = "originals/hui-bian.txt"
    tree.write(source, tree.read(source).replace("已经编成x个活动小组", "已经编成x个活动小组,例如教育、卫生等活动小组"))
    tree.replace(BIAN_ZU, "    figures:\n      - {label: 小组的数目, state: redacted, raw: x个活动小组}\n", "")
    tree.replace(BIAN_ZU, "全体委员都编入小组", f"全体委员编入小组，例如{text}")
    assert any("number-in-source" in line for line in tree.told()) is told_


@pytest.mark.parametrize("text", ["在发言第二部分里讲到课堂", "第2部分讲课堂", "这一部分讲课堂"])
def test_a_part_of_the_speech_is_no_number(tree: Tree, text: str) -> None:
    assert told(tree, "text: 委员轮流讲课", f"text: {text}") == []


def test_a_name_with_another_number(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("practices/wei-yuan-bian-zu.yml", "text: 谋划按行业编组, at: [\"1\"]", "text: 靠三联动机制联系, at: [\"2\"]")
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace('"三联"机制', '"三联""四联动"机制'))
    assert [line for line in tree.told() if "number-in-source" in line] == [
        "data/practices/wei-yuan-bian-zu.yml:19:30 提醒[number-in-source] “三联动”里的数与原文不同：第2段写的是“四联动” | 照原文写这个名称，一个数也不换"]


def test_a_mask_that_the_source_does_not_have(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "每组结对两个活动小组,由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 每组结对x个活动小组")
    assert [line.partition("] ")[2] for line in tree.told() if "number-in-source" in line] == [
        "“x个活动小组”里的数，原文没有隐去：第2段写的是“每组结对两个活动小组” | 照原文写数"]


def test_a_mask_of_the_same_thing_does_not_hide_what_is_given(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("按小组走进社区", "组长分别包抓三个活动小组,按小组走进社区"))
    tree.replace(BIAN_ZU, "全体委员都编入小组", "组长各包抓五个活动小组")
    [line] = [line for line in tree.told() if "wei-yuan-bian-zu" in line]
    assert "[number-in-source] “五个活动小组”这个数，原文第2段里没有（第2段写的是“组长分别包抓三个活动小组”）" in line


def test_places_that_are_counted_without_a_unit(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "涉及x市x县区,由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 涉及3市10县区")
    [line] = [line for line in tree.told() if KE_TANG in line]
    assert "[number-in-source] “3市”里的数，原文隐去了：第2段写的是“涉及x市x县区”；“10县区”里的数，原文隐去了：第2段写的是“涉及x市x县区”" in line


def test_once_a_year_says_no_more_than_each_year_though_how_often_is_hidden_elsewhere(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "每年全会以后,每年至少走访x次,由委员轮流登台"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 一年一度的全会以后，委员轮流讲课")
    assert [line for line in tree.told() if KE_TANG in line] == []
    tree.replace(KE_TANG, "text: 一年一度的全会以后，委员轮流讲课", "text: 全会以后每年走访1次，委员轮流讲课")
    [line] = [line for line in tree.told() if KE_TANG in line]
    assert "里的数，原文隐去了：第2段写的是“每年至少走访x次”" in line
