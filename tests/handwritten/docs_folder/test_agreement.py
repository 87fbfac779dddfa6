"""One verdict: what `kb check` and `kb build` let pass, `kb publish` publishes without a word."""

import random
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from macros.findings import errors
from macros.library.catalog import load
from macros.pipeline import examine
from macros.publishing.checks import Expected
from macros.publishing.checks import examine as look_at
from macros.publishing.site import Site
from macros.site.atomic_build import BuildFailed
from macros.text import machine_paths
from tests.building import build
from tests.conftest import PROJECT
from tests.handwritten.docs_folder.test_links import FRONT, RIGHT
from tests.small_tree import Tree

# What only the built site tells: a file that the build makes under its own name, an address that a macro makes.
ONLY_BUILT = {
    "api": ("[甲](api/nope.json)", "7:5: 错误[broken-link] “api/nope.json”指的文件 api/nope.json 不存在"),
    "made": ("[甲](practices/{{ count() }}.html)", "1:1: 错误[broken-link] “practices/2.html”指的文件 practices/2.html 不存在"),
    "made-html": ('甲\n\n<p><a href="{{ count() }}.html">甲</a></p>', "1:1: 错误[broken-link] “2.html”指的文件 2.html 不存在"),
    "downloads": ("[甲](downloads/nope.xlsx)", "7:5: 错误[broken-link] “downloads/nope.xlsx”指的文件 downloads/nope.xlsx 不存在"),
    "script": ('<script src="assets/javascripts/nope.js"></script>',
               "7:14: 错误[broken-link] “assets/javascripts/nope.js”指的文件 assets/javascripts/nope.js 不存在"),
}


def test_what_passes_has_no_finding_left_and_what_only_the_site_shows_is_told_by_the_build(tree: Tree, capfd: pytest.CaptureFixture[str]) -> None:
    right = {f"right-{i}": text for i, text in enumerate(RIGHT)}
    _write(tree, {**right, **{name: text for name, (text, _) in ONLY_BUILT.items()}})
    assert errors(examine(tree.root, tree.docs)[2]) == []
    with pytest.raises(BuildFailed):
        _build(tree)
    shown = [line for line in capfd.readouterr().out.splitlines() if "错误[" in line]
    assert shown == sorted(f"{tree.docs}/{name}.md:{finding}" for name, (_, finding) in ONLY_BUILT.items())
    assert not (tree.root.parent / "site").exists()
    _write(tree, right)
    assert _publish(tree, _build(tree)) == []


def test_a_page_that_lists_its_entries_only_under_a_condition_is_told_by_the_build(tree: Tree, capfd: pytest.CaptureFixture[str]) -> None:
    for name, macro in (("practices/index.md", "practice_index()"), ("glossary.md", "glossary()"), ("speeches/index.md", "speeches()")):
        (tree.docs / name).parent.mkdir(exist_ok=True)
        (tree.docs / name).write_text(f"{FRONT}{{% if false %}}{{{{ {macro} }}}}{{% endif %}}\n", encoding="utf-8")
    assert [f.code for f in errors(examine(tree.root, tree.docs)[2])] == []
    with pytest.raises(BuildFailed):
        _build(tree)
    shown = [line for line in capfd.readouterr().out.splitlines() if "错误[" in line]
    assert [line.partition(" ")[0].removeprefix(f"{tree.docs}/") for line in shown if "missing-list" in line] == [
        "glossary.md:1:1:", "practices/index.md:1:1:", "speeches/index.md:1:1:"]


