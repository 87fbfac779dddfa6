"""`mkdocs serve`, but whatever is saved, it goes on: the last good site stays, the errors on top.

Builds are made in a process of their own where there can be one. What they raise becomes findings;
the server, which MkDocs makes, puts them on top of the pages. This module stays when code is loaded
anew, so it asks by name for what may be new. See docs/contributing/architecture.md.
"""

import importlib
import logging
import shutil
import signal
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any
from wsgiref.util import FileWrapper

from mkdocs.commands import serve as mkdocs_serve
from mkdocs.commands.build import build as _build
from mkdocs.livereload import LiveReloadServer

from macros.findings import Finding
from macros.runtime import background
from macros.runtime.worker import Gone, Worker
from macros.site import banner, watching
from macros.site.code_reload import PACKAGE

# Seconds after a build in which the next save is likely, and how many builds may follow each other
# before the search for cycles, which takes a second in a large library, is made in spite of that.
_IDLE, _UNTIDIED = 5.0, 4
_GONE = "生成网站的进程忽然结束了，多半是内存不够"

_server: "Server | None" = None


def begin() -> None:
    """Let MkDocs, which is about to start its server, use the one that survives."""
    # Two names in the one function of MkDocs that serves; it has no other way in.
    vars(mkdocs_serve)["LiveReloadServer"] = Server
    _end_cleanly()


def end() -> None:
    """The preview is over: no process and no folder is left of it."""
    if _server:
        if _server.worker:
            _server.worker.end()
        _sweep(_server.root)


def _sweep(root: str) -> None:
    shutil.rmtree(aside(Path(root)), ignore_errors=True)


def aside(site: Path) -> Path:
    """Where the last good site is while the next is made."""
    return site.with_name(site.name + "-last")


def _end_cleanly() -> None:
    """However the preview is told to end, it ends like by Ctrl-C; an interrupt that is ignored stays so."""
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]

    def stop(*_: object) -> None:
        for number in numbers:  # once is enough: it must not interrupt the end itself
            signal.signal(number, signal.SIG_IGN)
        raise KeyboardInterrupt

    for number in numbers:
        signal.signal(number, stop)


class Server(LiveReloadServer):
    """MkDocs' server with a guard around builds, and what they found on top of the pages."""

    def __init__(self, builder: Callable[..., None], host: str, port: int, root: str, **more: Any) -> None:
        global _server
        super().__init__(self._rebuild, host, port, root, **more)
        self._builder = builder
        self._roots: set[str] = set()
        self.observer = watching.observer(self._roots)  # type: ignore[assignment]
        self.worker: Worker | None = None
        # The errors of the last build as HTML, and whether there is a site to put them on.
        self.banner = ""
        self.kept = False
        self._first: Callable[[], None] | None = None
        _server = self
        vars(mkdocs_serve)["build"] = self._build_first

    def _build_first(self, *arguments: Any, **more: Any) -> None:
        """In the place of MkDocs' function, which would end the preview when this fails."""
        self._first = partial(_build, *arguments, **more)
        self._rebuild()
        self._first = None

    def _rebuild(self) -> None:
        vars(mkdocs_serve)["build"] = _build
        if not self.worker and background.copyable():
            self.worker = Worker(self._attempt, idle=_tidy, seconds=_IDLE, left=partial(_left, self.root))
        try:
            found = self.worker.ask(self.kept) if self.worker else self._attempt(self.kept)
        except Gone:
            self._without_worker()
            found = self._failed([_now("findings").Finding(".", 1, 1, "not-made", _GONE, "再存一次会重新生成")], False)
        self.banner, self.kept = found, self.kept or not found

    def _without_worker(self) -> None:
        """What it was making is lost. The next build begins from nothing, in this process."""
        if self.worker:
            self.worker.end()
        self.worker, self.kept = None, False

    def _attempt(self, kept: bool) -> str:
        """Build; the HTML of what ended it, or nothing. In the worker, this object is a copy."""
        build, self._first = self._first or self._builder, None
        said = _Said()
        logging.getLogger("mkdocs").addHandler(said)
        _now("site.session").kept.page = None
        try:
            build()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            session, faults = _now("site.session"), _now("site.faults")
            page = session.kept.page
            session.put_back()
            return self._failed(faults.findings(error, PACKAGE.parent, page=page, logged=said.of_settings), kept)
        finally:
            logging.getLogger("mkdocs").removeHandler(said)
            _tidy(after=_UNTIDIED)
        return ""

    def _failed(self, findings: Iterable[Finding], kept: bool) -> str:
        found, diagnostics = sorted(findings), _now("findings")
        print(diagnostics.as_text(found))
        print(f"{'网站保持上一次正确的样子。' if kept else '网站还没有生成。'}{diagnostics.summary(found)}", flush=True)
        html: str = _now("site.banner").html(found, kept=kept)
        return html

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        self._roots.add(str(Path(path).absolute()))
        super().watch(path, func, recursive=recursive)

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        answer: list[Any] = []
        body = super().serve_request(environ, lambda *given: answer.extend(given))
        status, headers = answer[:2]
        if self.banner and ("Content-Type", "text/html") in headers:
            content = b"".join(body)
            if isinstance(body, FileWrapper):
                body.close()
            if self.kept:
                content = banner.on_top(content, self.banner)
            else:
                status, content = "200 OK", banner.alone(self.banner)
            headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(content)))]
            body = [content]
        start_response(status, headers)
        return body


class _Said(logging.Handler):
    """What MkDocs logs of the settings before it gives up: the error that it raises does not say it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.of_settings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message.startswith("Config value"):
            self.of_settings.append(message.removeprefix("Config value "))


def _now(name: str) -> Any:
    """A module of ours as it is now: code that was saved is loaded anew."""
    return importlib.import_module(f"macros.{name}")


def _tidy(after: int = 1) -> None:
    _now("site.session").tidy(after)


def _left(root: str) -> None:
    """The preview was killed: its folders go all the same."""
    _sweep(root)
    shutil.rmtree(root, ignore_errors=True)
