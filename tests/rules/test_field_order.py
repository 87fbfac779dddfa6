from macros.model.entries import Practice
from macros.rules import field_order
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_fields_out_of_order(tree: Tree) -> None:
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", "{text: 委员轮流讲课, aspect: how}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:9 提醒[field-order] 字段没有按固定的次序写 | 改成：aspect、text（kb check --fix 会改）",
    ]


def test_the_fix_names_each_mapping_that_is_out_of_order_with_its_right_order() -> None:
    data = {"form": "x", "title": "甲", "accounts": [{"at": ["1"], "speech": "a"}]}
    assert dict(field_order.RULE.fix_order(data, Practice)) == {  # type: ignore[misc]
        (): ["title", "form", "accounts"], ("accounts", 0): ["speech", "at"]}


def test_what_happens_to_an_entry_is_appended_in_any_order(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "exempt:\n  - {rule: near-duplicate, why: 说明}\nadded: 2026-11-24\nformerly: [jiu-ke-tang]\nupdated: 2026-11-25")
    assert [line for line in tree.told() if "field-order" in line] == []


def test_but_it_stands_behind_the_rest() -> None:
    data = {"title": "甲", "formerly": ["b"], "added": "2026-11-24", "accounts": [], "form": "x"}
    assert dict(field_order.RULE.fix_order(data, Practice)) == {  # type: ignore[misc]
        (): ["title", "form", "accounts", "formerly", "added"]}
