"""The points that a draft proposes."""

import pytest

from macros.fulltext.passages import Passage
from macros.importing import points
from macros.model.vocabulary import Aspect, Bound, Every


def told(text):
    return [(p.aspect, p.text) for p in points.proposed(text, "1")]


def test_who_leads_is_said_after_by_or_by_serving_as():
    assert told("每亭明确一名县政协委员担任召集人、一名村干部担任联络人。报告由区委党校牵头，意见由系统自动归集。") == [
        (Aspect.LEAD, "一名县政协委员担任召集人"), (Aspect.LEAD, "一名村干部担任联络人"), (Aspect.LEAD, "区委党校牵头")]


@pytest.mark.parametrize(("text", "every", "times", "bound", "raw"), [
    ("每半年至少参加一次组织生活。", Every.HALF_YEAR, 1, Bound.AT_LEAST, "每半年至少参加一次"),
    ("每两个月会商一次。", Every.TWO_MONTHS, 1, None, "每两个月会商一次"),
    ("每年下村两三次。", Every.YEAR, None, None, "每年下村两三次"),
    ("每月会商2至3次。", Every.MONTH, None, None, "每月会商2至3次"),
    ("组长一季一调整。", Every.QUARTER, 1, None, "一季一调整"),
    ("片长一年一述职，不走过场。", Every.YEAR, 1, None, "一年一述职"),
    ("每周六晚上开院。", Every.WEEK, None, None, "每周六晚上"),
    ("每月第一、第三个周四晚开船。", Every.MONTH, None, None, "每月第一、第三个周四晚"),
    ("每年3月和9月的第二个周五到村里。", Every.YEAR, None, None, "每年3月和9月的第二个周五"),
    ("每季度末月20日前报。", Every.QUARTER, None, None, "每季度末月20日"),
    ("每月初步定一个题目。", Every.MONTH, None, None, "每月"),
    ("每月x次到村里。", Every.MONTH, None, None, "每月x次"),
])
def test_how_often_is_a_rhythm_with_its_interval_and_times(text, every, times, bound, raw):
    point, = points.proposed(text, "2")
    assert (point.aspect, point.every, point.times, point.bound, point.raw, point.at) == (Aspect.RHYTHM, every, times, bound, raw, "2")
    assert point.masked == ("x" in raw)


def test_what_is_masked_has_no_number():
    point, = points.proposed("每月x次到村里。", "2")
    assert point.fields() == ", every: month, times: {state: redacted}"


def test_only_regularly_is_regular_and_a_name_says_nothing():
    assert [(p.every, p.text) for p in points.proposed("定期通报情况。", "1")] == [(Every.REGULAR, "定期通报情况")]
    assert points.proposed("健全双月会商制度。", "1") == []


def test_a_long_clause_is_no_point_it_would_be_copied():
    text = "每季度由县政协提案委员会汇总议事亭提出来的各个事项并且公布。"
    assert [p.text for p in points.proposed(text, "1")] == ["每季度"]


@pytest.mark.parametrize(("text", "head"), [
    ("一是亮单公示。二是接单办理，三天办完。", ["亮单公示", "接单办理"]),
    ("第一，半年没有进展的，上门协商。第二，一年期满。", [None, "一年期满"]),
    ("一是某县x个点。二是办好。", [None, "办好"]),
])
def test_an_item_calls_itself_by_its_first_words(text, head):
    passage = Passage(1, 1, text)
    assert [points.item(passage, n) for n in range(1, len(passage.items) + 1)] == head


def test_the_deeper_of_two_headings_in_one_line_is_the_paragraphs_own():
    assert points.of_heading("二、推行“三评”　（一）委员自评") == "委员自评"


def test_an_item_that_says_who_does_it_is_no_how():
    assert points.of_item("由乡镇联络组召集", "2.1") == points.Proposed(Aspect.LEAD, "乡镇联络组召集", "2.1")
    assert points.of_item("由小到大", "2.1").aspect is Aspect.HOW


@pytest.mark.parametrize("text", ["将在今年年底前修好亭子。", "结果纳入单位年度考核。", "镇里每年给每处安排茶水经费3万元。"])
def test_a_day_a_name_and_an_amount_are_no_rhythm(text):
    assert [one for one in points.proposed(text, "1") if one.aspect is Aspect.RHYTHM] == []


