from macros.text.listing import some


def test_a_few_are_named_and_many_are_counted() -> None:
    assert (some([]), some(["甲"]), some(["甲", "乙"], 2)) == ("", "甲", "甲、乙")
    assert some(["甲", "乙", "丙"], 2, "条") == "甲、乙 等 3 条"
