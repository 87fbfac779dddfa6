"""The page of an entry: its form beside the text, what is found of it, saving."""

import contextlib
import datetime
import re
from collections.abc import Collection
from typing import Any

from flask import Blueprint, abort, jsonify, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from macros.desk import acts, cited, finishing, ranks, saving
from macros.desk.acts import Refusal
from macros.desk.decisions import decisions
from macros.desk.drafts import Draft
from macros.desk.form import LISTED, Control, Group, controls, form
from macros.desk.paragraphs import Text, text_of
from macros.desk.state import Desk
from macros.desk.told import errors_of
from macros.desk.wording import plain, shown
from macros.editing import search_words
from macros.editing.spans import NotWritten
from macros.findings import Finding
from macros.fulltext.originals import COPIED_MINIMUM
from macros.library.naming import FEW
from macros.model.fields import TO_FILL
from macros.model.kinds import KINDS
from macros.model.vocabulary import Aspect
from macros.reading.document import Document
from macros.runtime import reasons

# The screen of a decision, as it is handed on.
# So many speeches of a body, or a source, have a tab each.
_SHOWN = 8
BACK = re.compile(r"/inbox/[a-z]+/[a-z0-9-]+(?:\?n=\d{1,4}&done=\d{1,4})?")


def register(app: Blueprint, desk: Desk) -> None:
    """The addresses `/KIND/ID` and what lies below them."""

    @app.get("/<kind>/<entry_id>")
    def entry(kind: str, entry_id: str) -> ResponseReturnValue:
        draft = desk.draft(kind, entry_id)
        if draft is None and (now := desk.library.catalog.former.get((kind, entry_id))):
            return redirect(f"/{kind}/{now}", 303)
        return page(desk, draft or abort(404))

    @app.post("/<kind>/<entry_id>/fields")
    def fields(kind: str, entry_id: str) -> ResponseReturnValue:
        with desk.lock:
            draft, sent = asked(desk, kind, entry_id)
            given = sent.get("fields")
            if not isinstance(given, dict) or not all(isinstance(v, str) for v in given.values()):
                abort(400)
            before = _paths(desk, draft)
            # What was chosen and put in is one step back by itself, also where one had typed before.
            if sent.get("step"):
                draft.last = ""
            try:
                refused = acts.fill_each(desk, draft, given)
            except Refusal as error:
                return _answer(desk, draft, said=f"{error}", refused=list(given))
            said = "".join(f"“{label}”写不进去，还没有存：{why}。" for label, why in refused.values())
            if sent.get("step"):
                draft.last = ""
            moved = bool(sent.get("stale")) or _paths(desk, draft) != before
            return _answer(desk, draft, said=said, refused=list(refused), redraw=bool(sent.get("redraw")) and moved, stale=moved)

    @app.post("/<kind>/<entry_id>/act")
    def act(kind: str, entry_id: str) -> ResponseReturnValue:
        with desk.lock:
            draft, given = asked(desk, kind, entry_id)
            if given.get("version") != draft.version:
                return _answer(desk, draft, said="刚才的一步已经做了，下面是现在的样子；还要做，再点一次。", redraw=True)
            try:
                focus = acts.act(desk, draft, *(str(given.get(name) or "") for name in ("act", "path", "value")))
            except (Refusal, NotWritten) as error:
                return _answer(desk, draft, said=str(error))
            return _answer(desk, draft, redraw=True, focus=focus)

    @app.post("/<kind>/<entry_id>/save")
    def save(kind: str, entry_id: str) -> ResponseReturnValue:
        with desk.lock:
            draft, _ = asked(desk, kind, entry_id)
            if isinstance(document := desk.document(draft), Finding):
                return _answer(desk, draft, said=f"现在的样子读不出来，没有存：{plain(document.message, desk.library.called)}。")
            try:
                finishing.tidied(desk, draft)
                clash = desk.put(draft)
            except OSError as error:
                told = reasons.of(error)
                return _answer(desk, draft, said=f"写不进去：{told.why}。改法：{told.cure}，再存一次；写的都在草稿里。")
            if clash:
                return _answer(desk, draft, said="别处也改了这一条，没有存；两边并排在下面，选一边。", clash=True)
            desk.drafts.keep(draft)
            desk.saved()
            if kind == "practices":
                with contextlib.suppress(OSError):
                    cited.settled(desk)
            return _answer(desk, draft, saved=True, redraw=True)

    @app.post("/<kind>/<entry_id>/settle")
    def settle(kind: str, entry_id: str) -> ResponseReturnValue:
        """Of two versions of an entry one counts; the other can be had back by undoing."""
        with desk.lock:
            draft, given = asked(desk, kind, entry_id)
            now = desk.library.text(kind, entry_id)
            mine = draft.text
            if given.get("value") == "theirs" and now is not None:
                draft.settle(now, mine, now)
            elif given.get("value") == "mine":
                # Where there is no file any more, there is no other version to go back to.
                draft.settle(_mine_in(desk, draft, mine, now), mine if now is None else now, now)
            else:
                abort(400)
            desk.drafts.keep(draft)
            return _answer(desk, draft, redraw=True)

    @app.post("/<kind>/<entry_id>/drop")
    def drop(kind: str, entry_id: str) -> ResponseReturnValue:
        with desk.lock:
            asked(desk, kind, entry_id)
            desk.drafts.drop(kind, entry_id)
            return jsonify(gone=not desk.library.has(kind, entry_id))

    @app.post("/<kind>/<entry_id>/state")
    def state(kind: str, entry_id: str) -> ResponseReturnValue:
        with desk.lock:
            draft = desk.draft(kind, entry_id) or abort(404)
        given = request.get_json(silent=True)
        return _answer(desk, draft, redraw=isinstance(given, dict) and given.get("redraw") is True)

    @app.get("/<kind>/<entry_id>/differences")
    def differences(kind: str, entry_id: str) -> ResponseReturnValue:
        draft = desk.draft(kind, entry_id) or abort(404)
        return render_template("_clash.html", both=_both(desk, draft), choose=False)

    @app.get("/text/<speech_id>")
    def text(speech_id: str) -> ResponseReturnValue:
        found = text_of(desk.library, speech_id) or abort(404)
        return render_template("_text.html", text=found, **of_form(desk))


