"""`mkdocs serve`, but whatever is saved, it goes on: the last good site stays, the errors on top.

Builds are made in a process of their own where there can be one. What they raise becomes findings;
the server, which MkDocs makes, puts them on top of the pages. A build that failed is tried again by
itself: a folder may be back, the disk may have room. This module stays when code is loaded
anew, so it asks by name for what may be new. See docs/contributing/architecture.md.
"""

import gc
import shutil
import signal
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, cast
from wsgiref.util import FileWrapper

from mkdocs.commands import serve as mkdocs_serve
from mkdocs.commands.build import build as _build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from macros.findings import Finding
from macros.runtime import background, chinese, reasons
from macros.runtime.worker import Gone, Worker
from macros.site import banner, logged, watching
from macros.site.code_reload import PACKAGE, Code
from macros.site.output import aside

# Seconds after a build in which the next save is likely, and how many builds may follow each other
# before the search for cycles, which takes a second in a large library, is made in spite of that.
_IDLE, _UNTIDIED = 5.0, 4
# Seconds before a build that failed is tried again by itself; the last for ever.
_PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0)
_GONE = "生成网站的进程忽然结束了，多半是内存不够"


def begin(hooks: str) -> None:
    """Let MkDocs, which is about to start its server, use the one that survives.

    `hooks` is the module of the hooks, which MkDocs keeps when code is loaded anew.
    """
    # Two names in the one function of MkDocs that serves; it has no other way in.
    vars(mkdocs_serve)["LiveReloadServer"] = partial(Server, Code(hooks), logged.listen())
    chinese.install()
    _end_cleanly()


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


class _End:
    """Among the plugins of the first build; MkDocs tells it when the preview is over."""

    def __init__(self, end: Callable[[], None]) -> None:
        self.on_shutdown = end


