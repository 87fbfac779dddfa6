import pytest

from macros.rules import straight_quotes
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_straight_marks_around_chinese(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", 'text: 委员"轮流"讲课')
    assert tree.told() == [
        'data/practices/wei-yuan-ke-tang.yml:10:31 提醒[straight-quotes] 引号用了 " | 换成“ ”（kb check --fix 会改）',
    ]


@pytest.mark.parametrize(("field", "text", "better"), [
    ("text", '建立"双带"机制', "建立“双带”机制"), ("text", '建立"双带机制', '建立"双带机制'), ("text", 'a "b" c', 'a "b" c'),
    ("aliases", '夜校 "讲堂"', '夜校 "讲堂"'), ("aliases", '夜校"讲堂"', "夜校“讲堂”"), ("text", '夜校 "讲堂"', "夜校 “讲堂”"), ("raw", '"双带"3个', '"双带"3个'),
])
def test_the_fix_curls_pairs_beside_chinese_and_leaves_quotations(field: str, text: str, better: str) -> None:
    assert straight_quotes.fix(field, text) == better


def test_in_a_list_the_marks_beside_a_blank_may_be_those_of_an_item(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", 'keywords: [夜校 "讲堂", 上课]\nadded:')
    assert tree.told() == ['data/practices/wei-yuan-ke-tang.yml:13:15 提醒[straight-quotes] 引号用了 " | '
                           "是两项，两项之间写半角逗号加一个空格（, ）；是一项，引号换成“ ”，删去空格"]
