"""The desk as an application: the addresses it answers, the templates and files that it has.

Whatever a request names is looked up among what is known: no path of one reaches the file system.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, Response, abort, render_template, request
from jinja2 import FileSystemLoader, StrictUndefined
from werkzeug.exceptions import HTTPException

from macros.desk import changing, correcting, entries, finishing, handing, importing, inbox, look
from macros.desk.guard import Guard, refused
from macros.desk.pasted import Cleaned
from macros.desk.state import ORDER, Desk
from macros.model import progress
from macros.model.kinds import KINDS

HERE = Path(__file__).parent
# A form is small; a file to import is not.
LIMIT = 21 * 1024 * 1024
FORM_LIMIT = 2 * 1024 * 1024
# What a page asks for while one is on it.
_PARTS = frozenset({"asset", "names", "writing", "text", "preview", "differences", "carried", "guide"})
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


def make(desk: Desk, guard: Guard) -> Flask:
    """The application of one desk, which answers whom the guard lets in."""
    app = Flask("kb-desk", static_folder=None, template_folder=None)
    app.request_class = Cleaned
    app.jinja_loader = FileSystemLoader(HERE / "templates")
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.config.update(MAX_CONTENT_LENGTH=LIMIT, MAX_FORM_MEMORY_SIZE=FORM_LIMIT, MAX_FORM_PARTS=20_000)
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    guard.install(app)
    app.before_request(_bounded)
    app.before_request(lambda: _left(desk))
    app.register_error_handler(HTTPException, refused)
    app.context_processor(lambda: _everywhere(desk))
    files = _files()

    @app.get("/assets/<name>")
    def asset(name: str) -> Response:
        if name not in files:
            abort(404)
        content, kind = files[name]
        return Response(content, content_type=kind)

    @app.get("/")
    def home() -> str:
        if desk.library.look_again():
            desk.saved()
        broken = [(f"/{kind}/{entry_id}" if entry_id else "", f"{KINDS[kind].label}“{entry_id}”" if entry_id else KINDS[kind].label) for kind, entry_id in desk.library.unreadable()]
        return render_template("home.html", broken=broken, kinds=[(kind, KINDS[kind].label, desk.library.titles(kind)) for kind in ORDER])

    @app.get("/guide/progress")
    def guide() -> str:
        return render_template("progress-words.html", words=progress.by_status())

    @app.get("/names/<kind>")
    def names(kind: str) -> Any:
        if kind not in KINDS:
            abort(404)
        return list(desk.library.titles(kind).items())

    @app.get("/writing")
    def writing() -> str:
        kind, _, entry_id = request.args.get("of", "").partition("/")
        return render_template("_list.html", draft={"kind": kind, "entry_id": entry_id})

    for room in (entries, changing, importing, inbox, correcting, handing, look):
        part = Blueprint(room.__name__.rpartition(".")[2], room.__name__)
        room.register(part, desk)
        app.register_blueprint(part)
    return app


def _bounded() -> None:
    """Only a file may be large."""
    if request.mimetype != "multipart/form-data" and (request.content_length or 0) > FORM_LIMIT:
        abort(413)


def _left(desk: Desk) -> None:
    """Whoever goes to another page has finished what has nothing to decide any more: it is written before the page is made."""
    page = request.method == "GET" and request.endpoint is not None and request.endpoint.rpartition(".")[2] not in _PARTS
    if page and desk.library.ready.is_set():
        given = request.view_args or {}
        with desk.lock:
            finishing.left(desk, (str(given.get("kind", "")), str(given.get("entry_id", ""))))


def _finished(desk: Desk) -> Iterator[tuple[str, str, str, str]]:
    """What was finished since the last page: kind, id, name, why it is not written."""
    told, desk.finished = dict.fromkeys(desk.finished), []
    for kind, entry_id, why in told:
        draft = desk.draft(kind, entry_id)
        yield kind, entry_id, entries.title(desk, draft) if draft else entry_id, why


def _everywhere(desk: Desk) -> dict[str, Any]:
    """What the frame of every page shows."""
    return {"labels": {kind: KINDS[kind].label for kind in ORDER}, "unfinished": list(desk.unfinished()), "shown": desk.library.shown, "finished": lambda: _finished(desk)}


def _files() -> dict[str, tuple[bytes, str]]:
    """The desk's own scripts and styles, and the site's, by name."""
    own = {file.name: (file.read_bytes(), _TYPES[file.suffix]) for file in sorted((HERE / "static").iterdir()) if file.suffix in _TYPES}
    return {**own, **look.styles()}
