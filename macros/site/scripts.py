"""The scripts of the site: which there are, in which order they build on one another, and what they are given.

They lie in `docs/assets/javascripts/`: `core/` touches no document, `page/` does. A page loads `EVERY_PAGE`
as one file, as they are, one after the other; `SEARCH` comes as another when somebody searches. Those
`ALONE` are loaded by themselves, where a template or a page says so. This list is the only one.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from macros import search
from macros.exports import entries, word
from macros.search import words

FOLDER = "assets/javascripts"


def _addresses(room: str, names: str) -> tuple[str, ...]:
    return tuple(f"{FOLDER}/{room}/{name}.js" for name in names.split())


# `theme-scope` sets `kb.root` before any other script runs.
ALONE = _addresses("page", "theme-scope theme-palette theme-content edit")
EVERY_PAGE = (
    *_addresses("core", "text shard comparison zip word state"),
    *_addresses("page", "menu loading entries comparison-table dom copy word-file picks picked page print search-index finder "
                        "searchbox facet-panel row list compare"),
)
SEARCH = _addresses("core", "fold pinyin rows records match slip overlap phrase intent facets why nearest search")

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
    """What Python tells the scripts, as `kb.given`: the vocabulary, and the addresses that they load from."""
    addresses = {"search": SEARCH_FILE, "manifest": search.MANIFEST, "entries": entries.MANIFEST, "word": word.ADDRESS}
    return {**words.for_scripts(), "addresses": addresses}


def _as_script(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
    return f"window.kb.given = {text};\n"
