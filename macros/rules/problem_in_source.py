"""Where a problem is said to be named, the paragraph or its heading must name it."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from macros.findings import Finding, Severity
from macros.fulltext.likewise import every_pair, pairs, shared
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.fulltext.verbatim import stands
from macros.library.catalog import Catalog
from macros.model.entries import Problem
from macros.model.inline_links import Place
from macros.rules.rule import Rule

_QUOTED = re.compile("“([^”]+)”")
# How a question is put tells nothing of the problem.
_ASKING = re.compile("怎么办|怎么样?|怎样|如何|什么|[？?]")
# So many pairs of characters of a question are its subject; fewer are, with so many plain ones.
_ALIKE, _PLAIN = 2, 3


class Elsewhere(NamedTuple):
    """A place of a problem that does not name it, with the quoted words that it should have, and the place that names it, if one does."""

    place: Place
    at: str
    quoted: tuple[str, ...]
    right: str


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for (kind, problem_id), found in gathered(catalog, originals, RULE.code, ("problems",), lambda _, each: _of(catalog, originals, each)).items():
        for wrong in found:
            words = f"，没有“{'”“'.join(wrong.quoted)}”" if wrong.quoted else ""
            there = f"，{wrong.right} 才说到" if wrong.right else ""
            yield catalog.finding(kind, problem_id, wrong.place, RULE.code, f"原文 {wrong.at} 没有说到这个问题{words}{there}",
                                  "核对段号；那里只有办法、没有提出问题的，删去这一处", Severity.WARNING)


def _of(catalog: Catalog, originals: Originals, problem_id: str) -> Iterator[Elsewhere]:
    problem = catalog.problems[problem_id]
    for i, citation in enumerate(problem.named_in):
        speech = originals.speech(citation.speech)
        places = [at for p in speech.passages for at in (str(p.number), *(f"{p.number}.{item}" for item in range(1, len(p.items) + 1)))] if speech else []
        every = {at: text for at in places if (text := _text(originals, citation.speech, at)) is not None}
        # What a reader puts in quotes the source may not have at all.
        quoted = tuple(words for words in _QUOTED.findall(problem.title) if any(stands(words, text) for text in every.values()))
        named = [at for at, text in every.items() if _names(problem, quoted, text)]
        for j, at in enumerate(citation.at):
            if at in every and at not in named:
                yield Elsewhere(("named_in", i, "at", j), at, quoted, _nearest(named, every))


def _nearest(named: Sequence[str], every: Collection[str]) -> str:
    """The first place that names a problem: the item, where not all of its paragraph do."""
    for place in named:
        inside = [each for each in every if each.startswith(f"{place}.")]
        if not inside or all(each in named for each in inside) or not any(each in named for each in inside):
            return place
    return ""


def _names(problem: Problem, quoted: Sequence[str], text: str) -> bool:
    """Whether a text has what the question quotes; of one that quotes nothing, what it is about or another way to put it."""
    if quoted:
        return any(stands(words, text) for words in quoted)
    asked = _ASKING.sub("，", problem.title)
    alike = len(shared(pairs(asked), text))
    return alike >= _ALIKE or (alike > 0 and len(shared(every_pair(asked), text)) >= _PLAIN) or any(words in text for words in problem.synonyms)


def _text(originals: Originals, speech: str, at: str) -> str | None:
    """What a locator points at, with the heading that it stands under and the rows of its table; None where the text is not here."""
    passage = originals.passage(speech, at)
    return "\n".join((passage.heading or "", passage.cited, *passage.passage.rows)) if passage else None


RULE = Rule(
    code="problem-in-source",
    title="问题的出处要说到这个问题",
    why="读者点开“原文怎么说的”，看到的应当是这个问题，不是别的话（本机有全文时才能查）。",
    wrong="问题“‘不规范’怎么破解”，named_in 写第3段，第3段没有“不规范”",
    right="named_in 写有“不规范”的那一段",
    check_against_text=check_against_text,
    exemptible=True,
)
