from macros.text.listing import first, some


def test_a_few_are_named_and_many_are_counted() -> None:
    assert (some([]), some(["甲"]), some(["甲", "乙"], 2)) == ("", "甲", "甲、乙")
    assert some(["甲", "乙", "丙"], 2, "条") == "甲、乙 等 3 条"


def test_the_first_are_named_and_more_are_hinted_at() -> None:
    assert (first([]), first(["甲", "乙"], 2), first(["甲", "乙", "丙"], 2)) == ("", "甲、乙", "甲、乙……")
