"""What differs between two states of the library, in the words of those who read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from typing import Any

from macros import reference
from macros.catalog import KINDS, Catalog
from macros.fields import Model, fields_of
from macros.model import Account, Practice
from macros.vocabulary import Labelled

# What happened to an entry, in the order in which a reader wants to know it.
ADDED, WITHDRAWN, REMOVED, RENAMED, CHANGED = "新增", "撤下", "删去", "改编号", "修改"
_ORDER = (ADDED, WITHDRAWN, REMOVED, RENAMED, CHANGED)


@dataclass(frozen=True)
class Change:
    """One entry that differs: `what` happened, and each difference in a line."""

    kind: str
    entry_id: str
    title: str
    what: str
    details: tuple[str, ...] = ()


def compare(before: Catalog, after: Catalog) -> tuple[Change, ...]:
    """Every entry that was added, withdrawn, removed, renamed or changed, kind by kind."""
    found = [change for kind in ("practices", "speeches", "problems", "organizations", "terms", "topics", "sources")
             for change in _of_kind(kind, before, after)]
    return tuple(found)


def as_markdown(changes: Iterable[Change]) -> str:
    """The changes as a list that a request's description and the release notes can take."""
    listed = list(changes)
    if not listed:
        return "没有变化。"
    rows = []
    for kind in dict.fromkeys(c.kind for c in listed):
        rows.append(f"## {KINDS[kind].label}")
        for what in _ORDER:
            for change in (c for c in listed if c.kind == kind and c.what == what):
                rows.append(f"- {what}：{change.title}（{change.entry_id}）")
                rows.extend(f"  - {detail}" for detail in change.details)
        rows.append("")
    return "\n".join(rows).rstrip()


def _of_kind(kind: str, before: Catalog, after: Catalog) -> Iterator[Change]:
    old, new = before.of(kind), after.of(kind)
    homes = {previous: pid for pid, practice in after.practices.items() for previous in practice.formerly} \
        if kind == "practices" else {}
    for entry_id, entry in new.items():
        previous = old.get(entry_id) or next((old[i] for i, home in homes.items() if home == entry_id and i in old
                                              and i not in new and entry_id not in old), None)
        if previous is None and before.has(kind, entry_id):
            yield Change(kind, entry_id, title(entry), CHANGED, ("以前的写法现在读不出来，没有逐项比较",))
        elif previous is None:
            yield Change(kind, entry_id, title(entry), ADDED, tuple(_introduced(entry, after)))
        elif previous != entry:
            yield _changed(kind, entry_id, previous, entry, before, after, renamed=entry_id not in old)
        elif entry_id not in old:
            yield Change(kind, entry_id, title(entry), RENAMED, ("旧地址继续有效",))
    for entry_id, entry in old.items():
        if entry_id in new or (entry_id in homes and homes[entry_id] not in old):
            continue
        if entry_id in homes:
            home = homes[entry_id]
            yield Change(kind, entry_id, title(entry), REMOVED, (f"并入“{title(new[home])}”（{home}），旧地址转到那里",))
        elif not after.has(kind, entry_id):
            yield Change(kind, entry_id, title(entry), REMOVED, tuple(_lost(entry, before)))


def title(entry: Any) -> str:
    """What readers call an entry."""
    return str(getattr(entry, "title", None) or getattr(entry, "name", None) or entry.term)


def _introduced(entry: Any, catalog: Catalog) -> Iterator[str]:
    if isinstance(entry, Practice):
        yield entry.summary
        for account in entry.accounts:
            yield f"{_teller(account, catalog)}：{account.progress.status.label}"


def _lost(entry: Any, catalog: Catalog) -> Iterator[str]:
    if isinstance(entry, Practice):
        yield f"讲到它的有 {'、'.join(_teller(a, catalog) for a in entry.accounts)}；没有留下旧地址"


