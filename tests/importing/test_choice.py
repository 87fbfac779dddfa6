"""Which of the names become drafts."""

import pytest

from macros.importing.candidates import Candidate
from macros.importing.choice import Take, choose, read
from macros.library.similarity import folded


def speech(*names):
    return [Candidate(name, "1", sure, "") for name, sure in names]


@pytest.mark.parametrize(("said", "take"), [
    ("all", Take(every=True)), ("全部", Take(every=True)), ("none", Take(numbers=frozenset())), ("1,3，5", Take(numbers=frozenset({1, 3, 5}))),
    ("0", None), ("一", None), ("", None), ("1-3", None),
])
def test_what_take_says(said, take):
    assert read(said) == take


def test_without_more_words_the_sure_ones_are_taken():
    choice = choose([speech(("甲站", 0.9), ("乙", 0.3)), speech(("甲站", 0.7), ("丙会", 0.6))], Take(), ())
    assert choice.numbers == {"甲站": 1, "乙": 2, "丙会": 3}
    assert choice.taken == {"甲站", "丙会"}
    assert choice.left == ()


def test_never_more_than_twelve_and_the_surest_of_them():
    names = [(f"第{sign}个站", 0.6 + n / 100) for n, sign in enumerate("甲乙丙丁戊己庚辛壬癸子丑寅卯")]
    choice = choose([speech(*names)], Take(), ())
    assert len(choice.taken) == 12
    assert choice.left == ("第乙个站", "第甲个站")


def test_names_that_the_library_has_need_no_draft_and_are_not_counted():
    names = [(f"第{sign}个站", 0.8) for sign in "甲乙丙丁戊己庚辛壬癸子丑"]
    choice = choose([speech(("老办法", 0.6), *names)], Take(), ["老办法"])
    assert len(choice.taken) == 13
    assert choice.left == ()


def test_those_that_an_editor_names_are_taken_and_a_number_that_is_none_is_told():
    found = [speech(("甲站", 0.9), ("乙", 0.3))]
    assert choose(found, Take(numbers=frozenset({2, 7})), ()).taken == {"乙"}
    assert choose(found, Take(numbers=frozenset({2, 7})), ()).unknown == (7,)
    assert choose(found, Take(every=True), ()).taken == {"甲站", "乙"}
    assert choose(found, Take(numbers=frozenset()), ()).taken == frozenset()


def test_what_the_library_has_changes_no_number():
    known = Candidate("老办法", "1", 0.9, "", "lao")
    assert choose([[known, *speech(("甲站", 0.9))]], Take(), ()).numbers == {"甲站": 1, "老办法": 2}


def test_the_surest_are_taken_from_each_speech_in_turn_and_those_of_headings_first():
    many = speech(*((f"{sign}站", 0.9) for sign in "甲乙丙丁戊己庚辛壬癸子丑寅卯"))
    headed = Candidate("卯站", "9", 0.85, "", under=(("9", ""),))
    choice = choose([[*many[:-1], headed], speech(("东会", 0.7), ("西会", 0.65)), speech(("南会", 0.62))], Take(), ())
    assert {"卯站", "东会", "西会", "南会"} <= choice.taken
    assert len(choice.taken) == 12


def test_what_is_only_planned_comes_after_what_there_is():
    found = [Candidate(f"渡口茶叙{i}", str(i), 0.9, "", planned=True) for i in range(1, 13)] + [Candidate("船灯夜话", "13", 0.65, "")]
    assert folded("船灯夜话") in choose([found], Take(), ()).taken
