"""Stretches of a full text in another text that no entry says itself.

Only Chinese characters count, on both sides, so that tags, punctuation and line ends hide nothing.
What an entry says is judged by the rules for entries (`copied-text`), with its names and reviewed
exemptions, so it may stand elsewhere too.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from macros.fulltext.originals import COPIED_MINIMUM as RUN
from macros.library.catalog import Catalog
from macros.model.inline_links import texts

_STEP = RUN // 2
_OTHER = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
# Names shorter than this occur everywhere and excuse nothing.
_NAME = 4

# A piece of an original → the lines that it stands in, with its place.
Grams = dict[str, list[tuple[str, int]]]


def pieces(text: str) -> Iterator[str]:
    """The pieces of a text, Chinese characters alone, that `copied` looks for."""
    return (text[at:at + _STEP] for at in range(0, len(text) - _STEP + 1, _STEP))


def grams_of(originals: Iterable[str], wanted: Collection[str] | None = None) -> Grams:
    """The pieces of the full texts, line by line; those that are wanted alone, which takes a third of the time."""
    grams: Grams = {}
    for line in (line for text in originals for line in map(chinese, text.splitlines()) if len(line) >= RUN):
        for i, piece in enumerate(line[i:i + _STEP] for i in range(len(line) - _STEP + 1)):
            if wanted is None or piece in wanted:
                grams.setdefault(piece, []).append((line, i))
    return grams


def chinese(text: str) -> str:
    """Only the Chinese characters of a text, escapes of JSON resolved."""
    if "\\u" in text:
        text = _ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), text)
    return _OTHER.sub("", text)


def copied(text: str, grams: Grams, said: "Said") -> str | None:
    """The first run of at least RUN characters that an original has too and no entry says.

    Every such run holds a whole gram at one of the places looked at: RUN is twice the step.
    """
    for at in range(0, len(text) - _STEP + 1, _STEP):
        for line, i in grams.get(text[at:at + _STEP], ()):
            before = _alike(reversed(text[max(0, at - len(line)):at]), reversed(line[:i]))
            after = _alike(iter(text[at:at + len(line)]), iter(line[i:]))
            run = text[at - before:at + after]
            if len(run) >= RUN and not said.covers(run):
                return run
    return None


def _alike(one: Iterator[str], other: Iterator[str]) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


class Said:
    """All that entries say, as Chinese characters."""

    def __init__(self, catalog: Catalog) -> None:
        strings = {chinese(text) for kind, entry_id in catalog.origins for text in _strings(catalog, kind, entry_id)}
        self._strings = sorted((s for s in strings if len(s) >= _NAME), key=lambda s: (-len(s), s))
        self._joined = "\n".join(self._strings)
        self._known: dict[str, bool] = {}

    def covers(self, run: str) -> bool:
        """Whether a run is an entry's words, or entries' words one after another with little between."""
        if run not in self._known:
            self._known[run] = run in self._joined or self._left(run) < _STEP
        return self._known[run]

    def _left(self, run: str) -> int:
        for string in self._strings:
            run = run.replace(string, "\n")
        return sum(c != "\n" for c in run)


def _strings(catalog: Catalog, kind: str, entry_id: str) -> Iterator[str]:
    """Every string of an entry: of the entry itself, which stays when a build has released its file; of the file where none could be made."""
    known = catalog.of(kind).get(entry_id)
    yield from (text for _, text in (catalog.strings(kind, entry_id) if known is None else texts(known)))


# For asking first whether anything is copied at all.
NOTHING = Said(Catalog())
