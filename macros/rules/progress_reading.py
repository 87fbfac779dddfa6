"""A status must be what its cue says, by the one table of words (`macros/model/progress_words.yml`)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from macros.findings import Finding
from macros.fulltext.cues import offered
from macros.fulltext.originals import Originals
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Progress
from macros.model.entries import Practice
from macros.model.progress import read
from macros.model.vocabulary import Status
from macros.rules.rule import Rule
from macros.text import counted
from macros.text.counted import told_as_done

# A cue's own quotation marks within those about it.
_INNER = str.maketrans("“”", "‘’")


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    for i, account in enumerate(practice.accounts):
        if wrong := judged(account.progress):
            yield catalog.finding("practices", pid, ("accounts", i, "progress", wrong.field), RULE.code, wrong.message, wrong.cure)


def offering(catalog: Catalog, originals: Originals, finding: Finding) -> Finding:
    """A finding of this rule, of a cue that says nothing, with the words of the cited paragraphs that would do."""
    _, pid = finding.about or ("", "")
    practice = catalog.practices.get(pid)
    if practice is None or finding.place[-1:] != ("cue",):
        return finding
    account = practice.accounts[int(finding.place[1])]
    speech = originals.speech(account.speech)
    numbers = locators.numbers(account.at)
    would = offered(p.text for p in speech.passages if p.number in numbers) if speech and account.progress.status is Status.DONE else []
    return replace(finding, cure=f"所引的段里可以作依据的有“{'”、“'.join(cue.translate(_INNER) for cue in would)}”；{finding.cure}") if would else finding


class Wrong(NamedTuple):
    """The field that is wrong, what is wrong with it and what to write."""

    field: str
    message: str
    cure: str


def judged(progress: Progress) -> Wrong | None:
    """What is wrong with a status and its cue; None for a status that its cue bears out."""
    return judged_words(progress.status, progress.cue)


def judged_words(status: Status, cue: str | None) -> Wrong | None:
    """As `judged`, of a status and a cue while the rest is being written."""
    reading = read(cue or "")
    if not cue or status is reading.status or (status is Status.UNCLEAR and reading.status is None) or implied(status, cue):
        return None
    if reading.status is not None:
        meant = reading.status
        return Wrong("status", f"依据“{cue}”里的“{reading.word}”说明是“{meant.label}”，进展却写了“{status.label}”",
                     f"改成 status: {meant.value}（{meant.label}）；几个词都有，取走得最近的那个"
                f"{'（kb check --fix 会改）' if (status, meant) == (Status.PILOT, Status.EXPLORING) else ''}")
    if reading.word is not None:
        return Wrong("cue", f"依据“{cue}”里的“{reading.word}”单独不说明进展",
                     "看这一篇开头和标题的话，用那里的词作依据，写 scope: speech（全篇）；也没有，就写 status: unclear（不明）")
    return Wrong("cue", f"依据“{cue}”里没有说明进展的词",
                 "照抄原文里“已、正在、进一步健全、首批、探索、拟、将、要”一类的词，做成了的也可以照抄过去的时间加数目或做的事（“去年……7件”“近两年……召开”）、"
                 "办成的结果（“42件……得到解决”）、设了什么又多久一次（“设立……，每年评”）、"
                 "在几处建了（“在10个村建”）（见编写指南“进展”）；没有就写 status: unclear（不明）")


def implied(status: Status, cue: str) -> bool:
    """Whether a cue of what is done says so without a word of the table: by a past time with a count or a deed, by so many places,
    by what came of it (得到解决), by what is set up and comes back (设立……每年评)."""
    return status is Status.DONE and read(cue).status is None and (told_as_done(cue) is not None or counted.result(cue) or counted.standing(cue) is not None)


def fix_fields(progress: Mapping[str, Any]) -> Mapping[str, str]:
    """Written before 探索 was a status of its own: 试点 with a cue that only says 探索 can mean nothing else."""
    cue = progress.get("cue")
    if progress.get("status") == Status.PILOT.value and isinstance(cue, str) and read(cue).status is Status.EXPLORING:
        return {"status": Status.EXPLORING.value}
    return {}


RULE = Rule(
    code="progress-reading",
    title="进展要与依据相符",
    why="进展只凭原文的词语定，哪个词是哪一步有一张表；一句里有几个，取走得最近的：宁可说少，不能把打算说成做到。",
    wrong="progress: {status: under-way, cue: 将探索完善, scope: local}",
    right="progress: {status: planned, cue: 将探索完善, scope: local}",
    check_practice=check_practice,
    fix_fields=fix_fields,
)
