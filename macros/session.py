"""What one build works with, kept between the rebuilds of `mkdocs serve`.

This module is imported normally, so it survives while MkDocs loads its hook file anew for every
rebuild. A save that breaks the data leaves the last good library in place: the site goes on
showing it, with the findings on top.
"""

from dataclasses import dataclass
from pathlib import Path

from macros.diagnostics import BrokenLibrary, Finding, errors
from macros.pages.renderer import Renderer
from macros.pipeline import Library, open_library


@dataclass(frozen=True)
class Session:
    """The library being built, what renders it, and the errors that a newer state of it has."""

    library: Library
    renderer: Renderer
    broken: tuple[Finding, ...] = ()


_current: Session | None = None
# Whether `mkdocs serve` runs: then a broken save must not take the site down.
serving = False


def current() -> Session:
    """The session of the build that is going on.

    Raises:
        RuntimeError: when no build has begun.
    """
    if _current is None:
        raise RuntimeError("no build has begun")
    return _current


def begin(data: Path, docs: Path, templates: Path, *, shown: tuple[str, str] = ("data", "docs"),
          edit_address: str = "", publish_originals: bool = True, keep_last: bool = False) -> Session:
    """Read the library and make it the current session.

    `shown` stands for `data` and `docs` in messages. With `keep_last`, a broken library gives the
    last good session with the findings in it, if there is one.

    Raises:
        BrokenLibrary: when the library has errors and there is no good one to go on with.
    """
    global _current
    try:
        library = open_library(data, docs, *shown)
    except BrokenLibrary as error:
        if _current is None or not keep_last:
            raise
        _current = Session(_current.library, _current.renderer, tuple(errors(error.findings)))
        return _current
    originals = library.originals if publish_originals else None
    _current = Session(library, Renderer(library.graph, templates, edit_address, originals))
    return _current
