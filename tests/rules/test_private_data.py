from dataclasses import replace
from pathlib import Path

import pytest

from macros.findings import Finding
from macros.rules import private_data
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
CURE = "删去，写办公室或部门，不写个人的；是这个库自己的联系方式，就写进 mkdocs.yml 的 extra.contact"


@pytest.mark.parametrize(("written", "column", "what"), [
    ("有事找张某13812345678。", 15, "手机号码 138****78"), ("有事写zhang@163.com。", 13, "邮箱 z***@163.com"),
    ("请张某讲课，身份证11010519491231002X。", 19, "身份证号码 110****2X"), ("打0315-2345678。", 11, "电话号码 031****78"),
    ("汇到4111 1111 1111 1111。", 12, "银行卡号码 411****11"),
])
def test_what_belongs_to_one_person_is_an_error(tree: Tree, written: str, column: int, what: str) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", written)
    assert tree.told() == [f"data/{KE_TANG}:2:{column + 5} 错误[private-data] 这里有{what}，会公开 | {CURE}"]


def test_the_line_that_is_shown_does_not_repeat_it(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "找13812345678或13912345678。")
    assert [f.excerpt for f in tree.findings()] == ["summary: 开办课堂，找138********或139********。"] * 2


def test_comments_are_published_too(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "# 找张某 13812345678\nform: platform")
    assert [line.partition(" ")[0] for line in tree.told()] == [f"data/{KE_TANG}:3:7"]


def test_masked_ones_and_numbers_of_documents_pass(tree: Tree) -> None:
    tree.replace(KE_TANG, "请委员轮流讲课。", "有事找办公室138****5678，写xxx@163.com，见〔2022〕13号。")
    assert tree.told() == []


@pytest.mark.parametrize("setting", ["contact: 写 bangong@kb.gov.cn", "contact: [010-1, bangong@kb.gov.cn]", "contact: {mail: bangong@kb.gov.cn}",
                                     "contact: !ENV [KB_CONTACT, bangong@kb.gov.cn]"])
def test_the_librarys_own_contact_passes(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  {setting}\n", encoding="utf-8")
    monkeypatch.setattr(private_data, "_PROJECT", tmp_path)
    tree.replace(KE_TANG, "请委员轮流讲课。", "有事写bangong@kb.gov.cn，找13812345678。")
    assert [line.partition("，会公开")[0] for line in tree.told()] == [f"data/{KE_TANG}:2:37 错误[private-data] 这里有手机号码 138****78"]


def test_what_others_say_of_the_line_does_not_repeat_it_either() -> None:
    line = "text: 找13812345678"
    private = Finding("a.yml", 3, 8, "private-data", "这里有手机号码", "删去", excerpt="-")
    repeating = Finding("a.yml", 3, 8, "x", "原文没有 13812345678", "改", excerpt=line)
    other = Finding("a.yml", 3, 1, "y", "次序", "改", excerpt=line)
    elsewhere = replace(repeating, line=4)
    assert [(f.code, f.line, f.excerpt) for f in private_data.alone([private, repeating, other, elsewhere])] == [
        ("private-data", 3, "-"), ("y", 3, "text: 找138********"), ("x", 4, line)]


def test_what_is_held_against_the_text_in_that_line_waits_for_the_number_to_go() -> None:
    number = Finding("data/a.yml", 2, 9, private_data.RULE.code, "这里有邮箱 z***@163.com，会公开", CURE)
    others = [Finding("data/a.yml", line, 9, code, "原文没有", "改") for line in (2, 3) for code in ("copied-text", "note-in-source", "spacing")]
    assert [(f.line, f.code) for f in private_data.alone([number, *others])] == [
        (2, "private-data"), (2, "spacing"), (3, "copied-text"), (3, "note-in-source"), (3, "spacing")]
