"""A pinyin id for a new entry, from its title."""

import re
from collections.abc import Container
from functools import lru_cache
from itertools import count

from macros.library.catalog import Catalog
from macros.reading.filenames import RESERVED
from macros.search.pinyin import table

# With room for a number behind it: an id has 64 at most.
_LIMIT = 60
# A half of a title that names it by itself.
_CLAUSE = (4, 12)
# What says least where a name is too long.
_COLLECTION = re.compile("(?:材料|发言)?(?:汇编|选编|摘编|汇总)$")
_STOPS = re.compile(r"(?:[（(][^（）()]*[）)]|[ \u3000，,。：:；;！!？?—])+")


def taken(catalog: Catalog) -> set[str]:
    """The ids that no new entry may have: those in use, whatever their kind, and those that old addresses lead by."""
    return {entry_id for _, entry_id in (*catalog.claimed, *catalog.former)}


def propose(title: str, used: Container[str]) -> str:
    """An id that nobody has, from the title in pinyin: its first clause, or where another has that the whole of it; of one
    that is too long, as much as fits. With a number where all of these are taken.

    `used` are the ids that it can't be (see `taken`). Digits and Latin letters stay; ü is v (履 lv).
    """
    whole = _parts(title)
    clause = next((parts for part in _STOPS.split(title) if _CLAUSE[0] <= len(parts := _parts(part)) <= _CLAUSE[1]), whole)
    tries = ["-".join(parts) for parts in (clause, whole) if parts]
    short = "-".join(_parts(_COLLECTION.sub("", _STOPS.sub("", title))))
    tries = [name for name in tries if len(name) <= _LIMIT] or [_fitting(short)] if tries else ["wei-ming-ming"]
    free = next((name for name in tries if name not in used and name not in RESERVED), None)
    # The last is the fullest: 篇一 and 篇二 are told apart by it, and only what has the same words by a number.
    return free or next(name for name in map(f"{tries[-1]}-{{}}".format, count(2)) if name not in used)


def _fitting(name: str) -> str:
    return name if len(name) <= _LIMIT else name[:_LIMIT + 1].rpartition("-")[0]


@lru_cache(maxsize=256)
def _parts(title: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", table([title]).slug(title))
