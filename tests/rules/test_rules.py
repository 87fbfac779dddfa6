"""What holds for all rules: the small library passes them, and every code is explained."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import rules
from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.rules.rule import Code, Rule
from tests.small_tree import Tree

PROJECT = Path(__file__).resolve().parents[2]


def test_the_small_library_passes(tree: Tree) -> None:
    assert tree.told() == []


def test_the_small_library_passes_beside_its_full_text(tree: Tree) -> None:
    tree.with_originals()
    assert tree.told() == []


def test_an_entry_may_be_exempt_where_judgement_decides(tree: Tree) -> None:
    path = "practices/wei-yuan-ke-tang.yml"
    tree.replace(path, "请委员轮流讲课。", "请委员轮流讲课")
    tree.replace(path, "added: 2026-11-24", "added: 2026-11-24\nexempt:\n  - {rule: summary-stop, why: 原文如此}")
    assert tree.told() == []


def test_an_exemption_must_say_why(tree: Tree) -> None:
    path = "practices/wei-yuan-ke-tang.yml"
    tree.replace(path, "added: 2026-11-24", "added: 2026-11-24\nexempt:\n  - {rule: summary-stop}")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:15:5 错误[missing-field] 缺少理由（why） | 写上 why：为什么这一条可以例外，例如：两个名称只差一字，说的是两件事",
    ]


def test_an_exemption_that_only_the_full_text_can_judge_is_left_alone_without_it(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", "added: 2026-11-24",
                 "added: 2026-11-24\nexempt:\n  - {rule: copied-text, why: 是固定提法}")
    assert tree.told() == []
    tree.with_originals()
    assert [line.partition(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-ke-tang.yml:15:12 提醒[useless-exemption] 这一条已经不违反规则“copied-text”，例外用不上了",
    ]


def test_one_broken_file_does_not_make_the_rest_look_broken(tree: Tree) -> None:
    tree.write("practices/wei-yuan-bian-zu.yml", "title: [委员编组")
    assert [line.split()[1].partition("[")[2] for line in tree.told()] == ["yaml-syntax]"]


@pytest.mark.parametrize("rule", rules.reference(), ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule: Code) -> None:
    assert all((rule.title, rule.why, rule.wrong, rule.right))


def test_no_code_is_listed_twice() -> None:
    codes = [rule.code for rule in rules.reference()]
    assert sorted(codes) == sorted(set(codes))


def test_every_code_that_can_be_printed_is_listed() -> None:
    files = [file for room in ("*.py", "library/*.py", "reading/*.py", "rules/*.py", "handwritten/**/*.py", "site/*.py")
             for file in (PROJECT / "macros").glob(room)]
    printed = {code for file in files for code in _codes(ast.parse(file.read_text("utf-8")))}
    assert printed - {rule.code for rule in rules.reference()} == set()


def test_every_rule_has_its_test() -> None:
    modules = {file.stem for file in (PROJECT / "macros" / "rules").glob("*.py")} - {"__init__", "rule", "reading_codes"}
    assert modules - {file.stem.removeprefix("test_") for file in Path(__file__).parent.glob("test_*.py")} == set()


def test_every_fix_has_its_test() -> None:
    """A rule with a fix has a test of it in the rule's own test file."""
    fixing = [module for module in vars(rules).values() if getattr(module, "RULE", None) and (module.RULE.fix_text or module.RULE.fix_order)]
    assert len(fixing) >= 4
    names = [module.__name__.rpartition(".")[2] for module in fixing]
    assert [name for name in names if not re.search(r"def test_\w*(fix|mend)", Path(__file__).with_name(f"test_{name}.py").read_text("utf-8"))] == []


def _of_a_library(catalog: Catalog) -> tuple[Finding, ...]:
    return ()


WORDS = {"code": "x", "title": "甲", "why": "乙", "wrong": "丙", "right": "丁"}


def test_a_rule_has_exactly_one_check() -> None:
    assert Rule(**WORDS, check_library=_of_a_library).code == "x"
    with pytest.raises(TypeError, match="x: a rule has exactly one check"):
        Rule(**WORDS)
    with pytest.raises(TypeError, match="x: a rule has exactly one check"):
        Rule(**WORDS, check_library=_of_a_library, check_against_text=lambda catalog, originals: ())


@pytest.mark.parametrize(("message", "cure"), [("错了", ""), ("", "改好")])
def test_a_finding_says_what_is_wrong_and_what_to_do(message: str, cure: str) -> None:
    with pytest.raises(ValueError, match="x: a finding says"):
        Finding("a", 1, 1, "x", message, cure)


def _codes(tree: ast.AST) -> Iterator[str]:
    """The codes that a module names: in calls of Finding, fail and the like, or first in what it returns."""
    for node in ast.walk(tree):
        code: ast.expr | None = None
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"Finding": 3, "Refused": 0, "fail": 0, "finding": 1, "at": 2}.get(name)
            code = node.args[place] if place is not None and len(node.args) > place else None
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 3:
            code = node.value.elts[0]
        if isinstance(code, ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)*", str(code.value)):
            yield str(code.value)
