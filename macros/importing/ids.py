"""A pinyin id for a new entry, from its title."""

import re
from collections.abc import Container
from functools import lru_cache
from itertools import count

from macros.library.catalog import Catalog
from macros.reading.filenames import RESERVED
from macros.search.pinyin import table

_SYLLABLES = 8
_LIMIT = 60


def taken(catalog: Catalog) -> set[str]:
    """The ids that no new entry may have: those in use, whatever their kind, and those that old addresses lead by."""
    return {entry_id for _, entry_id in (*catalog.claimed, *catalog.former)}


def propose(title: str, used: Container[str], syllables: int = _SYLLABLES) -> str:
    """An id that nobody has: the first `syllables` of the title in pinyin, with a number where they are taken.

    `used` are the ids that it can't be (see `taken`). Digits and Latin letters stay; ü is v (履 lv).
    """
    base = "-".join(_parts(title)[:syllables]) or "wei-ming-ming"
    base = base[:_LIMIT].rpartition("-")[0] if len(base) > _LIMIT else base
    if base not in used and base not in RESERVED:
        return base
    return next(name for name in map(f"{base}-{{}}".format, count(2)) if name not in used)


@lru_cache(maxsize=256)
def _parts(title: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", table([title]).slug(title))
