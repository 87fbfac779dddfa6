"""A pinyin id for a new entry, from its title."""

import re
from collections.abc import Iterable

from macros.catalog import RESERVED
from macros.search.pinyin import table

_SYLLABLES = 8
_LIMIT = 60


def propose(title: str, taken: Iterable[str], syllables: int = _SYLLABLES) -> str:
    """An id that nobody has: the first `syllables` of the title in pinyin, with a number where they are taken.

    `taken` are the ids in use, of all kinds. Digits and Latin letters stay; ü is v (履 lv).
    """
    parts = re.findall(r"[a-z0-9]+", table([title]).slug(title))
    base = "-".join(parts[:syllables]) or "wei-ming-ming"
    base = base[:_LIMIT].rpartition("-")[0] if len(base) > _LIMIT else base
    used = {*taken, *RESERVED}
    if base not in used:
        return base
    return next(f"{base}-{n}" for n in range(2, len(used) + 3) if f"{base}-{n}" not in used)
