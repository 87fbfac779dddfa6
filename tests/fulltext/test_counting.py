from macros.fulltext.counting import counted, listed
from macros.fulltext.statements import Ground, Statement
from macros.text.quantities import quantities


def can_be_counted(text: str, source: str, items: int = 0, counts: frozenset[int] = frozenset()) -> bool:
    statement = Statement("practices", "p", ("summary",), text, (Ground("s", 1, source, items, "第1段"),), (), (), counts)
    [amount] = quantities(text)
    return counted(amount, statement)


def test_what_a_text_lists() -> None:
    assert listed("甲、乙和丙") == {2, 3}
    assert listed("没有列举") == set()


def test_members_of_a_series_and_items_can_be_counted() -> None:
    assert can_be_counted("两个主题", "上半年春耕。下半年秋收。")
    assert not can_be_counted("三个主题", "上半年春耕。下半年秋收。")
    assert can_be_counted("第三项是编组", "编组", items=3)
    assert not can_be_counted("第四项是编组", "编组", items=3)


def test_some_of_what_was_counted() -> None:
    assert can_be_counted("前两个说的是编组", "编组", counts=frozenset({3}))
    assert not can_be_counted("前四个说的是编组", "编组", counts=frozenset({3}))
    assert not can_be_counted("两个说的是编组", "编组", counts=frozenset({3}))
