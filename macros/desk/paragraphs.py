"""A speech as it stands beside the form: the full text where it is on this computer, else the outline, each place with what is told of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.desk.library import Library
from macros.fulltext.passages import Passage
from macros.fulltext.segments import SpeechText
from macros.importing.division import signs
from macros.model.entries import Speech
from macros.model.fields import TO_FILL
from macros.model.titles import title_of

Citing = tuple[str, str, str]
_FOOT = re.compile(r"\[\^[^\]\s]{1,20}\]:")
# What a note begins with: its sign in the stored text, and the word that it is shown with.
_MARK = re.compile(r"^\s*(?:\[\^[^\]\s]{1,20}\]:)?\s*(?:注\s*[：:])?\s*")


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph: its place (`3`, `3.2`), its words, and the practices (id, name, what is to be known of it) that cite just it;
    `cut` are its words in stretches, each with what is marked there, where anything is."""

    at: str
    text: str
    told: tuple[Citing, ...] = ()
    cut: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Shown:
    """A paragraph: number, pieces, the rows of its table; `path` is its gist in the speech's form, `notes` what the source says below it."""

    number: int
    pieces: tuple[Piece, ...]
    rows: tuple[str, ...] = ()
    path: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    heading: str | None
    paragraphs: tuple[Shown, ...]


@dataclass(frozen=True)
class Text:
    """A speech to read: `whole` where the words are the source's own, else they are the outline's."""

    speech_id: str
    title: str
    body: str
    whole: bool
    parts: tuple[Part, ...]


def text_of(library: Library, speech_id: str) -> Text | None:
    """The speech of that id; None where the library knows none, or can't read it and has no full text of it."""
    catalog = library.catalog
    speech: Speech | None = catalog.speeches.get(speech_id)
    original = original_of(library, speech_id)
    told = _told(library, speech_id)
    if original:
        paths = dict(_paths(speech)) if speech else {}
        notes = _notes(library, speech_id, original)
        parts = tuple(Part(s.heading, tuple(_passage(p, told, paths.get(p.number, ""), notes.get(p.number, ())) for p in s.passages)) for s in original.sections)
    elif speech:
        parts = tuple(_outlined(speech, told))
    else:
        return None
    body = catalog.organizations.get(speech.organization) if speech else None
    short = next((name for name in (speech.short, speech.title) if TO_FILL not in name), "") if speech else ""
    return Text(speech_id, short or library.titles("speeches").get(speech_id, speech_id), title_of(body) if body else "", original is not None, parts)


def original_of(library: Library, speech_id: str) -> SpeechText | None:
    """The full text of a speech, also of one that is not filled in yet; None where it is not on this computer."""
    found = library.originals.speech(speech_id) if library.originals and speech_id in library.catalog.speeches else None
    return found or _of_draft(library, speech_id)


def words_at(text: Text, at: str) -> str:
    """The words of a place: a paragraph with all its items, or one of them."""
    number = int(at.partition(".")[0])
    pieces = (piece for part in text.parts for paragraph in part.paragraphs if paragraph.number == number for piece in paragraph.pieces)
    return "".join(piece.text for piece in pieces if piece.at == at or piece.at.startswith(f"{at}."))


def _of_draft(library: Library, speech_id: str) -> SpeechText | None:
    """The full text of a speech whose entry is not filled in yet: by its source and order as they stand in the file."""
    if not library.originals or ("speeches", speech_id) not in library.catalog.origins:
        return None
    data = library.catalog.data("speeches", speech_id)
    original = library.originals.by_source.get(str(data.get("source"))) if isinstance(data, dict) else None
    order = str(data.get("order")) if isinstance(data, dict) else ""
    if original is None or not order.isdigit() or not 0 < int(order) <= len(original.collection.speeches):
        return None
    return original.collection.speeches[int(order) - 1]


def _told(library: Library, speech_id: str) -> Mapping[str, tuple[Citing, ...]]:
    """What is told of each place; also by practices that are not filled in yet, or were withdrawn."""
    catalog = library.catalog
    found: dict[str, list[Citing]] = {}
    for pid, practice in catalog.practices.items():
        for account in practice.accounts:
            if account.speech == speech_id:
                for at in account.at:
                    found.setdefault(at, []).append((pid, practice.title, _note(bool(practice.withdrawn))))
    for pid in (i for kind, i in catalog.origins if kind == "practices" and i not in catalog.practices):
        data = catalog.data("practices", pid)
        accounts = data.get("accounts") if isinstance(data, dict) else None
        for each in accounts if isinstance(accounts, list) else ():
            places = each.get("at") if isinstance(each, dict) and each.get("speech") == speech_id else None
            for at in places if isinstance(places, list) else ():
                found.setdefault(str(at), []).append((pid, library.titles("practices").get(pid, pid), _note(bool(data.get("withdrawn")))))
    return {at: tuple(each) for at, each in found.items()}


def _note(withdrawn: bool) -> str:
    return "已撤下" if withdrawn else ""


def _paths(speech: Speech) -> Iterator[tuple[int, str]]:
    number = 0
    for i, section in enumerate(speech.outline):
        for j in range(len(section.paragraphs)):
            number += 1
            yield number, f"outline.{i}.paragraphs.{j}.gist"


def _notes(library: Library, speech_id: str, text: SpeechText) -> Mapping[int, tuple[str, ...]]:
    """What the source says below each paragraph by its number: its footnotes, and remarks that are left out of the text (注：……)."""
    data = library.catalog.data("speeches", speech_id)
    original = library.originals.by_source.get(str(data.get("source"))) if library.originals and isinstance(data, dict) else None
    if original is None:
        return {}
    begins = [other.line for other in original.collection.speeches if other.line > text.line]
    lines = [p.line for p in text.passages]
    found: dict[int, list[str]] = {}
    for line in original.collection.left_out:
        if lines and lines[0] < line.number < min(begins, default=line.number + 1) and (_FOOT.match(line.text) or signs.remark(line.text)):
            above = text.passages[bisect_left(lines, line.number) - 1]
            found.setdefault(above.number, []).append(_MARK.sub("", line.text))
    return {number: tuple(each) for number, each in found.items()}


def _passage(passage: Passage, told: Mapping[str, tuple[Citing, ...]], path: str, notes: tuple[str, ...]) -> Shown:
    whole, text = str(passage.number), passage.text
    first = passage.items[0].start if passage.items else len(text)
    pieces = [Piece(whole, text[:first], told.get(whole, ()))]
    for i, item in enumerate(passage.items, 1):
        pieces.append(Piece(f"{whole}.{i}", text[item.start:item.end], told.get(f"{whole}.{i}", ())))
    return Shown(passage.number, tuple(pieces), tuple(" ｜ ".join(row) for row in passage.cells), path, notes)


def _outlined(speech: Speech, told: Mapping[str, tuple[Citing, ...]]) -> Iterator[Part]:
    paths = dict(_paths(speech))
    number = 0
    for section in speech.outline:
        shown = []
        for paragraph in section.paragraphs:
            number += 1
            whole = str(number)
            pieces = [Piece(whole, paragraph.gist, told.get(whole, ()))]
            pieces += [Piece(f"{whole}.{i}", f"{item.marker}　{item.gist}", told.get(f"{whole}.{i}", ())) for i, item in enumerate(paragraph.items, 1)]
            if paragraph.tail:
                pieces.append(Piece(whole, paragraph.tail))
            shown.append(Shown(number, tuple(pieces), path=paths[number]))
        yield Part(section.heading, tuple(shown))