def _changed(kind: str, entry_id: str, old: Any, new: Any, before: Catalog, after: Catalog, *, renamed: bool) -> Change:
    if getattr(new, "withdrawn", None) and not old.withdrawn:
        return Change(kind, entry_id, title(new), WITHDRAWN, (f"{new.withdrawn.on}，{new.withdrawn.reason}",))
    details = list(_fields(old, new, after))
    if isinstance(new, Practice):
        details.extend(_accounts(old, new, before, after))
    return Change(kind, entry_id, title(new), RENAMED if renamed else CHANGED, tuple(details))


def _fields(old: Any, new: Any, catalog: Catalog) -> Iterator[str]:
    for name, info in fields_of(type(new)).items():
        was, now = getattr(old, name), getattr(new, name)
        if was == now or name in ("accounts", "updated", "exempt"):
            continue
        label = info.title or name
        if isinstance(now, tuple) or isinstance(was, tuple):
            yield from _listed(label, was or (), now or (), catalog)
        elif was is None:
            yield f"补上{label}：{shown(now, catalog)}"
        elif now is None:
            yield f"删去{label}：{shown(was, catalog)}"
        else:
            yield f"{label}：{shown(was, catalog)} → {shown(now, catalog)}"


def _listed(label: str, was: tuple[Any, ...], now: tuple[Any, ...], catalog: Catalog) -> Iterator[str]:
    added = [shown(item, catalog) for item in now if item not in was]
    gone = [shown(item, catalog) for item in was if item not in now]
    if added:
        yield f"{label}增加：{'；'.join(added)}"
    if gone:
        yield f"{label}减少：{'；'.join(gone)}"
    if not added and not gone:
        yield f"{label}换了次序"


def _accounts(old: Practice, new: Practice, before: Catalog, after: Catalog) -> Iterator[str]:
    was, now = {a.speech: a for a in old.accounts}, {a.speech: a for a in new.accounts}
    for speech_id, account in now.items():
        if speech_id not in was:
            yield f"增加一家：{_teller(account, after)}，{account.progress.status.label}"
            continue
        teller = _teller(account, after)
        progress, earlier = account.progress, was[speech_id].progress
        if progress.status is not earlier.status:
            yield f"{teller}，进展：{earlier.status.label} → {progress.status.label}（依据：{progress.cue or '没有'}）"
        elif progress != earlier:
            yield f"{teller}，进展的依据：{earlier.cue or '没有'} → {progress.cue or '没有'}"
        for name in ("at", "name", "points", "figures"):
            for line in _fields_of(name, was[speech_id], account, after):
                yield f"{teller}，{line}"
    for speech_id, account in was.items():
        if speech_id not in now:
            yield f"减少一家：{_teller(account, before)}"


def _fields_of(name: str, old: Account, new: Account, catalog: Catalog) -> Iterator[str]:
    return _fields(replace(new, **{name: getattr(old, name)}), new, catalog)


def _teller(account: Account, catalog: Catalog) -> str:
    """The body that tells, with its speech: names alone may be masked and the same."""
    speech = catalog.speeches.get(account.speech)
    if speech is None:
        return account.speech
    body = catalog.organizations.get(speech.organization)
    return f"{body.name if body else speech.organization}（{speech.short}）"


def shown(value: Any, catalog: Catalog) -> str:
    """A value as readers see it: labels for values, titles for ids."""
    if isinstance(value, Labelled):
        return value.label
    if is_dataclass(value):
        model: Model = type(value)
        labels = reference.labels(model)
        parts = {info.alias or name: getattr(value, name) for name, info in fields_of(model).items()}
        if "text" in parts:
            return shown(parts["text"], catalog)
        return "，".join(f"{labels[name]} {shown(part, catalog)}" for name, part in parts.items() if part not in (None, ()))
    if isinstance(value, tuple):
        return "、".join(shown(item, catalog) for item in value)
    text = str(value)
    kind = catalog.kind_of(text)
    return f"“{title(catalog.of(kind)[text])}”" if kind else text