class Server(LiveReloadServer):
    """MkDocs' server with a guard around builds, and what they found on top of the pages."""

    def __init__(self, code: Code, said: logged.Said, builder: Callable[..., None], host: str, port: int, root: str, **more: Any) -> None:
        super().__init__(self._rebuild, host, port, root, **more)
        self._builder, self._code, self._said = builder, code, said
        for name in ("findings", "site.build", "site.events", "site.faults", "site.banner"):
            code.now(name)
        # What one build hands to the next, and how many there were since the last search for cycles.
        self._carried = code.now("site.build").Kept()
        self._untidied = 0
        self._roots: set[str] = set()
        self.observer = watching.observer(self._roots)  # type: ignore[assignment]
        self.worker: Worker | None = None
        # The errors of the last build as HTML, and whether there is a site to put them on.
        self.banner = ""
        self.kept = False
        self._first: Callable[[], None] | None = None
        # Tries since something was saved, and when the next is due.
        self._tries, self._due = 0, 0.0
        vars(mkdocs_serve)["build"] = self._build_first

    def _build_first(self, config: MkDocsConfig, **more: Any) -> None:
        """In the place of MkDocs' function, which would end the preview when this fails."""
        cast(dict[str, Any], config.plugins)["kb-end"] = _End(self._end)
        self._first = partial(self._build, config, **more)
        vars(mkdocs_serve)["build"] = self._build
        self._rebuild()
        self._first = None

    def _build(self, config: MkDocsConfig, **more: Any) -> None:
        """MkDocs' function, with what the builds before have left to this one."""
        self._code.now("site.events").keep(config, self._carried)
        _build(config, **more)

    def _end(self) -> None:
        """The preview is over: no process and no folder is left of it."""
        if self.worker:
            self.worker.end()
        with suppress(OSError):  # its folders go anyway
            self._carried.settle()
        _sweep(self.root)

    def server_bind(self) -> None:
        try:
            super().server_bind()
        except OSError as error:
            raise Abort(f"预览开不了（{self.url}）：{reasons.of(error).why}\n  改法：{reasons.of(error).cure}，例如 make serve ADDRESS=127.0.0.1:8001") from None

    def _build_loop(self) -> None:
        """In the place of MkDocs' loop, which waits for a save and for nothing else."""
        while True:
            with self._rebuild_cond:
                again = self._next()
                if self._shutdown:
                    return
                self._wanted_epoch, self._want_rebuild = round(time.monotonic() * 1000), False
            self._tries = self._tries + 1 if again else 0
            before = self.banner
            self._said.silent = again
            self._rebuild(before if again else "")
            with self._epoch_cond:
                if again and self.banner == before:  # nothing is new: the pages that are open stay
                    self._wanted_epoch = self._visible_epoch
                self._visible_epoch = self._wanted_epoch
                self._epoch_cond.notify_all()

    def _next(self) -> bool:
        """Return when there is something to do: whether that is to try again what failed."""
        while not (self._want_rebuild or self._shutdown):
            if self.banner and time.monotonic() >= self._due:
                return True
            # In short steps, or an interrupt would not come through on Windows.
            self._rebuild_cond.wait(self.shutdown_delay)
        while not self._shutdown and self._rebuild_cond.wait(self.build_delay):
            pass  # more is being saved
        return False

    def _rebuild(self, said: str = "") -> None:
        """Build; the banner then says what is wrong. `said` has been printed already."""
        if not self.worker and background.copyable():
            self.worker = Worker(self._attempt, idle=self._tidy, seconds=_IDLE, left=partial(_left, self.root))
        try:
            asked = self.kept, said
            found = self.worker.ask(asked) if self.worker else self._attempt(asked)
        except Gone:
            self._without_worker()
            found = self._failed([self._finding(_GONE)], False)
        except Exception as error:
            found = self._failed([self._finding(f"网站生成不了：{reasons.words(error)}")], self.kept, said)
        self.banner, self.kept = found, self.kept or not found
        self._due = time.monotonic() + _PAUSES[min(self._tries, len(_PAUSES) - 1)]

    def _without_worker(self) -> None:
        """What it was making is lost. The next build begins from nothing, in this process."""
        if self.worker:
            self.worker.end()
        self.worker, self.kept = None, False

    def _attempt(self, asked: tuple[bool, str]) -> str:
        """Build; the HTML of what ended it, or nothing. In the worker, this object is a copy."""
        kept, before = asked
        build, self._first = self._first or self._builder, None
        self._said.of_settings.clear()
        self._said.silent = bool(before)
        try:
            self._carried.settle()
            if self._code.anew():  # what the old code has made goes with it
                self._carried = self._code.now("site.build").Kept()
            self._carried.stands = kept
            build()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return self._failed(self._found(error), kept, before)
        finally:
            self._untidied += 1
            self._tidy(after=_UNTIDIED)
        return ""

    def _found(self, error: BaseException) -> Sequence[Finding]:
        """What ended the build, which is over then."""
        now = self._carried.now
        with suppress(OSError):  # it is tried again before the next build
            if now:
                now.fail()
        faults = self._code.now("site.faults")
        found: Sequence[Finding] = faults.findings(error, PACKAGE.parent, page=now and now.page, logged=self._said.of_settings)
        return found

    def _tidy(self, after: int = 1) -> None:
        """Search for cycles when there were so many builds since the last time: nobody is waiting now."""
        if self._untidied >= after:
            self._untidied = 0
            gc.collect()

    def _finding(self, message: str) -> Finding:
        found: Finding = self._code.now("findings").Finding(".", 1, 1, "not-made", message, "再存一次会重新生成")
        return found

    def _failed(self, findings: Iterable[Finding], kept: bool, before: str = "") -> str:
        """The banner, printed as well unless that is what was said before."""
        found, diagnostics = sorted(findings), self._code.now("findings")
        html: str = self._code.now("site.banner").html(found, kept=kept)
        if html != before:
            print(diagnostics.as_text(found))
            print(f"{'网站保持上一次正确的样子。' if kept else '网站还没有生成。'}{diagnostics.summary(found)}", flush=True)
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


def _sweep(root: str) -> None:
    shutil.rmtree(aside(Path(root)), ignore_errors=True)


def _left(root: str) -> None:
    """The preview was killed: its folders go all the same."""
    _sweep(root)
    shutil.rmtree(root, ignore_errors=True)
