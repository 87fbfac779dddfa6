"""Whatever publishing looks for has been found before: each of its codes has a case that the check or the build refuses,
or a reason why nothing of the kind can be there before."""

import ast
import os
import re
import shutil
from collections.abc import Callable

import pytest

from macros.findings import errors
from macros.handwritten.docs_folder.pages import Page
from macros.pipeline import examine
from macros.publishing import checks
from macros.publishing.checks import names
from macros.site import built
from tests.conftest import PROJECT
from tests.handwritten.docs_folder.test_links import FRONT
from tests.pictures.made import chunk, png
from tests.small_tree import FIXTURES, Tree

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>{}</text></svg>'


def _page(text: str) -> Callable[[Tree], object]:
    def write(tree: Tree) -> None:
        home = tree.docs / "index.md"
        home.write_text(home.read_text(encoding="utf-8") + "\n[说明](shuo-ming.md)\n", encoding="utf-8")
        (tree.docs / "shuo-ming.md").write_text(f"{FRONT}{text}\n", encoding="utf-8")
    return write


def _file(name: str, content: str | bytes) -> Callable[[Tree], object]:
    def write(tree: Tree) -> None:
        (tree.docs / name).parent.mkdir(parents=True, exist_ok=True)
        (tree.docs / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return write


def _copied(name: str, around: str) -> Callable[[Tree], object]:
    def write(tree: Tree) -> None:
        (tree.root / "originals").mkdir()
        shutil.copy(FIXTURES / "small-originals/hui-bian.txt", tree.root / "originals")
        text = next(line for line in (FIXTURES / "small-originals/hui-bian.txt").read_text(encoding="utf-8").split("\n") if len(line) > 60)
        half = len(text) // 4
        _file(name, around.format(text[:2 * half], text[:half], text[half:2 * half]))(tree)
    return write


# Code of publishing → what is done to a good library, and the code that the check says instead where it is another.
CASES: dict[str, list[tuple[Callable[[Tree], object], str]]] = {
    "symlink": [(lambda tree: (tree.docs / "images/a.png").symlink_to("/etc/hostname"), "linked-file")],
    "special-file": [(lambda tree: os.mkfifo(tree.docs / "images/a.png"), "docs-file")],
    "bad-name": [(_file("images/con.png", png()), "docs-name"), (_file("images/aux.a.png", png()), "docs-name"), (_file("images/a:b.png", png()), "docs-name"),
                 (_file("images/a.", png()), "docs-file")],
    "same-name": [(_file("images/Tu.png", png()), "docs-name")],
    "hidden-file": [(_file("images/.a.png", png()), "docs-file")],
    "source-file": [(_file("images/a.yml", "a: b"), "docs-file"), (_file("assets/javascripts/core/a.py", "a"), "docs-file"), (_file("a.key", "a"), "docs-file")],
    "long-path": [(_file(f"images/{'a' * 90}.png", png()), "docs-name")],
    "bad-link": [(_page("[甲](http://[)"), "")],
    "absolute-link": [(_page("[甲](/a.html)"), "")],
    "outside-link": [(_page("[甲](../../a.html)"), "")],
    "broken-link": [(_page("[甲](nope.html)"), "")],
    "broken-anchor": [(_page("[甲](index.html#nope)"), "")],
    "external-request": [(_page("![甲](https://x.example/a.png)"), ""), (_file("images/a.svg", SVG.format('<image href="//x.example/a.png"/>')), ""),
                         (_file("assets/stylesheets/kb.css", "a { background: url(//x.example/a.png) }"), ""),
                         (_file("assets/javascripts/page/menu.js", "fetch('https://x.example/a')"), "")],
    "inline-script": [(_page("<p onclick='x()'>甲</p>"), ""), (_file("images/a.svg", SVG.format("<script>x()</script>")), "")],
    "inline-style": [(_page("<p style='color:red'>甲</p>"), "")],
    "script-address": [(_page("[甲](javascript:x())"), ""), (_file("images/a.svg", SVG.format("<a href='javascript:x()'/>")), "")],
    "leaked-path": [(_page("在 /home/zhang/kb 里"), ""), (_file("images/a.svg", SVG.format("/home/zhang/kb")), ""),
                    (_file("assets/stylesheets/kb.css", "/* /home/zhang/kb */"), ""), (_file("assets/javascripts/page/menu.js", "// /home/zhang/kb"), ""),
                    (lambda tree: _page(f"在 {tree.root} 里")(tree), ""), (lambda tree: _file("assets/stylesheets/kb.css", f"/* {tree.root} */")(tree), "")],
    "original-text": [(_copied("topics/member-duty.md", "# 甲\n\n{0}\n"), "copied-text"), (_copied("topics/member-duty.md", "# 甲\n\n{1}\n{2}\n"), "copied-text"),
                      (_copied("images/a.svg", SVG.format("{0}")), "copied-text"), (_copied("assets/stylesheets/kb.css", "/* {0} */"), "copied-text"),
                      (_copied("assets/javascripts/page/menu.js", "// {0}"), "copied-text")],
    "picture-extras": [(_file("images/a.png", png(chunk(b"tEXt", b"a"))), "")],
    "hidden-text": [(_file("images/a.svg", SVG.format("<desc>甲</desc>")), "")],
    "embedded-page": [(_file("images/a.svg", SVG.format("<object/>")), "")],
}
# Of a template: what the build makes of it is asked on a page of each kind, and on the page for wrong addresses.
OF_TEMPLATES = {"relative-link", "no-policy", "weak-policy"}
# A build that ends well has them, from the catalogue that publishing asks: only a folder that no build made can lack them.
OF_A_BUILD = {"no-site", "no-api", "bad-api", "count", "no-page", "left-over"}


@pytest.mark.parametrize(("code", "number"), [(code, number) for code, cases in CASES.items() for number in range(len(cases))])
def test_what_publishing_refuses_the_check_has_refused(tree: Tree, code: str, number: int) -> None:
    spoil, said = CASES[code][number]
    assert errors(examine(tree.root, tree.docs)[2]) == []
    spoil(tree)
    assert (said or code) in {finding.code for finding in errors(examine(tree.root, tree.docs)[2])}


def test_every_code_of_publishing_is_in_the_table_or_has_its_reason() -> None:
    assert _codes() - CASES.keys() - OF_TEMPLATES - OF_A_BUILD == set()
    assert (CASES.keys() | OF_TEMPLATES | OF_A_BUILD) - _codes() == set(), "the table names what publishing does not look for"


def test_the_build_asks_pages_all_that_publishing_asks_pages() -> None:
    asked = {name for name, module in vars(built).items() if module in checks.CHECKS}
    # Names and pictures come from docs alone; numbers from the catalogue, held by the pages that list.
    assert {module.__name__.rpartition(".")[2] for module in checks.CHECKS} - asked == {"names", "unseen", "counts"}


def test_no_name_that_the_check_allows_is_too_long_to_publish() -> None:
    longest = f"contributing/images/{'a' * 80}"
    assert len(longest) <= names.LONGEST
    assert len(Page("a" * 64 + ".md", "", "").url) + len("organizations/") <= names.LONGEST


def _codes() -> set[str]:
    """The code of every finding that the checks of publishing can give."""
    files = [*(PROJECT / "macros/publishing/checks").glob("*.py"), PROJECT / "macros/html/inline.py", PROJECT / "macros/html/unseen.py"]
    found = set()
    for node in (node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Tuple) and any(not isinstance(one, ast.Constant) or re.search("[一-龥]", str(one.value)) for one in node.elts):
            found.add(node.elts[0])
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("finding", "Finding"):
            found.update(node.args[:4])
    return {node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)
            and re.fullmatch(r"[a-z]+(-[a-z]+)*", node.value) and node.value not in ("style", "handler", "address", "script")}
