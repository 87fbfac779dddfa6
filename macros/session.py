"""What one build works with, kept between the rebuilds of `mkdocs serve`.

This module is imported normally, so it survives while MkDocs loads its hook file anew for every
rebuild. A save that breaks the data leaves the last good library in place: the site goes on
showing it, with the findings on top.
"""

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import BytecodeCache

from macros.beside import Beside
from macros.diagnostics import BrokenLibrary, Finding, errors
from macros.memory import Memory
from macros.output import Output
from macros.pages.renderer import Renderer
from macros.pipeline import Library, open_library
from macros.progress import Phases


@dataclass(frozen=True)
class Session:
    """The library being built, what renders it, and the errors that a newer state of it has."""

    library: Library
    renderer: Renderer
    broken: tuple[Finding, ...] = ()


@dataclass
class Kept:
    """What a rebuild takes over from the one before."""

    memory: Memory = field(default_factory=Memory)
    session: Session | None = None
    # The key that each page of the last complete build was written with.
    pages: dict[str, str] = field(default_factory=dict)
    # What is made beside the pages of a first build.
    begun: Beside[Phases] | None = None
    # What is to be done when the pages of a rebuild are on the screen.
    after: Callable[[], object] | None = None
    # Rebuilds since the last search for cycles.
    untidied: int = 0
    # The hand-written pages by address: the source of each, and what Markdown made of it, macros left out.
    by_hand: dict[str, tuple[str, str]] = field(default_factory=dict)
    # The folder that is being filled.
    output: Output | None = None
    # Where that build's files are while the next one is under way.
    aside: Path | None = None


kept = Kept()
# Whether `mkdocs serve` runs: then a broken save must not take the site down.
serving = False


# Seconds after a rebuild in which the next save is likely.
_IDLE = 5.0
# Of a rebuild some MB stay until then; after so many it is done in spite of a save.
_UNTIDIED = 4
_tidying: threading.Timer | None = None


def current() -> Session:
    """The session of the build that is going on.

    Raises:
        RuntimeError: when no build has begun.
    """
    if kept.session is None:
        raise RuntimeError("no build has begun")
    return kept.session


def end() -> None:
    """The build is over; nothing of the one before is needed any more."""
    global _tidying
    kept.aside, kept.after, kept.output = None, None, None
    if serving:
        # A search for cycles takes a second in a large library: it waits until nobody is waiting.
        kept.untidied += 1
        _tidying = threading.Timer(_IDLE, _tidy)
        _tidying.daemon = True
        _tidying.start()
    else:
        # The process is about to end; a search would go through all that it made.
        gc.freeze()
        gc.enable()


def _tidy() -> None:
    kept.untidied = 0
    gc.collect()


def begin(data: Path, docs: Path, templates: Path, *, shown: tuple[str, str] = ("data", "docs"),
          edit_address: str = "", show_originals: bool = True, compiled: BytecodeCache | None = None) -> Session:
    """Read the library and make it the current session.

    `shown` stands for `data` and `docs` in messages, `compiled` keeps compiled fragments. While
    serving, a broken library gives the last good session with the findings in it, if there is one.

    Raises:
        BrokenLibrary: when the library has errors and there is no good one to go on with.
    """
    last = kept.session
    kept.by_hand.clear()
    if _tidying and kept.untidied < _UNTIDIED:
        _tidying.cancel()
    # A build makes hundreds of thousands of small values and hardly a cycle; looking for cycles
    # took a quarter of its time.
    gc.disable()
    try:
        library = open_library(data, docs, *shown, memory=kept.memory if serving else None)
    except BrokenLibrary as error:
        if last is None or not serving:
            raise
        kept.session = Session(last.library, last.renderer, tuple(errors(error.findings)))
        return kept.session
    if not serving:
        library.graph.work_out()
        library.catalog.release()
    originals = library.originals if show_originals else None
    kept.session = Session(library, Renderer(library.graph, templates, edit_address, originals, compiled,
                                              guide=(docs / "contributing" / "edit.md").is_file()))
    return kept.session
