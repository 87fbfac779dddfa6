"""What differs between two states of the library, in the words of those who read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from macros.editing.sentences import paired, reworded
from macros.editing.telling import APART, name_of, places, shown, summed, teller, told, unseen, whole
from macros.library import urls
from macros.library.catalog import Catalog
from macros.model.accounts import Progress
from macros.model.entries import Paragraph, Practice, Speech
from macros.model.fields import altered, fields_of
from macros.model.kinds import KINDS
from macros.model.titles import title_of

# What happened to an entry, in the order in which a reader wants to know it.
ADDED, WITHDRAWN, REMOVED, RENAMED, CHANGED = "新增", "撤下", "删去", "改编号", "修改"
_ORDER = (ADDED, WITHDRAWN, REMOVED, RENAMED, CHANGED)


@dataclass(frozen=True)
class Change:
    """One entry that differs: `what` happened, and each difference in a line (see `telling`)."""

    kind: str
    entry_id: str
    title: str
    what: str
    details: tuple[str, ...] = ()


def compare(before: Catalog, after: Catalog) -> tuple[Change, ...]:
    """Every entry that was added, withdrawn, removed, renamed or changed, kind by kind."""
    found = [change for kind in ("practices", "speeches", "problems", "organizations", "terms", "formulations", "topics", "sources")
             for change in _of_kind(kind, before, after)]
    return tuple(found)


def as_markdown(changes: Iterable[Change], site: str = "") -> str:
    """The changes as a list that a request's description and the release notes can take.

    With the address of the `site`, titles lead to the pages there.
    """
    listed = list(changes)
    if not listed:
        return "没有变化。"
    rows = []
    for kind in dict.fromkeys(c.kind for c in listed):
        rows.append(f"## {KINDS[kind].label}")
        for what in _ORDER:
            for change in (c for c in listed if c.kind == kind and c.what == what):
                rows.append(f"- {what}：{_headed(change, site)}（{change.entry_id}）")
                rows.extend(f"  {detail[:-len(said)]}- {said}" for detail in change.details if (said := detail.lstrip(" ")))
        rows.append("")
    return "\n".join(rows).rstrip()


def _headed(change: Change, site: str) -> str:
    if not site or change.what == REMOVED:
        return change.title
    return f"[{change.title}]({site.rstrip('/')}/{urls.entry(change.kind, change.entry_id)})"


def _of_kind(kind: str, before: Catalog, after: Catalog) -> Iterator[Change]:
    old, new = before.of(kind), after.of(kind)
    homes = {previous: pid for pid, practice in after.practices.items() for previous in practice.formerly} \
        if kind == "practices" else {}
    for entry_id, entry in new.items():
        previous = old.get(entry_id) or next((old[i] for i, home in homes.items() if home == entry_id and i in old
                                              and i not in new and entry_id not in old), None)
        if previous is None and (kind in before.unread or (kind, entry_id) in before.claimed):
            yield Change(kind, entry_id, title_of(entry), CHANGED, ("以前的写法现在读不出来，没有逐项比较",))
        elif previous is None:
            yield Change(kind, entry_id, title_of(entry), ADDED, tuple(whole(kind, entry_id, entry, after)))
        elif previous != entry:
            yield _changed(kind, entry_id, previous, entry, before, after, renamed=entry_id not in old)
        elif entry_id not in old:
            yield Change(kind, entry_id, title_of(entry), RENAMED, ("旧地址继续有效",))
    for entry_id, entry in old.items():
        if entry_id in new or (entry_id in homes and homes[entry_id] not in old):
            continue
        if entry_id in homes:
            home = homes[entry_id]
            yield Change(kind, entry_id, title_of(entry), REMOVED, (f"并入“{title_of(new[home])}”（{home}），旧地址转到那里",))
        elif not after.has(kind, entry_id):
            yield Change(kind, entry_id, title_of(entry), REMOVED, tuple(_lost(entry, before)))


def _lost(entry: Any, catalog: Catalog) -> Iterator[str]:
    if isinstance(entry, Practice):
        yield f"讲到它的有 {'、'.join(teller(a, catalog) for a in entry.accounts)}；没有留下旧地址"


def _changed(kind: str, entry_id: str, old: Any, new: Any, before: Catalog, after: Catalog, *, renamed: bool) -> Change:
    if getattr(new, "withdrawn", None) and not old.withdrawn:
        return Change(kind, entry_id, title_of(new), WITHDRAWN, (f"{new.withdrawn.on}，{new.withdrawn.reason}",))
    details = list(_fields(old, new, after))
    if isinstance(new, Practice):
        details.extend(_accounts(old, new, before, after))
    if isinstance(new, Speech):
        details.extend(_outline(old, new, after))
    return Change(kind, entry_id, title_of(new), RENAMED if renamed else CHANGED, tuple(details))


def _fields(old: Any, new: Any, catalog: Catalog, speech: str = "") -> Iterator[str]:
    """What differs from field to field; `speech` is the one that places (`at`) lie in."""
    for name, info in fields_of(type(new)).items():
        was, now = getattr(old, name), getattr(new, name)
        if was == now or name in APART or unseen(info):
            continue
        label = info.title or name
        if name == "at" and speech:
            yield f"{label}：{places(speech, was or (), catalog) or '没有'} → {places(speech, now or (), catalog) or '没有'}"
        elif isinstance(now, tuple) or isinstance(was, tuple):
            yield from _listed(label, was or (), now or (), catalog, speech)
        elif was is None:
            yield f"补上{label}：{shown(now, catalog)}"
        elif now is None:
            yield f"删去{label}：{shown(was, catalog)}"
        else:
            yield from reworded(label, shown(was, catalog), shown(now, catalog))


def _listed(label: str, was: tuple[Any, ...], now: tuple[Any, ...], catalog: Catalog, speech: str) -> Iterator[str]:
    pairs = list(paired(was, now, lambda item: shown(getattr(item, name_of(item) or "", item), catalog)))
    for old, new in pairs:
        if old is not None and new is not None:
            yield from _reworded(label, old, new, catalog, speech)
    added = [shown(new, catalog) for old, new in pairs if old is None]
    gone = [shown(old, catalog) for old, new in pairs if new is None]
    if added:
        yield f"{label}增加：{'；'.join(added)}"
    if gone:
        yield f"{label}减少：{'；'.join(gone)}"
    if not pairs:
        yield f"{label}换了次序"


def _reworded(label: str, old: Any, new: Any, catalog: Catalog, speech: str) -> Iterator[str]:
    """What is no longer the same in one item of a list."""
    name = name_of(new)
    if name is None:
        yield from reworded(label, shown(old, catalog), shown(new, catalog))
        return
    was, now = (shown(getattr(item, name), catalog) for item in (old, new))
    if was != now:
        yield from reworded(label, was, now)
    same = altered(old, **{name: getattr(new, name)})
    yield from (f"{label}“{now.strip('“”')}”，{line}" for line in _fields(same, new, catalog, getattr(new, "speech", speech)))


def _accounts(old: Practice, new: Practice, before: Catalog, after: Catalog) -> Iterator[str]:
    was, now = {a.speech: a for a in old.accounts}, {a.speech: a for a in new.accounts}
    for speech_id, account in now.items():
        if speech_id not in was:
            first, *below = told(account, after)
            yield f"增加一家：{first}"
            yield from below
            continue
        yield from (f"{teller(account, after)}，{line}" for line in chain(
            _progress(was[speech_id].progress, account.progress, after),
            _fields(altered(was[speech_id], progress=account.progress), account, after, speech_id)))
    for speech_id, account in was.items():
        if speech_id not in now:
            yield f"减少一家：{teller(account, before)}"
    if was.keys() == now.keys() and list(was) != list(now):
        yield "各家换了次序"


def _progress(was: Progress, now: Progress, catalog: Catalog) -> Iterator[str]:
    if now.status is not was.status:
        yield f"进展：{was.status.label} → {now.status.label}（依据：{now.cue or '没有'}）"
    elif now.cue != was.cue:
        yield f"进展的依据：{was.cue or '没有'} → {now.cue or '没有'}"
    elif now.scope is not was.scope:
        yield f"依据范围：{was.scope.label if was.scope else '没有'} → {now.scope.label if now.scope else '没有'}"
    yield from _fields(altered(was, status=now.status, cue=now.cue, scope=now.scope), now, catalog)


def _outline(old: Speech, new: Speech, catalog: Catalog) -> Iterator[str]:
    """Paragraph by paragraph where their number is the same, else which ones came and went."""
    if old.outline == new.outline:
        return
    headings = [tuple(section.heading or "（没有小标题）" for section in speech.outline) for speech in (old, new)]
    if headings[0] != headings[1]:
        yield from _listed("小标题", headings[0], headings[1], catalog, "")
    for one, other in zip(old.outline, new.outline, strict=False):
        yield from _fields(altered(one, heading=other.heading, paragraphs=other.paragraphs), other, catalog)
    if len(old.paragraphs) != len(new.paragraphs):
        yield f"段数：{len(old.paragraphs)} → {len(new.paragraphs)}"
        lines = [tuple(summed(paragraph, catalog) for paragraph in speech.paragraphs) for speech in (old, new)]
        yield from _listed("提纲", lines[0], lines[1], catalog, "")
        return
    if headings[0] == headings[1] and [len(s.paragraphs) for s in old.outline] != [len(s.paragraphs) for s in new.outline]:
        yield "小标题下面的段落重新分过"
    for number, (was, now) in enumerate(zip(old.paragraphs, new.paragraphs, strict=True), 1):
        yield from (f"第{number}段，{line}" for line in _paragraph(was, now, catalog))


def _paragraph(old: Paragraph, new: Paragraph, catalog: Catalog) -> Iterator[str]:
    yield from _fields(altered(old, items=()), altered(new, items=()), catalog)
    for was, now in zip_longest(old.items, new.items):
        if was is None:
            yield f"增加一项：{now.marker}，{shown(now.gist, catalog)}"
        elif now is None:
            yield f"减少一项：{was.marker}，{shown(was.gist, catalog)}"
        else:
            yield from (f"{was.marker}，{line}" for line in _fields(was, now, catalog))
