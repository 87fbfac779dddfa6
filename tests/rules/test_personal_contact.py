from pathlib import Path

import pytest

from macros.rules import personal_contact
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
CURE = "删去，或遮住几位（138****1234）；是这个库自己的联系方式，就写进 mkdocs.yml 的 extra.contact"


@pytest.mark.parametrize(("written", "column", "what"), [
    ("有事找张某13812345678。", 20, "手机号 138****78"), ("有事写zhang@163.com。", 18, "邮箱 z***@163.com"),
])
def test_a_persons_number_or_address_is_a_reminder(tree: Tree, written: str, column: int, what: str) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", written)
    assert tree.told() == [f"data/{KE_TANG}:2:{column} 提醒[personal-contact] 这里有{what}，会公开 | {CURE}"]


def test_masked_ones_pass(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "有事找张某138****5678，写xxx@163.com。")
    assert tree.told() == []


def test_an_entry_may_be_exempt(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "有事写bangong@kb.gov.cn。")
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nexempt:\n  - {rule: personal-contact, why: 是公开的信箱}")
    assert tree.told() == []


@pytest.mark.parametrize("setting", ["contact: 写 bangong@kb.gov.cn", "contact: [010-1, bangong@kb.gov.cn]", "contact: {mail: bangong@kb.gov.cn}",
                                     "contact: !ENV [KB_CONTACT, bangong@kb.gov.cn]"])
def test_the_librarys_own_contact_passes(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  {setting}\n", encoding="utf-8")
    monkeypatch.setattr(personal_contact, "_PROJECT", tmp_path)
    tree.replace(KE_TANG, "请委员轮流讲课。", "有事写bangong@kb.gov.cn，找13812345678。")
    assert [line.partition("，会公开")[0] for line in tree.told()] == [f"data/{KE_TANG}:2:37 提醒[personal-contact] 这里有手机号 138****78"]
