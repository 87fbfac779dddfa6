"""What is still to decide: every 待填 and 待确认 of the drafts, those that are seen by the same words on one screen."""

import contextlib
import re
from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from macros.desk import belonging, cards, cited, entries, finishing, gists, offered, untold, waiting
from macros.desk.alongside import lines_near
from macros.desk.decisions import Decision, decisions, screen_of, together
from macros.desk.drafts import Draft
from macros.desk.form import Many, form, part_at
from macros.desk.paragraphs import Text, text_of
from macros.desk.state import Desk
from macros.desk.wording import inner
from macros.editing.spans import NotWritten
from macros.findings import Finding
from macros.importing import stages
from macros.model.entries import KINDS_OF_NO_PRACTICE
from macros.model.kinds import KINDS

# What the path of a field may look like in an address.
_PATH = re.compile(r"[a-z0-9_.]{1,120}")
_ACCOUNT = re.compile(r"accounts\.[0-9]{1,3}")
# Where a value was read, when its line is shown beside it.
_IN_TEXT = re.compile("全文(?=$|[；，])")
# So long the last screen waits for the rules that look at the whole library.
_PATIENCE = 4
_DONE = {"take": "收进来了：{}。看一眼名目；不要，点“撤回”。", "remove": "去掉了一项。要它回来，点“撤回”。", "clear": "定了：{}空着。要写，点“撤回”。"}


def register(app: Blueprint, desk: Desk) -> None:
    """The addresses below `/inbox`."""
    app.add_app_template_filter(stages.where, "place")
    app.add_app_template_filter(inner, "inner")
    app.add_app_template_filter(cards.fronts, "fronts")

    @app.get("/inbox")
    def inbox() -> ResponseReturnValue:
        _clear(desk)
        listed = waiting.listed(desk)
        return render_template("inbox.html", entries=listed, red=waiting.red(desk, {(each.kind, each.entry_id) for each in listed}), ready=desk.library.ready.is_set())

    @app.get("/inbox/<kind>/<entry_id>")
    def one(kind: str, entry_id: str) -> ResponseReturnValue:
        _clear(desk)
        draft = desk.draft(kind, entry_id) or abort(404)
        document = desk.document(draft)
        if isinstance(document, Finding):
            return entries.page(desk, draft)
        number, done = _count("n"), _count("done")
        screens = together(decisions(document, kind, entry_id, cited.told(desk)))
        following, back = waiting.after(desk, (kind, entry_id)), entries.back()
        undone, waits = request.args.get("at", ""), sum(map(len, screens))
        if _PATH.fullmatch(undone) and part_at(form(KINDS[kind].model, desk.data(draft)), undone):
            screens, number = _with(screens, undone, cards.there(desk.data(draft), undone))
        keep = request.args.get("keep", "")
        if not undone and _ACCOUNT.fullmatch(keep) and cards.there(desk.data(draft), keep):
            screens, number = _kept(screens, keep, number)
        if not screens:
            red, why = _red(desk, draft), ""
            if not red and (done or draft.changed):
                with desk.lock:
                    why = finishing.write(desk, draft) if draft.changed else ""
                if not why:
                    desk.finished.append((kind, entry_id, ""))
                    return redirect(back or f"/inbox/{following.kind}/{following.entry_id}" if following else "/inbox", 303)
            return render_template("decided.html", draft=draft, title=entries.title(desk, draft), following=following, done=done, back=back, red=red, why=why, said=_said(desk, draft, ""))
        number = min(number, len(screens) - 1)
        common = {"draft": draft, "back": back, "title": entries.title(desk, draft), "number": number, "here": f"/inbox/{kind}/{entry_id}?n={number}&done={done}", "count": waits,
                  "skipped": 0 if undone else sum(map(len, screens[:number])), "more": number + 1 < len(screens), "done": done, "left": len(screens) - number, "size": len(screens[number]) - (sum(map(len, screens)) - waits), "following": following,
                  "said": _said(desk, draft, undone), **entries.of_form(desk)}
        return _screen(desk, draft, screens[number], common)

    @app.post("/inbox/speeches/<entry_id>/belongs")
    def belongs(entry_id: str) -> ResponseReturnValue:
        """The paragraph, or the item, is one that a practice tells of: a place more in its account of the speech."""
        with desk.lock:
            draft, asked = entries.asked(desk, "speeches", entry_id)
            practice = desk.draft("practices", str(asked.get("practice")))
            place = cited.place(desk.data(draft), str(asked.get("path")))
            if practice is None or place is None:
                abort(400)
            try:
                saved = cited.belongs(desk, practice, entry_id, place)
                if "." not in place:
                    cited.unasked(desk, draft, {int(place)})
                desk.drafts.keep(draft)
            except NotWritten as error:
                abort(409, f"{error}。")
            return jsonify(saved=saved, version=draft.version, place=place)

    @app.post("/inbox/practices/<entry_id>/tell")
    def tell(entry_id: str) -> ResponseReturnValue:
        """What a place says that an account cites and no point rests on becomes points to be worded."""
        with desk.lock:
            draft, asked = entries.asked(desk, "practices", entry_id)
            path, document, data = asked.get("path"), desk.document(draft), desk.data(draft)
            at = dict(untold.bare(data, draft.text)).get(str(path))
            if at is None or isinstance(document, Finding):
                return jsonify(said="这个出处已经有要点讲它了。")
            number = int(str(path).split(".")[1])
            on = f"accounts.{number}.points.{len(data['accounts'][number].get('points') or ())}"
            try:
                draft.say(untold.offered(document, data, number, at, text_of(desk.library, str(data["accounts"][number].get("speech"))))[0])
                desk.drafts.keep(draft)
            except NotWritten as error:
                return jsonify(said=f"{error}。")
            return jsonify(said="", on=on, version=draft.version)

    @app.post("/inbox/practices/<entry_id>/figure")
    def taken(entry_id: str) -> ResponseReturnValue:
        """Some words of the source become a figure of an account."""
        with desk.lock:
            draft, asked = entries.asked(desk, "practices", entry_id)
            given = {name: str(value)[:200] for name, value in asked.items() if name in ("words", "at", "label", "value", "on", "open") and isinstance(value, str)}
            path = asked.get("path")
            if not isinstance(path, str) or not _ACCOUNT.fullmatch(path):
                abort(400)
            try:
                draft.last = ""
                on = cards.take(desk, draft, path, given)
                desk.drafts.keep(draft)
            except (ValueError, NotWritten) as error:
                return jsonify(said=str(error))
            return jsonify(said="", on=on, version=draft.version)


