"""Drafts made again after another division: what has been filled in stays with its paragraphs.

The text is the same, so that a paragraph is known by its line. A speech keeps the id of the old one with which it
shares most lines; what has no place any more is kept in a comment of the draft, or in its old file, and named.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from macros.editing.yaml_text import comment
from macros.fulltext.lines import key
from macros.fulltext.segments import Collection, SpeechText
from macros.importing.known import Known
from macros.importing.refused import Refused
from macros.model.fields import TO_CONFIRM, TO_FILL

_BLOCK = re.compile(r"^(?P<name>[a-z_]+):.*\n(?:[ \t-].*\n|[ \t]*\n)*", re.M)
_PROPOSED = re.compile(rf"^[ -]*(?:\{{marker: (?P<marker>.+?), )?(?P<name>gist|no_practice): (?P<value>.+?)\}}?  # {TO_CONFIRM}")
# What a draft writes itself.
_OWN = frozenset({"title", "short", "order", "source", "organization", "occasion", "date", "outline"})


@dataclass(frozen=True)
class Old:
    """A speech as it was: its text by the old division, its fields and its file."""

    speech_id: str
    text: SpeechText
    face: Mapping[str, Any]
    raw: bytes

    @cached_property
    def paragraphs(self) -> dict[int, Mapping[str, Any]]:
        """What its file says of each paragraph, by the paragraph's line in the text."""
        outline = self.face.get("outline")
        told = [p for s in outline if isinstance(s, dict) for p in s.get("paragraphs") or ()] if isinstance(outline, list) else []
        return {p.line: self._decided(t) for p, t in zip(self.text.passages, told, strict=False) if isinstance(t, dict)}

    def _decided(self, told: Mapping[str, Any]) -> Mapping[str, Any]:
        """What a file says of a paragraph without what an import proposed and nobody has confirmed."""
        found = {name: said for name, said in told.items() if not isinstance(said, str) or (name, said, "") not in self._open}
        items = [i for i in told.get("items") or () if isinstance(i, dict) and ("gist", str(i.get("gist")), str(i.get("marker"))) not in self._open]
        return {**found, "items": items} if "items" in told else found

    @cached_property
    def _open(self) -> frozenset[tuple[str, str, str]]:
        """The proposals that are still marked: field, value, and the marker of an item."""
        found = set()
        for line in self.raw.decode("utf-8", "replace").splitlines():
            mark = _PROPOSED.match(line)
            try:
                value = yaml.load(mark["value"], Loader=yaml.CBaseLoader) if mark else None  # noqa: S506 (strings only)
                marker = yaml.load(mark["marker"], Loader=yaml.CBaseLoader) if mark and mark["marker"] else ""  # noqa: S506
            except yaml.YAMLError:
                continue
            if mark and isinstance(value, str):
                found.add((mark["name"], value, str(marker)))
        return frozenset(found)

    def called(self, title: str) -> bool:
        """Whether this is a title of it: in the text, or as an editor gave it."""
        said = self.face.get("title")
        return bool(title) and key(title) in {key(self.text.title), key(said) if isinstance(said, str) else ""}

    def block(self, name: str) -> str | None:
        """The lines of a field as they stand, where it is filled in."""
        return self.blocks.get(name) if self.face.get(name) not in (None, TO_FILL) else None

    @cached_property
    def blocks(self) -> dict[str, str]:
        """The lines of each field as they stand."""
        text = self.raw.decode("utf-8", "replace").rstrip("\n") + "\n"
        return {m["name"]: m.group() for m in _BLOCK.finditer(text)}


