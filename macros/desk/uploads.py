"""Files that were dropped on the desk, and how far their import has got; they lie with the drafts, under names of ours."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from macros.desk.records import Record, Records
from macros.runtime import writing

# Whatever a file is called, only its ending is kept as one.
_ENDINGS = (".docx", ".txt", ".md", ".markdown", ".html", ".htm", ".doc", ".wps", ".rtf", ".odt", ".pdf")


@dataclass
class Upload(Record):
    """A file that is being imported: what it was called, what the person says of its division, which names are wanted, and what
    their drafts are to be called."""

    name: str
    ending: str
    split: list[int] = field(default_factory=list)
    one: bool = False
    titles: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    keep: list[int] = field(default_factory=list)
    # Lines that are no text, whatever they look like.
    leave: list[int] = field(default_factory=list)
    occasion: str | None = None
    # The day of all speeches, and where; None as long as the person has not said anything of it.
    date: str | None = None
    # What was said of the source, the bodies and the speeches, by the name of the page's field.
    front: dict[str, str] = field(default_factory=dict)
    take: list[str] = field(default_factory=list)
    called: dict[str, str] = field(default_factory=dict)
    done: bool = False


class Uploads(Records[Upload]):
    """The uploads in a folder."""

    kind = Upload

    def add(self, name: str, content: bytes) -> Upload:
        """Keeps a file. Raises `OSError`."""
        ending = Path(name).suffix.lower()
        upload = Upload(secrets.token_hex(8), Path(name.replace("\\", "/")).name[:120], ending if ending in _ENDINGS else ".unknown")
        writing.create(self.file(upload), content, private=True)
        self.keep(upload)
        return upload

    def file(self, upload: Upload) -> Path:
        return self._folder / f"{upload.key}{upload.ending}"
