"""Eleventy: the library as one data file, a page an entry by pagination, Nunjucks templates; no index."""

import json
import shutil
from pathlib import Path

from content import ENTRIES, Content

from generators import Generator, put, said

TEMPLATES = Path(__file__).with_name("eleventy_site")


def ready(cache: Path) -> str:
    packages = cache / "npm"
    if not (packages / "node_modules" / "@11ty").is_dir():
        put(packages / "package.json", '{"private": true}\n')
        said(["npm", "install", "--no-audit", "--no-fund", "--silent", "@11ty/eleventy@3"], cwd=packages)
    return said([str(_program(cache)), "--version"])


def write(folder: Path, content: Content, frames: tuple[str, str]) -> None:
    for file in TEMPLATES.rglob("*.njk"):
        (target := folder / file.relative_to(TEMPLATES)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    for name, frame in zip(("root", "entry"), frames, strict=True):
        put(folder / "_includes" / f"{name}.njk", frame.replace("BENCH-TITLE", "{{ entry.title or title }} - 市县政协实践库")
            .replace("BENCH-DESCRIPTION", "{{ entry.description or title }}").replace("BENCH-CONTENT", "{{ content | safe }}"))
    library = {kind: [{"id": p.id, "title": p.title, "description": p.description, **p.facts}
                      for p in content.pages if p.kind == kind and p.id != "index"] for kind in ENTRIES}
    lists = {p.kind: p.facts for p in content.pages if p.kind and p.id == "index"}
    root = {p.id: p.facts for p in content.pages if not p.kind}
    put(folder / "_data" / "library.json", json.dumps({**library, "rows": content.rows, "lists": lists, "root": root}, ensure_ascii=False))


def command(cache: Path) -> list[str]:
    return [str(_program(cache)), "--quiet"]


def _program(cache: Path) -> Path:
    return cache.resolve() / "npm" / "node_modules" / ".bin" / "eleventy"


GENERATOR = Generator("Eleventy", "无", ready, write, command, "_site")
