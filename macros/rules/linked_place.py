"""A point that links practices cites a place that tells of one of them: what 4.3 tells of is no point of 4.2."""

from collections.abc import Collection, Iterator

from macros.findings import Finding, Severity
from macros.fulltext.originals import Originals
from macros.fulltext.placed import text_at
from macros.fulltext.remembered import gathered
from macros.fulltext.statements import locators_of
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Account
from macros.model.entries import Practice
from macros.model.inline_links import LINK
from macros.rules.rule import Rule


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    # Few points link anything; what they link is looked at anew, since it may have changed by itself.
    for (_, pid), points in gathered(catalog, originals, RULE.code, ("practices",), lambda _, pid: _linking(catalog.practices[pid])).items():
        for i, j, ids in points:
            account = catalog.practices[pid].accounts[i]
            point, linked = account.points[j], [each for each in ids if each in catalog.practices]
            if theirs := _elsewhere(catalog, originals, account, point.at or account.at, linked):
                here, there = "、".join(point.at or account.at), "、".join(theirs)
                place = ("points", j, "at") if point.at else ("at",)
                titles = "、".join(catalog.practices[each].title for each in dict.fromkeys(linked))
                yield catalog.finding("practices", pid, ("accounts", i, *place), RULE.code, f"要点连到“{titles}”，出处写 {here}，那里没有讲到它，讲在 {there}",
                                      f'是不是出处写错了？核对后写成 at: ["{theirs[0]}"]', Severity.WARNING)


def _linking(practice: Practice) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The points of a practice that link others, by account and point, each with what it links."""
    for i, account in enumerate(practice.accounts):
        yield from ((i, j, tuple(LINK.findall(point.text))) for j, point in enumerate(account.points) if "[[" in point.text)


def _elsewhere(catalog: Catalog, originals: Originals, account: Account, cited: Collection[str], linked: Collection[str]) -> list[str]:
    """The places of the speech where the practices are told of, where none of them is told of or named at a cited one."""
    speech = originals.speech(account.speech)
    theirs = [at for each in linked for other in catalog.practices[each].accounts if other.speech == account.speech for at in locators_of(other)]
    if speech is None or any(_overlap(one, other) for one in cited for other in theirs):
        return []
    names = [name for each in linked for name in (catalog.practices[each].title, *catalog.practices[each].aliases)]
    texts = [text_at(speech, at) for at in cited]
    return [] if any(name in text for name in names for text in texts) else list(dict.fromkeys(theirs))


def _overlap(one: str, other: str) -> bool:
    """Whether two places are the same, or one is part of the other."""
    (number, item), (paragraph, part) = locators.parse(one), locators.parse(other)
    return number == paragraph and (item == part or item is None or part is None)


RULE = Rule(
    code="linked-place",
    title="要点连到哪一条，出处就写讲它的那一处",
    why="要点里只有链接时，段号项号写错了，看不出来；点开出处，讲的是别的事（本机有全文时才能查；那一处提到它的名称就不提醒）。",
    wrong='联络员讲在 4.3，要点写 {text: "联系靠[[lian-luo-yuan]]", at: ["4.2"]}',
    right='{text: "联系靠[[lian-luo-yuan]]", at: ["4.3"]}',
    check_against_text=check_against_text,
    exemptible=True,
)
