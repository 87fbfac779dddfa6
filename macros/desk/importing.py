"""A file is dropped, its division is shown and set right, names are chosen, drafts are made."""

import contextlib
import datetime
import re
from collections.abc import Iterator
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from macros.desk import finishing, fronts
from macros.desk.drafts import Draft
from macros.desk.page_words import on_page
from macros.desk.state import Desk
from macros.desk.told import entry_of
from macros.desk.uploads import Upload, Uploads
from macros.editing.spans import NotWritten, added_item
from macros.fulltext.segments import SpeechText
from macros.importing import as_json, plan, proposals, reading
from macros.importing.choice import Take
from macros.importing.division.reading import Wish
from macros.importing.document import Document as Read
from macros.importing.limits import too_large
from macros.importing.plan import Plan
from macros.importing.quotes import unquoted
from macros.importing.refused import Refused
from macros.library.similarity import folded
from macros.reading.document import Document
from macros.runtime import reasons, today
from macros.runtime.writing import Stopped

_SHOWN = 120
_NO_DAY = "日期“{}”不是一个日子，还没有写成草稿：写成 2025-09-16；原文只写到月、只写到年的，写 2025-09、2025；不知道的，空着。"
# A line that says no more than a day.
_BRIEF = 30
_FRONT = re.compile(r"(?:source|short|level)\.[a-z0-9_]{1,20}")
# So long a name may be at most; the check says what is too long for a title.
_NAME = 60


def register(app: Blueprint, desk: Desk) -> None:
    """The addresses below `/import`."""
    uploads = Uploads(desk.folder / "uploads")

    @app.get("/import")
    def start() -> ResponseReturnValue:
        return render_template("import.html", uploads=[each for each in uploads.all() if not each.done], wrong="")

    @app.post("/import")
    def dropped() -> ResponseReturnValue:
        try:
            file = request.files.get("file")
        except RequestEntityTooLarge:
            large = too_large()
            return render_template("import.html", uploads=list(uploads.all()), wrong=f"{large.message}。{large.cure}。"), 413
        if file is None or not file.filename:
            return render_template("import.html", uploads=list(uploads.all()), wrong="先选一个文件。")
        try:
            upload = uploads.add(file.filename, file.read())
            reading.document(uploads.file(upload))
        except Refused as refused:
            return render_template("import.html", uploads=[], wrong=_refused(refused))
        except OSError as error:
            return render_template("import.html", uploads=[], wrong=f"存不下来：{reasons.of(error).why}。")
        return redirect(f"/import/{upload.key}", 303)

    @app.get("/import/<key>")
    def divided(key: str) -> ResponseReturnValue:
        upload = uploads.get(key) or abort(404)
        if upload.done:
            # Its drafts are there: nothing is chosen here any more.
            return render_template("message.html", heading=f"“{upload.name}”已经写成草稿了", lines=["接着一处一处地定；漏了的做法，由原文那一段新写。"],
                                   links=[("/inbox", "接着定"), ("/import", "再导入一个文件")])
        return _show(desk, uploads, upload)

    @app.post("/import/<key>")
    def again(key: str) -> ResponseReturnValue:
        upload = uploads.get(key) or abort(404)
        with desk.lock:
            if not request.form.get("write"):
                _heard(upload, request.form)
                uploads.keep(upload)
                return redirect(f"/import/{upload.key}#{'names' if request.form.get('names') else 'division'}", 303)
            _heard(upload, request.form)
            uploads.keep(upload)
            if wrong := _wrong_day(upload.date or "") or _wrong_day(upload.front.get("source.date", "")):
                return _show(desk, uploads, upload, wrong)
            return _write(desk, uploads, upload)


