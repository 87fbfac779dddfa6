"""What files held before the desk first wrote them: where there is no git, this is what changes are told against."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.runtime import writing


class Before:
    """The first state of each file that was written since the last package was carried away, by path under the data folder."""

    def __init__(self, folder: Path, data: Path) -> None:
        self._file, self._data = folder / "before.json", data
        try:
            self._held: dict[str, str | None] = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            self._held = {}

    def about_to_write(self, paths: Iterable[str]) -> None:
        """Remembers what these files hold now, where nothing is remembered of them yet. Raises `OSError`."""
        fresh = {path: self._text(path) for path in paths if path.endswith(".yml") and path not in self._held}
        if fresh:
            self._held |= fresh
            writing.replace(self._file, json.dumps(self._held, ensure_ascii=False).encode())

    def was(self, path: str) -> str | None:
        """What a file held before the desk wrote it; what it holds now where the desk did not."""
        return self._held[path] if path in self._held else self._text(path)

    def differing(self) -> Mapping[str, tuple[str | None, str | None]]:
        """The files that hold something else by now: what they held, what they hold."""
        return {path: (was, now) for path, was in self._held.items() if (now := self._text(path)) != was}

    def forget(self) -> None:
        """Begins anew from what is there now. Raises `OSError`."""
        self._held = {}
        writing.replace(self._file, b"{}")

    def _text(self, path: str) -> str | None:
        file = self._data / path
        try:
            return None if file.is_symlink() else file.read_bytes().decode("utf-8", "replace")
        except OSError:
            return None
