"""What the library has already for an import, drafts and half-edited files included.

The catalogue holds only what could be read; a draft that still says 待填 can't. An import that was stopped, or
is run again, must know its own drafts all the same, or it writes a second set of them. A source is known by its
text, a speech by its source and order, a practice by the speeches that it tells of.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.fulltext.lines import BLANK, key
from macros.fulltext.originals import FOLDER
from macros.fulltext.segments import Collection
from macros.importing import half, ids
from macros.library.catalog import Catalog
from macros.model.fields import TO_FILL
from macros.model.kinds import KINDS

# Fields of an entry whose YAML is broken at the moment, as they stand at the beginning of a line.
_FIELD = re.compile(r"^(\w+):[ \t]+(\S.*)$", re.M)
_TOLD = re.compile(r"^[ \t]+(?:- +)?speech:[ \t]+([a-z0-9-]+)", re.M)
# What a format adds to the words, or leaves out: spaces, blank lines, marks of headings and of tables.
_MARKS = re.compile(rf"^[ \t]*#{{1,6}} +|[\s|{BLANK}]+", re.M)
_OPENING = 3000


@dataclass(frozen=True)
class SameText:
    """The text of an import where the library has it: the source's id and the text as it is kept (None: not here).

    `file` is the full text's file where that has another name than its source.
    """

    source: str
    text: str | None
    file: str | None = None


@dataclass(frozen=True)
class Known:
    """The library under `data` as an import sees it."""

    catalog: Catalog
    data: Path
    # Entries that may be the beginning of a draft which this import writes again (see `half`).
    half: frozenset[tuple[str, str]] = frozenset()
    _faces: dict[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)

    def same_text(self, text: str, wanted: str | None) -> SameText | None:
        """Where the library has this text, whatever the format that it came in; `wanted` before any other source."""
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        by_sum = [sid for sid in self._ids("sources") if self.face("sources", sid).get("sha256") == sha256]
        by_text = dict(self._kept(text))
        # A full text whose source is not there belongs to an import that was stopped, or to a source renamed since.
        homeless = [stem for stem in by_text if not self.catalog.claims("sources", stem)]
        homes = [sid for sid in (*by_sum, *by_text) if sid not in homeless]
        found = next(iter([sid for sid in (*homes, *homeless) if sid == wanted] or homes or homeless), None)
        if found is None:
            return None
        stem = found if found in by_text else next(iter(homeless), None)
        return SameText(found, by_text.get(stem) if stem else None, stem if stem != found else None)

    def cut_text(self, raw: bytes, first: str) -> str | None:
        """The source whose full text here is the beginning of `raw`; `first` is the id that it would be given."""
        for stem in (first, *sorted(self.stems)):
            there = half.contents(self.data / FOLDER / f"{stem}.txt")
            # A few words may be the beginning of anything.
            if half.is_half(there, raw) and (stem == first or len(there or b"") >= _OPENING // 10):
                return stem
        return None

    def taken(self, kind: str) -> set[str]:
        """The ids that no new entry may have, but those of what may be half a draft of this kind."""
        return ids.taken(self.catalog) - {entry_id for of, entry_id in self.half if of == kind}

    def speeches(self, source: str) -> dict[int, str]:
        """The speeches of a source by their order in it."""
        return self._by_source.get(source, {})

    def doubled(self, source: str) -> Iterator[str]:
        """What to do where two speeches of a source say that they are the same one of it: a former division left one behind."""
        for order, found in sorted(self._orders.get(source, {}).items()):
            if len(found) > 1:
                yield f"{'、'.join(f'speeches/{sid}.yml' for sid in found)} 都写着第 {order} 篇：以前的分法留下的那个，把有用的抄走，再删去"

    def unused(self, gone: Iterable[str]) -> list[str]:
        """The bodies that only these speeches name."""
        left = set(gone)
        named: dict[str, set[str]] = {}
        for sid in self._ids("speeches"):
            named.setdefault(str(self.face("speeches", sid).get("organization")), set()).add(sid)
        return sorted(oid for oid, speeches in named.items() if speeches <= left and self.catalog.claims("organizations", oid))

    def twin(self, collection: Collection) -> str | None:
        """A source of the same titles, headings and numbers of paragraphs: most likely the same in another format."""
        shape = [_shape(key(s.title), [(s2.heading, len(s2.passages)) for s2 in s.outline]) for s in collection.speeches]
        return next((source for source, speeches in self._by_source.items() if source not in self.stems
                     and self.catalog.claims("sources", source)
                     and [self._shape(sid) for _, sid in sorted(speeches.items())] == shape), None)

    def stray(self, order: int, title: str) -> str | None:
        """A speech of that order and title whose source is not there: it was renamed, or removed."""
        return next((sid for sid in self._ids("speeches") if str(self.face("speeches", sid).get("order")) == str(order)
                     and key(str(self.face("speeches", sid).get("title"))) == key(title)
                     and not self.catalog.claims("sources", str(self.face("speeches", sid).get("source")))), None)

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """What each practice is called: its title and aliases."""
        found = {}
        for pid in self._ids("practices"):
            face = self.face("practices", pid)
            aliases = face.get("aliases")
            given = [face.get("title"), *(aliases if isinstance(aliases, list) else ())]
            found[pid] = tuple(name for name in given if isinstance(name, str) and name and name != TO_FILL)
        return found

    @cached_property
    def keywords(self) -> dict[str, tuple[str, ...]]:
        """The words by which each practice is looked for."""
        found = {}
        for pid in self._ids("practices"):
            words = self.face("practices", pid).get("keywords")
            found[pid] = tuple(word for word in words if isinstance(word, str) and word != TO_FILL) if isinstance(words, list) else ()
        return found

    @cached_property
    def telling(self) -> dict[str, set[str]]:
        """The practices that tell of each speech, whether or not that is there."""
        found: dict[str, set[str]] = {}
        for pid in self._ids("practices"):
            for speech in _told(self.face("practices", pid).get("accounts")):
                found.setdefault(speech, set()).add(pid)
        return found

    def of_source(self, source: str) -> frozenset[str]:
        """The practices that tell of nothing but the speeches of a source."""
        speeches = set(self.speeches(source).values())
        here = {pid for sid in speeches for pid in self.telling.get(sid, ())}
        return frozenset(here - {pid for sid, pids in self.telling.items() if sid not in speeches for pid in pids})

    @cached_property
    def stems(self) -> frozenset[str]:
        """The names of the full texts that are here, without their ending."""
        return frozenset(file.stem for file in (self.data / FOLDER).glob("*.txt"))

    @cached_property
    def _by_source(self) -> dict[str, dict[int, str]]:
        return {source: {order: found[-1] for order, found in orders.items()} for source, orders in self._orders.items()}

    @cached_property
    def _orders(self) -> dict[str, dict[int, list[str]]]:
        found: dict[str, dict[int, list[str]]] = {}
        for sid in self._ids("speeches"):
            source, order = (str(self.face("speeches", sid).get(name)) for name in ("source", "order"))
            if re.fullmatch("[1-9][0-9]{0,3}", order):
                found.setdefault(source, {}).setdefault(int(order), []).append(sid)
        return found

    def _shape(self, speech: str) -> list[Any]:
        face = self.face("speeches", speech)
        outline = face.get("outline")
        sections = [s for s in outline if isinstance(s, dict)] if isinstance(outline, list) else []
        return _shape(key(str(face.get("title"))), [(s.get("heading"), len(s.get("paragraphs") or ())) for s in sections])

    def face(self, kind: str, entry_id: str) -> Mapping[str, Any]:
        """The fields of an entry as its file has them, be they valid or not; only the plainest where YAML is broken."""
        if (kind, entry_id) not in self._faces:
            origin = self.catalog.origins.get((kind, entry_id))
            data = origin.document.data if origin else None
            self._faces[kind, entry_id] = data if isinstance(data, dict) else self._by_lines(kind, entry_id)
        return self._faces[kind, entry_id]

    def _by_lines(self, kind: str, entry_id: str) -> Mapping[str, Any]:
        file = self.data / kind / f"{entry_id}.yml"
        # A pipe would wait for ever.
        if not KINDS[kind].one_file_each or not file.is_file():
            return {}
        try:
            text = file.read_bytes().decode("utf-8", "replace")
        except OSError:
            return {}
        found: dict[str, Any] = {name: value.partition(" #")[0].strip(" \t\r\"'") for name, value in _FIELD.findall(text)}
        return {**found, "accounts": [{"speech": speech} for speech in _TOLD.findall(text)]}

    def _ids(self, kind: str) -> list[str]:
        """The ids of a kind, those that could not be read too, in a stable order."""
        return sorted(entry_id for known, entry_id in self.catalog.claimed if known == kind)

    def _kept(self, text: str) -> Iterator[tuple[str, str]]:
        """The full texts with the same words: the name of the file without its ending, and what it holds."""
        words = bare(text)
        for file in sorted((self.data / FOLDER).glob("*.txt")):
            if file.name.startswith(".") or not file.is_file():
                continue
            try:
                with file.open("rb") as stream:
                    # Nearly every other text ends here, unread.
                    opening = stream.read(_OPENING)
                    if words.startswith(bare(opening.decode("utf-8", "ignore"))):
                        kept = (opening + stream.read()).decode("utf-8")
                        if bare(kept) == words:
                            yield file.stem, kept
            except (OSError, UnicodeDecodeError):
                continue


def bare(text: str) -> str:
    """The words of a text alone: what its .docx, .txt, .md and .html have in common."""
    return _MARKS.sub("", text)


def _shape(title: str, sections: list[tuple[Any, int]]) -> list[Any]:
    return [title, *((key("" if heading in (None, "null") else str(heading)), count) for heading, count in sections)]


def _told(accounts: Any) -> Iterator[str]:
    for account in accounts if isinstance(accounts, list) else ():
        if isinstance(account, dict) and isinstance(account.get("speech"), str):
            yield account["speech"]
