"""The places of an account that no point rests on, and the points that are offered for what such a place says: what an import reads of
it, and an empty one for each sentence that none tells, with its sentence beside it."""

from collections.abc import Iterator, Sequence
from typing import Any

from macros.desk.paragraphs import Text, words_at
from macros.editing.spans import edited
from macros.importing import points, worded
from macros.importing.drafts import HEAD, shown
from macros.importing.points import Proposed
from macros.model import locators
from macros.model.fields import PLACE, TO_CONFIRM, TO_FILL
from macros.model.kinds import KINDS
from macros.model.vocabulary import Aspect, TimesState
from macros.reading.document import Document, parse
from macros.text.printable import printable

# So many are offered at once; a longer place is told in more than one go.
_MOST = 8
_READ = "是不是说这个做法，话通不通"
_WORD = "换成自己的话，不要就去掉；原文“{}”"


def bare(data: Any, text: str) -> Iterator[tuple[str, str]]:
    """The places (path, place) that accounts of a practice cite and no point rests on, while an import's draft (`text`, its
    file) is being decided: of an entry that is done nobody is asked."""
    if not any(sign in text for sign in (HEAD, TO_FILL, TO_CONFIRM)):
        return
    for i, account in enumerate(_dicts(data.get("accounts") if isinstance(data, dict) else None)):
        cited = [str(at) for at in _list(account.get("at")) if PLACE.fullmatch(str(at))]
        told = _rested(account, "points", cited)
        for j, at in enumerate(_list(account.get("at"))):
            if len(cited) > 1 and at in cited and not any(_meet(at, other) for other in told):
                yield f"accounts.{i}.at.{j}", at


def counted(data: Any, path: str) -> bool:
    """Whether a figure rests on a place (`accounts.0.at.1`) of an account: that place is not to be taken out."""
    accounts = _list(data.get("accounts")) if isinstance(data, dict) else []
    number, at = int(path.split(".")[1]), int(path.split(".")[3])
    account = accounts[number] if number < len(accounts) and isinstance(accounts[number], dict) else {}
    cited = [str(each) for each in _list(account.get("at"))]
    return at < len(cited) and PLACE.fullmatch(cited[at]) is not None and any(_meet(cited[at], other) for other in _rested(account, "figures", ()))


def _rested(account: dict[str, Any], name: str, cited: Sequence[str]) -> list[str]:
    """The places that points, or figures, rest on; those that name none rest on all of the account."""
    return [str(at) for part in _dicts(account.get(name)) for at in (_list(part.get("at")) or cited)]


def offered(document: Document, data: dict[str, Any], number: int, at: str, text: Text | None) -> tuple[str, int]:
    """The text of a practice's file, whose entry is to be `data`, with points for what a place of an account says (`text` is the speech);
    and how many points. Raises `NotWritten`."""
    model = KINDS["practices"].model
    accounts = [dict(each) if isinstance(each, dict) else each for each in data["accounts"]]
    account = accounts[number]
    known = _list(account.get("points"))
    found = list(_offers(words_at(text, at) if text and text.whole else "", at, str(account.get("name") or data.get("title") or "")))
    several = len(_list(account.get("at"))) > 1
    account["points"] = [*known, *({**point, **({"at": [at]} if several else {})} for point, _ in found)]
    made = parse(edited(document, (), model, {**data, "accounts": accounts}).encode(), document.path)
    if not isinstance(made, Document):
        return document.text, 0
    lines = made.text.split("\n")
    for i, (_, why) in enumerate(found, len(known)):
        node = made.node(("accounts", number, "points", i, "text"))
        if node is not None and why:
            line = node.end_mark.line
            lines[line] = f"{lines[line].rstrip()}  # {TO_CONFIRM}：{why}" + ("\r" if lines[line].endswith("\r") else "")
    again = parse("\n".join(lines).encode(), document.path)
    return (again.text if isinstance(again, Document) and again.data == made.data else made.text), len(found)


def _offers(words: str, at: str, name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """The points for some words, each with what is said of it; one empty one where nothing is here to be told."""
    read = points.proposed(words, at)
    rest = sorted(worded.untold([(at, words)], read, name), key=lambda one: words.find(one.text))
    for one in read:
        yield _fields(one), _READ
    for sentence in rest[:_MOST]:
        yield {"aspect": sentence.aspect.value, "text": TO_FILL}, _beside(sentence.text)
    if not read and not rest:
        yield {"aspect": Aspect.HOW.value, "text": TO_FILL}, _beside(words.strip()) if words.strip() else ""


def _beside(sentence: str) -> str:
    return _WORD.format(printable(shown(worded.shown(sentence))))


def _fields(one: Proposed) -> dict[str, Any]:
    """A point that was read, as the data of an entry."""
    times: dict[str, str] = {"state": TimesState.REDACTED.value} if one.masked else {"state": TimesState.GIVEN.value, "value": str(one.times)} if one.times is not None else {}
    if times and one.bound:
        times["bound"] = one.bound.value
    return {"aspect": one.aspect.value, "text": shown(one.text), **({"every": one.every.value} if one.every else {}), **({"times": times} if times else {}),
            **({"raw": shown(one.raw)} if one.raw else {})}


def _meet(one: str, other: str) -> bool:
    """Whether two places have something in common: a paragraph and an item of it."""
    if not PLACE.fullmatch(other):
        return False
    (number, item), (number2, item2) = locators.parse(one), locators.parse(other)
    return number == number2 and (not item or not item2 or item == item2)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in _list(value) if isinstance(each, dict)]
