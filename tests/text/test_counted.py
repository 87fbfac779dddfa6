"""What tells without a word of completion that something was done."""

import pytest

from macros.text.counted import ahead_of, planned, result, standing, told_as_done


@pytest.mark.parametrize(("text", "words"), [
    ("去年退回重办9件。", "去年退回重办9件"),
    ("近五年，信箱收到来信二百封。", "近五年，信箱收到来信二百封"),
    ("2022年“敲门日”走访310户。", "2022年“敲门日”走访310户"),
    ("近三年，县政协围绕治水，一年一题。", "近三年，县政协围绕"),
    ("在6个村设“渡口亭”。", "在6个村设"),
    ("站里配委员12名。", "配委员12名"),
    ("在6个村设“渡口亭”，每月开门两次。", "在6个村设"),
    ("去年退回重办9件，今年打算再看一遍。", "去年退回重办9件"),
    ("渡口开行了11趟。", "了11趟"),
    ("对连着缺席的3人进行了提醒。", "进行了提醒"),
])
def test_a_past_time_with_a_count_or_a_deed_and_so_many_places(text, words):
    assert told_as_done(text) == words


@pytest.mark.parametrize("text", [
    "今年要在6个村设“渡口亭”。", "力争两年内在6个村设亭。", "到2026年建亭9个。", "每年建亭2个。", "每村至少配委员2名。", "在3个村建议开会。", "委员轮流值班。", "近年来，县政协实施“敲门”。", "在6个村设亭，力争年底前开门。", "去年的这个时候。",
    "为了11名委员。", "除了2个村，都没有开。", "提醒过了的3名委员。", "如果缺席了3次，就提醒。",
])
def test_plans_rules_and_what_counts_nothing_tell_nothing(text):
    assert told_as_done(text) is None


def test_what_leads_up_to_a_sentence_makes_a_plan_of_it_too():
    text = "去年走访9次。下一步，把亭办好。在6个村设“渡口亭”。"
    assert ahead_of(text, text.index("在6个")) == "下一步"
    assert ahead_of(text, 0) is None
    assert planned("打算在6个村设亭") == "打算"


@pytest.mark.parametrize(("text", "words"), [
    ("探索推行“茶摊协商”，帮助19件烦心事得到化解。", "19件烦心事得到化解"),
    ("探索推行“茶摊协商”，去年开会8场。", "去年开会8场"),
    ("31条建议获得采纳。", "31条建议获得采纳"),
])
def test_what_came_of_it_was_done_though_it_was_looked_for_first(text, words):
    assert told_as_done(text) == words
    assert ahead_of(text, text.index(words)) is None


@pytest.mark.parametrize("text", ["探索推行“茶摊协商”，推动更多烦心事得到化解。", "力争推动19件烦心事得到化解。", "确保19件烦心事得到化解。", "探索在3个村设“茶摊”。", "还有19件没有得到化解。", "拟推行“茶摊协商”，使19件烦心事得到化解。"])
def test_what_is_to_come_of_it_was_not_done(text):
    assert told_as_done(text) is None


def test_a_result_by_itself_is_one_only_where_it_is_told():
    assert result("得到化解") and not result("尽快得到化解") and not result("办理")
    text = "确保件件得到化解。9件得到化解。"
    assert ahead_of(text, text.index("得到")) == "确保"
    assert ahead_of(text, text.rindex("得到")) is None


@pytest.mark.parametrize(("text", "words"), [
    ("设立“银扁担奖”，每年评5名热心委员。", "设立“银扁担奖”，每年评"),
    ("开办“渡口课堂”，每月坐堂一次。", "开办“渡口课堂”，每月坐"),
    ("拟设立“银扁担奖”，每年评5名。", None),
    ("建议设立“银扁担奖”，每年评5名。", None),
    ("设立“银扁担奖”，每年至少评5名。", None),
    ("要求各乡设立“银扁担奖”，每年评5名。", None),
    ("设立“银扁担奖”。", None),
])
def test_what_is_set_up_and_comes_back(text, words):
    assert standing(text) == words


def test_how_it_stands_by_now_is_told_beside_what_is_asked_for():
    text = "要求年底前各村全部设亭，目前已在9个村设亭。"
    assert ahead_of(text, text.index("已在9个")) is None and told_as_done(text) == "在9个村设"
    assert ahead_of(text, text.index("全部设")) == "年底前"


@pytest.mark.parametrize(("text", "words"), [
    ("近年来，渡口亭待客310人。", "近年来，渡口亭待客310人"),
    ("今年一季度，渡口亭收到来信19件。", "今年一季度，渡口亭收到来信19件"),
    ("渡口亭运行两年，来客1200人次。", "运行两年，来客1200人"),
    ("过去一年，借出雨伞340把次，来信9封。", "过去一年，借出雨伞340把次，来信9封"),
    ("自换届以来，渡口亭开门86场。", "自换届以来，渡口亭开门86场"),
    ("截至6月底，渡口亭登记船工62人。", "截至6月底，渡口亭登记船工62人"),
    ("共有水上委员27名。", "共有水上委员27名"),
    ("先后到8个村讲课。", "先后到8个"),
    ("已有58名船工上岗。", "已有58名"),
])
def test_a_count_over_a_span_that_has_gone_by_tells_that_it_was_done(text, words):
    assert told_as_done(text) == words


@pytest.mark.parametrize("text", [
    "近年来，县政协把渡口亭办在河边。", "今年一季度要收到来信19件。", "今年前三季度，力争来客1200人次。", "运行两年后，来客可达1200人次。", "按每年运行两次，来客1200人。",
    "设亭以前，两年来只收到来信3件。", "全县共有委员210名。", "共有14个乡镇。", "目前没有一个村有19名船工。", "目前只有3名船工。", "改革开放以来，来客300人。", "截至明年底，开门86场。", "先后顺序排在3个村后面。", "到年底，渡口亭待客310人。",
])
def test_a_count_that_is_ahead_a_rule_or_of_the_place_tells_nothing(text):
    assert told_as_done(text) is None
