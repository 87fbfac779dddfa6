"""One word for one thing: what is called otherwise now stands under its old name on no page, in no message and nowhere in the guide."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.handwritten.macros import Macros
from macros.library.graph import Graph
from macros.pages import KINDS
from macros.pages.fingerprints import Keys
from macros.pages.renderer import Renderer
from tests.conftest import PROJECT

# What is said instead stands beside it.
OLD = {"选编": "材料夹", "并列对照": "对照表", "做到哪一步": "进展", "两家放在一起看": "单位对单位", "最近更新": "本库的变化", "勘误": "纠错"}
# Words of readers and writers that have an old name in them and mean something else.
OTHER = re.compile(r"文件选编|文章选编|资料选编|(?:汇编|编辑)\|选编")  # the last: words of a collection's title page, as sources have them
FOLDERS = {"docs": ("md", "js", "css"), "overrides": ("html", "xml"), "macros": ("py", "yml"), "deploy": ("md", "py"), "schema": ("json",), "tools": ("py", "js", "ts")}
LOOSE = ("README.md", "CONTRIBUTING.md", "Makefile", "mkdocs.yml", "deploy/README.md")


def files() -> Iterator[Path]:
    yield from (PROJECT / name for name in LOOSE)
    for folder, endings in FOLDERS.items():
        for ending in endings:
            yield from (file for file in (PROJECT / folder).rglob(f"*.{ending}") if "node_modules" not in file.parts)


def old_words(text: str) -> list[str]:
    text = OTHER.sub("", text)
    return [word for word in OLD if word in text]


def test_an_old_word_is_found_and_a_like_one_is_not() -> None:
    assert old_words("放进选编，看最近更新") == ["选编", "最近更新"]
    assert old_words("收进《文件选编》的发言") == []


def test_guide_templates_scripts_and_messages_use_one_word_for_one_thing() -> None:
    read = list(files())
    names = {file.name for file in read}
    assert {"index.md", "rules.md", "practice.html", "folder.js", "vocabulary.py", "practices.json", "README.md"} <= names
    assert [f"{file.relative_to(PROJECT)}: {word} → {OLD[word]}" for file in read for word in old_words(file.read_text(encoding="utf-8"))] == []


def test_pages_of_entries_and_what_macros_write_do_too(small_graph: Graph, small_renderer: Renderer) -> None:
    pages = [plan.make().html for kind in KINDS for plan in kind.plans(small_graph, small_renderer, Keys(small_graph, ""))]
    page = Macros(small_renderer, "index.html")
    written = [str(html) for html in (page.practice_index(), page.glossary(), page.folder(), page.matrix(), page.progress_counts(), page.recent(), page.topics())]
    assert len(pages) > 10
    assert [old_words(html) for html in (*pages, *written) if old_words(html)] == []


@pytest.mark.parametrize("command", [(), ("check",), ("new",), ("import",), ("publish",)])
def test_help_does_too(command: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(main, [*command, "--help"])
    assert shown.exit_code == 0
    assert old_words(shown.output) == []
