import pytest

from macros.rules import confusable_character
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_cyrillic_letter(tree: Tree) -> None:
    tree.replace(KE_TANG, "委员轮流讲课}", "委员讲х次课}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:32 错误[confusable-character] 这里的“х”是希腊文或俄文字母，看着像“x”，其实是另一个字 | 换成“x”",
    ]


def test_a_full_width_digit(tree: Tree) -> None:
    tree.replace(KE_TANG, "委员轮流讲课}", "委员１周一讲}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:31 错误[confusable-character] 这里的“１”是全角的，看着像“1”，其实是另一个字 | 换成“1”",
    ]


def test_an_ideographic_space(tree: Tree) -> None:
    tree.replace(KE_TANG, "开办课堂，", "开办\u3000课堂，")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:2:12 错误[confusable-character] 这里有一种特别的空格（多半是从 Word 或网页粘来的） | 换成普通空格，或删去",
    ]


@pytest.mark.parametrize(("text", "better"), [("１６８模式", "168模式"), ("ＡＢ＋ｃ", "AB+c"), ("х个", "х个"), ("，：", "，："), ("约××万元", "约xx万元"), ("3×5米", "3×5米")])
def test_the_fix_makes_full_width_digits_and_letters_ordinary_and_guesses_at_nothing(text: str, better: str) -> None:
    assert confusable_character.fix("raw", text) == better
