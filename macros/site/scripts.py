"""The four files that pages load their scripts from, and what the scripts are given.

Which scripts there are, and their order, stands in `macros/handwritten/docs_folder/scripts.py`.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import rjsmin

from macros import search
from macros.exports import entries, statements, table, word
from macros.handwritten.docs_folder import scripts as listed
from macros.search import words

FOLDER = listed.FOLDER
ALONE, EVERY_PAGE, LIST, ROOMS, SEARCH = listed.ALONE, listed.EVERY_PAGE, listed.LIST, listed.ROOMS, listed.SEARCH
PARTS = (*EVERY_PAGE, *LIST, *ROOMS, *SEARCH)
PAGE_FILE = f"{FOLDER}/kb.js"
LIST_FILE = f"{FOLDER}/kb-list.js"
ROOMS_FILE = f"{FOLDER}/kb-rooms.js"
SEARCH_FILE = f"{FOLDER}/kb-search.js"


def files(read: Callable[[str], str]) -> Mapping[str, str]:
    """Address → text of the four files, without comments and indentation; `read` gives a script by its address in `docs/`."""
    return {
        PAGE_FILE: "\n".join((_as_script(given()), *(_small(read(address)) for address in EVERY_PAGE))),
        LIST_FILE: "\n".join(_small(read(address)) for address in LIST),
        ROOMS_FILE: "\n".join(_small(read(address)) for address in ROOMS),
        SEARCH_FILE: "\n".join(_small(read(address)) for address in SEARCH),
    }


def _small(script: str) -> str:
    return str(rjsmin.jsmin(script))


def given() -> Mapping[str, Any]:
    """What Python tells the scripts, as `kb.given`: the vocabulary, the columns of the table, and the addresses that they load from."""
    addresses = {"list": LIST_FILE, "rooms": ROOMS_FILE, "search": SEARCH_FILE, "manifest": search.MANIFEST, "entries": entries.MANIFEST, "statements": statements.MANIFEST, "word": word.ADDRESS}
    columns = [[column.label, column.width] for column in table.COLUMNS]
    return {**words.for_scripts(), "table": {"columns": columns, "linked": list(table.LINKED)}, "addresses": addresses}


def _as_script(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
    return f"window.kb.given = {text};\n"
