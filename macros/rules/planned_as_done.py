"""What a speech only plans or calls for must not be told as if it were there."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.accounts import Account
from macros.model.entries import Practice
from macros.model.inline_links import Place
from macros.model.vocabulary import Status
from macros.rules.rule import Rule
from macros.text.completion import intended, told_as_done

OPEN = frozenset({Status.PLANNED, Status.CALLED_FOR})
# Of these nobody knows that they are done; what only lets it be understood is left to the editor.
UNKNOWN = frozenset({Status.EXPLORING, Status.UNCLEAR})


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    for place, text, those in _told(practice, statuses := [account.progress.status for account in practice.accounts]):
        if words := wrongly_done(text, those):
            yield catalog.finding(
                "practices", pid, place, RULE.code, f"进展是“{those[0].label}”，这里却写成“{words}”，像是已经做到", cure(those[0], told=(text, words)), needle=words)
    for i, unsaid in enumerate(practice.unsaid):
        if all(status in OPEN for status in statuses) and (words := told_as_done(unsaid.what, plainly=True)):
            yield catalog.finding("practices", pid, ("unsaid", i), RULE.code,
                                  f"进展是“{statuses[0].label}”，这里却写成“{words}”，像是已经做到", cure(statuses[0], told=(unsaid.what, words)), needle=words)


def cure(status: Status, otherwise: str = "就改进展（status）和依据（cue）", told: tuple[str, str] | None = None) -> str:
    """What to write where this is told as done: what the source says of it, and no more; of what is `told` (a text, and words of it) how."""
    said, word = _SAID.get(status, ("“拟、要、计划”一类的说法", "计划" if status is Status.PLANNED else "要"))
    example = intended(*told, word) if told and word else None
    return f"改成{said}{f'，例如“{example}”' if example else ''}；原文确实说已经做到，{otherwise}"


_SAID = {Status.EXPLORING: ("“探索、尝试”一类的说法", "探索"), Status.UNCLEAR: ("只说做什么的话，不说做到没有", "")}


def wrongly_done(text: str, statuses: list[Status]) -> str | None:
    """The words that tell as done what none of these statuses says is done, or None."""
    if not _undone(statuses):
        return None
    return told_as_done(text, plainly=not all(status in OPEN for status in statuses))


def _undone(statuses: list[Status]) -> bool:
    """Whether none of these says that anything is done."""
    return bool(statuses) and all(status in OPEN or status in UNKNOWN for status in statuses)


def _told(practice: Practice, statuses: list[Status]) -> Iterator[tuple[Place, str, list[Status]]]:
    """What is told of accounts that have nothing done, and of the practice where no account has, with their `statuses`."""
    for i, account in enumerate(practice.accounts):
        if _undone(statuses[i:i + 1]):
            yield from ((("accounts", i, *place), text, statuses[i:i + 1]) for place, text in _of_account(account))
    if _undone(statuses):
        yield from ((place, text, statuses) for place, text in _of_whole(practice))


def _of_account(account: Account) -> Iterator[tuple[Place, str]]:
    for j, point in enumerate(account.points):
        yield ("points", j, "text"), point.text
    for j, figure in enumerate(account.figures):
        yield ("figures", j, "label"), figure.label
    if account.name:
        yield ("name",), account.name


def _of_whole(practice: Practice) -> Iterator[tuple[Place, str]]:
    yield ("title",), practice.title
    yield from ((("aliases", i), alias) for i, alias in enumerate(practice.aliases))
    yield ("summary",), practice.summary


RULE = Rule(
    code="planned-as-done",
    title="计划不写成已完成",
    why="读者会照着学；把打算说成做到，是这个库最不该犯的错。",
    wrong="status: planned，要点写“已设立委员联络站”",
    right="要点写“在全县所有乡镇设立委员联络站（谋划中）”",
    check_practice=check_practice,
    exemptible=True,
)
