import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_an_exemption_not_needed(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nexempt:\n  - {rule: summary-stop, why: 原文如此}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:15:12 提醒[useless-exemption] 这一条已经不违反规则“summary-stop”，例外用不上了 | 删去这一项",
    ]


def test_an_exemption_from_nothing(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nexempt:\n  - {rule: sumary-stop, why: 原文如此}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:15:12 错误[useless-exemption] 没有“sumary-stop”这条规则 | 是不是 summary-stop？",
    ]


def test_an_exemption_from_what_must_hold(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nexempt:\n  - {rule: locator-range, why: 原文如此}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:15:12 错误[useless-exemption] 规则“locator-range”不能例外 | 删去这一项，把提示的问题改好",
    ]


def test_a_text_that_is_not_here_leaves_the_exemption_open_whatever_other_texts_are(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nexempt:\n  - {rule: sentence-status, why: 两个词说的不是一件事}")
    tree.with_originals()
    assert [f.code for f in tree.findings()] == ["useless-exemption"]
    for text in (tree.root / "originals").iterdir():
        text.unlink()
    tree.copy("sources/hui-bian.yml", "sources/ling-yi-ben.yml")
    tree.write("originals/ling-yi-ben.txt", "另一本\n\n某某县政协\n\n各位领导：\n\n县政协开办了课堂。\n")
    assert "useless-exemption" not in [f.code for f in tree.findings()]


@pytest.mark.parametrize(("rule", "more"), [("sumary-stop", []), ("summary-stops", []), ("summary", ["summary-stop"]), ("locator-range", ["summary-stop"])])
def test_what_a_misspelt_exemption_means_is_not_told_beside_it(tree: Tree, rule: str, more: list[str]) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "请委员轮流讲课")
    assert [line.partition("[")[2].partition("]")[0] for line in tree.told()] == ["summary-stop"]
    tree.replace(KE_TANG, "added: 2026-11-24", f"added: 2026-11-24\nexempt:\n  - {{rule: {rule}, why: 原文如此}}")
    assert [line.partition("[")[2].partition("]")[0] for line in tree.told()] == [*more, "useless-exemption"]
