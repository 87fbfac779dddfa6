import pytest

from macros.text.quantities import quantities


@pytest.mark.parametrize("text", [
    "统一由委员一个接一个地主持", "一起、进一步、一定、十分、一边、一家", "四面八方", "第一时间", "一次", "这一项", "两级", "百姓", "第3段", "“店小二”", "一五一十", "周三",
])
def test_numerals_that_are_no_amount(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize("text", ["期限30日", "30日内", "为期30天", "三十日以内", "答复不超过30日"])
def test_days_that_say_how_long(text: str) -> None:
    (amount,) = quantities(text)
    assert (amount.kind, amount.low, amount.date) == ("days", 30, ())


def test_a_day_that_says_which() -> None:
    assert [q.date for q in quantities("每月的会在30日开")] [-1] == ("d30",)


def test_masks_are_amounts_without_a_number() -> None:
    assert [(q.text, q.kind, q.masked) for q in quantities("x-x名委员，办结率为xx%，x个小组")] == [
        ("x-x名", "person", True), ("xx%", "share", True), ("x个", "any", True)]


def test_a_month_that_says_how_often_is_no_date() -> None:
    assert [q.text for q in quantities("一月一报、三月一评") if q.kind == "date"] == []
    assert [q.text for q in quantities("三月一日起，三月评议") if q.kind == "date"] == ["三月一日", "三月"]


def test_places_of_amounts() -> None:
    assert [(q.start, q.text) for q in quantities("2023年4月起，在6个乡镇议事四十二次")] == [(0, "2023年4月"), (10, "6个"), (16, "四十二次")]


@pytest.mark.parametrize(("text", "low", "high"), [("七八个", 7, 8), ("三五名", 3, 5), ("十七八个", 17, 18), ("三四百人", 300, 400), ("二十三个", 23, 23), ("两三万元", 20000, 30000)])
def test_two_numerals_beside_each_other_say_from_one_to_the_other(text: str, low: int, high: int) -> None:
    (amount,) = quantities(text)
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize(("text", "amounts"), [
    ("每周五街道上门", ["每周"]), ("每星期三乡镇来讲", ["每星期"]), ("每周五次", ["每周五次"]), ("每周三名委员坐班", ["每周", "三名"]), ("每周五个街道", ["每周", "五个"]),
])
def test_a_day_of_the_week_counts_nothing(text: str, amounts: list[str]) -> None:
    assert [q.text for q in quantities(text)] == amounts