def _screen(desk: Desk, draft: Draft, screen: tuple[Decision, ...], common: dict[str, Any]) -> ResponseReturnValue:
    """The screen of some decisions."""
    about = screen_of(screen[0].path)
    paths = [each.path for each in screen if each.confirm]
    if about in ("gists", "reasons"):
        rows = list(gists.rows(desk, draft) if about == "gists" else gists.reasons(desk, draft, screen))
        return render_template("gists.html", rows=rows, paths=paths, reasons=about == "reasons", kinds=KINDS_OF_NO_PRACTICE, telling=cited.telling(desk, draft.entry_id), **common)
    made = cards.of_screen(desk, draft, screen)
    shown = made.cards
    near = list(lines_near(desk, draft, [each.why for each in screen]))
    if any(here for _, _, here in near):
        shown = [replace(card, why=_IN_TEXT.sub("左边标出的那一行", card.why)) for card in shown]
    whole = form(KINDS[draft.kind].model, desk.data(draft))
    list_ = part_at(whole, about)
    return render_template("decision.html", cards=shown, paths=paths, text=made.text, near=near, above=list(cards.above(whole, f"{about}.")), account=list_ if about.startswith("accounts.") else None, next_point=blank.blank if isinstance(blank := part_at(whole, f"{about}.points"), Many) else None, passed=made.passed, counted={card.part.path for card in shown if card.bare and untold.counted(desk.data(draft), card.part.path)}, cites=cards.places(desk.data(draft), about),
                           offers=_offers(desk, draft, about, made.text),
                           topics=_topics(desk) if any(card.several for card in shown) else [], at=next((at for card in shown for at in card.at), ""), **common)


