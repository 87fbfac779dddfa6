"""What is wrong with how often ours says that something is done: the source hides it, has it of another thing, or says it otherwise,
be it 每届 or no more than 定期."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from macros.fulltext.likewise import clause_at, every_pair, pairs, sentence_at, shared
from macros.fulltext.miss import Fault, Miss
from macros.fulltext.statements import Ground
from macros.fulltext.wording import words_around
from macros.text.frequencies import Frequency
from macros.text.likeness import Likeness, likeness
from macros.text.quantities import Quantity

# How often, without a number.
_VAGUELY = re.compile("不?定期|不时|经常|常态化?|适时|随时|逐年|逐步")
# What says how often, not what is done.
_OFTEN = re.compile("[每年月季度周天日次回届半零一两二三四五六七八九十]")


class Told(NamedTuple):
    """Words of a paragraph that say how often; `weight` is how much of ours stands in their part of the clause, in their clause and in their
    sentence, `plain` what tells little included."""

    weight: tuple[int, ...]
    plain: int
    ground: Ground
    start: int
    end: int

    def of(self, amount: Quantity, fault: Fault) -> Miss:
        return Miss(amount, fault, words_around(self.ground.text, self.start, self.end), self.ground)


def wrong(amount: Quantity, text: str, cited: Iterable[Ground], others: Iterable[Ground], masked: Iterable[tuple[Quantity, Ground]]) -> Miss:
    """Of a frequency in a text what its `cited` paragraphs say in its place, where `masked` ones stand that it may have been
    filled in for, and `others` may have it of the same thing; never for the sake of the frequency alone."""
    cited, ours = tuple(cited), _around(text, amount.start)
    said = [_content(pairs(each)) for each in ours]
    every = _content(every_pair(ours[1]))

    def told(start: int, end: int, ground: Ground) -> Told:
        theirs = _around(ground.text, start)
        weight = (len(shared(said[0], theirs[0])), len(shared(said[1], theirs[1])), len(shared(said[1], theirs[2])))
        return Told(weight, len(shared(every, theirs[2])), ground, start, end)

    numbered = [told(q.start, q.end, ground) for ground in cited for q in ground.amounts if _otherwise(amount, q)]
    here = numbered + [told(*m.span(), ground) for ground in cited for m in _VAGUELY.finditer(ground.text)]
    only = numbered if len(numbered) == 1 else here if len(here) == 1 else []
    best = max((each for each in here if any(each.weight) or each.plain or each in only), key=lambda each: (each.weight, each.plain), default=None)
    least = best.weight if best else (0, 0, 0)
    hidden = max((told(q.start, q.end, ground) for q, ground in masked if not _otherwise(amount, q)), key=lambda each: (each.ground in cited, each.weight), default=None)
    if hidden and hidden.weight >= least and (any(hidden.weight) or (hidden.ground in cited and not best)):
        return hidden.of(amount, Fault.MASKED)
    same = (told(q.start, q.end, ground) for ground in others for q in ground.amounts if likeness(amount, q) is Likeness.SAME)
    elsewhere = max(same, key=lambda each: each.weight, default=None)
    # What is no paragraph is an entry, in whose few words nothing else need be common.
    if elsewhere and (elsewhere.weight > least or not (best or elsewhere.ground.speech)):
        return elsewhere.of(amount, Fault.ELSEWHERE)
    return best.of(amount, Fault.NOWHERE) if best else Miss(amount, Fault.NOWHERE)


def _around(text: str, at: int) -> tuple[str, str, str]:
    """The part of a clause that has the character at `at`, the clause, and the sentence."""
    clause = clause_at(text, at)
    start = text.rfind("、", clause.start, at) + 1 or clause.start
    return text[start:clause.end].partition("、")[0], clause.text, sentence_at(text, at)


def _content(found: Iterable[str]) -> frozenset[str]:
    return frozenset(pair for pair in found if not _OFTEN.search(pair))


def _otherwise(amount: Quantity, theirs: Quantity) -> bool:
    """Whether theirs says another frequency than ours."""
    ours, other = amount.frequency, theirs.frequency
    return ours is not None and other is not None and not ((other.months == ours.months and _months_agree(ours, other)) if theirs.masked else ours.agrees(other))


def _months_agree(ours: Frequency, theirs: Frequency) -> bool:
    """Whether the same months may be meant: 奇数月 are not 偶数月."""
    return "odd" not in (ours.parity, theirs.parity) or ours.parity == theirs.parity or not ours.parity
