"""The guide's recipes, followed: a rule is one file, a page kind two, a field two, and nothing else has to know."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT, copy_package
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
RULE = '''
from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.rules.rule import Rule


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    if practice.title in practice.aliases:
        yield catalog.finding("practices", pid, ("aliases",), RULE.code, "别名就是标题", "删去这个别名")


RULE = Rule(code="alias-is-title", title="别名不同于标题", why="重复的没有用。", wrong="aliases: [全员入委]",
            right="aliases: [全员入委工作机制]", check_practice=check_practice)
'''
KIND = '''
from functools import partial

from macros.library import urls
from macros.model.vocabulary import Level
from macros.pages.page import PagePlan, RenderedPage

KIND = "levels"


def plans(graph, renderer, keys):
    for level in Level:
        found = [oid for oid, o in graph.catalog.organizations.items() if o.level is level]
        url = urls.entry(KIND, level.value)
        yield PagePlan(url, partial(keys.key, [("organizations", oid) for oid in found]), partial(page, renderer, url, level, found))


def page(renderer, url, level, found):
    return RenderedPage(url, level.label, level.label, renderer.render("level.html", url, level=level, found=found))
'''
TEMPLATE = """<article class="kb-page"><div class="kb-main"><h1 id="top">{{ level.label }}</h1>
{% for oid in found %}<p>{{ ui.organization_link(oid) }}</p>{% endfor %}</div></article>
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project in a folder of its own, to be added to."""
    copy_package(tmp_path)
    for folder in ("overrides", "docs"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    for file in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(PROJECT / file, tmp_path / file)
    return tmp_path


def kb(copy: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "from macros.cli import main; main()", *arguments], cwd=copy, check=False,
        env={**os.environ, "SITE_URL": "https://kb.example/", "PYTHONPATH": os.pathsep.join([str(copy), os.environ["PYTHONPATH"]])}, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_a_rule(copy: Path) -> None:
    tree = Tree(copy / "small")
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员课堂\naliases: [委员课堂]")
    (copy / "macros/rules/alias_is_title.py").write_text(RULE, encoding="utf-8")
    assert "错误[alias-is-title] 别名就是标题" in kb(copy, "check", "--data", tree.root, "--docs", tree.docs)
    assert "别名不同于标题" in kb(copy, "explain", "alias-is-title")


def test_a_page_kind(copy: Path) -> None:
    tree = Tree(copy / "small")
    (copy / "macros/pages/level.py").write_text(KIND, encoding="utf-8")
    (copy / "overrides/fragments/level.html").write_text(TEMPLATE, encoding="utf-8")
    home = tree.docs / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + "\n[市级](levels/city.html)\n", encoding="utf-8")
    site = copy / "site"
    told = kb(copy, "build", "--data", tree.root, "--docs", tree.docs, "--site", site)
    assert (site / "levels/city.html").is_file(), told
    assert "甲市政协" in (site / "levels/city.html").read_text(encoding="utf-8")
    assert "https://kb.example/levels/city.html" in (site / "sitemap.xml").read_text(encoding="utf-8")
    home.write_text(home.read_text(encoding="utf-8").replace("city.html", "town.html"), encoding="utf-8")
    told = kb(copy, "check", "--data", tree.root, "--docs", tree.docs)
    assert "错误[broken-link] “levels/town.html”指的文件 levels/town.html 不存在" in told
    # Which pages there are, a library with errors does not tell: its own error is the only one.
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [nothing]")
    assert "levels/town.html" not in kb(copy, "check", "--data", tree.root, "--docs", tree.docs)


def test_a_field(copy: Path) -> None:
    tree = Tree(copy / "small")
    entries, template = copy / "macros/model/entries.py", copy / "overrides/fragments/practice.html"
    declared = '    nicknames: tuple[Name, ...] = field("俗称", "当地人怎么叫它", ["编组"], default=())\n    summary: Annotated'
    entries.write_text(entries.read_text(encoding="utf-8").replace("    summary: Annotated", declared, 1), encoding="utf-8")
    template.write_text(template.read_text(encoding="utf-8").replace(
        '<p class="kb-lead">', '<p>{{ practice.nicknames|join("、") }}</p><p class="kb-lead">', 1), encoding="utf-8")
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员课堂\nnicknames: [讲坛, 夜校]")
    told = kb(copy, "build", "--data", tree.root, "--docs", tree.docs, "--site", copy / "site")
    assert (copy / "site/api/practices.json").is_file(), told
    found = {p["id"]: p["nicknames"] for p in json.loads((copy / "site/api/practices.json").read_text(encoding="utf-8"))}
    assert found == {"wei-yuan-ke-tang": ["讲坛", "夜校"], "wei-yuan-bian-zu": []}
    assert "讲坛、夜校" in (copy / "site/practices/wei-yuan-ke-tang.html").read_text(encoding="utf-8")
    kb(copy, "new", "practice", "--title", "新做法", "--no-input", "--data", tree.root)
    assert "# nicknames: [编组]" in tree.read("practices/xin-zuo-fa.yml")
