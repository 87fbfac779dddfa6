"""The two files that pages load their scripts from, and what the scripts are given.

Which scripts there are, and their order, stands in `macros/handwritten/docs_folder/scripts.py`.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from macros import search
from macros.exports import entries, statements, table, word
from macros.handwritten.docs_folder import scripts as listed
from macros.search import words

FOLDER = listed.FOLDER
ALONE, EVERY_PAGE, SEARCH = listed.ALONE, listed.EVERY_PAGE, listed.SEARCH
PARTS = (*EVERY_PAGE, *SEARCH)
PAGE_FILE = f"{FOLDER}/kb.js"
SEARCH_FILE = f"{FOLDER}/kb-search.js"


def files(read: Callable[[str], str]) -> Mapping[str, str]:
    """Address → text of the two files; `read` gives the text of a script by its address in `docs/`."""
    return {
        PAGE_FILE: "\n".join((_as_script(given()), *map(read, EVERY_PAGE))),
        SEARCH_FILE: "\n".join(map(read, SEARCH)),
    }


def given() -> Mapping[str, Any]:
    """What Python tells the scripts, as `kb.given`: the vocabulary, the columns of the table, and the addresses that they load from."""
    addresses = {"search": SEARCH_FILE, "manifest": search.MANIFEST, "entries": entries.MANIFEST, "statements": statements.MANIFEST, "word": word.ADDRESS}
    columns = [[column.label, column.width] for column in table.COLUMNS]
    return {**words.for_scripts(), "table": {"columns": columns, "linked": list(table.LINKED)}, "addresses": addresses}


def _as_script(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
    return f"window.kb.given = {text};\n"
