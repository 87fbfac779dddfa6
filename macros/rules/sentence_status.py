"""What one sentence of the source says is at one stage: the least advanced that it names."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Account
from macros.model.progress import further, read
from macros.model.vocabulary import Scope, Status
from macros.rules import progress_reading
from macros.rules.rule import Rule, exempting
from macros.text.counted import ahead_of

# A semicolon ends a statement as a full stop does.
_STATEMENT = re.compile("[^。；！？;!?]+")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for found in gathered(catalog, originals, RULE.code, ("practices",), lambda _, pid: _of_practice(catalog, originals, pid)).values():
        yield from found


def _of_practice(catalog: Catalog, originals: Originals, pid: str) -> Iterator[Finding]:
    for i, account in enumerate(catalog.practices[pid].accounts):
        if progress_reading.judged(account.progress):  # one mistake, one message
            continue
        if word := _planned(originals, account):
            yield catalog.finding(
                "practices", pid, ("accounts", i, "progress", "status"), RULE.code,
                f"依据“{account.progress.cue}”的那一句或前面领起的话里有“{word}”，说的不是已经做到的",
                f"是打算，改成 status: {Status.PLANNED.value}（{Status.PLANNED.label}）、cue: {word}；那个词说的是另一件事，就写 {exempting(RULE.code)}")
            continue
        for sentence in _around(originals, account):
            reading = read(sentence, cue=False)
            if reading.status and further(account.progress.status, reading.status):
                yield catalog.finding(
                    "practices", pid, ("accounts", i, "progress", "status"), RULE.code,
                    f"依据“{account.progress.cue}”的那一句里还有“{reading.word}”，说明是“{reading.status.label}”",
                    f"取走得最近的：改成 status: {reading.status.value}（{reading.status.label}）、cue: {reading.word}；"
                    f"两个词说的不是一件事，就写 {exempting(RULE.code)}")
                break


def _around(originals: Originals, account: Account) -> list[str]:
    """The sentences of the cited paragraphs that have the cue."""
    cue = account.progress.cue
    return [s for text in _paragraphs(originals, account) for s in _STATEMENT.findall(text) if cue and cue in s]


def _paragraphs(originals: Originals, account: Account) -> list[str]:
    """The paragraphs that an account cites, where its cue is said to stand in them."""
    speech = originals.speech(account.speech)
    if speech is None or account.progress.scope is not Scope.LOCAL:
        return []
    numbers = locators.numbers(account.at)
    return [p.text for p in speech.passages if p.number in numbers]


def _planned(originals: Originals, account: Account) -> str | None:
    """The word that makes a plan of a cue that says only by its time or its count that something is done; None where one of its places has none."""
    cue = account.progress.cue or ""
    if not progress_reading.implied(account.progress.status, cue):
        return None
    found = [ahead_of(text, at) for text in _paragraphs(originals, account) if (at := text.find(cue)) >= 0]
    return found[0] if found and all(found) else None


RULE = Rule(
    code="sentence-status",
    title="一句话里取走得最近的词",
    why="“将探索完善”里有打算也有完善；只挑走得远的那个，就把打算说成了正在做（本机有全文时才能查）。",
    wrong="原文“将……探索完善”，写 {status: under-way, cue: 完善}",
    right="{status: planned, cue: 将……}",
    check_against_text=check_against_text,
    exemptible=True,
)
