"""The scripts of the site: which there are, and in which order they build on one another. This list is the only one.

They lie in `docs/assets/javascripts/`: `core/` touches no document, `page/` does. A page loads `EVERY_PAGE`
as one file, one after the other; `LIST` and `ROOMS` come as others where a page has a place for one of them, `ROOMS` also where a file
is wanted (`rooms.js`), `SEARCH` when somebody searches. Those `ALONE` are loaded by themselves, where a template or a page says so.
"""

FOLDER = "assets/javascripts"


def _addresses(room: str, names: str) -> tuple[str, ...]:
    return tuple(f"{FOLDER}/{room}/{name}.js" for name in names.split())


# `theme-scope` sets `kb.root` before any other script runs.
ALONE = _addresses("page", "theme-scope theme-palette theme-content edit")
EVERY_PAGE = (
    *_addresses("core", "text shard said folders folder-files state"),
    *_addresses("page", "menu loading entries dom legend copy download rooms shelf account-rows adding page print code search-index finder searchbox search-openers"),
)
ROOMS = (
    *_addresses("core", "zip answer folder-view folder-table memo folder-copy word table workbook csv correction sides"),
    *_addresses("page", "memo-file table-file lost glossary folder-draw folder-tools folder-side folder figures correct changes bodies-draw bodies"),
)
LIST = _addresses("page", "facet-panel row list-order list")
SEARCH = _addresses("core", "fold pinyin rows letters lines records match spelling slip wording question bm25 overlap passage facet-words intent facets why content narrowing nearest search narrowed")
ALL = (*ALONE, *EVERY_PAGE, *LIST, *ROOMS, *SEARCH)
