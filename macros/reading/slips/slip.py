"""What a slip of the pen is, and what the detectors of slips share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import describe
from macros.model.fields import Model, fields_of
from macros.model.kinds import KINDS

# Start, end, and what stands there instead.
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Slip:
    """A place where a file does not say what it was meant to say.

    `at` is the offset in the text; each of `trials` is a set of edits that would undo the slip. With `sure`
    there is one right answer, so that `kb check --fix` may make the edits; a `guess` counts only where the text
    can be read without the slip.
    """

    at: int
    message: str
    cure: str
    trials: tuple[tuple[Edit, ...], ...]
    sure: bool = False
    guess: bool = False
    code: str = "yaml-syntax"

    @property
    def sort(self) -> str:
        """The same for slips of the same sort: the message without what it quotes."""
        return self.code + re.sub(r"[A-Za-z_0-9 ]+", "", re.split("[：“”\"]", self.message)[0]) + self.cure[:4]


@dataclass(frozen=True)
class Line:
    """A line without its end: where it begins, its number (from 1), its blanks in front and the rest."""

    start: int
    number: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def content(self) -> str:
        return self.text.strip()

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def lines(text: str) -> Iterator[Line]:
    """The lines of a text; a carriage return belongs to the end of a line."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield Line(start, number, line.removesuffix("\r"))
        start += len(line) + 1


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with all edits made."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _models(model: Model) -> Iterator[Model]:
    yield model
    for below in describe.models(model).values():
        yield from _models(below)


def _names() -> dict[str, str]:
    """Every field of every kind, by its name and by its Chinese label."""
    named = {name: label for kind in KINDS.values() for model in _models(kind.model) for name, label in describe.labels(model).items()}
    return {**{name: name for name in named}, **{label: name for name, label in named.items()}}


NAMES = _names()
# The fields that are lists, whatever they are lists of.
LISTS = frozenset(info.alias or name for kind in KINDS.values() for model in _models(kind.model)
                  for name, info in fields_of(model).items() if describe.listed(info))
# A field as people write it: its name, its Chinese label, or a word that was meant to be one.
FIELD = "(?:" + "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)) + "|[a-z][a-z_0-9]+)"
KNOWN = "(?:" + "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)) + ")"
# Blanks that look like blanks and are none to YAML: no-break, of an em, of an ideograph …
WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
