"""The folder that a build fills, and what the last build of this process left of it.

A page whose key is the one that it was written with is moved back as it is; it need not be made.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path


def aside(site: Path) -> Path:
    """Where the last good site is while the next is made."""
    return site.with_name(site.name + "-last")


class Output:
    """Writes the files of one build into `folder`.

    `kept` is where the last build's files were put aside, `known` the key that each of its pages
    was written with; both are empty for a first build.
    """

    def __init__(self, folder: Path, kept: Path | None = None, known: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._kept = kept
        self.known = known or {}
        self._made: set[str] = set()
        self.written: dict[str, str] = {}
        self._files: set[str] = set()
        self._moved: list[str] = []

    def page(self, address: str, key: str, make: Callable[[], bytes]) -> None:
        """The page at `address`; `make` gives its bytes, and is called only where the key is new."""
        target = self._target(address)
        self.written[address] = key
        if self._kept and key and self.known.get(address) == key:
            try:
                os.rename(f"{self._kept}/{address}", target)  # noqa: PTH104 - see _target
            except FileNotFoundError:
                pass
            else:
                self._moved.append(address)
                return
        Path(target).write_bytes(make())

    def file(self, address: str, content: str | bytes) -> None:
        """Any other file."""
        self._files.add(address)
        Path(self._target(address)).write_bytes(content if isinstance(content, bytes) else content.encode())

    def take_back(self, folders: Iterable[str]) -> None:
        """Whole folders of the last build, where this one has made nothing in them."""
        for folder in folders:
            if self._kept and (self._kept / folder).is_dir() and not (self._folder / folder).exists():
                (self._folder / folder).parent.mkdir(parents=True, exist_ok=True)
                (self._kept / folder).rename(self._folder / folder)
                self._moved.append(folder)

    def give_back(self) -> None:
        """Everything that was taken from the last build goes back there: this one has failed."""
        while self._kept and self._moved:
            moved = self._moved.pop()
            (self._folder / moved).replace(self._kept / moved)

    def sweep(self, folders: Iterable[str]) -> None:
        """Files in these folders that were not made by this object."""
        for folder in folders:
            for file in (self._folder / folder).rglob("*"):
                if file.is_file() and file.relative_to(self._folder).as_posix() not in self._files:
                    file.unlink()

    def _target(self, address: str) -> str:
        # Ten thousand times: strings, no path objects.
        folder = address.rpartition("/")[0]
        if folder not in self._made:
            (self._folder / folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return f"{self._folder}/{address}"