def page(desk: Desk, draft: Draft) -> ResponseReturnValue:
    """The whole page of an entry, or what can be said of a file that can't be read."""
    document = desk.document(draft)
    if isinstance(document, Finding):
        return render_template("unreadable.html", title=desk.library.called(draft.entry_id) or draft.entry_id, draft=draft, finding=document, path=desk.library.path(draft.kind, draft.entry_id))
    now = desk.library.text(draft.kind, draft.entry_id) if draft.changed else draft.base
    clash = now not in (draft.base, None) and saving.brought_over(desk.library, draft, now) is None
    return render_template("entry.html", back=back(), ready=desk.library.ready.is_set(), both=_both(desk, draft) if clash else [], choose=True, draft=draft, entry=_form(desk, draft), title=title(desk, draft), path=desk.library.path(draft.kind, draft.entry_id),
                           text=first_text(desk, draft), speeches=_speeches(desk, draft), words=search_words.proposed(desk.library.catalog, draft.kind, desk.data(draft)),
                           **of_form(desk))


def back() -> str:
    """Where somebody came from who wrote this entry in the middle of deciding another; "" elsewhere."""
    given = request.args.get("back", "")
    return given if BACK.fullmatch(given) else ""


def title(desk: Desk, draft: Draft) -> str:
    """What an entry is called, as it is being written."""
    data = desk.data(draft)
    named = next((data[name] for name in ("title", "name", "term", "text") if isinstance(data.get(name), str) and data.get(name)), "") if isinstance(data, dict) else ""
    return named or draft.entry_id


def first_text(desk: Desk, draft: Draft) -> Text | None:
    """The speech that the entry tells of first."""
    return next((found for speech in _speeches(desk, draft) if (found := text_of(desk.library, speech))), None)


def _speeches(desk: Desk, draft: Draft) -> list[str]:
    """The speeches that an entry names, in its order; a speech names itself, a body and a source those that name them."""
    if draft.kind == "speeches":
        return [draft.entry_id]
    if draft.kind in ("organizations", "sources"):
        return ranks.naming(desk.library.catalog, draft.kind.removesuffix("s"), draft.entry_id)[:_SHOWN]
    return list(dict.fromkeys(c.value for c in controls(_form(desk, draft)) if c.target == "speeches" and c.value))


def _form(desk: Desk, draft: Draft) -> Group:
    return form(KINDS[draft.kind].model, desk.data(draft))


def of_form(desk: Desk) -> dict[str, Any]:
    """What the templates of a form ask."""
    def choices(control: Control) -> list[tuple[str, str]]:
        titles = desk.library.titles(control.target)
        known = list(titles.items()) if len(titles) <= LISTED else []
        if control.value in (TO_FILL, "") or control.value in titles:
            return [(TO_FILL, "请选一条"), *known] if control.value == TO_FILL else known
        return [(control.value, f"{control.value}（库里没有）"), *known]

    def waits(pid: str) -> str:
        """What is to be done with a practice still, as it is being written now."""
        draft = desk.draft("practices", pid)
        count = _open(desk, draft) if draft else 0
        if count or draft is None or draft.changed:
            return f"还有 {count} 处要定" if count else ""
        errors = errors_of(desk.library)["practices", pid]
        return f"还有 {errors} 处要填要改" if errors else ""

    return {"choices": choices, "waits": waits, "copied": COPIED_MINIMUM, "unsaid": unsaid_of, "many": lambda target: len(desk.library.titles(target)) > LISTED, "titles": desk.library.titles, "few": FEW}


