"""Words that an entry copies letter by letter – names, formulations, members of a list – looked for where they come from."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count, repeat
from typing import NamedTuple

from macros.fulltext.originals import Originals
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.model import locators
from macros.model.entries import Citation
from macros.text import kept

# So much of the words must stand in a text in like order to be what they are a slip of.
_LIKE = 0.4
# A name so short may have no two characters right; it is known by its quotes.
_SHORT = 3
_NAMED = re.compile("[\"“]([^\"“”，。、]{2,3})[\"”]")
_EDGES = "，。；：、！？,.;:!?\"'“”‘’（）() 　"


class Part(NamedTuple):
    """A paragraph, heading or title with the words that name it in a message."""

    label: str
    text: str


@dataclass(frozen=True)
class Texts:
    """What words are looked for in: the parts that are `cited`, and the others of the same speeches."""

    cited: tuple[Part, ...]
    rest: tuple[Part, ...] = ()

    @property
    def label(self) -> str:
        """The cited paragraphs in a few words."""
        names = list(dict.fromkeys(part.label for part in self.cited if part.label.endswith("段")))
        return "、".join(names) if 0 < len(names) <= 3 else "所引的各段" if names else "这一篇"

    def has(self, words: str) -> bool:
        """Whether the words stand in one cited part, whatever their punctuation."""
        return any(stands(words, part.text) for part in self.cited)

    def elsewhere(self, words: str) -> str | None:
        """What names the other part that has the words, if one has."""
        return next((part.label for part in self.rest if part.label and stands(words, part.text)), None)

    def nearest(self, words: str) -> tuple[str, str] | None:
        """The words of a cited part that these are most likely a slip of, with what names the part."""
        found = [(near, part) for part in self.cited if (near := nearest(words, part.text))]
        best = max(found, key=lambda each: each[0].weight, default=None)
        return (best[0].text, best[1].label) if best else None


def cited(catalog: Catalog, originals: Originals, citations: Iterable[Citation]) -> Texts | None:
    """The paragraphs of several citations, and the headings that they stand under; None where a text is not here."""
    numbers: dict[str, frozenset[int]] = {}
    for citation in citations:
        numbers[citation.speech] = numbers.get(citation.speech, frozenset()) | locators.numbers(citation.at)
    return texts(catalog, originals, numbers)


def texts(catalog: Catalog, originals: Originals, numbers: Mapping[str, Collection[int] | None]) -> Texts | None:
    """The paragraphs of these numbers (None: all, titles included) of each speech; None where a text is not here, or nothing is asked."""
    inside: list[Part] = []
    outside: list[Part] = []
    for speech_id, wanted in numbers.items():
        found = originals.speech(speech_id)
        if found is None:
            return None
        name = f"《{catalog.speeches[speech_id].short}》" if len(numbers) > 1 else ""
        for section in found.sections:
            own = [p for p in section.passages if wanted is None or p.number in wanted]
            for passage in section.passages:
                part = Part(f"{name}第{passage.number}段", "\n".join(passage.texts))
                (inside if passage in own else outside).append(part)
            if section.heading:
                (inside if own or wanted is None else outside).append(Part(f"{name}小标题", section.heading))
        (inside if wanted is None else outside).append(Part(f"{name}篇名", found.title))
    return Texts(tuple(inside), tuple(outside)) if numbers else None


def stands(words: str, text: str) -> bool:
    """Whether the words stand in a text, whatever their punctuation, quotes, width and case."""
    return _key(words) in _key(text)


def places(words: str, text: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, each from start to end."""
    key, (plain, at) = _key(words), _placed(text)
    return [(at[i], at[i + len(key) - 1] + 1) for i in found_at(key, plain)] if key else []


class Near(NamedTuple):
    """Words of a text that others are like: how much of these it has, and where they begin and end."""

    weight: float
    text: str


def nearest(words: str, text: str) -> Near | None:
    """The stretch of a text that has most of the words' pairs of characters in their order, None where it has too few."""
    key, folded_text = _key(words), _key(text)
    if len(key) < 2:
        return None
    # Most texts have too few of the pairs at all.
    if len(key) > _SHORT and sum(key[i:i + 2] in folded_text for i in range(len(key) - 1)) < _LIKE * (len(key) - 1):
        return None
    plain, places = _placed(text)
    hits = [(j - i, i, j) for i in range(len(key) - 1) for j in found_at(key[i:i + 2], plain)]
    slack, best = max(2, len(key) // 4), list[tuple[int, int, int]]()
    for offset in {hit[0] for hit in hits}:
        near = [hit for hit in hits if abs(hit[0] - offset) <= slack]
        if len({i for _, i, _ in near}) > len({i for _, i, _ in best}):
            best = near
    if not best and len(key) <= _SHORT:
        return next((Near(_LIKE, m[1]) for m in _NAMED.finditer(text) if len(m[1]) == len(key) and set(m[1]) & set(key)), None)
    weight = len({i for _, i, _ in best}) / (len(key) - 1)
    if weight < _LIKE:
        return None
    first, last = min(best, key=lambda hit: hit[1]), max(best, key=lambda hit: hit[1])
    start, end = max(0, first[2] - first[1]), min(len(plain), last[2] + len(key) - last[1])
    return Near(weight, text[places[start]:places[end - 1] + 1].strip(_EDGES))


def found_at(piece: str, text: str) -> Iterable[int]:
    """Where a piece, which is not empty, stands in a text."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


# One rule after the other looks into the same paragraphs.
@lru_cache(maxsize=kept.STATEMENTS)
def _key(text: str) -> str:
    return folded(text)


@lru_cache(maxsize=8192)
def _sign(character: str) -> str:
    return folded(character)


@lru_cache(maxsize=kept.PARAGRAPHS)
def _placed(text: str) -> tuple[str, tuple[int, ...]]:
    """A text folded character by character, and the place of each character that is left."""
    signs = list(map(_sign, text))
    return "".join(signs), tuple(chain.from_iterable(map(repeat, count(), map(len, signs))))
