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
from macros.model.vocabulary import Scope
from macros.rules import progress_reading
from macros.rules.rule import Rule, exempting

# A semicolon ends a statement as a full stop does.
_STATEMENT = re.compile("[^。；！？;!?]+")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for found in gathered(catalog, originals, RULE.code, ("practices",), lambda _, pid: _of_practice(catalog, originals, pid)).values():
        yield from found


def _of_practice(catalog: Catalog, originals: Originals, pid: str) -> Iterator[Finding]:
    for i, account in enumerate(catalog.practices[pid].accounts):
        if progress_reading.judged(account.progress):  # one mistake, one message
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
    speech, cue = originals.speech(account.speech), account.progress.cue
    if speech is None or not cue or account.progress.scope is not Scope.LOCAL:
        return []
    numbers = locators.numbers(account.at)
    texts = [p.text for p in speech.passages if p.number in numbers]
    return [s for text in texts for s in _STATEMENT.findall(text) if cue in s]


RULE = Rule(
    code="sentence-status",
    title="一句话里取走得最近的词",
    why="“将探索完善”里有打算也有完善；只挑走得远的那个，就把打算说成了正在做（本机有全文时才能查）。",
    wrong="原文“将……探索完善”，写 {status: under-way, cue: 完善}",
    right="{status: planned, cue: 将……}",
    check_against_text=check_against_text,
    exemptible=True,
)