def _heard(upload: Upload, form: Any) -> None:
    """What the page says: lines that speeches begin at, titles, bodies, lines that are text, names."""
    split = _numbers(form, "split")
    shown = [int(each) for each in form.get("starts", "").split(",") if each.isdigit()]
    upload.one = form.get("one") == "1"
    changed = split != shown
    if changed or upload.split:
        upload.split = [] if upload.one else split
    for name in ("titles", "units"):
        said, proposed = form.getlist(name), form.getlist(f"was-{name}")
        # What was only proposed is not said by the person; with other beginnings it belongs to none.
        given = [word.strip()[:80] if word.strip() != was.strip() else "" for word, was in zip(said, proposed, strict=False)]
        before = getattr(upload, name)
        kept = [word or (before[i] if i < len(before) else "") for i, word in enumerate(given)]
        setattr(upload, name, [] if changed else kept if any(kept) else [])
    # Of a line that was left out and is ticked as text now, the later word counts.
    was, upload.keep = set(upload.keep), _numbers(form, "keep")
    upload.leave = [number for number in _numbers(form, "leave") if number not in set(upload.keep) - was]
    upload.keep = [number for number in upload.keep if number not in upload.leave]
    upload.occasion = form.get("occasion", "").strip()[:400] if "occasion" in form else upload.occasion
    # With other beginnings a number is another speech's.
    upload.front = {name: value.strip()[:400] for name, value in form.items() if _FRONT.fullmatch(name) and not (changed and name[:6] != "source")}
    if said := upload.front.get("source.date"):
        upload.front["source.date"] = _day(said)
    upload.date = form.get("date", "").strip()[:20] if "date" in form else upload.date
    upload.take = [each[:120] for each in form.getlist("take")][:1000]
    named = zip(form.getlist("name"), form.getlist("called"), form.getlist("was-called"), strict=False)
    upload.called = {key[:120]: word for key, said, was in named if (word := said.strip()[:_NAME]) and word != was.strip()}


def _numbers(form: Any, name: str) -> list[int]:
    """The numbers of lines that are ticked, in order, each once."""
    return sorted({int(each) for each in form.getlist(name) if each.isdigit() and len(each) < 8})


def _planned(desk: Desk, uploads: Uploads, upload: Upload) -> tuple[Plan, Read]:
    """What would be written. Raises `Refused`."""
    read = reading.document(uploads.file(upload))
    wish = Wish(tuple(upload.split), upload.one, tuple(upload.titles), tuple(upload.units), tuple(upload.keep), tuple(upload.leave), occasion=upload.occasion or "", date="" if _wrong_day(upload.date or "") else _day(upload.date or ""))
    catalog, data = desk.library.catalog, desk.library.data
    first = plan.prepare(read.text, upload.name, catalog, data, today.here(), None, wish, Take(numbers=frozenset()))
    wanted = frozenset(number for key, number in first.choice.numbers.items() if key in set(upload.take))
    return (plan.prepare(read.text, upload.name, catalog, data, today.here(), None, wish, Take(numbers=wanted, called=upload.called)) if wanted else first), read


def _show(desk: Desk, uploads: Uploads, upload: Upload, wrong: str = "") -> ResponseReturnValue:
    if not desk.library.ready.wait(60):
        return render_template("message.html", heading="还在读全库", lines=["过一会儿再打开这一页。"], links=[(f"/import/{upload.key}", "再看")])
    try:
        made, read = _planned(desk, uploads, upload)
    except Refused as refused:
        if upload.split or upload.keep or upload.leave or upload.one:
            upload.split, upload.keep, upload.leave, upload.one = [], [], [], False
            uploads.keep(upload)
            return _show(desk, uploads, upload, f"{_refused(refused)}分法恢复成原来的了。")
        return render_template("import.html", uploads=[], wrong=_refused(refused))
    whole = as_json.whole(made, desk.library.shown, True, read.unseen)
    starts = [speech["beginning"]["line"] for speech in whole["speeches"] if speech["beginning"]]
    texts = {told.order: told.text for told in made.speeches}
    names = [{**name, "key": folded(name["name"]), "speech": speech["order"], "sentence": _sentence(texts[speech["order"]], name["at"], name["name"]), "called": desk.library.called(name["known"] or ""), "title": upload.called.get(folded(name["name"]), name["name"])}
             for speech in whole["speeches"] for name in speech["names"] if name["number"]]
    numbers = {name["number"]: name["name"] for name in names}
    names = list({name["key"]: name for name in reversed(names)}.values())[::-1]
    days = {told.order: found for told in made.speeches if told.beginning and (found := proposals.partial(told.beginning.day or ""))}
    return render_template("division.html", upload=upload, day=made.meeting.day if upload.date is None else upload.date, days=days, month=_month(whole["left_out"]),
                           occasion=_occasion(made) if upload.occasion is None else upload.occasion, source=fronts.source(made, upload.front),
                           front={told.order: fronts.speech(made, desk.library.catalog, told.order, upload.front) for told in made.speeches}, plan=whole, starts=starts, lines=list(_lines(read.text, whole, starts, upload)), names=sorted(names, key=lambda each: -each["sure"]),
                           told=[on_page(note, numbers, desk.library.called) for note in made.notes], wrong=wrong, split=bool(upload.split or upload.one or upload.leave))


def _occasion(made: Plan) -> str:
    """Where all speeches were given, as far as the text says; "" where it says several."""
    told = {found for speech in made.speeches if (found := proposals.Proposals.of(speech.text, speech.beginning).occasion)}
    return next(iter(told)) if len(told) == 1 else made.meeting.read[0] if made.meeting.read and not told else ""


