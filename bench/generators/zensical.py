"""Zensical: the same Markdown files and settings as bare MkDocs + Material, with its own search."""

import sys
from pathlib import Path

from content import Content

from generators import Generator, markdown, put, said
from generators.mkdocs import CONFIG


def ready(cache: Path) -> str:
    program = _program(cache)
    if not program.is_file():
        said([sys.executable, "-m", "venv", str(program.parent.parent)])
        said([str(program.with_name("pip")), "install", "--quiet", "--disable-pip-version-check", "zensical"])
    return said([str(program), "--version"]).split()[-1]


def write(folder: Path, content: Content, _: tuple[str, str]) -> None:
    put(folder / "mkdocs.yml", CONFIG.format(plugins="search"))
    markdown.write(folder / "docs", content)


def command(cache: Path) -> list[str]:
    return [str(_program(cache).resolve()), "build"]


def _program(cache: Path) -> Path:
    return cache / "zensical" / "bin" / "zensical"


GENERATOR = Generator("Zensical", "自带", ready, write, command, "site", slow=True)
