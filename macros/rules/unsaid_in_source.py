"""What is said not to be said must not be said: where the cited place answers the question, it is no question."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.findings import Finding, Severity
from macros.fulltext.answered import answer
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.entries import Unsaid
from macros.model.inline_links import Place
from macros.rules import term_asked
from macros.rules.credited_body import Bodies
from macros.rules.rule import Rule
from macros.text.numerals import value

_CURE = "删去这一问；问的是别的，写明问什么"
_OF_SEVERAL = "删去这一问；问的是另一篇，写成 {what: 问什么, speech: 那一篇, aspect: 哪个方面}；问的是别的，写明问什么"
# 第4篇 is the fourth speech of its source; which one these mean nobody knows.
_NTH = re.compile("第([0-9]+|[一二三四五六七八九十]+)篇")
_OTHERS = re.compile("[另前后]一[家篇]|[前后]者|其[余他]|别[的家]|有的|个别")


class Answered(NamedTuple):
    """A question at a place of a practice, and what a paragraph of a speech answers."""

    place: Place
    question: str
    where: str
    words: str


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    bodies = Bodies(catalog)
    found = gathered(catalog, originals, RULE.code, ("practices",), lambda _, pid: _of_practice(catalog, originals, bodies, pid), rests_on=bodies.names)
    explained = term_asked.expansions(catalog) if found else {}
    for (kind, pid), each in found.items():
        cure = _CURE if len(catalog.practices[pid].accounts) == 1 else _OF_SEVERAL
        for one in each:
            if not any(term_asked.asked(catalog, explained, one.question)):  # told there
                question = one.question.replace("“", "‘").replace("”", "’")
                yield catalog.finding(kind, pid, one.place, RULE.code, f"“{question}”原文说了：{one.where}写的是“{one.words}”", cure, Severity.WARNING, needle=one.question)


def _of_practice(catalog: Catalog, originals: Originals, bodies: Bodies, pid: str) -> Iterator[Answered]:
    practice = catalog.practices[pid]
    cited = {(account.speech, at): originals.passage(account.speech, at) for account in practice.accounts if practice.unsaid for at in account.at}
    for i, unsaid in enumerate(practice.unsaid):
        places = [place for place in _places(catalog, bodies, pid, unsaid) if cited[place]]
        if found := answer(unsaid.what, practice.title, [each.cited for place in places if (each := cited[place])]):
            speech, at = places[found[0]]
            number = f"第{locators.parse(at)[0]}段"
            where = number if len(practice.accounts) == 1 else f"《{catalog.speeches[speech].short}》{number}"
            yield Answered(unsaid.place(i), unsaid.what, where, found[1])


def _places(catalog: Catalog, bodies: Bodies, pid: str, unsaid: Unsaid) -> Iterator[tuple[str, str]]:
    """The speeches and locators that a question is about: those of the speech or the body that it names, else all of the practice."""
    named = {body for *_, body in bodies.named(unsaid.what)}
    nth = {value(number) for number in _NTH.findall(unsaid.what)}
    accounts = catalog.practices[pid].accounts
    for account in accounts if len(accounts) == 1 or not _OTHERS.search(unsaid.what) else ():
        speech = catalog.speeches.get(account.speech)
        if speech and unsaid.speech in (None, account.speech) and (not named or speech.organization in named) and (not nth or speech.order in nth):
            yield from ((account.speech, at) for at in account.at)


RULE = Rule(
    code="unsaid-in-source",
    title="原文说了的，不写“原文未说明”",
    why="对照表会写“原文未说明”，读者就不去找了；谁、哪几个、多久、多少、在哪里，原文那一处明明写着（本机有全文时才能查，只提示看得准的）。",
    wrong="原文“每半年召开一次”，unsaid 写“多久开一次”",
    right="写进要点：{text: 每半年开一次, every: half-year}",
    check_against_text=check_against_text,
    exemptible=True,
)
