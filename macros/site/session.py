"""What one build works with, kept between the rebuilds of `mkdocs serve`.

This module is imported normally, so it survives while MkDocs loads its hook file anew for every
rebuild. A save that breaks something leaves the last good site in place (`macros/site/preview.py`).
"""

import gc
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import BytecodeCache

from macros.pages.renderer import Renderer
from macros.pipeline import Library, open_library
from macros.runtime.background import Beside
from macros.runtime.file_cache import Memory
from macros.runtime.progress import Phases
from macros.site.output import Output


@dataclass(frozen=True)
class Session:
    """The library being built, and what renders it."""

    library: Library
    renderer: Renderer


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
    # The hand-written page that is being made, or was when the build failed.
    page: Path | None = None
    # Builds since the last search for cycles.
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
    kept.aside, kept.after, kept.output = None, None, None
    if serving:
        kept.untidied += 1
    else:
        # The process is about to end; a search would go through all that it made.
        gc.freeze()
        gc.enable()


def put_back() -> None:
    """The build has failed: the last good site comes back as it was. Nothing happens without one."""
    if kept.begun:
        kept.begun.give_up()
        kept.begun = None
    aside = kept.aside
    if aside:
        if kept.output:
            kept.output.give_back()
            kept.pages = dict(kept.output.known)
        site = aside.with_name(aside.name.removesuffix("-last"))
        shutil.rmtree(site)
        aside.rename(site)
    end()


def tidy(after: int = 1) -> None:
    """Search for cycles when there were so many builds since the last time: nobody is waiting now."""
    if kept.untidied >= after:
        kept.untidied = 0
        gc.collect()


def begin(data: Path, docs: Path, templates: Path, *, shown: tuple[str, str] = ("data", "docs"),
          edit_address: str = "", show_originals: bool = True, compiled: BytecodeCache | None = None) -> Session:
    """Read the library and make it the current session.

    `shown` stands for `data` and `docs` in messages, `compiled` keeps compiled fragments.

    Raises:
        BrokenLibrary: when the library has errors; the current session stays what it was.
    """
    kept.by_hand.clear()
    # A build makes hundreds of thousands of small values and hardly a cycle. A trick of speed, held by
    # tests/bench/test_without.py; measured with bench/without.py gc: without it 1.11 times the CPU in the real library,
    # 1.09 with 1,000 entries (2026-11-28).
    gc.disable()
    library = open_library(data, docs, *shown, memory=kept.memory if serving else None)
    if not serving:
        library.graph.work_out()
        library.catalog.release()
    originals = library.originals if show_originals else None
    kept.session = Session(library, Renderer(library.graph, templates, edit_address, originals, compiled,
                                              guide=(docs / "contributing" / "edit.md").is_file()))
    return kept.session
