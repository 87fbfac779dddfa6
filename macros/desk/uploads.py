"""Files that were dropped on the desk, and how far their import has got; they lie with the drafts, under names of ours."""

import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from macros.runtime import writing

_NAME = re.compile(r"[0-9a-f]{16}")
# Whatever a file is called, only its ending is kept as one.
_ENDINGS = (".docx", ".txt", ".md", ".markdown", ".html", ".htm", ".doc", ".wps", ".rtf", ".odt")


@dataclass
class Upload:
    """A file that is being imported: what it was called, what the person says of its division, which names are wanted."""

    key: str
    name: str
    ending: str
    split: list[int] = field(default_factory=list)
    one: bool = False
    titles: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    keep: list[int] = field(default_factory=list)
    occasion: str = ""
    take: list[str] = field(default_factory=list)
    done: bool = False


class Uploads:
    """The uploads in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, name: str, content: bytes) -> Upload:
        """Keeps a file. Raises `OSError`."""
        ending = Path(name).suffix.lower()
        upload = Upload(secrets.token_hex(8), Path(name.replace("\\", "/")).name[:120], ending if ending in _ENDINGS else ".unknown")
        writing.create(self.file(upload), content, private=True)
        self.keep(upload)
        return upload

    def file(self, upload: Upload) -> Path:
        return self._folder / f"{upload.key}{upload.ending}"

    def keep(self, upload: Upload) -> None:
        """Writes down how far an import has got. Raises `OSError`."""
        writing.replace(self._folder / f"{upload.key}.json", json.dumps(asdict(upload), ensure_ascii=False).encode())

    def get(self, key: str) -> Upload | None:
        """The upload of that key, as it comes from outside: looked up among those that are there."""
        return next((upload for upload in self.all() if upload.key == key), None)

    def all(self) -> Iterator[Upload]:
        for file in sorted(self._folder.glob("*.json")):
            if _NAME.fullmatch(file.stem):
                try:
                    yield Upload(**json.loads(file.read_bytes()))
                except (OSError, ValueError, TypeError):
                    continue
