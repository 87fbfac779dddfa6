"""Records of one kind in a folder, a JSON file each, under names of ours."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Generic, TypeVar

from macros.runtime import writing

_KEY = re.compile("[0-9a-f]{12,16}")


@dataclass
class Record:
    """Plain values; `key` is its name in the folder."""

    key: str


T = TypeVar("T", bound=Record)


class Records(Generic[T]):
    """The records in a folder; `kind` is what they are."""

    kind: type[T]

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, record: T) -> None:
        """Writes a record down as it is now. Raises `OSError`."""
        writing.replace(self._folder / f"{record.key}.json", json.dumps(asdict(record), ensure_ascii=False).encode())

    def get(self, key: str) -> T | None:
        """The record of that key, as it comes from outside: looked up among those that are there."""
        return next((each for each in self.all() if each.key == key), None)

    def all(self) -> Iterator[T]:
        """All that can be read, in the order of their keys."""
        for file in sorted(self._folder.glob("*.json")):
            if _KEY.fullmatch(file.stem):
                try:
                    yield self.kind(**json.loads(file.read_bytes()))
                except (OSError, ValueError, TypeError):
                    continue
