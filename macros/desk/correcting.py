"""A correction opens its entry at the sentence that it is about, beside the paragraph; taken over it is a change of the entry."""

import re
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from macros.desk import acts, corrections, entries
from macros.desk.acts import Refusal
from macros.desk.corrections import DECLINED, OPEN, TAKEN, Correction, Corrections, Unreadable
from macros.desk.drafts import Draft
from macros.desk.form import find, form
from macros.desk.paragraphs import text_of
from macros.desk.pasted import unfit
from macros.desk.state import Desk
from macros.editing.spans import NotWritten
from macros.model import locators
from macros.model.fields import fields_of
from macros.model.inline_links import Place
from macros.model.kinds import KINDS
from macros.runtime import reasons, today


def register(app: Blueprint, desk: Desk) -> None:
    """The addresses below `/corrections`."""
    kept = Corrections(desk.folder / "corrections")

    def listed(wrong: str = "", text: str = "") -> ResponseReturnValue:
        every = [(each, _title(desk, each)) for each in kept.all()]
        return render_template("corrections.html", wrong=wrong, text=text, open=[each for each in every if each[0].state == OPEN], done=[each for each in every if each[0].state != OPEN], taken=TAKEN)

    @app.get("/corrections")
    def every() -> ResponseReturnValue:
        return listed()

    @app.post("/corrections")
    def arrived() -> ResponseReturnValue:
        file, name = request.files.get("file"), "贴进来的这一份"
        text = request.form.get("text", "")
        if file is not None and file.filename:
            name, text = f"“{file.filename[:80]}”", file.read(corrections.LIMIT + 1).decode("utf-8", "replace")
        try:
            made = kept.add(corrections.read(text))
        except Unreadable as error:
            return listed(f"{name}没有收：{error}。", request.form.get("text", ""))
        except OSError as error:
            return listed(f"存不下来：{reasons.of(error).why}。", request.form.get("text", ""))
        return redirect(f"/corrections/{made[0].key}" if len(made) == 1 else "/corrections", 303)

    @app.get("/corrections/<key>")
    def one(key: str) -> ResponseReturnValue:
        return _page(desk, kept.get(key) or abort(404))

    @app.post("/corrections/<key>")
    def decided(key: str) -> ResponseReturnValue:
        correction = kept.get(key) or abort(404)
        with desk.lock:
            if request.form.get("what") == "decline":
                why = request.form.get("why", "").strip()[:1000]
                if not why:
                    return _page(desk, correction, "写上为什么不改：以后有人问起，看得到。")
                correction.state, correction.why = DECLINED, why
                kept.keep(correction)
                return redirect("/corrections", 303)
            return _take(desk, kept, correction)


def _entry(desk: Desk, correction: Correction) -> Draft | None:
    """The entry that a correction is about: `practices/id`, an address of its page, or the id alone."""
    named = correction.said("entry").strip().removesuffix(".html").removeprefix("/")
    kind, _, entry_id = named.rpartition("/")
    kind = kind.rpartition("/")[2]
    if kind in KINDS:
        return desk.draft(kind, entry_id)
    home = next((each for each in KINDS if desk.library.has(each, entry_id)), "")
    former = next(((k, now) for (k, old), now in desk.library.catalog.former.items() if old == entry_id), None)
    return desk.draft(home, entry_id) if home else desk.draft(*former) if former else None


def _title(desk: Desk, correction: Correction) -> str:
    draft = _entry(desk, correction)
    return entries.title(desk, draft) if draft else correction.said("entry")


