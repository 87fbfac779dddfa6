"""`kb check --fix`: what is mended in a library, file by file, and what that looks like."""

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.editing import renaming
from macros.editing.fixing import fixed
from macros.editing.repairs import repaired
from macros.library.catalog import Catalog, load
from macros.library.naming import Names
from macros.model.kinds import KINDS, Kind
from macros.reading.document import SIZE_LIMIT, Document, parse
from macros.reading.encodings import decoded, odd_lines
from macros.reading.entries import file_of
from macros.reading.validation_errors import strings
from macros.rules import text_link
from macros.runtime import writing
from macros.text.printable import printable

# A table that can be read again shows what names in other files mean.
_ROUNDS = 3


@dataclass(frozen=True)
class Mended:
    """A file that was changed: its path as shown, what it held and what it holds; `was` is its path before it was renamed."""

    path: str
    before: bytes
    after: bytes
    was: str = ""

    def diff(self) -> str:
        """What changed, as a unified diff; a change of the encoding alone in a line."""
        if self.was:
            return f"{self.was}：文件名改成 {self.path.rpartition('/')[2]}"
        before, after = _lines(self.before), _lines(self.after)
        changed = "\n".join(printable(line) for line in difflib.unified_diff(before, after, self.path, self.path, lineterm="", n=1))
        return changed or f"{self.path}：内容没有变，只改了编码（存成 UTF-8，没有 BOM）"


def _lines(raw: bytes) -> list[str]:
    # Of single lines in another encoding it is seen which they were.
    text = raw.decode("utf-8", "replace") if odd_lines(raw) else decoded(raw)
    return (text or "").splitlines()


def mend(data: Path, shown: str, wanted: Collection[str] = ()) -> list[Mended]:
    """Writes what can be repaired safely, in all files or those that are wanted (as shown); the files that changed.

    Raises:
        Stopped: a file could not be written, or somebody has changed it meanwhile.
    """
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    renamed = _renamed(data, shown, wanted)
    for _ in range(_ROUNDS):
        catalog, findings = load(data, shown)
        # A repair can only better a file that something is wrong with.
        faulty = {finding.path for finding in findings}
        if not _write(before, after, _repairs(catalog, data, shown, faulty, wanted)):
            break
    else:
        catalog, _ = load(data, shown)
    _write(before, after, _fixes(catalog, data, wanted))
    return [*renamed, *(Mended(path, raw, after[path]) for path, raw in before.items() if raw != after[path])]


def _renamed(data: Path, shown: str, wanted: Collection[str]) -> list[Mended]:
    """Files with a Chinese name that got their id for a name."""
    strange = any(not file.stem.isascii() for file, kind in _files(data) if kind.one_file_each)
    done = []
    for file, new in list(renaming.due(data, load(data, shown)[0])) if strange else []:
        was, path = (f"{shown}/{each.relative_to(data).as_posix()}" for each in (file, new))
        if not wanted or was in wanted:
            raw = file.read_bytes()
            writing.every({file: raw}, lambda old, _, to=new: writing.rename(old, to))  # type: ignore[misc]
            done.append(Mended(path, raw, raw, was))
    return done


Step = tuple[Path, str, bytes, bytes]


def _write(before: dict[str, bytes], after: dict[str, bytes], steps: Iterator[Step]) -> bool:
    """Writes what has changed, and remembers what it was; whether there was anything."""
    changed = {file: (path, old, new) for file, path, old, new in steps if old != new}
    writing.every({file: new for file, (_, _, new) in changed.items()},
                  lambda file, content: writing.replace(file, content, changed[file][1]))
    for path, old, new in changed.values():
        before.setdefault(path, old)
        after[path] = new
    return bool(changed)


def _repairs(catalog: Catalog, data: Path, shown: str, faulty: Collection[str], wanted: Collection[str]) -> Iterator[Step]:
    names = Names(catalog)
    for file, kind in _files(data):
        path = f"{shown}/{file.relative_to(data).as_posix()}"
        if path in faulty and (not wanted or path in wanted):
            raw = _read(file)
            if raw is not None:
                yield file, path, raw, repaired(raw, path, kind, names)


def _files(data: Path) -> Iterator[tuple[Path, Kind]]:
    """The files of entries, the tables first."""
    for kind in sorted(KINDS.values(), key=lambda each: each.one_file_each):
        place = data / file_of(kind)
        for file in sorted(place.glob("*.yml")) if kind.one_file_each else [place]:
            yield file, kind


def _read(file: Path) -> bytes | None:
    try:
        raw = file.read_bytes() if file.is_file() and not file.is_symlink() else None
    except OSError:
        return None
    return raw if raw is not None and len(raw) <= SIZE_LIMIT else None


def _fixes(catalog: Catalog, data: Path, wanted: Collection[str]) -> Iterator[Step]:
    """What the rules mend in the files that can be read."""
    names = Names(catalog)
    entries: dict[Path, tuple[Document, str, list[tuple[str | int, ...]]]] = {}
    for (kind, entry_id), origin in catalog.origins.items():
        if not wanted or origin.document.path in wanted:
            file = data / kind / f"{entry_id}.yml" if KINDS[kind].one_file_each else data / f"{kind}.yml"
            entries.setdefault(file, (origin.document, kind, []))[2].append(origin.prefix)
    for file, (document, kind, prefixes) in entries.items():
        text = _linked(fixed(document, KINDS[kind].model, tuple(prefixes)), document.path, catalog, names)
        yield file, document.path, document.text.encode(), text.encode()


def _linked(text: str, path: str, catalog: Catalog, names: Names) -> str:
    """With ids in links that hold a name, where it is known of all kinds of entries what they are called."""
    if catalog.unknown - {"sources"}:
        return text
    better = text_link.mended(text, catalog, names)
    if better == text:
        return text
    before, after = parse(text.encode(), path), parse(better.encode(), path)
    same = isinstance(before, Document) and isinstance(after, Document) and \
        [place for place, _ in strings(before.data)] == [place for place, _ in strings(after.data)]
    return better if same else text
