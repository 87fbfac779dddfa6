"""The words by which names are told: one table (`candidate_words.yml`), for candidates and for the form they are of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from macros.model.vocabulary import Form

TABLE = Path(__file__).with_name("candidate_words.yml")


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda w: (-len(w), w))))


@dataclass(frozen=True)
class Words:
    """The table: verbs, contexts, the endings of names with the form each is of, and words that say nothing."""

    made: frozenset[str]
    done: frozenset[str]
    new: frozenset[str]
    naming: frozenset[str]
    using: frozenset[str]
    against: frozenset[str]
    saying: frozenset[str]
    concrete: dict[str, Form]
    abstract: dict[str, Form]
    loose: frozenset[str]
    plain: frozenset[str]
    bare: frozenset[str]
    usual: frozenset[str]
    national: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The table as it stands in its file."""
    read = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    lists = {name: frozenset(line.split()) for name, line in read.items() if isinstance(line, str)}
    return Words(concrete=_kinds(read["concrete"]), abstract=_kinds(read["abstract"]), **lists)


def _kinds(by_form: dict[str, str]) -> dict[str, Form]:
    forms = {form.value: form for form in Form}
    return {word: forms[form] for form, line in by_form.items() for word in line.split()}


@lru_cache(maxsize=1)
def _endings() -> re.Pattern[str]:
    return re.compile(f"(?:{either([*words().concrete, *words().abstract])})$")


def ending(name: str) -> str | None:
    """The word at the end of a name that says what it is; None where none does. A word of every day (重点) is none."""
    found = _endings().search(name)
    if not found or (len(found.group()) == 1 and name[-2:] in words().plain):
        return None
    return found.group()


def form(name: str) -> Form | None:
    """The form that a name says by its ending."""
    kind = ending(re.sub("[“”\"‘’《》]", "", name))
    if kind is None:
        return None
    return words().concrete.get(kind) or words().abstract.get(kind)


@lru_cache(maxsize=1)
def _empty() -> re.Pattern[str]:
    return re.compile(f"{either(words().bare)}|(?P<usual>{either(words().usual)})|(?P<other>.)")


@lru_cache(maxsize=8192)
def weight(name: str) -> float:
    """How much a name without quotes says, 0 to 1: nothing by a kind alone (领导小组), much by words of its own."""
    if any(fixed in name for fixed in words().national):
        return 0.0
    kind = ending(name)
    stem = name[:-len(kind)] if kind else name
    found = list(_empty().finditer(stem))
    other = sum(1 for m in found if m.group("other"))
    usual = len({m.group("usual") for m in found if m.group("usual")})
    if kind is None:
        return 0.6 if other >= 3 else 0.0
    if kind in words().abstract:
        return 0.8 if other >= 2 else 0.65 if usual >= 2 or (other and usual) else 0.4 if usual or other else 0.0
    # An ending of one character needs more before it: 夜灯日, no 生日.
    if len(stem) < (2 if len(kind) == 1 else 1):
        return 0.0
    return 0.85 if other >= 2 else 0.75 if other or usual else 0.65 if len(name) >= 5 else 0.2