def _page(desk: Desk, correction: Correction, wrong: str = "") -> ResponseReturnValue:
    desk.library.ready.wait(30)
    draft = _entry(desk, correction)
    data = desk.data(draft) if draft else None
    at = corrections.place(data, correction) if data is not None else None
    path = corrections.shown(at)
    control = find(form(KINDS[draft.kind].model, data), _control_path(draft, data, at)) if draft and at else None
    text, paragraph = _beside(desk, draft, data, at, correction)
    return render_template("correction.html", correction=correction, draft=draft, title=_title(desk, correction), control=control, path=path, several=corrections.several(data, correction) if draft and not at else "", text=text, paragraph=paragraph, wrong=wrong,
                           where=_where(desk, correction), changes=draft is not None and "changes" in fields_of(KINDS[draft.kind].model), value=request.form.get("value", correction.said("should")),
                           what=request.form.get("changed", _what(control, correction)), taken=TAKEN, open=OPEN)


def _where(desk: Desk, correction: Correction) -> tuple[str, str]:
    """Where it stands, in words: the speech by its name, the place as readers see it."""
    speech, at = correction.where
    if not speech:
        return "", at
    known = desk.library.catalog.speeches.get(speech)
    named = f"《{known.short}》" if known else desk.library.titles("speeches").get(speech, speech)
    return named, locators.label(known, at) if known and re.fullmatch(r"[1-9]\d?(\.[1-9]\d?)?", at) else at


def _control_path(draft: Draft, data: Any, at: Place) -> str:
    """The control of a place: a plain text of `unsaid` is the first field of its item."""
    path = corrections.shown(at)
    whole = form(KINDS[draft.kind].model, data)
    return path if find(whole, path) else f"{path}.what"


def _what(control: Any, correction: Correction) -> str:
    """What was changed, as far as it can be said without judging: the person words it."""
    if control is None or not correction.said("now"):
        return ""
    # The text of a point is called what the list is called.
    label = "要点" if ".points." in control.path and control.name == "text" else control.label
    return f"{label}由“{correction.said('now').strip()}”改为“{correction.said('should').strip()}”"[:400]


def _beside(desk: Desk, draft: Draft | None, data: Any, at: Place | None, correction: Correction) -> tuple[object, str]:
    speech, place = correction.where
    account: dict[str, Any] = data["accounts"][at[1]] if draft and draft.kind == "practices" and at and at[0] == "accounts" else {}
    speech = speech or correction.said("account") or str(account.get("speech") or "") or (draft.entry_id if draft and draft.kind == "speeches" else "")
    if not speech and draft:
        found = entries.first_text(desk, draft)
        return found, ""
    part: Any = account["points"][at[3]] if at and len(at) > 3 and at[2] == "points" and account else {}
    cited = part.get("at") or account.get("at") or []
    return text_of(desk.library, speech), place if speech == correction.where[0] and place else str(cited[0]) if cited else ""


def _take(desk: Desk, kept: Corrections, correction: Correction) -> ResponseReturnValue:
    """The sentence says what the person settled on, and the entry's changes tell it."""
    draft = _entry(desk, correction)
    data = desk.data(draft) if draft else None
    at = corrections.place(data, correction) if data is not None else None
    if draft is None or at is None:
        return _page(desk, correction, "这句话现在不在这一条里，可能已经改过了：打开整条看一看；不用改的，写上原因，不改。")
    value, what = request.form.get("value", "").strip(), request.form.get("changed", "").strip()
    given = {_control_path(draft, data, at): value}
    if "changes" in fields_of(KINDS[draft.kind].model):
        if not what:
            return _page(desk, correction, "用读者的话写上改了什么：网页上会列出来。")
        number = len((data or {}).get("changes") or ())
        given |= {f"changes.{number}.on": today.here().isoformat(), f"changes.{number}.what": what}
    try:
        acts.fill(desk, draft, given)
        desk.drafts.keep(draft)
        correction.state, correction.why = TAKEN, what
        kept.keep(correction)
    except (Refusal, NotWritten) as error:
        return _page(desk, correction, f"写不进去：{unfit(value) or unfit(what) or error}。")
    except OSError as error:
        return _page(desk, correction, f"存不下来：{reasons.of(error).why}。")
    return redirect(f"/{draft.kind}/{draft.entry_id}#{corrections.shown(at)}", 303)
