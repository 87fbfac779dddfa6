"""The site's scripts in a folder of a test, and the tags by which a page of it loads them."""

import shutil
from pathlib import Path

from macros.site import scripts

DOCS = Path(__file__).resolve().parents[2] / "docs"


def read(address: str) -> str:
    """The text of one of our scripts."""
    return (DOCS / address).read_text(encoding="utf-8")


def write(folder: Path, up: str = "./") -> str:
    """Writes the scripts as the build does; gives the tags for a page from which `up` leads to the folder."""
    (folder / scripts.FOLDER / "page").mkdir(parents=True)
    for address, text in scripts.files(read).items():
        (folder / address).write_text(text, encoding="utf-8")
    scope = scripts.ALONE[0]
    shutil.copy(DOCS / scope, folder / scope)
    return f'<script src="{up}{scope}" data-base="{up}"></script><script defer src="{up}{scripts.PAGE_FILE}"></script>'
