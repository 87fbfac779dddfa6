"""What of an entry is still to decide, and which decisions are seen on one screen."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType

from macros.desk import cited, gists, untold
from macros.desk.checking import marks
from macros.desk.form import controls, form, part_at
from macros.desk.library import data_of, prefix_of
from macros.model.fields import TO_CONFIRM, TO_FILL
from macros.model.kinds import KINDS
from macros.reading.document import Document

_ACCOUNT = re.compile(r"accounts\.\d+")


@dataclass(frozen=True)
class Decision:
    """A field, or an item, that a person has to decide; `why` is what the import says of a value that it read."""

    path: str
    confirm: bool
    why: str = ""


def decisions(document: Document, kind: str, entry_id: str, told: Mapping[str, AbstractSet[int]] = MappingProxyType({})) -> list[Decision]:
    """What is to decide in an entry, in the order of its form; `told` are the paragraphs that practices cite, by speech."""
    data = data_of(document, kind, entry_id)
    whole = form(KINDS[kind].model, data)
    every = list(controls(whole))
    confirm = marks(document, prefix_of(kind, entry_id)) if TO_CONFIRM in document.text else {}
    found = [Decision(path, True, why) for path, why in confirm.items() if part_at(whole, path)]
    found += [Decision(c.path, False) for c in every if TO_FILL in c.value]
    if kind == "practices":
        found += [Decision(path, False) for path, _ in untold.bare(data, document.text)]
    mine = told.get(entry_id, set()) if kind == "speeches" else set()
    found = [each for each in found if cited.paragraph(data, each.path) not in mine]
    order = {c.path: i for i, c in enumerate(every)}
    return sorted(found, key=lambda each: next((i for path, i in order.items() if path == each.path or path.startswith(f"{each.path}.")), 0))


def together(found: Sequence[Decision]) -> list[tuple[Decision, ...]]:
    """The screens of these decisions, in their order: what is decided by looking at the same words is seen at once."""
    screens: dict[str, list[Decision]] = {}
    for each in found:
        screens.setdefault(screen_of(each.path), []).append(each)
    # Why a paragraph tells of no practice is asked once it was said what it tells.
    last = screens.pop("reasons", [])
    rest = [tuple(each) for each in screens.values()]
    at = max((i + 1 for i, each in enumerate(rest) if screen_of(each[0].path) == "gists"), default=len(rest))
    return [*rest[:at], tuple(last), *rest[at:]] if last else rest


def screen_of(path: str) -> str:
    """Which screen a field is decided on: `gists` and `reasons` of a speech, an account, all of which rests on the same paragraphs,
    else `head`, what the entry is as a whole."""
    if gists.PATH.fullmatch(path):
        return "gists"
    if path.startswith("outline."):
        return "reasons" if path.endswith(".no_practice") else path
    account = _ACCOUNT.match(path)
    return account.group() if account else path if path.startswith("unsaid.") else "head"
