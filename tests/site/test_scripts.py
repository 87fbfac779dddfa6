"""One list of scripts: every file is on it once, and the files that pages load are made of it."""

import re
from collections import Counter
from pathlib import Path

from macros.site import scripts
from tests.scripts.pages import DOCS, read


def test_every_script_is_on_the_list_once() -> None:
    there = {file.relative_to(DOCS).as_posix() for file in (DOCS / scripts.FOLDER).rglob("*.js")}
    listed = Counter((*scripts.ALONE, *scripts.PARTS))
    assert set(listed) == there
    assert {script for script, times in listed.items() if times > 1} == set()


def test_the_files_that_pages_load_have_them_in_this_order() -> None:
    made = scripts.files(lambda address: f"<{address}>")
    assert made[scripts.SEARCH_FILE].splitlines() == [f"<{address}>" for address in scripts.SEARCH]
    assert made[scripts.ROOMS_FILE].splitlines() == [f"<{address}>" for address in scripts.ROOMS]
    given, *rest = made[scripts.PAGE_FILE].split("\n<")
    assert given.startswith("window.kb.given = {")
    assert [f"<{line}" for line in rest] == [f"<{address}>" for address in scripts.EVERY_PAGE]


def test_a_page_loads_no_comments() -> None:
    made = scripts.files(lambda _: "// why\nconst a = `//  kept`; // why not\n/** @type {number} */\n  let b;\n")
    assert made[scripts.SEARCH_FILE].splitlines()[:2] == ["const a=`//  kept`;let b;"] * 2


def test_no_template_stands_inside_another() -> None:
    """rjsmin takes the inner one's text for code, and its blanks away: a workbook that no program opened."""
    comments = re.compile(r"^\s*//.*$", re.M)
    templates = {script: re.findall(r"`(?:[^`\\]|\\.)*`", comments.sub("", read(script))) for script in scripts.PARTS}
    assert templates["assets/javascripts/core/workbook.js"]
    assert [(script, text) for script, found in templates.items() for text in found if text.count("${") > text.count("}")] == []


def test_the_built_site_has_them_joined_and_no_others(site: Path) -> None:
    for address, text in scripts.files(read).items():
        assert (site / address).read_text(encoding="utf-8") == text
    assert not (site / scripts.FOLDER / "core").exists()
    kept = {file.relative_to(site).as_posix() for file in (site / scripts.FOLDER / "page").glob("*.js")}
    assert kept == set(scripts.ALONE)


def test_what_every_page_has_calls_nothing_that_only_some_pages_have() -> None:
    """Beside what it asks `kb.rooms` for: the files."""
    given = {room: set().union(*(_defined(read(script)) for script in getattr(scripts, room))) for room in ("EVERY_PAGE", "ROOMS")}
    elsewhere = given["ROOMS"] - given["EVERY_PAGE"]
    called = {name for script in scripts.EVERY_PAGE for name in re.findall(r"kb\.(\w+)", read(script))}
    assert called & elsewhere == {"saveWord", "saveTable"}


def _defined(script: str) -> set[str]:
    return set(re.findall(r"kb\.(\w+) = ", script))