@pytest.mark.parametrize(("text", "said"), [
    ("推行夜灯会商，由到场的居民当场举手表决，委员边听边记。", [(Aspect.HOW, "由到场的居民当场举手表决"), (Aspect.HOW, "委员边听边记")]),
    ("收来的诉求当天分给各部门，由街道办公室汇总。", [(Aspect.HOW, "收来的诉求当天分给各部门"), (Aspect.LEAD, "街道办公室汇总")]),
    ("对结果不满意的，由镇里再议一次。", []),
    ("去年会上通过办法三个，群众通过率没有提高。", []),
    ("明年拟由委员轮流到村里坐班。", []),
    ("凡是涉及花钱的事，请他们主持比干部主持容易。", []),
])
def test_what_somebody_does_in_it_is_proposed_in_a_few_words(text, said):
    assert [(one.aspect, one.text) for one in points.done(text, "茶棚议事", "2")] == said


@pytest.mark.parametrize(("text", "every", "times", "raw"), [
    ("逢农历初三、十三、二十三到山里收药材。", "other", None, "逢农历初三、十三、二十三"),
    ("每逢双周周日上午开门。", "other", None, "每逢双周周日上午"),
    ("每组每两周交一次台账。", "other", 1, "每两周交一次"),
    ("满一年后，隔一年再看一遍。", "other", 1, "隔一年再看一遍"),
    ("每学期走进两所学校。", "other", None, "每学期"),
    ("看板每十天更新一次。", "other", 1, "每十天更新一次"),
    ("每年上、下半年各集中检查一次。", "half-year", 1, "每年上、下半年各集中检查一次"),
    ("每月第一个周二晚上七点半开门。", "month", None, "每月第一个周二晚上七点半"),
])
def test_a_rhythm_that_no_interval_holds_is_told_in_the_words_of_the_source(text, every, times, raw):
    [one] = [p for p in points.proposed(text, "1") if p.aspect == "rhythm"]
    assert (one.every, one.times, one.raw) == (every, times, raw)


@pytest.mark.parametrize("text", ["今年逢七十周年。", "适逢三月，天气转暖。", "两年办了三期。"])
def test_an_anniversary_and_a_total_are_no_rhythm(text):
    assert points.proposed(text, "1") == []


def test_a_long_clause_tells_its_rhythm_with_the_deed_that_ends_it():
    assert [p.text for p in points.proposed("每个月把没有答复的有关单位名单在县电视台公布一次。", "1")] == ["每个月公布一次"]


@pytest.mark.parametrize(("text", "who"), [
    ("去年秋天，县政协医卫界别牵头开办“夜诊”。", ["县政协医卫界别牵头"]),
    ("由八名从事养殖的委员轮流坐诊。", ["八名委员轮流坐诊"]),
    ("群众来电后由值班委员接听。", ["值班委员接听"]),
    ("账目由委员中的会计师、审计师逐项把关。", ["委员中的会计师、审计师逐项把关"]),
    ("说出来的事由教科委记在“茶话簿”上。", ["教科委记在“茶话簿”上"]),
    ("“水情码”由人资环委牵头，船工扫码。", ["人资环委牵头"]),
    ("答复不满意的，由分管副主席带队上门去问。", []),
    ("县政协经济委牵头单位到场。", []),
])
def test_who_does_it_is_read_with_the_deed(text, who):
    assert [p.text for p in points.proposed(text, "1") if p.aspect == "lead"] == who


def test_what_counts_an_item_is_no_part_of_who_leads():
    assert told("一是由乡镇联络组召集，三天内开会。") == [(Aspect.LEAD, "乡镇联络组召集")]


def test_who_does_it_how_often_is_said_once():
    assert told("由片区委员每三周值班一次。") == [(Aspect.RHYTHM, "由片区委员每三周值班一次")]
    assert told("每月由片区委员轮值。") == [(Aspect.LEAD, "片区委员轮值"), (Aspect.RHYTHM, "每月")]


@pytest.mark.parametrize(("text", "words", "raw"), [
    ("每月逢三（3日、13日、23日）下午两点，在渡口坐堂。", "每月逢三下午两点", "每月逢三（3日、13日、23日）下午两点"),
    ("每月逢四、九上午9点，委员坐堂。", "每月逢四、九上午9点", "每月逢四、九上午9点"),
    ("每年9月，县政协向各乡公开征集题目，分三步。", "每年9月公开征集题目", "每年9月"),
    ("每年4月评一次，优胜的领扁担。", "每年4月评一次", "每年4月"),
])
def test_a_rhythm_has_all_that_says_when_and_what_comes_back(text, words, raw):
    assert [(one.text, one.raw) for one in points.proposed(text, "1")] == [(words, raw)]


def test_a_month_of_the_year_with_nothing_that_comes_back_is_no_rhythm():
    assert points.proposed("每年9月，把账理清。", "1") == []


def test_a_heading_that_asks_says_nothing_of_how():
    assert points.step("2.清单怎么管。每件事写明谁来办。") is None
    assert points.step("2.清单上墙。每件事写明谁来办。") == "清单上墙"
