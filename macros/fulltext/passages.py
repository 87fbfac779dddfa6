"""A paragraph of a source: its items and masks, by the convention of the library.

Items are the run-in markers 一是 二是 … or 一方面 另一方面, in order, at the start of the paragraph or
after 。 ； ：. A mask is one unbroken run of `x` that stands for a figure or a name; `x-x` are two.
"""

import re
from dataclasses import dataclass
from functools import cached_property

_DIGITS = "一二三四五六七八九"
_TENS = [*_DIGITS, "十", *(f"十{d}" for d in _DIGITS), "二十"]
_SERIES = (tuple(f"{n}是" for n in _TENS), ("一方面", "另一方面"))
_BEFORE = r"(?:^|[。；：;:][”’\"'）)]*)\s*"

# Not the x of a Latin word, nor the sign between two figures.
_MASK = re.compile(r"(?<![A-Za-zａ-ｚＡ-Ｚ×])(?!(?<=\d)×\d)[xX×ｘＸ]+(?![A-Za-zａ-ｚＡ-Ｚ])")


@dataclass(frozen=True)
class Span:
    """A stretch of a paragraph, from character `start` up to `end`; `text` is the item's marker or the mask."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Passage:
    """One numbered paragraph of a speech: its text, its line in the original, the table rows after it."""

    number: int
    line: int
    text: str
    rows: tuple[str, ...] = ()

    @cached_property
    def items(self) -> tuple[Span, ...]:
        return items(self.text)

    @cached_property
    def masks(self) -> tuple[Span, ...]:
        """The masks of the prose; those of a table count with `mask_count`."""
        return masks(self.text)

    @property
    def mask_count(self) -> int:
        return len(self.masks) + sum(len(masks(row)) for row in self.rows)

    def place(self, offset: int) -> str:
        """The locator (`3`, `3.2`) of a character of the paragraph."""
        inside = [i for i, item in enumerate(self.items, 1) if item.start <= offset]
        return f"{self.number}.{inside[-1]}" if inside else str(self.number)


def items(text: str) -> tuple[Span, ...]:
    """The items of a paragraph; the last one runs to its end. A single marker makes no list."""
    found = [marks for marks in (_marks(text, series) for series in _SERIES) if len(marks) > 1]
    if not found:
        return ()
    first = min(found, key=lambda marks: marks[0][0])
    ends = [start for start, _ in first[1:]] + [len(text)]
    return tuple(Span(start, end, marker) for (start, marker), end in zip(first, ends, strict=True))


def _marks(text: str, series: tuple[str, ...]) -> list[tuple[int, str]]:
    """Where the markers of a series stand, each after the one before it."""
    found: list[tuple[int, str]] = []
    for match in re.finditer(_BEFORE + f"({'|'.join(sorted(series, key=len, reverse=True))})", text):
        if len(found) < len(series) and match.group(1) == series[len(found)]:
            found.append((match.start(1), match.group(1)))
    return found


def masks(text: str) -> tuple[Span, ...]:
    """The masks of a text, in order."""
    return tuple(Span(m.start(), m.end(), m.group()) for m in _MASK.finditer(text))