ADDRESSES = (
    "topics/member-duty.md", "topics/member-duty.html", "topics/nope.md", "topics", "topics/", "practices/wei-yuan-ke-tang.html",
    "practices/wei-yuan-ke-tang.md", "practices/nope.html", "practices/index.md", "speeches/jia-shi.html", "glossary.md", "glossary.html",
    "images/tu.png", "images/Tu.png", "index.md", "./index.html", "../index.md", "/index.md", "", "https://x.example/a", "//x.example/a",
    "http://[", "mailto:a@b.example", "data:text/plain,a", "javascript:x()", "JAVA&#115;CRIPT:x()", "%74opics/member-duty.md",
    "topics\\member-duty.md", "api/practices.json", "api/nope.json", "assets/images/favicon.svg", "practices/index.html?topic=x", "?q=x", "nope",
)
PLACES = ("", "", "", "#nope", "#top", "#p1", "#甲", "#")
FORMS = (
    "[甲]({})", "![甲]({})", "<a href='{}'>甲</a>", '<img src="{}" alt="">', "[甲][q]\n\n[q]: {}", "![甲][q]\n\n[q]: {}", '[甲]({} "题")',
    "[甲](<{}>)", "<{}>", '<a\nhref="{}">甲</a>', "<source srcset='{} 2x'>", "[![甲](images/tu.png)]({})", "[甲]( {} )", "<A HREF={}>甲</A>",
    "甲\n{{: href='{}' }}", "[甲](images/tu.png){{: href='{}' }}", "<link rel=stylesheet href='{}'>", "<form action='{}'></form>",
)
AROUND = (
    "{}", "{}", "- 甲\n\n    {}", "> {}", "## 甲 {}", "| 甲 |\n|---|\n| {} |", "!!! note\n    {}", "<div markdown>\n{}\n</div>", "<div>\n{}\n</div>",
    "`{}`", "```\n{}\n```", "    {}", "<!-- {} -->", "{{% raw %}}{}{{% endraw %}}", "1. 甲\n2. {}", "甲：\n: {}", "**{}**", "甲[^1]\n\n[^1]: {}",
    "`` ` {} ` ``", "\\{}", "<p>{}</p>", "<details><summary>甲</summary>\n\n{}\n\n</details>", "~~~~\n~~~\n{}\n~~~~", "{{# {} #}}乙",
)


@pytest.mark.parametrize("seed", [13, 2026])
def test_nobody_thought_of_these_links(tree: Tree, seed: int, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    pages = {f"a-{i}": chance.choice(AROUND).format(chance.choice(FORMS).format(chance.choice(ADDRESSES) + chance.choice(PLACES))) for i in range(150)}
    _write(tree, pages)
    refused = _named(f"{f.path}:" for f in errors(examine(tree.root, tree.docs)[2]))
    left = {name: text for name, text in pages.items() if name not in refused}
    assert 40 <= len(left) <= 110
    _write(tree, left)
    # A page that was refused may have held the only link to another's place; nothing else may come up.
    assert errors(examine(tree.root, tree.docs)[2]) == []
    try:
        site = _build(tree)
    except BuildFailed:
        told = _named(capfd.readouterr().out.splitlines())
        assert told
        _write(tree, {name: text for name, text in left.items() if name not in told})
        site = _build(tree)
    assert _publish(tree, site) == []


def _write(tree: Tree, pages: dict[str, str]) -> None:
    """These pages, and a home page that leads to each."""
    for file in tree.docs.glob("*.md"):
        file.unlink()
    links = "\n".join(f"[{name}]({name}.md)" for name in pages)
    (tree.docs / "index.md").write_text(f"{FRONT}{{{{ practices() }}}}\n\n{links}\n", encoding="utf-8")
    for name, text in pages.items():
        (tree.docs / f"{name}.md").write_text(f"{FRONT.replace('说明', name)}{text}\n", encoding="utf-8")


def _named(lines: Iterable[str]) -> set[str]:
    return {found[1] for line in lines if (found := re.search(r"([\w-]+)\.md:", line))}


def _build(tree: Tree) -> Path:
    return build(PROJECT, data=tree.root, docs=tree.docs, site=tree.root.parent / "site").site


def _publish(tree: Tree, site: Path) -> list[str]:
    found = look_at(Site(site), Expected(load(tree.root)[0], (), machine_paths.private(PROJECT, tree.root)))
    return [f"{f.path}:{f.line}:{f.column} {f.code} {f.message}" for f in found]
