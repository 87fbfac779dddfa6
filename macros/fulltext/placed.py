"""Which paragraph or item of a speech some words of ours speak of, by the pairs of characters that both have."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from macros.fulltext.likewise import clauses, pairs, shared
from macros.fulltext.segments import SpeechText
from macros.model import locators

# So much of our words, so many times what the cited place has of them, and so many pairs more must stand elsewhere.
_SHARE, _TIMES, _MORE = 0.4, 2.5, 4
_SHOWN = 24
# An item that has so much of what its paragraph has is meant.
_ITEM = 0.8


class Elsewhere(NamedTuple):
    """The place that has our words, and the clause of it that has most of them."""

    place: str
    words: str


def elsewhere(speech: SpeechText, said: frozenset[str], cited: Collection[str], whole: Callable[[], frozenset[str]]) -> Elsewhere | None:
    """Where the pairs `said` clearly stand if not in the `cited` places; `whole` gives those of all of the speech."""
    own = len(shared(said, *(text for place in cited if (text := text_at(speech, place)))))
    least = max(_SHARE * len(said), _TIMES * own, own + _MORE)
    # What all of the speech has not, no paragraph has.
    if len(said) < _MORE or own >= _SHARE * len(said) or len(said & whole()) < least:
        return None
    found = max(((len(shared(said, text)), place, text) for place, text in _others(speech, cited)), default=None, key=lambda each: each[0])
    if found is None or found[0] < least:
        return None
    common, place, text = found
    if "." not in place and any("." in each for each in cited):
        # Who cites items means one.
        inside = max(((len(shared(said, each)), at, each) for at, each in items_of(speech, int(place))), default=(0, "", ""))
        common, place, text = inside if inside[0] >= _ITEM * common else found
    best = max(clauses(text), key=lambda clause: len(shared(said, clause.text)))
    return Elsewhere(place, best.text if len(best.text) <= _SHOWN else f"{best.text[:_SHOWN]}…")


def every(speech: SpeechText) -> frozenset[str]:
    """The pairs of all of a speech."""
    return frozenset().union(*(pairs(text) for passage in speech.passages for text in passage.texts))


def text_at(speech: SpeechText, place: str) -> str:
    """The paragraph, or of an item its words; nothing for what is not there."""
    number, item = locators.parse(place)
    if number > len(speech.passages):
        return ""
    passage = speech.passages[number - 1]
    if item is None or item > len(passage.items):
        return "\n".join(passage.texts)
    return passage.text[passage.items[item - 1].start:passage.items[item - 1].end]


def around(speech: SpeechText, place: str) -> Iterator[str]:
    """The words at a place, the heading that they stand under, and the title."""
    yield text_at(speech, place)
    yield from (section.heading or "" for section in speech.sections if any(p.number == locators.parse(place)[0] for p in section.passages))
    yield speech.title


def items_of(speech: SpeechText, number: int) -> Iterator[tuple[str, str]]:
    """The items of a paragraph: place and words."""
    return ((place, text_at(speech, place)) for place in (f"{number}.{i}" for i in range(1, len(speech.passages[number - 1].items) + 1)))


def _others(speech: SpeechText, cited: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The paragraphs that are not cited, and the other items of those that are."""
    numbers = locators.numbers(cited)
    for passage in speech.passages:
        if passage.number not in numbers:
            yield str(passage.number), "\n".join(passage.texts)
        elif str(passage.number) not in cited:
            yield from ((place, text) for place, text in items_of(speech, passage.number) if place not in cited)
