"""What the buttons of a form do to a draft: take out, move, undo, confirm, mend, say that the source says nothing."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from macros.desk.checking import confirmed, marks, mended
from macros.desk.drafts import Draft
from macros.desk.filling import filled, moved, path_of, place_of, removed
from macros.desk.form import controls, form, part_at
from macros.desk.library import data_of, own_part, prefix_of
from macros.desk.pasted import unfit
from macros.desk.state import Desk
from macros.editing.spans import NotWritten, at, edited
from macros.model.fields import TO_CONFIRM
from macros.model.inline_links import Place
from macros.model.kinds import KINDS
from macros.model.vocabulary import Aspect
from macros.reading.document import Document, parse


class Refusal(Exception):
    """A button can't do what it says; the text tells why, in Chinese."""


def fill(desk: Desk, draft: Draft, given: Mapping[str, str]) -> None:
    """Puts into a draft what was typed or chosen. Raises `spans.NotWritten`."""
    document = _read(desk, draft)
    model, data = KINDS[draft.kind].model, data_of(document, draft.kind, draft.entry_id)
    _say(draft, document, filled(model, data, desk_values(desk, draft, given)), next(iter(given)) if len(given) == 1 else "")


def fill_each(desk: Desk, draft: Draft, given: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Puts in what can be put in; the rest by path, each with its field's label and why not. Raises `Refusal`."""
    try:
        fill(desk, draft, given)
    except NotWritten as error:
        if len(given) > 1:
            return {path: why for each, value in given.items() for path, why in fill_each(desk, draft, {each: value}).items()}
        path, value = next(iter(given.items()))
        part = part_at(form(KINDS[draft.kind].model, desk.data(draft)), path)
        return {path: (part.label if part else "这一格", unfit(value) or str(error))}
    return {}


def desk_values(desk: Desk, draft: Draft, given: Mapping[str, str]) -> Mapping[str, str]:
    """What was given, names of entries as their ids."""
    targets = {c.path: c.target for c in controls(form(KINDS[draft.kind].model, desk.data(draft))) if c.target}
    return {path: desk.library.meant(targets[path], value.strip()) if path in targets else value for path, value in given.items()}


def act(desk: Desk, draft: Draft, name: str, path: str, value: str) -> str:
    """Does what a button says; the path of the field that the person goes on at.

    Raises:
        Refusal: there is no such button, or it can't be done here.
    """
    if name not in _ACTS:
        raise Refusal("没有这个按钮。")
    place = place_of(path) if path else ()
    if place is None:
        raise Refusal("没有这个字段。")
    try:
        return _ACTS[name](desk, draft, place, value)
    except (LookupError, TypeError):
        raise Refusal("这里已经改过了，看一下现在的样子再来。") from None


def _undo(desk: Desk, draft: Draft, place: Place, value: str) -> str:
    """Takes the last change back; where it was is where the person goes on."""
    before = _state(desk, draft)
    if not draft.back():
        raise Refusal("没有可以撤回的了。")
    after = _state(desk, draft)
    return next((path for path in {**after, **before} if before.get(path) != after.get(path)), path_of(place))


def _state(desk: Desk, draft: Draft) -> Mapping[str, str]:
    """What a draft says, field by field, and what in it is to be confirmed."""
    document = desk.document(draft)
    if not isinstance(document, Document):
        return {}
    marked = marks(document, prefix_of(draft.kind, draft.entry_id))
    said = {c.path: c.value + (TO_CONFIRM if c.path in marked else "") for c in controls(form(KINDS[draft.kind].model, data_of(document, draft.kind, draft.entry_id)))}
    # Of an item that is to be confirmed as a whole the mark counts.
    return {**{path: TO_CONFIRM for path in marked if path not in said}, **said}


def _remove(desk: Desk, draft: Draft, place: Place, _: str) -> str:
    """Takes out what stands at a place; one goes on at the item behind it, else at the one before, else at the list."""
    document = _read(desk, draft)
    data = data_of(document, draft.kind, draft.entry_id)
    made = removed(data, place)
    _say(draft, _told_apart(draft, document, data, place), made)
    try:
        left = len(at(made, place[:-1]))
    except (LookupError, TypeError):
        left = 0
    return path_of((*place[:-1], min(int(place[-1]), left - 1)) if left and isinstance(place[-1], int) else place[:-1])


def _told_apart(draft: Draft, document: Document, data: Any, place: Place) -> Document:
    """The document in which an item differs from others that say the same: two empty points are alike, what stands beside each is not."""
    item, siblings = at(data, place), at(data, place[:-1])
    name = next((name for name in ("text", "label", "what") if isinstance(item, dict) and isinstance(item.get(name), str)), "")
    if not name or not isinstance(siblings, list) or siblings.count(item) < 2 or not KINDS[draft.kind].one_file_each:
        return document
    changed = copy.deepcopy(data)
    at(changed, place)[name] = f"{item[name]}（去掉）"
    made = parse(edited(document, (), KINDS[draft.kind].model, changed).encode(), document.path)
    return made if isinstance(made, Document) else document


def _move(desk: Desk, draft: Draft, place: Place, value: str) -> str:
    document = _read(desk, draft)
    by = -1 if value == "up" else 1
    _say(draft, document, moved(data_of(document, draft.kind, draft.entry_id), place, by))
    return path_of((*place[:-1], max(0, int(place[-1]) + by)))


def _confirm(desk: Desk, draft: Draft, place: Place, value: str) -> str:
    """Takes the mark away behind a field, or behind each of those that `value` names, with blanks between them."""
    draft.say(confirmed(_read(desk, draft), prefix_of(draft.kind, draft.entry_id), value.split() or [path_of(place)]))
    return path_of(place)


def _mend(desk: Desk, draft: Draft, place: Place, _: str) -> str:
    draft.say(mended(desk.library, draft))
    return path_of(place)


def _unsaid(desk: Desk, draft: Draft, place: Place, value: str) -> str:
    """Writes that a speech says nothing of an aspect: `place` is the account, or a field in it; `value` the aspect, or
    none where the point's own counts."""
    document = _read(desk, draft)
    data = data_of(document, draft.kind, draft.entry_id)
    if draft.kind != "practices" or place[:1] != ("accounts",) or len(place) < 2:
        raise Refusal("“原文没有”只写在各家做法里。")
    speech = at(data, place[:2]).get("speech")
    if not speech:
        raise Refusal("先选这一家是哪一篇发言，再写它没有说什么。")
    aspect = value or (at(data, place[:4]).get("aspect") if place[2:3] == ("points",) else "") or Aspect.RHYTHM.value
    known = [each for each in data.get("unsaid", ()) if isinstance(each, dict) and (each.get("speech"), each.get("aspect")) == (speech, aspect)]
    if known:
        raise Refusal("已经写过这一篇没有说这个方面。")
    said = {"what": _what(place, aspect), "speech": speech, "aspect": aspect}
    made = {**data, "unsaid": [*data.get("unsaid", ()), said]}
    # What stands in its place still says nothing: a draft's 待填 goes.
    if place[2:3] == ("points",) and len(place) > 4:
        made = filled(KINDS[draft.kind].model, made, {path_of(place): ""})
    _say(draft, document, made)
    return f"unsaid.{len(made['unsaid']) - 1}.what"


def _what(place: Place, aspect: str) -> str:
    names = {"times": "间隔里几次", "every": "多久一次", "raw": "多久一次"}
    label = next((each.label for each in Aspect if each.value == aspect), aspect)
    return next((names[str(step)] for step in reversed(place) if step in names), label)


_ACTS: Mapping[str, Callable[[Desk, Draft, Place, str], str]] = {
    "undo": _undo, "remove": _remove, "move": _move, "confirm": _confirm, "mend": _mend, "unsaid": _unsaid,
}


def _read(desk: Desk, draft: Draft) -> Document:
    document = desk.document(draft)
    if not isinstance(document, Document):
        raise Refusal(f"这个文件读不成表单：{document.message}。")
    return document


def _say(draft: Draft, document: Document, data: Any, field: str = "") -> None:
    model, prefix = KINDS[draft.kind].model, prefix_of(draft.kind, draft.entry_id)
    # What another window wrote in the same field is a step of its own.
    field = field and f"{draft.window} {field}"
    if part := own_part(document.text, draft.kind, draft.entry_id, document.path):
        start, end, own = part
        draft.say(document.text[:start] + edited(own, prefix, model, data) + document.text[end:], field)
    else:
        draft.say(edited(document, prefix, model, data), field)
