"""The words that progress rests on must stand where the account says."""

from collections.abc import Collection, Iterator

from macros.findings import Finding
from macros.fulltext.originals import Originals, says
from macros.fulltext.remembered import gathered
from macros.fulltext.segments import SpeechText
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.vocabulary import Scope
from macros.rules.rule import Rule


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for found in gathered(catalog, originals, RULE.code, ("practices",), lambda _, pid: _of_practice(catalog, originals, pid)).values():
        yield from found


def _of_practice(catalog: Catalog, originals: Originals, pid: str) -> Iterator[Finding]:
    for i, account in enumerate(catalog.practices[pid].accounts):
        cue, speech = account.progress.cue, originals.speech(account.speech)
        if not cue or speech is None:
            continue
        numbers = locators.numbers(account.at)
        if account.progress.scope is Scope.LOCAL:
            where, texts = "、".join(f"第{n}段" for n in sorted(numbers)), list(words_at(speech, numbers))
        else:
            where = "这篇发言"
            texts = [speech.title, *speech.headings, *(text for p in speech.passages for text in p.texts)]
        if texts and not any(says(text, cue) for text in texts):
            elsewhere = next((p.number for p in speech.passages if any(says(text, cue) for text in p.texts)), None)
            there = f"（第{elsewhere}段才有）" if elsewhere else ""
            yield catalog.finding("practices", pid, ("accounts", i, "progress", "cue"), RULE.code,
                                  f"依据“{cue}”在原文{where}里没有{there}", "照抄原文的词语；写错了段号就改出处（at）")


def words_at(speech: SpeechText, numbers: Collection[int]) -> Iterator[str]:
    """The paragraphs of these numbers with the rows of their tables, and the headings that they stand under."""
    for section in speech.sections:
        inside = [text for p in section.passages if p.number in numbers for text in p.texts]
        yield from inside
        if inside and section.heading:
            yield section.heading


RULE = Rule(
    code="cue-in-source",
    title="依据要照抄原文",
    why="进展只凭原文的词语定；词语不在那一段，读者就无从核对（本机有全文时才能查）。",
    wrong="cue: 已建成，而那一段没有这三个字",
    right="cue: 已经设置了",
    check_against_text=check_against_text,
    exemptible=True,
)
