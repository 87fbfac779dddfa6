"""Of which practices a clause of a hand-written page speaks, and as told by whom."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.handwritten.docs_folder.grounds import Grounds
from macros.handwritten.docs_folder.sentences import Link, Sentence
from macros.text.completion import CLAUSE

# What comes behind is of something else.
_TURNS = "；。！？"
_FIRST, _SECOND, _BOTH = "前者", "后者", 2


class Spoken(NamedTuple):
    """A practice, or one account of it."""

    practice: str
    account: int | None = None


def spoken_of(sentence: Sentence, grounds: Grounds, offset: int) -> tuple[Spoken, ...]:
    """What is named last before the end of the clause at `offset`: practices, or what one body tells of them; nothing where a
    body is named by itself, since all that it tells is meant then."""
    found: tuple[Spoken, ...] = ()
    practices: list[str] = []
    for start, end, inside in _clauses(sentence):
        if start and sentence.text[start - 1] in _TURNS:
            practices = []
        here = [link.entry_id for link in inside if link.kind == "practices"]
        bodies = [link.entry_id for link in inside if link.kind == "organizations"]
        practices = here or practices
        if inside:
            found = tuple(_as_told(here, bodies, grounds)) if here else tuple(each for each in _as_told(practices, bodies, grounds) if each.account is not None)
        elif referred := _referred(sentence, start, end):
            found = tuple(_as_told(practices or [each.practice for each in found], [referred], grounds))
        if end > offset:
            break
    return found


def referred(sentence: Sentence, offset: int) -> str | None:
    """The body that 前者 or 后者 stands for in the clause at `offset`."""
    return next((_referred(sentence, start, end) for start, end, _ in _clauses(sentence) if end > offset), None)


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int, list[Link]]]:
    for clause in CLAUSE.finditer(sentence.text):
        start, end = clause.span()
        yield start, end, [link for link in sentence.links if start <= link.start - sentence.start < end]


def _as_told(practices: Sequence[str], bodies: Sequence[str], grounds: Grounds) -> Iterator[Spoken]:
    """The practices, of each what the body tells of it, where only one is named and it tells of it."""
    told = list(grounds.told_by(bodies[0])) if len(set(bodies)) == 1 else []
    for practice in practices:
        accounts = [account for pid, account in told if pid == practice]
        yield Spoken(practice, accounts[0] if len(accounts) == 1 else None)


def _referred(sentence: Sentence, start: int, end: int) -> str | None:
    words = sentence.text[start:end]
    place = 0 if _FIRST in words else 1 if _SECOND in words else None
    if place is None:
        return None
    for links in ([link for link in sentence.links if link.start < sentence.start + start], sentence.before):
        bodies = list(dict.fromkeys(link.entry_id for link in links if link.kind == "organizations"))
        if bodies:
            return bodies[place] if len(bodies) == _BOTH else None
    return None
