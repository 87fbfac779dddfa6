"""A status must be what its cue says, read in the order of the design's rule for progress."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.model.vocabulary import Status
from macros.rules.rule import Rule

# In the order in which words decide. 要 and 应 alone only say that something is not done yet:
# with steps of its own it may be planned or under way.
READINGS: tuple[tuple[re.Pattern[str], tuple[Status, ...]], ...] = (
    (re.compile(r"(?<![不而])已(?![有知])"), (Status.DONE,)),
    (re.compile(r"正在|进一步|健全|完善|坚持"), (Status.UNDER_WAY,)),
    (re.compile(r"首批|试点|探索"), (Status.PILOT,)),
    (re.compile(r"拟(?!定)|(?<![即])将(?![x全其各每偶奇军])|打算|谋划"), (Status.PLANNED,)),
    (re.compile(r"(?<![重主需纲摘简扼想只首])要(?![点素件闻事务领])|(?<![适响反供相对])应(?![用对急])|必须"),
     (Status.CALLED_FOR, Status.PLANNED, Status.UNDER_WAY, Status.UNCLEAR)),
)


@lru_cache(maxsize=4096)
def read(cue: str) -> tuple[Status, ...]:
    """Every status that the words of a cue can stand for, the deciding one first."""
    return tuple(dict.fromkeys(s for words, statuses in READINGS if words.search(cue) for s in statuses))


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    for i, account in enumerate(practice.accounts):
        progress = account.progress
        readings = read(progress.cue or "")
        if readings and progress.status not in readings:
            meant = readings[0]
            yield catalog.finding(
                "practices", pid, ("accounts", i, "progress", "status"), RULE.code,
                f"依据“{progress.cue}”读作“{meant.label}”，进展却写了“{progress.status.label}”",
                f"把 status 改成 {meant.value}（{meant.label}）；或另找一处能说明“{progress.status.label}”的原话作依据",
                Severity.WARNING,
            )


RULE = Rule(
    code="progress-reading",
    title="进展要与依据相符",
    why="进展只凭原文的词语定，次序是：已 → 已实施；正在、进一步、健全、完善、坚持 → 推进中；首批、试点、探索 → 试点；"
        "拟、将、打算、谋划 → 计划；要、应而没有自己的步骤 → 提出要求。",
    wrong="progress: {status: done, cue: 拟成立, scope: local}",
    right="progress: {status: planned, cue: 拟成立, scope: local}",
    check_practice=check_practice,
    exemptible=True,
)