@dataclass(frozen=True)
class Again:
    """The old speeches of a source and the new ones: `kept` gives the old one that a new one goes on with, by its order."""

    olds: tuple[Old, ...]
    kept: Mapping[int, Old] = field(default_factory=dict)
    new: tuple[SpeechText, ...] = ()

    @cached_property
    def _said(self) -> dict[int, Mapping[str, Any]]:
        return {line: told for old in self.olds for line, told in old.paragraphs.items()}

    def paragraph(self, line: int) -> Mapping[str, Any]:
        """What was filled in for the paragraph at a line, in whichever speech it was."""
        return self._said.get(line, {})

    @property
    def left(self) -> tuple[Old, ...]:
        """The old speeches that no new one goes on with."""
        taken = {old.speech_id for old in self.kept.values()}
        return tuple(old for old in self.olds if old.speech_id not in taken)

    def homeless(self, order: int) -> list[tuple[int, str]]:
        """What was filled in for lines of the old speech that are no paragraphs any more: line and words."""
        lines = {p.line for text in self.new for p in text.passages}
        old = self.kept.get(order)
        return [(line, words) for line, told in (old.paragraphs.items() if old else ()) if line not in lines for words in _words(told)]

    def draft(self, draft: str, order: int) -> str:
        """The draft of a new speech with the fields of the old one, and what has no place any more in comments at its end."""
        old = self.kept.get(order)
        if old is None:
            return draft
        for name in ("short", "organization", "occasion", "date"):
            block = old.block(name)
            if block:
                draft = _with(draft, name, block)
            elif name not in old.face:
                # A field that an editor took out stays out.
                draft = _with(draft, name, "")
        title = old.face.get("title")
        if isinstance(title, str) and title != TO_FILL and key(title) != key(old.text.title):
            draft = _with(draft, "title", old.blocks["title"])
        draft += "".join(block for name, block in old.blocks.items() if name not in _OWN)
        return draft + "".join(comment(f"原来填过，现在没有位置：全文第 {line} 行，{words}") for line, words in self.homeless(order))

    def place(self, speech_id: str, at: str) -> tuple[int, str] | None:
        """Where a locator of an old speech leads now: the order of the speech and the locator there; None where it leads nowhere."""
        number, _, item = at.partition(".")
        old = next((o for o in self.olds if o.speech_id == speech_id), None)
        if old is None or not number.isdigit() or not 1 <= int(number) <= len(old.text.passages):
            return None
        line = old.text.passages[int(number) - 1].line
        return next(((order, f"{p.number}.{item}" if item else str(p.number)) for order, text in enumerate(self.new, 1)
                     for p in text.passages if p.line == line), None)


def _with(draft: str, name: str, block: str) -> str:
    """The draft with other lines for a field that it writes in one; a field that it does not write goes before the outline."""
    made, times = re.subn(rf"^{name}:.*\n", lambda _: block, draft, count=1, flags=re.M)
    return made if times or not block else re.sub(r"^outline:\n", lambda _: f"{block}outline:\n", draft, count=1, flags=re.M)


def matched(known: Known, source: str, old: Collection, new: Collection, contents: Mapping[str, bytes]) -> Again:
    """The old speeches that are in the library, each with the new one that shares most of its lines. `contents` are their files.

    Raises:
        Refused: the outline of one fits neither division, so that nobody can tell which paragraph it speaks of.
    """
    there = known.speeches(source)
    olds = tuple(Old(sid, _text_of(sid, known.face("speeches", sid), order, old, new), known.face("speeches", sid), contents[sid])
                 for order, sid in sorted(there.items()) if sid in contents)
    lines = {o.speech_id: {p.line for p in o.text.passages} for o in olds}
    pairs = sorted(((len(lines[o.speech_id] & {p.line for p in text.passages}) + o.called(text.title) / 2, -order, o.speech_id)
                    for o in olds for order, text in enumerate(new.speeches, 1)), reverse=True)
    kept: dict[int, Old] = {}
    for shared, order, sid in pairs:
        if shared > 0 and -order not in kept and all(o.speech_id != sid for o in kept.values()):
            kept[-order] = next(o for o in olds if o.speech_id == sid)
    return Again(olds, kept, new.speeches)


def _text_of(sid: str, face: Mapping[str, Any], order: int, old: Collection, new: Collection) -> SpeechText:
    """The text that a file speaks of: by the old division, or by the new one where making it again was stopped half-way."""
    outline = face.get("outline")
    shape = [(_named(s.get("heading")), len(s.get("paragraphs") or ())) for s in outline if isinstance(s, dict)] if isinstance(outline, list) else []
    for division in (old, new):
        text = division.speeches[order - 1] if order <= len(division.speeches) else None
        if text and [(_named(s.heading), len(s.passages)) for s in text.outline] == shape:
            return text
    raise Refused(f"speeches/{sid}.yml 的小标题和段数与登记的分法不一样，不知道填的是哪一段",
                  "先运行 kb check，把它的 outline 改得与全文一致；改乱了的，用 git 退回这个文件，再用同样的命令导入")


def _named(heading: Any) -> str:
    return key("" if heading in (None, "null") else str(heading))


def _words(told: Mapping[str, Any]) -> Iterator[str]:
    for name, label in (("gist", "大意"), ("tail", "末尾"), ("no_practice", "没有做法的原因")):
        if isinstance(told.get(name), str) and told[name] != TO_FILL:
            yield f"{label}：{told[name]}"
    for item in told.get("items") or ():
        if isinstance(item, dict) and item.get("gist") not in (None, TO_FILL):
            yield f"{item.get('marker')}：{item['gist']}"
