"""What is being written and not saved yet, kept outside the data folder so that nothing is lost when the desk is killed."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from macros.reading.filenames import bad_id
from macros.runtime import writing

_UNDO = 60
_HOME = "shijian-ku"


@dataclass
class Draft:
    """An entry as somebody is writing it: the text of its file as it was (None: there was none), as it is to be, and the texts
    before, latest last."""

    kind: str
    entry_id: str
    base: str | None
    text: str
    version: int = 0
    undo: list[str] = field(default_factory=list)
    last: str = ""

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return self.base is None or self.text != self.base

    def say(self, text: str, at: str = "") -> None:
        """Goes on with another text; what was there can be had back. What is typed into one field, `at`, is one change."""
        if text != self.text:
            if not at or at != self.last:
                self.undo = [*self.undo, self.text][-_UNDO:]
            self.text, self.last = text, at
            self.version += 1

    def back(self) -> bool:
        """Takes the last change back; whether there was one."""
        if not self.undo:
            return False
        self.text, self.last = self.undo.pop(), ""
        self.version += 1
        return True


class Drafts:
    """The drafts of one library, a file each in `folder`, which nobody else may look into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[tuple[str, str], Draft] = {}
        for file in sorted(folder.glob("*--*.json")):
            if draft := _read(file):
                self._open[draft.kind, draft.entry_id] = draft

    def get(self, kind: str, entry_id: str) -> Draft | None:
        return self._open.get((kind, entry_id))

    def all(self) -> list[Draft]:
        """The drafts that hold something not saved yet."""
        return [draft for draft in self._open.values() if draft.changed]

    def keep(self, draft: Draft) -> None:
        """Writes a draft down. Raises `OSError`."""
        self._open[draft.kind, draft.entry_id] = draft
        if draft.changed:
            writing.replace(self._file(draft.kind, draft.entry_id), json.dumps(asdict(draft), ensure_ascii=False).encode())
        else:
            self._file(draft.kind, draft.entry_id).unlink(missing_ok=True)

    def drop(self, kind: str, entry_id: str) -> None:
        """Forgets a draft: it was saved, or is not wanted."""
        self._open.pop((kind, entry_id), None)
        self._file(kind, entry_id).unlink(missing_ok=True)

    def _file(self, kind: str, entry_id: str) -> Path:
        if bad_id(entry_id) or not kind.isalpha():
            raise ValueError(entry_id)
        return self.folder / f"{kind}--{entry_id}.json"


def folder_for(data: Path) -> Path:
    """Where the desk keeps what belongs to a library and not into it; made where it is not there yet, for this user alone."""
    if given := os.environ.get("KB_DESK"):
        home = Path(given)
    elif os.name == "nt":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / _HOME
    else:
        home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / _HOME
    folder = home / hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:12]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _read(file: Path) -> Draft | None:
    try:
        return Draft(**json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
