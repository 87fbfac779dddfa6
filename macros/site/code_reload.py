"""While `mkdocs serve` runs, code that was saved since it was loaded is loaded anew."""

import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def newest() -> int:
    """When the youngest file of this package was saved, in nanoseconds.

    Raises:
        FileNotFoundError: the package, or a file of it, is just away.
    """
    PACKAGE.stat()
    return max((file.stat().st_mtime_ns for file in PACKAGE.rglob("*.py")), default=0)


_loaded = newest()


def refresh() -> bool:
    """Forget this package's modules when a file of it was saved since; whether that was done.

    What is kept between rebuilds goes with the old code; that `mkdocs serve` runs is told to the new.
    """
    if newest() == _loaded:
        return False
    session = sys.modules.get("macros.site.session")
    serving = bool(session and getattr(session, "serving", False))
    old = {name: module for name, module in sys.modules.items() if _is_ours(name)}
    for name in old:
        del sys.modules[name]
    try:
        from macros.site import session as new
    except BaseException:
        # Code that can't be loaded: the old goes on until the next save.
        for name in [name for name in sys.modules if _is_ours(name)]:
            del sys.modules[name]
        sys.modules.update(old)
        raise

    new.serving = serving
    return True


def anew(name: str) -> None:
    """Load what was saved anew, and run the module `name` again, which MkDocs keeps: its names then mean the new code.

    Cut off in the middle it would mean some of each: the next time it is run again, saved or not.
    """
    this = vars(sys.modules[name])
    if refresh() or this.get("_half"):
        this["_half"] = True
        this["__spec__"].loader.exec_module(sys.modules[name])
        this["_half"] = False


def _is_ours(name: str) -> bool:
    # The server is running: its module stays.
    return name != "macros.site.preview" and (name == "macros" or name.startswith("macros."))
