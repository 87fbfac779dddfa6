"""A new entry, one account more, another id, two entries made one, an entry withdrawn: what takes more than a form."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from macros.desk import beginning, joining, plan_told
from macros.desk.drafts import Draft
from macros.desk.entries import BACK, title
from macros.desk.handover import Handover
from macros.desk.library import data_of
from macros.desk.pasted import unfit
from macros.desk.state import ORDER, Desk
from macros.editing import lifecycle
from macros.editing.lifecycle import Impossible, Plan
from macros.editing.spans import NotWritten
from macros.importing.ids import propose, taken
from macros.library.similarity import Names, folded
from macros.model.fields import PLACE
from macros.model.kinds import KINDS
from macros.reading.document import Document, parse
from macros.reading.filenames import bad_id
from macros.runtime import reasons, today
from macros.runtime.writing import Stopped

# What an entry is called, by the field that its kind has for it.
NAMED: Mapping[str, str] = {"organizations": "name", "terms": "term", "formulations": "text"}


def register(app: Blueprint, desk: Desk) -> None:
    """The addresses `/new…` and `/KIND/ID/change`."""
    sending = Handover(desk.library)

    @app.get("/new")
    def new() -> ResponseReturnValue:
        return render_template("new.html", kinds=ORDER)

    @app.get("/new/<kind>")
    def asked(kind: str) -> ResponseReturnValue:
        if kind not in KINDS:
            abort(404)
        return _form(desk, kind, request.args)

    @app.post("/new/<kind>")
    def begun(kind: str) -> ResponseReturnValue:
        if kind not in KINDS:
            abort(404)
        with desk.lock:
            return _begin(desk, kind, request.form)

    @app.post("/account")
    def account() -> ResponseReturnValue:
        """One account more in a practice that is known."""
        with desk.lock:
            written = request.form.get("practice", "").strip()
            meant = desk.library.having("practices", request.form.get("pick") or written)
            if len(meant) != 1:
                return _form(desk, "practices", request.form, _which(written, len(meant)), meant[:joining.SHOWN])
            draft = desk.draft("practices", meant[0]) or abort(404)
            document = desk.document(draft)
            cited = _account(desk, request.form)
            if not isinstance(document, Document):
                return redirect(f"/practices/{meant[0]}", 303)
            if not cited:
                return _form(desk, "practices", request.form, "选上是哪篇发言，再点一次“加一家”。", meant)
            number, read = joining.join(desk, draft, document, cited)
            desk.drafts.keep(draft)
            # What was read is decided on the screen of an import.
            return redirect(f"/inbox/practices/{meant[0]}{_behind(request.form, keep=f'accounts.{number}')}" if read else f"/practices/{meant[0]}{_behind(request.form)}#accounts.{number}.at.0", 303)

    @app.get("/<kind>/<entry_id>/change")
    def change(kind: str, entry_id: str) -> ResponseReturnValue:
        if not desk.library.has(kind, entry_id):
            abort(404)
        return _changing(desk, sending, kind, entry_id, {})

    @app.post("/<kind>/<entry_id>/change")
    def changed(kind: str, entry_id: str) -> ResponseReturnValue:
        if not desk.library.has(kind, entry_id):
            abort(404)
        with desk.lock:
            return _change(desk, sending, kind, entry_id, request.form)


def _which(written: str, found: int) -> str:
    """What is said of the words for a practice that mean none, or several."""
    if found:
        return f"名称里有“{written}”的做法有 {found} 个，是哪一个，点一下{'；没有列全，再多写几个字' if found > joining.SHOWN else ''}。"
    return f"没有名称里有“{written}”的做法。换名称里的几个字，或者从列出来的里面选；库里没有的，在上面新写一条。"


def _form(desk: Desk, kind: str, given: Mapping[str, str], wrong: str = "", meant: Sequence[str] | None = None) -> ResponseReturnValue:
    """The page for a new entry; `meant` are the practices that an account more may be of, where that is what was asked for."""
    values = {name: given.get(name, "")[:400] for name in ("title", "id", "speech", "at", "practice", "back")}
    offered = beginning.names(desk, {"speech": desk.library.meant("speeches", values["speech"].strip()), "at": values["at"].strip()}) if kind == "practices" and desk.library.ready.is_set() else []
    if not values["title"] and not wrong:
        values["title"] = next((name for name, sure in offered if sure), "")
    return render_template("new-entry.html", kind=kind, names=[name for name, _ in offered], label=KINDS[kind].label, values=values, wrong=wrong, meant=None if meant is None else [(i, desk.library.titles(kind)[i]) for i in meant], like=_like(desk, kind, values["title"]),
                           speeches=desk.library.titles("speeches"), practices=desk.library.titles("practices"))


def _like(desk: Desk, kind: str, title: str) -> list[tuple[str, str]]:
    """Entries that may be the very same thing already: id and name."""
    if not title or kind not in ("practices", "organizations", "terms", "problems"):
        return []
    titles, key = desk.library.titles(kind), folded(title)
    found = {i for i, name in titles.items() if len(key) > 1 and (folded(name) == key or (min(len(folded(name)), len(key)) >= 4 and (folded(name) in key or key in folded(name))))}
    if kind == "practices":
        names = Names()
        for pid, practice in desk.library.catalog.practices.items():
            names.nearest(pid, (practice.title, *practice.aliases))
        if like := names.nearest("", (title,)):
            found.add(like)
    return [(i, titles.get(i, i)) for i in sorted(found)][:6]


def _begin(desk: Desk, kind: str, given: Mapping[str, str]) -> ResponseReturnValue:
    title, entry_id = given.get("title", "").strip()[:400], given.get("id", "").strip()
    if not title:
        return _form(desk, kind, given, "写上名称，照原文的叫法。")
    if not desk.library.ready.wait(60):
        return _form(desk, kind, given, "还在读全库，过一会儿再点。")
    if not given.get("sure") and (kind in NAMED or kind in ("practices", "problems")) and _like(desk, kind, title):
        return _form(desk, kind, given, "库里有名称相近的，先看看是不是同一个；不是，再点一次“确实是另一个”。")
    if wrong := unfit(title):
        return _form(desk, kind, given, f"名称写不进去：{wrong}。")
    used = taken(desk.library.catalog) | {draft.entry_id for draft in desk.drafts.all()}
    entry_id = entry_id or propose(title, used)
    if (problem := bad_id(entry_id)) or entry_id in used:
        return _form(desk, kind, given, f"编号“{entry_id}”不能用：{problem or '已经用了'}。空着，就由名称的拼音得来。")
    known: dict[str, Any] = {NAMED.get(kind, "title"): title}
    if kind == "practices":
        if account := _account(desk, given):
            known["accounts"] = [account]
        known["added"] = today.here().isoformat()
    elif kind in ("terms", "formulations") and (cited := _account(desk, given)):
        known["at"] = [cited]
    elif kind == "problems" and (cited := _account(desk, given)):
        known["named_in"] = [cited]
    place = {"speech": str(account.get("speech")), "at": next(iter(account.get("at") or ()), "")} if kind == "practices" and (account := _account(desk, given)) else {}
    made = beginning.draft(desk, title, place)
    try:
        desk.begin(kind, entry_id, known, made)
    except NotWritten as error:
        return _form(desk, kind, given, f"{error}。")
    # What was read is decided on the screens of an import.
    return redirect(f"{'/inbox' if made else ''}/{kind}/{entry_id}{_behind(given)}", 303)


def _behind(given: Mapping[str, str], **more: str) -> str:
    """What an address carries on of where the person came from, and `more`."""
    back = given.get("back", "")
    carried = {**more, **({"back": back} if BACK.fullmatch(back) else {})}
    return f"?{urlencode(carried)}" if carried else ""


def _account(desk: Desk, given: Mapping[str, str]) -> dict[str, Any]:
    """The speech and place that something is begun from, where they are told."""
    speech, at = desk.library.meant("speeches", given.get("speech", "").strip()), given.get("at", "").strip()
    if not desk.library.has("speeches", speech):
        return {}
    return {"speech": speech, **({"at": [at]} if PLACE.fullmatch(at) else {})}


def _changing(desk: Desk, sending: Handover, kind: str, entry_id: str, given: Mapping[str, str], plan: Plan | None = None, wrong: str = "",
              waiting: Sequence[Draft] = ()) -> ResponseReturnValue:
    withdrawn = kind in lifecycle.WITHDRAWN and desk.library.catalog.has(kind, entry_id) and bool(desk.library.catalog.data(kind, entry_id).get("withdrawn"))
    return render_template("change.html", lines=plan_told.lines(desk.library, plan, kind, entry_id, given) if plan else [], waiting=[(each.kind, each.entry_id, title(desk, each)) for each in waiting], kind=kind, id=entry_id, label=KINDS[kind].label, title=desk.library.titles(kind)[entry_id], given=given, plan=plan, wrong=wrong,
                           can={"rename": kind in lifecycle.RENAMED, "merge": kind in lifecycle.MERGED, "withdraw": kind in lifecycle.WITHDRAWN and not withdrawn, "restore": withdrawn, "discard": not published(desk, sending, kind, entry_id)},
                           others=[(i, name) for i, name in desk.library.titles(kind).items() if i != entry_id])


def _change(desk: Desk, sending: Handover, kind: str, entry_id: str, given: Mapping[str, str]) -> ResponseReturnValue:
    if not desk.library.checked.wait(60):
        return _changing(desk, sending, kind, entry_id, given, wrong="还在读全库，过一会儿再点。")
    desk.library.reread()
    catalog, what = desk.library.catalog, given.get("what")
    into = given.get("into", "").strip()
    if what == "merge":
        others = [i for i in desk.library.having(kind, into) if i != entry_id]
        if len(others) > 1:
            named = "、".join(f"“{desk.library.titles(kind)[i]}”" for i in others[:joining.SHOWN])
            return _changing(desk, sending, kind, entry_id, given, wrong=f"名称里有“{into}”的有 {len(others)} 条：{named}。写全名称，或者从列出来的里面选。")
        into = next(iter(others), into)
    try:
        if what == "rename":
            plan, there = lifecycle.other_id(catalog, kind, entry_id, given.get("new", "").strip()), given.get("new", "").strip()
        elif what == "merge":
            plan, there = lifecycle.merge(catalog, kind, entry_id, into, today.here(), _called(kind, given)), into
        elif what == "discard" and not published(desk, sending, kind, entry_id):
            plan, there = lifecycle.taken_out(catalog, kind, entry_id), ""
        elif what == "withdraw":
            plan, there = lifecycle.withdraw(catalog, kind, entry_id, given.get("reason", ""), today.here()), entry_id
        elif what == "restore":
            plan, there = lifecycle.restore(catalog, kind, entry_id), entry_id
        else:
            abort(400)
    except (Impossible, NotWritten) as error:
        return _changing(desk, sending, kind, entry_id, given, wrong=f"{unfit(given.get('reason', '')) or error}。")
    except LookupError:
        return _changing(desk, sending, kind, entry_id, given, wrong="这一条还没有填好，填好再来。")
    if waiting := plan_told.in_the_way(desk, plan, kind, entry_id, what):
        return _changing(desk, sending, kind, entry_id, given, waiting=waiting)
    if not given.get("sure"):
        return _changing(desk, sending, kind, entry_id, given, plan)
    try:
        desk.before.about_to_write(plan.files)
        lifecycle.write(plan, desk.library.data)
    except Stopped as error:
        desk.saved()
        why = reasons.of(error.error)
        return _changing(desk, sending, kind, entry_id, given, wrong=f"做到一半停了：{why.why}。改好了的是完整的，{why.cure}，再来一次。")
    desk.saved()
    if not there:
        desk.drafts.drop(kind, entry_id)
        return render_template("message.html", heading="去掉了", lines=["没有人用过它，没有留下网址。"], links=[("/inbox", "还要定的")])
    heading, said = plan_told.done(what)
    return render_template("message.html", heading=heading, lines=[*said, *plan.told], links=[(f"/{kind}/{there}", "打开这一条"), ("/hand", "看改了什么")])


def published(desk: Desk, sending: Handover, kind: str, entry_id: str) -> bool:
    """Whether somebody else may have the entry already; then it is withdrawn, and not taken out."""
    path = desk.library.path(kind, entry_id).removeprefix(f"{desk.library.shown}/")
    was = sending.was(path) if sending.git else desk.before.was(path)
    if was is None:
        return False
    document = parse(was.encode(), path)
    return not isinstance(document, Document) or data_of(document, kind, entry_id) is not None


def _called(kind: str, given: Mapping[str, str]) -> str:
    """Where the title of what goes is kept, as the person says."""
    called = given.get("called", "")
    allowed = {"practices": ("aliases", "keywords"), "problems": ("synonyms",)}.get(kind, ())
    if allowed and called not in allowed:
        raise Impossible("说一下去掉的那个名称算什么：原文的另一个叫法，还是读者会用的词")
    return called if called in allowed else ""
