"""Id to address: the only place that knows where a page lies.

Addresses are relative to the site's root, with forward slashes and without a leading one; they
name a file, never a folder, because a folder does not open by double-click.
"""

import posixpath
from urllib.parse import urlencode

from macros.model import locators

HOME = "index.html"
PRACTICES = "practices/index.html"
GLOSSARY = "glossary.html"
SPEECHES = "speeches/index.html"
ORGANIZATIONS = "organizations/index.html"
PROBLEMS = "problems/index.html"
FOLDER = "folder.html"
FIGURES = "figures.html"
BODIES = "bodies.html"
CHANGES = "changes.html"
CORRECT = "correct.html"
ABOUT = "about.html"
SIGNS = f"{ABOUT}#signs"
EDIT = "contributing/edit.html"
CSV = "downloads/practices.csv"
XLSX = "downloads/practices.xlsx"
FIGURES_CSV = "downloads/figures.csv"


def entry(kind: str, entry_id: str) -> str:
    """The address of an entry: a page of its own, or a place on a shared page."""
    if kind in ("terms", "formulations"):
        return f"{GLOSSARY}#{entry_id}"
    return f"{kind}/{entry_id}.html"


def place(speech_id: str, at: str) -> str:
    """The address of a paragraph or item on its speech's page."""
    return f"{entry('speeches', speech_id)}#{locators.anchor(at)}"


def practices_filtered(**filters: str) -> str:
    """The list of practices, narrowed: what a cell of the matrix leads to."""
    return f"{PRACTICES}?{urlencode(filters)}" if filters else PRACTICES


def compared(*practice_ids: str) -> str:
    """The page that shows these practices in one table: a folder that is given by address."""
    return f"{FOLDER}?ids={','.join(practice_ids)}&view=table"


def relative(target: str, page: str) -> str:
    """`target`, an address that this module wrote, as a link on `page`."""
    return posixpath.relpath(target, posixpath.dirname(page))
