import pytest

from macros.fulltext.amounts import misses
from macros.fulltext.statements import Ground, Statement


def wrong(text: str, source: str) -> list[str]:
    here = Statement("practices", "p", ("summary",), text, (Ground("s", 1, source, 0, "第1段"),), (), ())
    return [miss.amount.text for miss in misses(here)]


@pytest.mark.parametrize(("text", "source"), [
    ("一年走访的企业不少于1户", "每年至少走访一户企业"), ("一季度最少写1篇信息", "每季度写一篇社情民意信息"), ("联系的群众每月1名以上", "每月至少联系一名群众"),
    ("一年里起码带1个项目", "每年引进一个产业项目"), ("两个月走访的村不少于1个", "每两个月走访一个村"), ("每2个月走访的乡镇1个", "每两个月走访一个乡镇"),
])
def test_one_behind_a_time_is_the_one_of_the_paragraph(text: str, source: str) -> None:
    assert wrong(text, source) == []


@pytest.mark.parametrize(("text", "source", "words"), [
    ("一年走访的企业不少于2户", "每年至少走访一户企业", "2户"), ("一个月最少写1篇信息", "每季度写一篇社情民意信息", "1篇"), ("每月联系的村不少于1个", "每月至少联系一名群众", "1个"),
    ("一个月走访的村不少于1个", "每两个月走访一个村", "1个"), ("一年最少写1篇信息", "每年写一篇社情民意信息，采用信息x篇", "1篇"),
])
def test_one_of_something_else_or_in_another_time(text: str, source: str, words: str) -> None:
    assert wrong(text, source) == [words]


@pytest.mark.parametrize(("text", "source"), [
    ("值班的少则2人、多则4人", "每天2至4人值班"), ("每站最少六名，最多八名", "每站6—8名联络员"), ("2户起，最多5户", "结对帮扶2到5户"), ("半小时起步，1小时以内", "发言30至60分钟"),
    ("下限三名，上限五名", "由三五名委员牵头"), ("8名以下", "每站6—8名联络员"), ("六名到八名", "每站6—8名联络员"), ("在6名与8名之间", "每站6—8名联络员"), ("顶多8名", "每站6—8名联络员"), ("最快7天、最慢10天答复", "7至10天答复"),
    ("每站6—8名", "每站最少6名、最多8名联络员"), ("每站6—8名", "每站6名至8名联络员"),
])
def test_the_bounds_of_a_range(text: str, source: str) -> None:
    assert wrong(text, source) == []


@pytest.mark.parametrize(("text", "words"), [
    ("少则2人、多则5人", ["5人"]), ("少则4人，多则2人", ["4人", "2人"]), ("3人值班", ["3人"]), ("2人值班", ["2人"]), ("4人以上值班", ["4人"]), ("2人到5人值班", ["5人"]),
])
def test_what_is_no_bound_of_it(text: str, words: list[str]) -> None:
    assert wrong(text, "每天2至4人值班") == words


@pytest.mark.parametrize(("text", "source"), [("每站6—9名", "每站最少6名、最多8名联络员"), ("每站6—8名", "站长6名，联络员8名")])
def test_two_numbers_that_are_no_such_range(text: str, source: str) -> None:
    assert len(wrong(text, source)) == 1


@pytest.mark.parametrize(("text", "source"), [
    ("答复四百多件", "答复437件"), ("答复400件有余", "答复437件"), ("答复400件出头", "答复437件"), ("答复四百件还多", "答复437件"), ("答复440件左右", "答复437件"), ("答复超四百件", "答复437件"), ("来信超一万封", "来信13700封"), ("来信上万封", "来信13700封"), ("上百件", "答复137件"),
    ("七成有余", "占74.2%"), ("三分之二强", "占68.9%"), ("七成半上下", "占74.2%"),
])
def test_a_number_that_is_honestly_rounded(text: str, source: str) -> None:
    assert wrong(text, source) == []


@pytest.mark.parametrize(("text", "source"), [
    ("答复五百多件", "答复437件"), ("答复500件左右", "答复437件"), ("答复超450件", "答复437件"), ("来信超两万封", "来信13700封"), ("上千封", "来信437封"), ("八成有余", "占74.2%"), ("四分之三强", "占68.9%"), ("三百件出头", "答复437件"),
])
def test_a_number_that_is_rounded_too_far(text: str, source: str) -> None:
    assert len(wrong(text, source)) == 1


@pytest.mark.parametrize("text", ["一年最少评3次，最多评4次", "每年少则三次", "每年至多四次", "每年评三到四次", "一年评三四次", "每年都评", "评3至4次"])
def test_the_bounds_of_how_often(text: str) -> None:
    assert wrong(text, "每年评3至4次") == []


@pytest.mark.parametrize(("text", "source"), [
    ("一年最多评5次", "每年评3至4次"), ("每年评4次", "每年评3至4次"), ("一个月最少评3次", "每年评3至4次"), ("每年评两三次", "每年评3至4次"), ("每年评两三次", "每年评三次"), ("每年评一次", "每年评一两次"),
])
def test_what_is_no_bound_of_how_often(text: str, source: str) -> None:
    assert len(wrong(text, source)) == 1


@pytest.mark.parametrize(("text", "source"), [
    ("分四种颜色管", "用四色卡分类管理"), ("评五个星级", "实行五级评定"), ("分3个等级", "三级响应"), ("五种类型的机关", "创建五型机关"), ("两个组长", "设双组长"), ("组长设两名", "设双组长"), ("颜色分四种", "用四色卡分类管理"), ("四类提案", "提案分四大类"), ("三大项任务", "任务有三项"), ("六种人员", "六大员"),
])
def test_a_noun_told_shortly(text: str, source: str) -> None:
    assert wrong(text, source) == []


@pytest.mark.parametrize(("text", "source"), [
    ("分五种颜色管", "用四色卡分类管理"), ("分3个等级", "十三级台阶"), ("三个等级", "第三级"), ("三个组长", "设双组长"), ("三种形式", "用三色卡"), ("颜色分五种", "用四色卡分类管理"), ("副组长有三名", "设双组长"), ("五类提案", "提案分四大类"), ("四大项任务", "任务有三项"), ("七种人员", "六大员"),
])
def test_another_number_of_it(text: str, source: str) -> None:
    assert len(wrong(text, source)) == 1


@pytest.mark.parametrize(("text", "source"), [
    ("第二年3月讲评", "次年3月讲评"), ("第二年讲评", "翌年初讲评"), ("第二天答复", "会后次日答复"), ("第二个月通报", "下月通报"),
])
def test_the_second_is_the_next(text: str, source: str) -> None:
    assert wrong(text, source) == []


@pytest.mark.parametrize(("text", "source"), [("第三年讲评", "次年讲评"), ("第二年讲评", "当年讲评"), ("第二个月通报", "次年通报")])
def test_another_than_the_next(text: str, source: str) -> None:
    assert len(wrong(text, source)) == 1
