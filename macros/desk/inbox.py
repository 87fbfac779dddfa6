"""What is still to decide: every 待填 and 待确认 of the drafts, one decision a screen, the gists of a speech on one."""

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from flask import Blueprint, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from macros.desk import cited, entries, gists
from macros.desk.checking import marks
from macros.desk.drafts import Draft
from macros.desk.form import Control, Group, Many, Part, controls, form, part_at
from macros.desk.library import data_of, prefix_of
from macros.desk.paragraphs import text_of
from macros.desk.state import ORDER, Desk
from macros.desk.wording import plain
from macros.editing.spans import NotWritten
from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.fields import TO_CONFIRM, TO_FILL
from macros.model.kinds import KINDS
from macros.reading.document import Document

# So many lines of the full text are shown before and behind the one that a value was read in.
_NEAR = 8
# So many topics an entry may have.
TOPICS = 3


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
        _clear(desk)
        return render_template("inbox.html", entries=list(listed(desk)), ready=desk.library.ready.is_set())

    @app.get("/inbox/<kind>/<entry_id>")
    def one(kind: str, entry_id: str) -> ResponseReturnValue:
        _clear(desk)
        draft = desk.draft(kind, entry_id) or abort(404)
        document = desk.document(draft)
        if isinstance(document, Finding):
            return entries.page(desk, draft)
        number, done = _count("n"), _count("done")
        screens = together(decisions(document, kind, entry_id, cited.told(desk)))
        if not screens:
            following = next((each for each in listed(desk) if (each.kind, each.entry_id) != (kind, entry_id)), None)
            return render_template("decided.html", draft=draft, title=entries.title(desk, draft), following=following)
        number = min(number, len(screens) - 1)
        common = {"draft": draft, "title": entries.title(desk, draft), "number": number, "here": f"/inbox/{kind}/{entry_id}?n={number}&done={done}", "count": len(screens), "done": done, "following": _after(desk, (kind, entry_id)), **entries.of_form(desk)}
        if len(screens[number]) > 1:
            return render_template("gists.html", rows=list(gists.rows(desk, draft, screens[number])), paths=[each.path for each in screens[number] if each.confirm], **common)
        return _one(desk, draft, screens[number][0], common)

    @app.post("/inbox/speeches/<entry_id>/belongs")
    def belongs(entry_id: str) -> ResponseReturnValue:
        """The paragraph is one that a practice tells of: a place more in its account of the speech."""
        with desk.lock:
            draft, asked = entries.asked(desk, "speeches", entry_id)
            practice = desk.draft("practices", str(asked.get("practice")))
            number = cited.paragraph(desk.data(draft), str(asked.get("path")))
            if practice is None or number is None:
                abort(400)
            try:
                saved = cited.belongs(desk, practice, entry_id, str(number))
                cited.unasked(desk, draft, {number})
                desk.drafts.keep(draft)
            except NotWritten as error:
                abort(409, f"{error}。")
            return jsonify(saved=saved)


def _one(desk: Desk, draft: Draft, decision: Decision, common: dict[str, Any]) -> ResponseReturnValue:
    """The screen of one decision."""
    whole = form(KINDS[draft.kind].model, desk.data(draft))
    part, item = shown_for(whole, decision.path)
    topics = part_at(whole, "topics") if decision.path.startswith("topics.") else None
    if isinstance(topics, Many):
        part, item = _several(topics), ""
    text, paragraph = _beside(desk, draft, decision.path)
    near = list(lines_near(desk, draft, decision.why))
    why = plain(decision.why, desk.library.called)
    asked = cited.paragraph(desk.data(draft), decision.path) if draft.kind == "speeches" else None
    return render_template("decision.html", decision=decision, why=re.sub("全文$", "左边标出的那一行", why) if any(here for _, _, here in near) else why, item=part, removable=item,
                           text=text, paragraph=paragraph, near=near, above=_above(whole, decision.path, paragraph), asked=asked,
                           telling=cited.telling(desk, draft.entry_id) if asked else [], topics=_topics(desk) if topics else [], **common)


