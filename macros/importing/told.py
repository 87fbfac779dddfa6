"""What an import passes between its parts: a file to write, a speech, and the meeting that all of a source were given at."""

from dataclasses import dataclass

from macros.fulltext.segments import SpeechText
from macros.importing.candidates import Candidate
from macros.importing.division.front import Beginning


@dataclass(frozen=True)
class File:
    """A file to write, by its path under the data folder. `was` is the half of it that is there already, or with
    `again` the draft that is made again, with `added` the file that so many records (or, of a practice, accounts) are added to."""

    path: str
    content: bytes
    was: bytes | None = None
    again: bool = False
    added: int = 0


def yaml_file(kind: str, entry_id: str, text: str) -> File:
    """The file of an entry with this text."""
    return File(f"{kind}/{entry_id}.yml", text.encode())


@dataclass(frozen=True)
class Told:
    """One speech of the file: its id, whether it is in the library already, and the candidates in it."""

    speech_id: str
    order: int
    text: SpeechText
    known: bool
    candidates: tuple[Candidate, ...] = ()
    beginning: Beginning | None = None


@dataclass(frozen=True)
class Meeting:
    """Where all speeches of a source were given: as the editor says, or as its cover was read with the line (0: its name);
    it is asked for or confirmed in the first of them alone. The day likewise: as he says (`date`), or the one that is read
    of some of them and that none contradicts (`day`)."""

    said: str = ""
    read: tuple[str, int] | None = None
    date: str = ""
    day: str = ""
