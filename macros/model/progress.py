"""How far a text says that something got: the one table of words, and how it is read.

The table is `progress_words.yml`. The check, the editors' guide and the drafts of an import all read
it here. When words say several things, the least advanced one counts: the library errs towards the plan.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import yaml

from macros.model.vocabulary import Status

TABLE = Path(__file__).with_name("progress_words.yml")
# From the furthest to the least advanced; 不明 stands outside: it is what is left when nothing is said.
ADVANCED = tuple(status for status in Status if status is not Status.UNCLEAR)
_STATUSES = {status.value: status for status in Status}
# What may stand between the two halves of a word such as 截至…共.
_BETWEEN = "[^。；！？;!?]{0,20}?"
# The # of a word: the digits of a year.
_YEAR = "(?<![0-9])(?:[12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})"


@dataclass(frozen=True)
class Word:
    """A word of the table: `status` None says nothing by itself; `cue_only` counts in a cue only."""

    text: str
    status: Status | None
    besides: tuple[str, ...]
    cue_only: bool

    @property
    def shown(self) -> str:
        """The word as the guide writes it."""
        return self.text.replace("#", "某")

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        # An exception is taken whole, so that the word inside it is never looked at.
        others = "|".join(map(re.escape, sorted(self.besides, key=len, reverse=True)))
        word = _BETWEEN.join(_YEAR.join(map(re.escape, part.split("#"))) for part in self.text.split("…"))
        return re.compile(f"(?:{others})|(?P<word>{word})" if others else f"(?P<word>{word})")

    def within(self, text: str) -> str | None:
        """The word as the text has it, or None where it only stands in one of its exceptions."""
        return next((m.group() for m in self.pattern.finditer(text) if m.group("word")), None)


@lru_cache(maxsize=1)
def words() -> tuple[Word, ...]:
    """The table, in its order."""
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return tuple(Word(row["word"], None if row["status"] == "none" else _STATUSES[row["status"]],
                      tuple(row.get("except", ())), bool(row.get("cue_only"))) for row in rows)


def by_status() -> dict[Status | None, tuple[Word, ...]]:
    """The words of each status, the statuses from the furthest on, last the words that say nothing."""
    return {status: tuple(w for w in words() if w.status is status) for status in (*ADVANCED, None)}


@dataclass(frozen=True)
class Reading:
    """What words say: the status that counts and the word it rests on; `word` None where none is listed."""

    status: Status | None
    word: str | None


@lru_cache(maxsize=4096)
def read(text: str, *, cue: bool = True) -> Reading:
    """The least advanced status that the listed words of a text stand for.

    A text with only words that say nothing by themselves gives one of them without a status. With
    `cue` false, words that often mean something else in a sentence are passed over.
    """
    listed = [(word, found) for word in words() if (cue or not word.cue_only) and (found := word.within(text))]
    said = [(word, found) for word, found in listed if word.status is not None]
    # 进一步健全 is one signal, not 进一步健全 and 健全; 选取…试点 is no 试点.
    said = [(w, found) for w, found in said if not any(found != other and found in other for _, other in said)]
    if said:
        word, found = max(said, key=lambda each: ADVANCED.index(each[0].status))
        return Reading(word.status, found)
    return Reading(None, listed[0][1] if listed else None)


def further(one: Status, other: Status) -> bool:
    """Whether `one` is more advanced than `other`; 不明 is compared with nothing."""
    return one in ADVANCED and other in ADVANCED and ADVANCED.index(one) < ADVANCED.index(other)