def _several(part: Many) -> Part:
    """A list of names as one group, with blanks for as many as there may be: the main one first."""
    first = [each for each in part.items if isinstance(each, Control)]
    blanks = [replace(part.blank, path=f"{part.path}.{i}") for i in range(len(first), TOPICS)] if isinstance(part.blank, Control) else []
    parts = tuple(replace(each, listed=False, label=f"{part.label}{i}") for i, each in enumerate([*first, *blanks], 1))
    return Group(part.path, part.name, part.label, part.meaning, True, parts)


def _count(name: str) -> int:
    given = request.args.get(name, "0")
    return int(given) if given.isdigit() and len(given) < 6 else 0


def _clear(desk: Desk) -> None:
    """What is proposed as a reason where a practice tells by now goes before it is asked for; a disk that refuses is no reason not to go on."""
    with desk.lock, contextlib.suppress(OSError):
        cited.settled(desk)


def _topics(desk: Desk) -> list[tuple[str, str]]:
    """What each topic is about, for who has to choose."""
    return [(topic.title, f"{topic.question}{topic.scope}") for topic in desk.library.catalog.topics.values()]


def _after(desk: Desk, key: tuple[str, str]) -> Open | None:
    """The entry with something to decide that comes after this one in the list; none after the last: the list is no ring."""
    waiting = [each for each in listed(desk) if each.fill or each.confirm]
    keys = [(each.kind, each.entry_id) for each in waiting]
    return waiting[keys.index(key) + 1] if key in keys and keys.index(key) + 1 < len(waiting) else None


def listed(desk: Desk) -> Iterator[Open]:
    """The entries with something to decide, in the order in which it is best done: speeches last, since a paragraph that a practice
    tells of need not say why it tells of none."""
    catalog = desk.library.catalog
    drafts = {(draft.kind, draft.entry_id): draft for draft in desk.drafts.all()}
    told = cited.told(desk)
    for kind in ("sources", "organizations", *(each for each in ORDER if each not in ("sources", "organizations", "speeches")), "speeches"):
        keys = [key for key in dict.fromkeys([*catalog.origins, *drafts]) if key[0] == kind and (key in drafts or _maybe(catalog, key))]
        for key in keys:
            draft = drafts.get(key)
            document = desk.document(draft) if draft else catalog.origins[key].document
            if not isinstance(document, Document) or data_of(document, *key) is None:
                continue
            found = decisions(document, *key, told)
            if found or draft:
                yield Open(*key, entries.title(desk, draft) if draft else desk.library.titles(kind).get(key[1], key[1]), sum(not each.confirm for each in found),
                           sum(each.confirm for each in found), draft is None)


def decisions(document: Document, kind: str, entry_id: str, told: Mapping[str, AbstractSet[int]] = MappingProxyType({})) -> list[Decision]:
    """What is to decide in an entry, in the order of its form; `told` are the paragraphs that practices cite, by speech."""
    whole = form(KINDS[kind].model, data_of(document, kind, entry_id))
    confirm = marks(document, prefix_of(kind, entry_id)) if TO_CONFIRM in document.text else {}
    found = [Decision(path, True, why) for path, why in confirm.items() if part_at(whole, path)]
    found += [Decision(c.path, False) for c in controls(whole) if TO_FILL in c.value]
    mine, data = told.get(entry_id, set()) if kind == "speeches" else set(), data_of(document, kind, entry_id)
    found = [each for each in found if cited.paragraph(data, each.path) not in mine]
    order = {c.path: i for i, c in enumerate(controls(whole))}
    return sorted(found, key=lambda each: next((i for path, i in order.items() if path == each.path or path.startswith(f"{each.path}.")), 0))


def together(found: Sequence[Decision]) -> list[tuple[Decision, ...]]:
    """The screens of these decisions: what the paragraphs of a speech tell is read in one go, anything else by itself."""
    mine = tuple(each for each in found if gists.PATH.fullmatch(each.path))
    screens: list[tuple[Decision, ...]] = []
    for each in found:
        if len(mine) < 2 or each not in mine:
            screens.append((each,))
        elif each is mine[0]:
            screens.append(mine)
    return screens


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


def _above(whole: Group, path: str, paragraph: str) -> list[str]:
    """What the field lies in, for the person's bearings: 各家做法 1, 要点 2; in a speech the paragraph."""
    if path.startswith("outline."):
        number, _, item = paragraph.partition(".")
        return [f"第{number}段{f'第{item}项' if item else ''}"]
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
