"""How alike practices are: by name, by what they say, and whether they already say how they relate."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from macros.catalog import Catalog
from macros.nearest import distance

_SHINGLE = 8
# One stretch in so many is indexed, by its first character: the index stays small.
_SAMPLED = 4
# What more than this many practices say in the same words is a manner of speaking, no likeness.
_COMMON = 20
_SHARE = 0.6
# What is often put before or behind a name without making it another.
_GENERIC = re.compile(r"^(?:政协|开展|建立|实行|推进)|(?:工作)?(?:机制|制度|活动|平台|模式|工作)$")
_DROPPED = re.compile(r"[^\w+×]|_")
_NUMERALS = re.compile(r"[0-9零一二两三四五六七八九十百双nx]")


def folded(name: str) -> str:
    """A name without width, case, quotation marks, punctuation and spaces."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name).lower())


def linked(catalog: Catalog, one: str, other: str) -> bool:
    """Whether one of two practices says how it relates to the other."""
    def names(entry_id: str) -> set[str]:
        practice = catalog.practices[entry_id]
        return {link.to for link in practice.related} | {d.to for d in practice.distinct_from}

    return other in names(one) or one in names(other)


class Names:
    """Names seen so far, found again with one character more, less, other or swapped, or with 政协 … 机制 around."""

    def __init__(self) -> None:
        self._by_gap: dict[str, list[tuple[str, str]]] = {}

    def nearest(self, entry_id: str, names: Iterable[str]) -> str | None:
        """The earlier entry with a name one step away, or None; the names are then known."""
        keys = [key for name in names if len(key := _GENERIC.sub("", folded(name))) >= 4]
        found = next((owner for key in keys for gap in _gaps(key) for owner, theirs in self._by_gap.get(gap, ())
                      if owner != entry_id and _one_step(key, theirs)), None)
        for key in keys:
            for gap in _gaps(key):
                bucket = self._by_gap.setdefault(gap, [])
                if len(bucket) < _COMMON:
                    bucket.append((entry_id, key))
        return found


def _gaps(key: str) -> set[str]:
    """The key and what is left of it without one character: near keys share one of these."""
    return {key, *(key[:i] + key[i + 1:] for i in range(len(key)))}


def _one_step(a: str, b: str) -> bool:
    # 四联系 and 三联系, x+x and x+x+x are different things on purpose.
    if a == b:
        return True
    if _NUMERALS.sub("", a) == _NUMERALS.sub("", b):
        return False
    return distance(a, b, 1) == 1


class Points:
    """What the practices seen so far say, found again when another says mostly the same."""

    def __init__(self) -> None:
        self._owners: dict[str, list[str]] = {}
        self._texts: dict[str, tuple[str, ...]] = {}

    def overlapping(self, entry_id: str, texts: Iterable[str]) -> str | None:
        """The earlier entry that shares most of these texts' words, or None; they are then known."""
        keys = tuple(folded(text) for text in texts)
        self._texts[entry_id] = keys
        sample = [s for s in _shingles(keys) if ord(s[0]) % _SAMPLED == 0]
        shared: dict[str, int] = {}
        for shingle in sample:
            owners = self._owners.setdefault(shingle, [])
            for owner in owners:
                shared[owner] = shared.get(owner, 0) + 1
            if len(owners) <= _COMMON:
                owners.append(entry_id)
        # The sample says who comes into question, the whole texts who it is.
        likely = [owner for owner, n in shared.items() if n >= _SHARE / 2 * len(sample)]
        mine = set(_shingles(keys)) if likely else set()
        best = max(likely, key=lambda owner: (len(mine.intersection(_shingles(self._texts[owner]))), owner), default=None)
        if best is None:
            return None
        enough = max(12, _SHARE * len(mine))
        return best if len(mine.intersection(_shingles(self._texts[best]))) >= enough else None


def _shingles(keys: Iterable[str]) -> Iterator[str]:
    return (key[i:i + _SHINGLE] for key in keys for i in range(len(key) - _SHINGLE + 1))
