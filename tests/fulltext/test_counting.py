import pytest

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


def test_a_list_that_goes_on_behind_a_comma() -> None:
    assert listed("平台有茶馆、驿站，也有“云厅”建设和“书屋”") == {2, 3, 4}
    assert can_be_counted("共五处", "设在广场、公园,以及车站、码头和渡口")
    assert not can_be_counted("共六处", "设在广场、公园,以及车站、码头和渡口")


def test_a_comma_of_either_width_ends_a_list() -> None:
    assert listed("学党史、学理论,到茶馆、驿站和书屋去") == listed("学党史、学理论，到茶馆、驿站和书屋去") == {2, 3}
    assert can_be_counted("三种", "学党史、学理论,到茶馆、驿站和书屋去")
    assert not can_be_counted("五种", "学党史、学理论,到茶馆、驿站和书屋去")


@pytest.mark.parametrize(("text", "found"), [("列了四处，有广场、公园，也有“绿地”改造和“滨河”步道", True), ("列了五处，有广场、公园，也有“绿地”改造和“滨河”步道", False)])
def test_all_members_told_in_two_clauses(text: str, found: bool) -> None:
    assert can_be_counted(text, '改广场、公园、"绿地"改造和"滨河"步道,每处都修,很用心') is found


def test_members_of_a_series_and_items_can_be_counted() -> None:
    assert can_be_counted("两个主题", "上半年春耕。下半年秋收。")
    assert not can_be_counted("三个主题", "上半年春耕。下半年秋收。")
    assert can_be_counted("第三项是编组", "编组", items=3)
    assert not can_be_counted("第四项是编组", "编组", items=3)


def test_some_of_what_was_counted() -> None:
    assert can_be_counted("前两个说的是编组", "编组", counts=frozenset({3}))
    assert not can_be_counted("前四个说的是编组", "编组", counts=frozenset({3}))
    assert not can_be_counted("两个说的是编组", "编组", counts=frozenset({3}))
