"""What is still to decide: every 待填 and 待确认 of the drafts, one decision a screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from macros.desk import entries
from macros.desk.checking import marks
from macros.desk.drafts import Draft
from macros.desk.form import Control, Group, Many, Part, controls, form
from macros.desk.library import data_of, prefix_of
from macros.desk.paragraphs import text_of
from macros.desk.state import ORDER, Desk
from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.fields import TO_CONFIRM, TO_FILL
from macros.model.kinds import KINDS
from macros.reading.document import Document

# So many lines of the full text are shown before and behind the one that a value was read in.
_NEAR = 8


@dataclass(frozen=True)
class Open:
    """An entry with decisions: how many are to be filled in, how many to be confirmed."""

    kind: str
    entry_id: str
    title: str
    fill: int
    confirm: int
    saved: bool


@dataclass(frozen=True)
class Decision:
    """A field, or an item, that a person has to decide; `why` is what the import says of a value that it read."""

    path: str
    confirm: bool
    why: str = ""


def register(app: Blueprint, desk: Desk) -> None:
    """The addresses below `/inbox`."""

    @app.get("/inbox")
    def inbox() -> ResponseReturnValue:
        return render_template("inbox.html", entries=list(listed(desk)), ready=desk.library.ready.is_set())

    @app.get("/inbox/<kind>/<entry_id>")
    def one(kind: str, entry_id: str) -> ResponseReturnValue:
        draft = desk.draft(kind, entry_id) or abort(404)
        document = desk.document(draft)
        if isinstance(document, Finding):
            return entries.page(desk, draft)
        there = decisions(document, kind, entry_id)
        n = request.args.get("n", "0")
        number = min(int(n), len(there) - 1) if n.isdigit() and len(n) < 6 else 0
        whole = form(KINDS[kind].model, desk.data(draft))
        if not there:
            following = next((each for each in listed(desk) if (each.kind, each.entry_id) != (kind, entry_id)), None)
            return render_template("decided.html", draft=draft, title=entries.title(desk, draft), following=following)
        decision = there[number]
        part, item = shown_for(whole, decision.path)
        text, paragraph = _beside(desk, draft, decision.path)
        near = list(lines_near(desk, draft, decision.why))
        return render_template("decision.html", draft=draft, title=entries.title(desk, draft), decision=decision, item=part, removable=item, number=number, count=len(there),
                               following=_after(desk, (kind, entry_id)),
                               text=text, paragraph=paragraph, near=near, above=_above(whole, decision.path), **entries.of_form(desk))


def _after(desk: Desk, key: tuple[str, str]) -> Open | None:
    """The entry with something to decide that comes after this one in the list; none after the last: the list is no ring."""
    waiting = [each for each in listed(desk) if each.fill or each.confirm]
    keys = [(each.kind, each.entry_id) for each in waiting]
    return waiting[keys.index(key) + 1] if key in keys and keys.index(key) + 1 < len(waiting) else None


def listed(desk: Desk) -> Iterator[Open]:
    """The entries with something to decide, in the order in which it is best done: speeches after their source, practices last."""
    catalog = desk.library.catalog
    drafts = {(draft.kind, draft.entry_id): draft for draft in desk.drafts.all()}
    for kind in ("sources", "organizations", *(each for each in reversed(ORDER) if each not in ("sources", "organizations"))):
        keys = [key for key in dict.fromkeys([*catalog.origins, *drafts]) if key[0] == kind and (key in drafts or _maybe(catalog, key))]
        for key in keys:
            draft = drafts.get(key)
            document = desk.document(draft) if draft else catalog.origins[key].document
            if not isinstance(document, Document) or data_of(document, *key) is None:
                continue
            found = decisions(document, *key)
            if found or draft:
                yield Open(*key, entries.title(desk, draft) if draft else desk.library.titles(kind).get(key[1], key[1]), sum(not each.confirm for each in found),
                           sum(each.confirm for each in found), draft is None)


def decisions(document: Document, kind: str, entry_id: str) -> list[Decision]:
    """What is to decide in an entry, in the order of its form."""
    whole = form(KINDS[kind].model, data_of(document, kind, entry_id))
    confirm = marks(document, prefix_of(kind, entry_id)) if TO_CONFIRM in document.text else {}
    found = [Decision(path, True, why) for path, why in confirm.items() if part_at(whole, path)]
    found += [Decision(c.path, False) for c in controls(whole) if TO_FILL in c.value]
    order = {c.path: i for i, c in enumerate(controls(whole))}
    return sorted(found, key=lambda each: next((i for path, i in order.items() if path == each.path or path.startswith(f"{each.path}.")), 0))


def part_at(part: Part, path: str) -> Part | None:
    """The part of a form at a path."""
    if part.path == path and path:
        return part
    below = () if isinstance(part, Control) else part.parts if isinstance(part, Group) else (*part.items, part.blank)
    return next((found for each in below if (path == each.path or path.startswith(f"{each.path}.")) and (found := part_at(each, path))), None)


def lines_near(desk: Desk, draft: Draft, why: str) -> Iterator[tuple[int, str, bool]]:
    """The lines of the full text about the one that a value was read in: number, words, whether it is the one. Of a source without such
    a line its first ones."""
    named = re.search(r"第 ?(\d{1,6}) ?行", why)
    original = desk.library.originals.by_source.get(_source(desk, draft)) if desk.library.originals else None
    if original is None or (not named and draft.kind not in ("sources", "organizations")):
        return
    at = int(named.group(1)) if named else 0
    for number, line in enumerate(original.text.split("\n"), 1):
        if abs(number - at) <= (_NEAR if named else 3 * _NEAR) and line.strip():
            yield number, line.strip().lstrip("#").strip()[:200], number == at


def _source(desk: Desk, draft: Draft) -> str:
    """The source that an entry comes from."""
    data, catalog = desk.data(draft) or {}, desk.library.catalog
    if draft.kind == "sources":
        return draft.entry_id
    if draft.kind == "speeches":
        return str(data.get("source"))
    speeches = [sid for kind, sid in catalog.origins if kind == "speeches"]
    named = {str(each.get("speech")) for each in data.get("accounts") or () if isinstance(each, dict)}
    found = next((sid for sid in speeches if sid in named or (draft.kind == "organizations" and catalog.data("speeches", sid).get("organization") == draft.entry_id)), None)
    return str(catalog.data("speeches", found).get("source")) if found else ""


def shown_for(whole: Group, path: str) -> tuple[Part, str]:
    """What is shown of a form to decide a field, and the path of the item that goes when the source has no such thing ("" for none)."""
    above = path.rpartition(".")[0]
    holder = part_at(whole, above)
    # How far somebody got is judged with the words that it rests on.
    part = holder if isinstance(holder, Group) and holder.name == "progress" else part_at(whole, path)
    item = path if isinstance(part, Group) and path.rpartition(".")[2].isdigit() else above if above.rpartition(".")[2].isdigit() else ""
    return part or whole, item if item.split(".")[-2:-1] in (["points"], ["figures"], ["unsaid"], ["items"], ["related"]) else ""


def _maybe(catalog: Catalog, key: tuple[str, str]) -> bool:
    text = catalog.origins[key].document.text
    return TO_FILL in text or TO_CONFIRM in text


def _above(whole: Group, path: str) -> list[str]:
    """What the field lies in, for the person's bearings: 各家做法 1, 要点 2."""
    told: list[str] = []
    at: Part = whole
    for each in path.split("."):
        below = at.parts if isinstance(at, Group) else (*at.items, at.blank) if isinstance(at, Many) else ()
        at = next((part for part in below if part.path.rpartition(".")[2] == each), at)
        if each.isdigit() and told:
            told[-1] = f"{told[-1]} {int(each) + 1}"
        elif at.label:
            told.append(at.label)
    return told[:-1]


def _beside(desk: Desk, draft: Draft, path: str) -> tuple[object, str]:
    """The speech that a decision is made by, and the place in it."""
    if draft.kind == "speeches":
        steps = path.split(".")
        if steps[:1] == ["outline"] and len(steps) > 3:
            before = desk.data(draft)["outline"]
            number = sum(len(section.get("paragraphs") or ()) for section in before[:int(steps[1])]) + int(steps[3]) + 1
            item = f".{int(steps[5]) + 1}" if steps[4:5] == ["items"] and len(steps) > 5 else ""
            return text_of(desk.library, draft.entry_id), f"{number}{item}"
        return text_of(desk.library, draft.entry_id), "1"
    data = desk.data(draft) or {}
    steps = path.split(".")
    name = steps[0] if steps[0] in ("accounts", "at", "named_in") else "accounts"
    cited = data.get(name) if isinstance(data, dict) else None
    number = int(steps[1]) if steps[0] == name and len(steps) > 1 else 0
    one = cited[number] if isinstance(cited, list) and number < len(cited) and isinstance(cited[number], dict) else {}
    at = one.get("at")
    return (text_of(desk.library, str(one.get("speech"))) if one else None), str(at[0]) if isinstance(at, list) and at else ""
