"""How alike practices are: by name, by what they say, and whether they already say how they relate."""

import re
import unicodedata
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from macros.library.catalog import Catalog
from macros.text.edit_distance import distance

_SHINGLE = 8
# One stretch in so many is indexed, by its first character: the index stays small.
_SAMPLED = 4
# What more than this many practices say in the same words is a manner of speaking, no likeness.
_COMMON = 20
_SHARE = 0.6
# What is often put before or behind a name without making it another.
_GENERIC = re.compile(r"^(?:政协|开展|建立|实行|推进)|(?:工作)?(?:机制|制度|活动|平台|模式|工作)$")
# What may stand in a name, or not, without making it another thing: 双月协商会 and 双月协商座谈会, 活动月 and 主题活动月.
_FILLER = re.compile(r"座谈|专题|主题|系列|定期|经常性|常态化|(?<=.)工作|(?<=.)活动|(?<=.)(?:机制|制度|模式|平台|办法|法)$|(?<=会)议|大(?=讲|走|调|宣|培|学|家)")
_DROPPED = re.compile(r"[^\w+×]|_")
# Most texts consist of what has no other width or case, and of punctuation that is dropped in any width.
_PLAIN = re.compile("[0-9a-z+×\u4e00-\u9fff，。、；：？！（）《》“”]*")
_NUMERALS = re.compile(r"[0-9零一二两三四五六七八九十百双nx]")


def folded(name: str) -> str:
    """A name without width, case, quotation marks, punctuation and spaces."""
    if _PLAIN.fullmatch(name):
        return _DROPPED.sub("", name)
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name).lower())


def linked(catalog: Catalog, one: str, other: str) -> bool:
    """Whether one of two practices says how it relates to the other."""
    def names(entry_id: str) -> set[str]:
        practice = catalog.practices[entry_id]
        return {link.to for link in practice.related} | {d.to for d in practice.distinct_from}

    return other in names(one) or one in names(other)


class Names:
    """Names seen so far, found again with one character more, less, other or swapped, with 政协 … 机制 around, or with a
    word in it that makes no difference."""

    def __init__(self) -> None:
        self._by_gap: dict[str, list[tuple[str, str]]] = {}
        self._by_stem: dict[str, str] = {}

    def nearest(self, entry_id: str, names: Iterable[str]) -> str | None:
        """The earlier entry with a name one step away, or None; the names are then known."""
        plain = [folded(name) for name in names]
        keys = [key for name in plain if len(key := _GENERIC.sub("", name)) >= 4]
        buckets = [(key, self._by_gap.setdefault(gap, [])) for key in keys for gap in _gaps(key)]
        found = next((owner for key, bucket in buckets for owner, theirs in bucket
                      if owner != entry_id and _one_step(key, theirs)), None)
        for stem in (stem for name in plain if len(stem := _FILLER.sub("", name)) >= 3):
            owner = self._by_stem.setdefault(stem, entry_id)
            found = found or (owner if owner != entry_id else None)
        for key, bucket in buckets:
            if len(bucket) < _COMMON:
                bucket.append((entry_id, key))
        return found


def _gaps(key: str) -> dict[str, None]:
    """The key and what is left of it without one character: near keys share one of these."""
    return dict.fromkeys((key, *(key[:i] + key[i + 1:] for i in range(len(key)))))


def _one_step(a: str, b: str) -> bool:
    # 四联系 and 三联系, x+x and x+x+x are different things on purpose.
    if a == b:
        return True
    if _NUMERALS.sub("", a) == _NUMERALS.sub("", b):
        return False
    return distance(a, b, 1) == 1


class Said(NamedTuple):
    """What an entry says, folded, and a sample of its stretches."""

    keys: tuple[str, ...]
    sample: tuple[str, ...]


def said(texts: Iterable[str]) -> Said:
    keys = tuple(map(folded, texts))
    sample = [key[i:i + _SHINGLE] for key in keys for i, character in enumerate(key[:1 - _SHINGLE])
              if ord(character) % _SAMPLED == 0]
    # Once each: an entry that repeats itself is not its own likeness.
    return Said(keys, tuple(dict.fromkeys(sample)))


class Overlaps:
    """Which entries say mostly the same as an earlier one. Asked again, it looks only at those whose words have changed
    and at those with whom they share some: a trick of speed, without it one saved file of 10,000 takes 0.3 s more."""

    def __init__(self) -> None:
        self._order: list[str] = []
        self._said: list[Said] = []
        # Where each stretch of the samples stands, as numbers of entries in their order.
        self._at: dict[str, list[int]] = {}
        self._found: dict[int, int] = {}

    def of(self, entries: Mapping[str, Said]) -> dict[str, str]:
        """Of entries in order, those that say mostly the same as an earlier one, and which one that is."""
        order, said = list(entries), list(entries.values())
        touched: Iterable[int] | None = self._replaced(said) if order == self._order else None
        self._order, self._said = order, said
        if touched is None:
            self._found, self._at, touched = {}, {}, range(len(said))
            for number, entry in enumerate(said):
                for shingle in entry.sample:
                    self._at.setdefault(shingle, []).append(number)
        for number in touched:
            self._found.pop(number, None)
            if (like := self._like(number)) is not None:
                self._found[number] = like
        return {order[number]: order[like] for number, like in self._found.items()}

    def _replaced(self, said: list[Said]) -> set[int]:
        """The entries to be looked at again when these take the places of those known so far, their stretches put in."""
        touched: set[int] = set()
        for number, (old, new) in enumerate(zip(self._said, said, strict=True)):
            if old is new or old == new:
                continue
            touched.add(number)
            for shingle in {*old.sample, *new.sample}:
                at = self._at.setdefault(shingle, [])
                if shingle not in new.sample:
                    at.remove(number)
                elif shingle not in old.sample:
                    insort(at, number)
                if bisect_left(at, number) <= _COMMON:
                    touched.update(at)
        return touched

    def _like(self, number: int) -> int | None:
        keys, sample = self._said[number]
        shared: dict[int, int] = {}
        for shingle in sample:
            at = self._at[shingle]
            # Most are nobody else's.
            if len(at) > 1:
                for owner in at[:_COMMON + 1]:
                    if owner >= number:
                        break
                    shared[owner] = shared.get(owner, 0) + 1
        # The sample says who comes into question, the whole texts who it is.
        likely = [owner for owner, n in shared.items() if n >= _SHARE / 2 * len(sample)]
        if not likely:
            return None
        mine = set(_shingles(keys))
        most, _, best = max((len(mine.intersection(_shingles(self._said[owner].keys))), self._order[owner], owner) for owner in likely)
        return best if most >= max(12, _SHARE * len(mine)) else None


def _shingles(keys: Iterable[str]) -> Iterator[str]:
    return (key[i:i + _SHINGLE] for key in keys for i in range(len(key) - _SHINGLE + 1))
