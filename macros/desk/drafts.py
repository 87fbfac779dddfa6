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
    before, latest last. `window` is the one that wrote last."""

    kind: str
    entry_id: str
    base: str | None
    text: str
    undo: list[str] = field(default_factory=list)
    last: str = ""
    window: str = ""

    @property
    def version(self) -> int:
        """Which state this is: the same words have the same number, also after the desk was killed and started again."""
        return int.from_bytes(hashlib.blake2b(self.text.encode("utf-8", "replace"), digest_size=6).digest(), "big")

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

    def back(self) -> bool:
        """Takes the last change back; whether there was one."""
        if not self.undo:
            return False
        self.text, self.last = self.undo.pop(), ""
        return True

    def settle(self, chosen: str, other: str, theirs: str | None) -> None:
        """Goes on with one of two versions of the entry. The other is one step back, and the chosen one again a step before it;
        `theirs` is what the file holds."""
        self.undo = [*self.undo, chosen, other][-_UNDO:]
        self.base, self.text, self.last = theirs, chosen, ""


class Drafts:
    """The drafts of one library, a file each in `folder`, which nobody else may look into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[tuple[str, str], Draft] = {}
        self._turns: dict[tuple[str, str], int] = {}
        # The one that was written last is the last.
        for file in sorted(folder.glob("*--*.json"), key=lambda file: file.stat().st_mtime_ns):
            if draft := _read(file):
                self._take(draft)

    def get(self, kind: str, entry_id: str) -> Draft | None:
        return self._open.get((kind, entry_id))

    def all(self) -> list[Draft]:
        """The drafts that hold something not saved yet, the one that was written last at the end."""
        changed = [draft for draft in list(self._open.values()) if draft.changed]
        return sorted(changed, key=lambda draft: self._turns.get((draft.kind, draft.entry_id), 0))

    def keep(self, draft: Draft) -> None:
        """Writes a draft down. Raises `OSError`."""
        self._take(draft)
        if draft.changed:
            writing.replace(self._file(draft.kind, draft.entry_id), json.dumps(asdict(draft), ensure_ascii=False).encode())
        else:
            self._file(draft.kind, draft.entry_id).unlink(missing_ok=True)

    def drop(self, kind: str, entry_id: str) -> None:
        """Forgets a draft: it was saved, or is not wanted."""
        self._open.pop((kind, entry_id), None)
        self._file(kind, entry_id).unlink(missing_ok=True)

    def _take(self, draft: Draft) -> None:
        self._open[draft.kind, draft.entry_id] = draft
        self._turns[draft.kind, draft.entry_id] = max(self._turns.values(), default=0) + 1

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
        said = json.loads(file.read_bytes())
        said.pop("version", None)  # drafts of before counted
        return Draft(**said)
    except (OSError, ValueError, TypeError):
        return None
