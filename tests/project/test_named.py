"""What the guide names of the project is there: files, folders, and names inside modules."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.site import scripts
from tests.conftest import PROJECT
from tests.project.recipes import text_of

PAGES = ("README.md", "CONTRIBUTING.md", "deploy/README.md",
         *sorted(str(p.relative_to(PROJECT)) for p in (PROJECT / "docs/contributing").glob("*.md")))
FOLDERS = ("bench", "deploy", "docs", "macros", "overrides", "requirements", "schema", "tests", "tools")
FILES = {file.relative_to(PROJECT).as_posix() for folder in FOLDERS for file in (PROJECT / folder).rglob("*")
         if not {"__pycache__", "node_modules"} & set(file.parts)}
# What a build makes is in no folder of the project.
MADE = {Path(file).name for file in (scripts.PAGE_FILE, scripts.LIST_FILE, scripts.ROOMS_FILE, scripts.SEARCH_FILE)}
CODE = re.compile(r"`([^`\n]+)`")
FILE = re.compile(r"[A-Za-z0-9_/-]+\.(?:py|js|mjs|d\.ts)")
PATH = re.compile(rf"(?:{'|'.join(FOLDERS)})/[A-Za-z0-9_./-]+")
NAME = re.compile(r"(?:[a-z_]+/)*([a-z_]+)\.([A-Za-z_]+)(?:\(.*\))?")


def absent(text: str) -> Iterator[str]:
    """What a page names and the project has not."""
    for code in CODE.findall(text):
        if (FILE.fullmatch(code) or PATH.fullmatch(code)) and code not in MADE:
            name = code.rstrip("/")
            if not any(file == name or file.endswith(f"/{name}") for file in FILES):
                yield code
        elif (said := NAME.fullmatch(code)) and said.group(2) not in ("py", "js", "md", "yml", "html", "json", "toml", "txt", "css", "cfg"):
            modules = [file for file in FILES if file.startswith("macros/") and said.group(1) in (Path(file).stem, Path(file).parent.name)
                       and file.endswith(".py")]
            if modules and not any(re.search(rf"\b{said.group(2)}\b", text_of(module)) for module in modules):
                yield code


@pytest.mark.parametrize("named", PAGES)
def test_what_a_page_names_is_there(named: str) -> None:
    assert list(absent(text_of(named))) == []


def test_what_is_not_there_is_told() -> None:
    page = "`renderer.py` `beside.py` `pages/renderer.py` `site/renderer.py` `macros/site/` `macros/seite/` `match.js` `rank.js`" \
           " `pipeline.examine` `pipeline.exam` `a.b` `f(x)` `macros/rules/新规则.py` `docs_folder.check` `kb.root`"
    assert list(absent(page)) == ["beside.py", "site/renderer.py", "macros/seite/", "rank.js", "pipeline.exam"]
