"""The scripts of the site: which there are, and in which order they build on one another. This list is the only one.

They lie in `docs/assets/javascripts/`: `core/` touches no document, `page/` does. A page loads `EVERY_PAGE`
as one file, as they are, one after the other; `SEARCH` comes as another when somebody searches. Those
`ALONE` are loaded by themselves, where a template or a page says so.
"""

FOLDER = "assets/javascripts"


def _addresses(room: str, names: str) -> tuple[str, ...]:
    return tuple(f"{FOLDER}/{room}/{name}.js" for name in names.split())


# `theme-scope` sets `kb.root` before any other script runs.
ALONE = _addresses("page", "theme-scope theme-palette theme-content edit")
EVERY_PAGE = (
    *_addresses("core", "text shard zip answer folders folder-view folder-table memo folder-copy word table workbook csv state correction sides"),
    *_addresses("page", "menu loading entries dom legend copy download memo-file table-file shelf account-rows adding page print search-index finder lost glossary "
                        "searchbox facet-panel row list folder-draw folder-tools folder-side folder figures correct changes bodies-draw bodies"),
)
SEARCH = _addresses("core", "fold pinyin rows records match slip overlap phrase intent facets why nearest search")
