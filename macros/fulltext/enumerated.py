"""Lists that a source gives one by one (甲、乙、丙), held against lists of ours: what it does not have, and what ours leaves out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from macros.fulltext.verbatim import Part, Texts, places, stands

# What stands between two members of one list.
_JOIN = "[、和与及跟同或以\"“”'‘’（）()\\s]"
_ONLY_JOIN = re.compile(f"{_JOIN}*")
_MEMBER = "[^，。；：！？、,;:!?\n]{2,12}"
_BETWEEN = re.compile(f"[\"”’]?、[\"“‘]?(?P<left>{_MEMBER}(?:、{_MEMBER})*?)[\"”’]?(?:、|以及|和|与|及)[\"“‘]?")
# What goes on with a list behind its last member; one that is an example (等) may be cut short.
_BEHIND = re.compile("[\"”’]?(?:、|以及|[和及])[\"“‘]?(?P<left>[^，。；：！？、,;:!?\n等\"“”]{2,8})")
_AHEAD = re.compile("(?P<left>[^，。；：！？、,;:!?\n\"“”（(]{2,8})[\"”’]?、[\"“‘]?$")
_QUOTES = re.compile("[\"“”'‘’]")


class Found(NamedTuple):
    """Where the members of a list stand in a part of a source, each from start to end, in their order there."""

    part: Part
    spans: tuple[tuple[int, int], ...]

    @property
    def words(self) -> str:
        """The source's words from the first member to the last."""
        return self.part.text[self.spans[0][0]:self.spans[-1][1]]


def absent(members: Sequence[str], texts: Texts) -> list[str]:
    """The members that stand in none of the cited parts."""
    return [member for member in members if not texts.has(member)]


def found(members: Sequence[str], texts: Texts) -> Found | None:
    """The part that has most of the members, where it has two, and the places closest together."""
    best: Found | None = None
    for part in texts.cited:
        # A member that is a link or a sign alone stands nowhere.
        inside = [there for member in members if stands(member, part.text) and (there := places(member, part.text))]
        if len(inside) > max(1, len(best.spans) if best else 0):
            best = Found(part, _closest(inside))
    return best


def _closest(choices: list[list[tuple[int, int]]]) -> tuple[tuple[int, int], ...]:
    """One place of each, so that they stand as near to each other as they can."""
    chains = [_chain(first, choices[1:]) for first in choices[0]]
    return min(chains, key=lambda chain: chain[-1][1] - chain[0][0])


def _chain(first: tuple[int, int], others: list[list[tuple[int, int]]]) -> tuple[tuple[int, int], ...]:
    chain = [first]
    for choice in others:
        chain.append(min(choice, key=lambda span: abs(span[0] - chain[-1][1])))
    return tuple(sorted(chain))


def left_out(there: Found) -> Iterator[str]:
    """What the source's list has between, before or behind the members that were found, as far as it is one list."""
    text = there.part.text
    joined = [(one, other) for one, other in pairwise(there.spans) if one[1] <= other[0]]
    gaps = [text[one[1]:other[0]] for one, other in joined]
    listed = [gap for gap in gaps if _ONLY_JOIN.fullmatch(gap) or _BETWEEN.fullmatch(gap)]
    # Members that stand apart are no list of the source's.
    if len(listed) != len(there.spans) - 1:
        return
    for gap in gaps:
        if not _ONLY_JOIN.fullmatch(gap) and (between := _BETWEEN.fullmatch(gap)):
            yield from _QUOTES.sub("", between["left"]).split("、")
    if ahead := _AHEAD.search(text[:there.spans[0][0]]):
        yield ahead["left"]
    if behind := _BEHIND.match(text, there.spans[-1][1]):
        yield behind["left"]
