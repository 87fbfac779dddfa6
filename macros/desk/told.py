"""What was changed, in readers' words: every entry of every file that goes along, also where an entry is not filled in yet or a file
can't be read. The list on the page, what is written down and the report in the package are all made of this."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.desk import ranks
from macros.desk.handover import Changed
from macros.desk.library import Library
from macros.desk.state import ORDER
from macros.editing.changes import ADDED, CHANGED, REMOVED, Change, compare
from macros.findings import Finding, Severity
from macros.library.catalog import Catalog, Origin
from macros.library.typed import typed
from macros.model.kinds import KINDS
from macros.reading.document import Document, parse

# The address of a page is for who reviews on the web.
_ADDRESS = "页面："
_MANY = re.compile(r"有 (\d+) 处待")


@dataclass(frozen=True)
class Told:
    """A change, and how many errors its entry has still; `unreadable` where nothing more can be said of its file."""

    change: Change
    errors: int = 0
    unreadable: bool = False

    @property
    def wanting(self) -> str:
        """What has to be done with it still; "" for nothing."""
        if self.unreadable:
            return "现在读不出来，原样一起交"
        return f"还有 {self.errors} 处要填要改" if self.errors else ""


def told(library: Library, changed: Changed) -> tuple[Told, ...]:
    """All that differs, entry by entry, kind by kind, those of a kind in the order in which their speeches tell of them."""
    after = library.catalog
    found = {(each.kind, each.entry_id): replace(each, details=tuple(d for d in each.details if not d.startswith(_ADDRESS)))
             for each in compare(_before(after, changed, library.shown), after)}
    unreadable = set()
    for path, pair in changed.files.items():
        for each, readable in _of_file(library, path, *pair, known=found):
            found[each.kind, each.entry_id] = each
            if not readable:
                unreadable.add((each.kind, each.entry_id))
    errors = errors_of(library)
    order, turns = list(ORDER), ranks.turns(after)

    def turn(key: tuple[str, str]) -> tuple[int, ranks.Rank]:
        return order.index(key[0]), ranks.rank(key, after.data(*key) if key in after.origins else None, turns)

    return tuple(Told(each, errors[key], key in unreadable) for key, each in sorted(found.items(), key=lambda item: turn(item[0])))


def errors_of(library: Library) -> Counter[tuple[str, str]]:
    """How many errors each entry has; none while what was written last is being looked through: what was wrong before may be mended."""
    errors: Counter[tuple[str, str]] = Counter()
    for each in library.findings if library.current() else ():
        if each.severity is Severity.ERROR:
            errors[each.about or entry_of(each.path)] += places(each)
    return errors


def places(finding: Finding) -> int:
    """In how many places a finding is: what is only open still is found once for an entry, with the number of its places."""
    said = _MANY.match(finding.message)
    return int(said[1]) if said else 1


def entry_of(path: str) -> tuple[str, str]:
    """Kind and id of the entry that a file holds; of a file of many nothing."""
    folder, _, name = path.removesuffix(".yml").rpartition("/")
    kind = folder.rpartition("/")[2]
    return (kind, name) if kind in KINDS else ("", "")


def message(changes: tuple[Told, ...]) -> str:
    """What is written down with a change: a line, and what was changed entry by entry."""
    named = "、".join(dict.fromkeys(each.change.title for each in changes))
    counts = Counter(each.change.what for each in changes)
    first = "，".join(f"{what} {count} 条" for what, count in counts.items()) or "没有改动"
    return f"{first}：{named[:60]}{'……' if len(named) > 60 else ''}\n\n{report(changes)}"


def report(changes: tuple[Told, ...]) -> str:
    """The changes for who carries them by hand: plain text, which every computer opens."""
    lines = []
    for kind in dict.fromkeys(each.change.kind for each in changes):
        lines.append(f"【{KINDS[kind].label}】")
        for each in (each for each in changes if each.change.kind == kind):
            lines += [f"{each.change.what}：{each.change.title}{f'（{each.wanting}）' if each.wanting else ''}", *(f"　　{detail}" for detail in each.change.details)]
        lines.append("")
    return "\n".join(lines)


def _of_file(library: Library, path: str, was: str | None, now: str | None, known: Mapping[tuple[str, str], Change]) -> Iterator[tuple[Change, bool]]:
    """What `known` does not tell of a file that differs: entries that are not filled in, marks behind values, what can't be read; each
    with whether it can."""
    folder, _, name = path.removesuffix(".yml").rpartition("/")
    kind = folder or name
    if kind not in KINDS or "/" in folder:
        return
    sides = [_entries(text, path, name if folder else "") for text in (was, now)]
    # Of a file of many that can't be read, none of its entries can be named.
    one = name if folder else ""
    what = ADDED if was is None else REMOVED if now is None else CHANGED
    if sides[1] is None:
        yield Change(kind, one, _title(library, kind, one, sides[0]), what), False
        return
    old, new = sides[0] or {}, sides[1]
    fresh = {entry_id: data for entry_id, data in {**old, **new}.items() if old.get(entry_id) != new.get(entry_id) and (kind, entry_id) not in known}
    for entry_id in fresh:
        if entry_id in new or (kind, entry_id) not in library.catalog.former:
            yield Change(kind, entry_id, _title(library, kind, entry_id, {**old, **new}), ADDED if entry_id not in old else REMOVED if entry_id not in new else CHANGED), True
    if not fresh and not any((kind, entry_id) in known for entry_id in {**old, **new}) and was is not None:
        yield Change(kind, one, _title(library, kind, one, new), what, ("字没有变，只去掉或加了“待确认”这样的记号",)), True


def _entries(text: str | None, path: str, one: str) -> dict[str, Any] | None:
    """The data of the entries in a file by id; None for what can't be read."""
    if text is None:
        return {}
    document = parse(text.encode(), path)
    if not isinstance(document, Document):
        return None
    return {one: document.data} if one else dict(document.data) if isinstance(document.data, dict) else {}


def _title(library: Library, kind: str, entry_id: str, entries: Mapping[str, Any] | None) -> str:
    data = (entries or {}).get(entry_id)
    said = next((str(data[name]) for name in ("title", "name", "term", "text") if data.get(name)), "") if isinstance(data, dict) else ""
    return said or (library.titles(kind).get(entry_id, entry_id) if entry_id else f"整个{KINDS[kind].label}文件")


def _before(after: Catalog, changed: Changed, shown: str) -> Catalog:
    """The catalogue as it was: the changed files with what they held."""
    of: dict[str, Any] = {kind: dict(after.of(kind)) for kind in KINDS}
    origins, claimed = dict(after.origins), set(after.claimed)
    for path, (was, now) in changed.files.items():
        folder, _, name = path.removesuffix(".yml").rpartition("/")
        kind = folder or name
        if kind not in KINDS:
            continue
        for text, there in ((now, False), (was, True)):
            document = parse(text.encode(), f"{shown}/{path}") if text is not None else None
            data = document.data if isinstance(document, Document) else None
            entries = {name: ((), data)} if folder else {key: ((key,), value) for key, value in data.items()} if isinstance(data, dict) else {}
            for entry_id, (prefix, each) in entries.items():
                of[kind].pop(entry_id, None)
                origins.pop((kind, entry_id), None)
                claimed.discard((kind, entry_id))
                if there and isinstance(document, Document):
                    made = typed(KINDS[kind], document, prefix, each)
                    claimed.add((kind, entry_id))
                    origins[kind, entry_id] = Origin(document, prefix)
                    if made.entry is not None:
                        of[kind][entry_id] = made.entry
    return replace(after, **of, origins=origins, claimed=frozenset(claimed))