def unsaid_of(entry: Group, account: Group) -> list[Aspect]:
    """The aspects of which an account neither tells nor says yet that its speech tells nothing."""
    said = {c.path.partition(".")[2]: c.value for c in controls(entry) if c.path.startswith("unsaid.")}
    speech = next((c.value for c in controls(account) if c.name == "speech"), "")
    told = {c.value for c in controls(account) if c.name == "aspect" and c.filled}
    told |= {value for path, value in said.items() if path.endswith(".aspect") and said.get(f"{path.partition('.')[0]}.speech") == speech}
    return [aspect for aspect in Aspect if aspect.value not in told]


def asked(desk: Desk, kind: str, entry_id: str) -> tuple[Draft, dict[str, Any]]:
    """The draft that a request is about and what it says; another window's state of it is no ground to write on."""
    given = request.get_json(silent=True)
    draft = desk.draft(kind, entry_id)
    if draft is None:
        abort(404)
    if not isinstance(given, dict):
        abort(400)
    window = given.get("window")
    window = window[:40] if isinstance(window, str) else ""
    # What a window wrote itself it need not have been told: the desk may have been killed before it answered.
    if given.get("version") != draft.version and not (window and window == draft.window):
        abort(409, "这一条在另一个窗口里改过了。这里写的还在这一页。")
    draft.window = window
    return draft, given


def _paths(desk: Desk, draft: Draft) -> list[str]:
    return [control.path for control in controls(_form(desk, draft))]


def _mine_in(desk: Desk, draft: Draft, mine: str, now: str | None) -> str:
    """The draft's entry in the file as it is now."""
    from macros.desk.library import data_of, prefix_of
    from macros.editing.spans import added, edited
    from macros.reading.document import Document, parse

    path, kind = desk.library.path(draft.kind, draft.entry_id), KINDS[draft.kind]
    there, wanted = (parse((text or "").encode(), path) for text in (now, mine))
    if not isinstance(there, Document) or not isinstance(wanted, Document):
        return mine
    new = data_of(wanted, draft.kind, draft.entry_id)
    try:
        if data_of(there, draft.kind, draft.entry_id) is None:
            return added(there, draft.entry_id, kind.model, new)
        return edited(there, prefix_of(draft.kind, draft.entry_id), kind.model, new)
    except NotWritten:
        return mine


def _answer(desk: Desk, draft: Draft, *, said: str = "", redraw: bool = False, focus: str = "", clash: bool = False, saved: bool = False, refused: Collection[str] = (), stale: bool = False) -> ResponseReturnValue:
    """What the page goes on with: the draft is on disk before this is sent."""
    failed = ""
    try:
        desk.drafts.keep(draft)
    except OSError as error:
        failed = f"草稿存不下来：{reasons.of(error).why}。先不要关这个窗口。"
    told, whole = desk.checker.check(draft)
    answer: dict[str, Any] = {
        "version": draft.version, "changed": draft.changed, "undo": len(draft.undo), "said": failed or said, "saved": saved, "focus": focus, "whole": whole, "refused": list(refused), "stale": stale,
        "open": _open(desk, draft), "kept": datetime.datetime.now().astimezone().strftime("%H:%M"), "title": title(desk, draft), "library": desk.library.checked.is_set(), "ready": desk.library.ready.is_set(),
        "told": [{"path": t.path, "code": t.code, "error": t.error, "message": t.message, "cure": t.cure, "fix": t.fix, "quiet": t.quiet} for t in told],
    }
    if redraw and isinstance(desk.document(draft), Finding) is False:
        answer["stale"] = False
        answer["form"] = render_template("_form.html", draft=draft, entry=_form(desk, draft), **of_form(desk))
    if clash:
        answer["clash"] = render_template("_clash.html", both=_both(desk, draft), choose=True)
    return make_response(jsonify(answer))


def _open(desk: Desk, draft: Draft) -> int:
    """How much of an entry is to be decided still."""
    document = desk.document(draft)
    told = cited.told(desk) if draft.kind == "speeches" else {}
    return len(decisions(document, draft.kind, draft.entry_id, told)) if isinstance(document, Document) else 0


def _both(desk: Desk, draft: Draft) -> list[tuple[str, str, str]]:
    """Where the file and the draft differ: the field, what the file says now, what the draft says."""
    from macros.reading.document import parse

    now = desk.library.text(draft.kind, draft.entry_id)
    theirs = Draft(draft.kind, draft.entry_id, now, now or "")
    there = parse((now or "").encode(), "now")
    model = KINDS[draft.kind].model
    sides = [{c.path: c for c in controls(form(model, data)) if c.filled} for data in (desk.data(theirs) if isinstance(there, Finding) is False else None, desk.data(draft))]
    paths = dict.fromkeys([*sides[0], *sides[1]])
    def said(control: Control) -> str:
        return shown(control.value, control.values, desk.library.titles(control.target).get(control.value) if control.target else None)

    told = [(next(side[path].label for side in sides if path in side), *(said(side[path]) if path in side else "—" for side in sides)) for path in paths]
    return [(label, one, other) for label, one, other in told if one != other]