def _day(said: str) -> str:
    """A day as an entry writes it, however it was typed: 2025年9月16日, 2025/9/16; as it is where it is none, for the check to tell."""
    return proposals.partial(said) or (year[1] if (year := re.fullmatch(r"(\d{4}) ?年?", said)) else said)


def _wrong_day(said: str) -> str:
    """What is wrong with the day that was written; "" for nothing."""
    day = _day(said.strip())
    try:
        datetime.date.fromisoformat(f"{day}-01-01"[:10] if re.fullmatch(r"\d{4}(-\d{2})?", day) else day or "2000-01-01")
    except ValueError:
        return _NO_DAY.format(said)
    return ""


def _month(left_out: list[dict[str, Any]]) -> str:
    """The words of a line outside the speeches, a cover's or an imprint's, that tell of a month and of no day; "" where there are none."""
    return next((line["text"].strip() for line in left_out if len(line["text"]) <= _BRIEF and len(proposals.partial(line["text"]) or "") == len("2024-05")), "")


def _refused(refused: Refused) -> str:
    """Why an import is refused, in the words of the page."""
    return "".join(f"{words}。" for words in (on_page(refused.message, {}), on_page(refused.cure, {})) if words)


def _sentence(text: SpeechText, at: str, name: str) -> str:
    """The sentence of a paragraph that a name stands in; the paragraph's first where it stands in the heading above."""
    words = text.passages[int(at.partition(".")[0]) - 1].text
    sentences = re.findall("[^。！？；]+[。！？；”]*", words)
    bare = unquoted(name)
    found = next((each for each in sentences if bare in unquoted(each)), sentences[0] if sentences else words)
    return found if len(found) <= _SHOWN else found[:_SHOWN] + "……"


def _lines(text: str, whole: Any, starts: list[int], upload: Upload) -> Iterator[dict[str, Any]]:
    """Every line of the text that holds anything, with what it is taken for."""
    out = {each["line"]: each["reason"] for each in whole["left_out"]}
    maybe = {each["line"] for each in whole["doubtful"]}
    paragraphs = {p["line"]: f"第{speech['order']}篇第{p['number']}段" for speech in whole["speeches"] for p in speech["paragraphs"]}
    for number, line in enumerate(text.split("\n"), 1):
        if words := line.strip(" \f").lstrip("#").strip():
            yield {"number": number, "text": words[:90] + ("……" if len(words) > 90 else ""), "start": number in starts, "maybe": number in maybe, "out": out.get(number) if number in out else None,
                   "is": paragraphs.get(number, ""), "leave": number in upload.leave}


def _write(desk: Desk, uploads: Uploads, upload: Upload) -> ResponseReturnValue:
    desk.library.reread()
    try:
        made, read = _planned(desk, uploads, upload)
        made = fronts.as_written(fronts.decided(made, desk.library.catalog, upload.front), desk.library.catalog, read.text)
        desk.before.about_to_write(file.path for file in made.files)
        plan.write(made, desk.library.data)
    except Refused as refused:
        return _show(desk, uploads, upload, _refused(refused))
    except FileExistsError:
        return _show(desk, uploads, upload, "刚刚有人写了同名的文件，一个也没有写；再点一次。")
    except Stopped as error:
        told = reasons.of(error.error)
        return _show(desk, uploads, upload, f"写到一半停了：{told.why}。{told.cure}，再点一次，会接着写其余的。")
    desk.library.reread()
    for practice, account in made.accounts:
        _to_known(desk, practice, account)
    for kind, entry_id in (entry_of(file.path) for file in made.files):
        _without_help(desk, kind, entry_id)
    upload.done = True
    uploads.keep(upload)
    desk.saved()
    return redirect("/inbox", 303)


def _without_help(desk: Desk, kind: str, entry_id: str) -> None:
    """What an import writes as help goes from an entry of which everything was decided on its page: nobody is led to it any more."""
    text = desk.library.text(kind, entry_id) if kind else None
    draft = Draft(kind, entry_id, text, text) if text is not None else None
    if draft is not None:
        finishing.tidied(desk, draft)
        with contextlib.suppress(OSError):
            desk.put(draft)


def _to_known(desk: Desk, practice: str, account: str) -> None:
    """The account of a practice that the library has, as a draft of it: nobody's entry is changed unasked."""
    draft = desk.draft("practices", practice)
    document = desk.document(draft) if draft else None
    if draft is None or not isinstance(document, Document):
        return
    try:
        draft.say(added_item(document, ("accounts",), account))
    except NotWritten:
        return
    desk.drafts.keep(draft)
