"""What one sentence of the source says is at one stage: the least advanced that it names."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Account
from macros.model.progress import Reading, further, read
from macros.model.vocabulary import Scope, Status
from macros.rules import progress_reading
from macros.rules.rule import Rule, exempting
from macros.text import counted
from macros.text.completion import STATEMENT
from macros.text.counted import ahead_of

# 印发文件，要求年底前各乡镇全部建成: what is asked for, right before what would be done.
_ASKED = re.compile("(?:要求|力争|争取|确保|计划|打算|(?<![模虚比草])拟|准备|谋划)[^，,。；;：:]*$|(?<![去前]年)(?<![0-9]年)(?<![0-9]年年)年底前[^，,。；;：:]*$")
_WORD = re.compile("要求|力争|争取|确保|计划|打算|拟|准备|谋划|年底前")
# 按要求建成, 前期准备已完成: what was asked for or prepared, and is there.
_AS_ASKED = re.compile("(?:按|依|根据|符合|对照|落实|达到|如)[^，,。；;：:]{0,12}(?:要求|计划|打算)")
_TOLD = re.compile("已|累计|截至|去年|近[一二两三四五]年")
_PLANS = re.compile("下一?步|下一?阶段|今后|打算|设想|展望|计划$")


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
            if reading.status and further(account.progress.status, reading.status) and not _found_since(sentence, account, reading):
                yield catalog.finding(
                    "practices", pid, ("accounts", i, "progress", "status"), RULE.code,
                    f"依据“{account.progress.cue}”的那一句里还有“{reading.word}”，说明是“{reading.status.label}”",
                    f"取走得最近的：改成 status: {reading.status.value}（{reading.status.label}）、cue: {reading.word}；"
                    f"两个词说的不是一件事，就写 {exempting(RULE.code)}")
                break


def _around(originals: Originals, account: Account) -> list[str]:
    """The sentences of the cited paragraphs that have the cue."""
    cue = account.progress.cue
    return [s for _, text in _paragraphs(originals, account) for s in STATEMENT.findall(text) if cue and cue in s]


def _paragraphs(originals: Originals, account: Account) -> list[tuple[str, str]]:
    """The paragraphs that an account cites, where its cue is said to stand in them, each behind the heading above it."""
    speech = originals.speech(account.speech)
    if speech is None or account.progress.scope is not Scope.LOCAL:
        return []
    numbers = locators.numbers(account.at)
    return [(section.heading or "", p.text) for section in speech.sections for p in section.passages if p.number in numbers]


def _planned(originals: Originals, account: Account) -> str | None:
    """The word that makes a plan of a cue of what is done: of one that says so only by its time, count, result or rhythm any word of
    its sentence or the heading above, of any other what stands right before it in its clause; None where one of its places has none."""
    cue = account.progress.cue or ""
    if account.progress.status is not Status.DONE or not cue:
        return None
    implied = progress_reading.implied(account.progress.status, cue)
    found = [((ahead_of(text, at) or _headed(heading)) if implied else _asked(text, at)) for heading, text in _paragraphs(originals, account) if (at := text.find(cue)) >= 0]
    return found[0] if found and all(found) else None


def _asked(text: str, at: int) -> str | None:
    clause = None if _TOLD.match(text, at) else _ASKED.search(text[:at])
    found = _WORD.search(clause.group()) if clause and not _AS_ASKED.search(text[max(0, clause.start() - 12):at]) else None
    return found.group() if found else None


def _headed(heading: str) -> str | None:
    found = _PLANS.search(heading)
    return found.group() if found else None


def _found_since(sentence: str, account: Account, reading: Reading) -> bool:
    """Whether what a sentence says to be looked for has been found: 探索建立…，推动42件难事得到解决, where the cue is of what came of it."""
    if account.progress.status is not Status.DONE or reading.status is not Status.EXPLORING or not reading.word:
        return False
    looked, cue = sentence.find(reading.word), account.progress.cue or ""
    return any(looked < start and start < sentence.find(cue) + len(cue) and sentence.find(cue) < end for start, end in counted.told(sentence))


RULE = Rule(
    code="sentence-status",
    title="一句话里取走得最近的词",
    why="“将探索完善”里有打算也有完善；只挑走得远的那个，就把打算说成了正在做（本机有全文时才能查）。",
    wrong="原文“将……探索完善”，写 {status: under-way, cue: 完善}",
    right="{status: planned, cue: 将……}",
    check_against_text=check_against_text,
    exemptible=True,
)
