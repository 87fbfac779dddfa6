"""While `mkdocs serve` runs, code that was saved since it was loaded is loaded anew."""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

PACKAGE = Path(__file__).resolve().parents[1]


def newest() -> int:
    """When the youngest file of this package was saved, in nanoseconds.

    Raises:
        FileNotFoundError: the package, or a file of it, is just away.
    """
    PACKAGE.stat()
    return max((file.stat().st_mtime_ns for file in PACKAGE.rglob("*.py")), default=0)


LOADED = newest()


class Code:
    """This package's modules as they are now, and the module `hooks`, which MkDocs keeps."""

    def __init__(self, hooks: str) -> None:
        self._hooks = hooks
        self._saved = LOADED
        # The hooks were cut off in the middle, so their names mean some of the old code and some of the new.
        self._half = False
        self._last: dict[str, ModuleType] = {}

    def now(self, name: str) -> Any:
        """A module as it is now; as it was last, while it can't be loaded."""
        try:
            self._last[name] = importlib.import_module(f"macros.{name}")
        except Exception:
            if name not in self._last:
                raise
        return self._last[name]

    def anew(self) -> bool:
        """Load what was saved anew, and run the hooks again: their names then mean the new code. Whether anything was.

        What the old code has made should then go with it.

        Raises:
            Exception: whatever code that can't be loaded raises. The old goes on; the next call tries again.
        """
        self._half = self._refresh() or self._half
        if not self._half:
            return False
        module = sys.modules[self._hooks]
        vars(module)["__spec__"].loader.exec_module(module)
        self._half = False
        return True

    def _refresh(self) -> bool:
        """Forget this package's modules when a file of it was saved since; whether that was done."""
        saved = newest()
        if saved == self._saved:
            return False
        old = {name: module for name, module in sys.modules.items() if _is_ours(name)}
        for name in old:
            del sys.modules[name]
        try:
            importlib.import_module("macros.site.build")
        except BaseException:
            # Code that can't be loaded: the old goes on until the next save.
            for name in [name for name in sys.modules if _is_ours(name)]:
                del sys.modules[name]
            sys.modules.update(old)
            raise
        self._saved = saved
        return True


def _is_ours(name: str) -> bool:
    # The server is running: its module stays.
    return name != "macros.site.preview" and (name == "macros" or name.startswith("macros."))
