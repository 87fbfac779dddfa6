"""While `mkdocs serve` runs, code that was saved since it was loaded is loaded anew."""

import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def newest() -> int:
    """When the youngest file of this package was saved, in nanoseconds."""
    return max(file.stat().st_mtime_ns for file in PACKAGE.rglob("*.py"))


_loaded = newest()


def refresh() -> bool:
    """Forget this package's modules when a file of it was saved since; whether that was done.

    What is kept between rebuilds goes with the old code; that `mkdocs serve` runs is told to the new.
    """
    if newest() == _loaded:
        return False
    session = sys.modules.get("macros.session")
    serving = bool(session and getattr(session, "serving", False))
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    from macros import session as new

    new.serving = serving
    return True
