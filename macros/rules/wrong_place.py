"""An account whose quoted words all stand in another paragraph than the one it cites."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext.originals import Originals, says
from macros.fulltext.remembered import gathered
from macros.fulltext.segments import SpeechText
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Account
from macros.model.vocabulary import Scope
from macros.rules.rule import Rule

# One quotation may be wrong by itself; two that stand together elsewhere are a wrong place.
_ENOUGH = 2


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for (_, pid), wrong in gathered(catalog, originals, RULE.code, ("practices",), lambda _, pid: _accounts(catalog, originals, pid)).items():
        practice = catalog.practices[pid]
        for i, number in wrong:
            words = "”“".join(_quoted(practice.accounts[i]))
            at = "、".join(f"第{locators.parse(each)[0]}段" for each in practice.accounts[i].at)
            yield catalog.finding("practices", pid, ("accounts", i, "at"), RULE.code,
                                  f"“{words}”都不在所引的{at}，都在第{number}段", f"是不是出处写错了？核对后写成 at: [\"{number}\"]")


def accounts(catalog: Catalog, originals: Originals, pid: str) -> dict[int, int]:
    """The accounts of a practice that cite a wrong paragraph, each with the one that has their words."""
    return dict(_accounts(catalog, originals, pid))


def _accounts(catalog: Catalog, originals: Originals, pid: str) -> Iterator[tuple[int, int]]:
    for i, account in enumerate(catalog.practices[pid].accounts):
        speech = originals.speech(account.speech)
        if speech and (number := _elsewhere(speech, account)):
            yield i, number


def _elsewhere(speech: SpeechText, account: Account) -> int | None:
    words = _quoted(account)
    if len(words) < _ENOUGH:
        return None
    cited = locators.numbers(account.at)
    inside = [p.text for p in speech.passages if p.number in cited]
    if not inside or any(says(text, each) for text in inside for each in words):
        return None
    return next((p.number for p in speech.passages if p.number not in cited and all(says(p.text, each) for each in words)), None)


def _quoted(account: Account) -> list[str]:
    """What the account quotes from its own places, letter by letter."""
    cue = account.progress.cue if account.progress.scope is Scope.LOCAL else None
    words = [cue, *(f.raw for f in account.figures if not f.at), *(p.raw for p in account.points if not p.at)]
    return list(dict.fromkeys(each for each in words if each))


RULE = Rule(
    code="wrong-place",
    title="段号写错了",
    why="照抄的几处话都在另一段，多半是段号写错了；读者点开出处，看到的是别的话（本机有全文时才能查）。",
    wrong='at: ["4"]，而依据和数字都在第3段',
    right='at: ["3"]',
    check_against_text=check_against_text,
)
