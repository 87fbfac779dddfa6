"""Bare MkDocs + Material, in the very versions that ours uses: the pages are Markdown files.

Entries stay out of `nav`, where they would make every page longer and the build quadratic.
"""

import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from content import Content
from cutting import JIEBA, installed

from generators import Generator, Missing, markdown, put

CONFIG = """\
site_name: 市县政协实践库
use_directory_urls: false
theme: {{name: material, language: zh, font: false}}
plugins: [{plugins}]
nav: [index.md, practices/index.md, topics/index.md, speeches/index.md, organizations/index.md, problems/index.md, glossary.md, compare.md, updates.md]
validation: {{nav: {{omitted_files: ignore}}}}
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables, toc, pymdownx.details, pymdownx.superfences]
"""


def ready(_: Path) -> str:
    return f"MkDocs {version('mkdocs')}，Material {version('mkdocs-material')}"


def ready_with_jieba(cache: Path) -> str:
    """Material cuts Chinese for its index with jieba when it is there; ours does not need it."""
    if not installed("jieba", JIEBA):
        raise Missing("装不上 jieba")
    return f"{ready(cache)}，jieba"


def writer(plugins: str) -> Callable[[Path, Content, tuple[str, str]], None]:
    def write(folder: Path, content: Content, _: tuple[str, str]) -> None:
        put(folder / "mkdocs.yml", CONFIG.format(plugins=plugins))
        markdown.write(folder / "docs", content)
    return write


def command(_: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def command_with_jieba(cache: Path) -> list[str]:
    return ["env", f"PYTHONPATH={(cache / 'jieba').resolve()}", *command(cache)]


GENERATOR = Generator("MkDocs + Material", "无", ready, writer(""), command, "site", slow=True)
WITH_SEARCH = Generator("MkDocs + Material + 检索", "search 插件 + jieba", ready_with_jieba, writer("search"), command_with_jieba, "site", slow=True)