def _offers(desk: Desk, draft: Draft, about: str, text: Text | None) -> list[str]:
    """The words that may be the cue of an account, where the import says so."""
    document = desk.document(draft)
    if not _ACCOUNT.fullmatch(about) or isinstance(document, Finding):
        return []
    return offered.cues(document, int(about.partition(".")[2]), text, cards.places(desk.data(draft), about))


def _with(screens: list[tuple[Decision, ...]], undone: str, there: bool) -> tuple[list[tuple[Decision, ...]], int]:
    """The screens with the one that shows what was taken back, and its number: what is not open is seen all the same."""
    for i, screen in enumerate(screens):
        if any(_about(each.path, undone) for each in screen):
            return screens, i
        if screen_of(undone).startswith("accounts.") and screen_of(screen[0].path) == screen_of(undone):
            return [*screens[:i], (*screen, *([Decision(undone, confirm=False)] if there else [])), *screens[i + 1:]], i
    return [(Decision(undone, confirm=False),), *screens], 0


def _kept(screens: list[tuple[Decision, ...]], account: str, number: int) -> tuple[list[tuple[Decision, ...]], int]:
    """The screens with that of an account where one stays, all of it decided or not, and its number."""
    there = next((i for i, screen in enumerate(screens) if screen_of(screen[0].path) == account), None)
    if there is not None:
        return screens, there
    number = min(number, len(screens))
    return [*screens[:number], (Decision(f"{account}.progress", confirm=False),), *screens[number:]], number


def _about(path: str, changed: str) -> bool:
    return path == changed or changed.startswith(f"{path}.") or path.startswith(f"{changed}.")


def _said(desk: Desk, draft: Draft, undone: str) -> str | Markup:
    """What was done a moment ago, as the address says: taken back, taken in, taken out, left empty; "" for nothing."""
    if undone and (named := _named(desk, draft, undone)):
        return f"撤回了：{named}。"
    on, did = request.args.get("on", ""), request.args.get("did", "")
    if did == "belongs" and (added := belonging.said(desk, draft, on)):
        return added
    named = _named(desk, draft, on) if did in _DONE else ""
    return _DONE[did].format(named) if named or did == "remove" else ""


def _named(desk: Desk, draft: Draft, path: str) -> str:
    """What a field is called that was taken back, with what it lies in; "" where none was."""
    if not _PATH.fullmatch(path):
        return ""
    whole = form(KINDS[draft.kind].model, desk.data(draft))
    part = part_at(whole, path)
    if (place := cited.stands(desk.data(draft), path)) and part:
        return f"{stages.where(place)} · {part.label}"
    last = path.rpartition(".")[2]
    # Points are counted on the screen as the text tells them.
    return re.sub(r"要点 \d+", "要点", " · ".join([*cards.above(whole, path), f"{part.label} {int(last) + 1}" if last.isdigit() and part.label else part.label])) if part else "去掉的那一项"


def _red(desk: Desk, draft: Draft) -> list[tuple[str, str, str]]:
    """What is wrong still in an entry of which everything is decided: the address of the field, its name, and what is wrong."""
    told, _ = desk.checker.check(draft, _PATIENCE)
    whole = form(KINDS[draft.kind].model, desk.data(draft))
    return [(f"/{draft.kind}/{draft.entry_id}#{each.path}", part.label if (part := part_at(whole, each.path)) else "", each.message) for each in told if each.error and each.code != "to-confirm"]


def _count(name: str) -> int:
    given = request.args.get(name, "0")
    return int(given) if given.isdigit() and len(given) < 5 else 0


def _clear(desk: Desk) -> None:
    """What is proposed as a reason where a practice tells by now goes before it is asked for; a disk that refuses is no reason not to go on."""
    with desk.lock, contextlib.suppress(OSError):
        cited.settled(desk)


def _topics(desk: Desk) -> list[tuple[str, str]]:
    """What each topic is about, for who has to choose."""
    return [(topic.title, f"{topic.question}{topic.scope}") for topic in desk.library.catalog.topics.values()]
