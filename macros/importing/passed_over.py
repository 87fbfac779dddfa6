"""The amounts of a place that no figure of an account tells of, each with its words and why: a person takes what belongs there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.importing import measured
from macros.importing.drafts import shown
from macros.importing.measured import Amount

NAMELESS = "看不出数的是什么，收进来要写名目"
ELSEWHERE = "那一句没有写到这个做法的名称"
LEFT = "起草时没有收，或者后来去掉了"


@dataclass(frozen=True)
class PassedOver:
    """An amount without a figure: `words` is what it would quote, from `start` to `end` of its place; `why` in an editor's words."""

    amount: Amount
    words: str
    start: int
    end: int
    why: str


def passed_over(text: str, names: Iterable[str], taken: Iterable[str]) -> Iterator[PassedOver]:
    """What the text of a place counts and no figure holds, in its order. `names` are the practice's, `taken` the words that its figures
    quote, as an entry writes them."""
    names = list(names)
    held = list(_held(text, taken))
    about = [(start, start + len(part)) for name in names for part in measured.of(text, name) if (start := text.find(part)) >= 0]
    for amount in _every(text):
        if any(start < amount.end and amount.start < end for start, end in held):
            continue
        named = any(start <= amount.start < end for start, end in about)
        start, end = _quoted(text, amount)
        why = amount.why.value if amount.why else NAMELESS if not amount.label else LEFT if named or not names else ELSEWHERE
        yield PassedOver(amount, text[start:end], start, end, why)


def of_words(text: str, words: str) -> Amount | None:
    """The first amount within some words of a place, as an entry writes them; None where they stand nowhere there or count nothing.
    Of words that stand there twice the first that count something."""
    spans = [(m.start(), m.end()) for m in re.finditer(re.escape(shown(words)), shown(text))] if words else []
    every = _every(text) if spans else []
    return next((a for start, end in spans for a in every if start <= a.start and a.end <= end), None)


def _every(text: str) -> list[Amount]:
    return sorted(measured.every(text), key=lambda a: a.start)


def _held(text: str, taken: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the words of figures stand; of `8个` not the end of `18个`, and of the same words twice each once."""
    held: list[tuple[int, int]] = []
    for words in sorted((w for w in taken if w), key=len, reverse=True):
        edge = r"(?<![\dxX.])" if re.match(r"[\dxX]", words) else ""
        free = next((m.span() for m in re.finditer(edge + re.escape(words), shown(text)) if not any(a < m.end() and m.start() < b for a, b in held)), None)
        if free:
            held.append(free)
    return iter(held)


def _quoted(text: str, amount: Amount) -> tuple[int, int]:
    """From where to where the words stand that a figure of this amount quotes."""
    start = text.rfind(amount.raw, 0, amount.end + len(amount.raw))
    return (start, start + len(amount.raw)) if start >= 0 and start <= amount.start and amount.end <= start + len(amount.raw) else (amount.start, amount.end)
