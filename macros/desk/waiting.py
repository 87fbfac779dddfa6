"""The entries with something to decide: those of a speech one after the other as it tells of them, speech after speech."""

from collections.abc import Collection
from dataclasses import dataclass

from macros.desk import cited, entries, ranks
from macros.desk.decisions import decisions, together
from macros.desk.library import data_of
from macros.desk.state import Desk
from macros.desk.told import errors_of
from macros.importing.drafts import HEAD
from macros.library.catalog import Catalog
from macros.model.fields import TO_CONFIRM, TO_FILL
from macros.reading.document import Document

Key = tuple[str, str]
# So long a page waits for the library to be looked through.
_PATIENCE = 2


@dataclass(frozen=True)
class Open:
    """An entry with decisions: how many are to be filled in, how many to be confirmed; `screens` is on how many
    screens; `part` is the speech whose turn it is."""

    kind: str
    entry_id: str
    title: str
    fill: int
    confirm: int
    saved: bool
    part: str
    screens: int = 0


def listed(desk: Desk) -> list[Open]:
    """The entries with something to decide, or not saved yet, in the order in which it is best done: sources and bodies; then what a
    speech tells of, in its order, and the speech last, since a paragraph that a practice tells of need not say why it tells of none."""
    return [one for _, one in _ranked(desk)]


def red(desk: Desk, besides: Collection[Key]) -> list[tuple[Key, str, int]] | None:
    """The entries with errors, without these: key, title and how many places, most first; None while what was written last is being looked
    through still: what was wrong before may be mended."""
    if not desk.library.current(_PATIENCE):
        return None
    return [(key, desk.library.titles(key[0]).get(key[1], key[1]), count) for key, count in errors_of(desk.library).most_common()
            if key in desk.library.catalog.origins and key not in besides]


def after(desk: Desk, key: Key) -> Open | None:
    """The entry with something to decide that comes after this one in the list; none after the last: the list is no ring."""
    draft = desk.draft(*key)
    mine = ranks.rank(key, desk.data(draft) if draft else None, ranks.turns(desk.library.catalog))
    return next((each for rank, each in _ranked(desk) if rank > mine and (each.fill or each.confirm)), None)


def _ranked(desk: Desk) -> list[tuple[ranks.Rank, Open]]:
    catalog = desk.library.catalog
    drafts = {(draft.kind, draft.entry_id): draft for draft in desk.drafts.all()}
    told, turns = cited.told(desk), ranks.turns(catalog)
    found: list[tuple[ranks.Rank, Open]] = []
    for key in dict.fromkeys([*drafts, *(key for key in catalog.origins if _maybe(catalog, key))]):
        draft = drafts.get(key)
        document = desk.document(draft) if draft else catalog.origins[key].document
        data = data_of(document, *key) if isinstance(document, Document) else None
        if not isinstance(document, Document) or data is None:
            continue
        open_ = decisions(document, *key, told)
        if open_ or draft:
            rank = ranks.rank(key, data, turns)
            speech = next((sid for sid, turn in turns.items() if rank[:2] == (2, turn)), "")
            part = desk.library.titles("speeches").get(speech, speech) if speech else "来源、单位" if rank[0] < 2 else "其他"
            title = entries.title(desk, draft) if draft else desk.library.titles(key[0]).get(key[1], key[1])
            found.append((rank, Open(*key, title, sum(not each.confirm for each in open_), sum(each.confirm for each in open_), draft is None, part, len(together(open_)))))
    return sorted(found, key=lambda each: each[0])


def _maybe(catalog: Catalog, key: Key) -> bool:
    text = catalog.origins[key].document.text
    return any(sign in text for sign in (TO_FILL, TO_CONFIRM, HEAD))
