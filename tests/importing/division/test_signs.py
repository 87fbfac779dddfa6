"""What a line is by itself."""

import pytest

from macros.fulltext.blocks import blocks
from macros.importing.division import signs


def block(text):
    return blocks(text)[0]


@pytest.mark.parametrize(("text", "why"), [
    ("扫码关注我们的公众号", "网页文字"),
    ("来源：青渡县政协　2024-05-01", "网页文字"),
    ("— 12 —", "页码"),
    ("第3页 共9页", "页码"),
    ("图为渡口议事现场", "图片说明"),
    ("发件人：办公室", "信头"),
    ("主持人：下面请青渡县政协发言。", "主持人的话"),
    ("主持人（周大川）：谢谢。", "主持人的话"),
    ("扫一扫在手机打开当前页", "网页文字"),
    ("主办：石渡县人民政府办公室 承办：石渡县信息中心 网站标识码：1234567890 某ICP备12345678号-1 某公网安备 12345678901234号 地址：石渡县临江路一号 邮编：123456 联系电话：0000-1234567", "网页文字"),
    ("县政府主办的接待日上，值班电话一直有人接，版权所有的那本小册子发给了每一户船民，地址写在封底，谁要补领，打电话就给送去，不识字的由船上的孩子念给听，念完了再签一个字，一年下来送了两千多本，", None),
    ("群众扫二维码就能报名，不会用手机的打电话也行。", None),
    ("有人打电话举报沙场偷排，委员当天就到。", None),
    ("渡口有了议事棚", None),
    ("主持人由群众推选，一年一换。", None),
    ("| 登录 | 3 |", None),
])
def test_furniture(text, why):
    assert signs.furniture(block(text)) == why


@pytest.mark.parametrize(("text", "kind", "rest"), [
    ("案例一：渡口有了议事棚", "案例#", "渡口有了议事棚"),
    ("【案例二】渡口有了议事棚", "【案例#】", "渡口有了议事棚"),
    ("交流材料之三", "交流材料之#", ""),
    ("第四篇　渡口有了议事棚", "第#篇#", "渡口有了议事棚"),
    ("篇一：渡口有了议事棚", "篇##", None),
    ("案例教学走进渡口", None, "案例教学走进渡口"),
])
def test_series(text, kind, rest):
    assert (signs.series(text) is None) == (kind is None)
    if rest is not None:
        assert signs.unserial(text) == rest


def test_a_line_of_single_characters_is_closed_and_no_other():
    assert signs.closed("渡 口 有 了 议 事 棚") == "渡口有了议事棚"
    assert signs.closed("工　作　报　告") == "工作报告"
    assert signs.closed("周　平") == "周　平"
    assert signs.closed("搭建渡口平台 推动协商议事") == "搭建渡口平台 推动协商议事"


def test_what_stands_below_a_title_and_whom_a_report_is_for():
    assert signs.below_title("——在全市经验交流会上的发言")
    assert signs.spoken_at("在全市经验交流会上的发言")
    assert not signs.spoken_at("在渡口议事的人多了")
    assert signs.addressee("县委、县政府：")
    assert not signs.addressee("做法有三条：")


def test_dates_persons_and_mastheads():
    assert all(map(signs.date, ("2024年5月1日", "（2024年5月）", "二〇二四年五月", "2024-05-01")))
    assert not signs.date("2024年工作总结")
    assert signs.person("周　平") and signs.person("政协主席　周大川")
    assert not signs.person("渡口有了议事棚")
    assert signs.masthead("青政协〔2024〕12号") and signs.masthead("第12期")


@pytest.mark.parametrize(("text", "spoken"), [
    ("在全县协商工作推进会上的书面交流材料", True), ("在全州提案工作座谈会上的经验介绍", True), ("在村民大会上的材料不算数，要写清楚", False), ("2024年全县协商工作推进会交流材料", False)])
def test_where_it_was_spoken_or_handed_in(text, spoken):
    assert signs.spoken_at(text) is spoken


@pytest.mark.parametrize("text", ["（在全市提案工作交流会上的发言，2025年10月29日）", "2025年10月29日在全市提案工作交流会上的发言", "（在全市提案工作交流会上的书面材料）"])
def test_the_line_below_a_title_may_have_brackets_and_its_day(text):
    assert signs.below_title(text)
    assert not signs.spoken_at(text), "it is no title"

