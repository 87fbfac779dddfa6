"""The addresses that a page's Markdown and HTML name, each with its place; nothing is judged here."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.handwritten.docs_folder.masking import UNKNOWN
from macros.html.page import Inline

_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*<?([^\s>]*)>?", re.M)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^\s<>\0]*)>")
_MAIL = re.compile(r"<([^\s<>@:/\"']+@[^\s<>@]+)>")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")
_FORBIDDEN = re.compile(r"""(?<![\w-])(style|on[a-z]+)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|(\S*))""", re.I)
_NOTE = re.compile(r"\[\^([^\]\n]+)\]")
_NOTED = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:", re.M)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*\Z""")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")

_GIVEN = re.compile(r"""(?<![\w-])(href|src|data|action|poster)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s}]*))""", re.I)


@dataclass(frozen=True, slots=True)
class Address:
    """An address at an offset of the text; `fetched` when the browser asks for it without a click."""

    url: str
    offset: int
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A link, picture or note that names a `label` for its address."""

    label: str
    offset: int
    picture: bool = False
    note: bool = False
    # Without a second pair of brackets it may be nothing but words in brackets.
    shortcut: bool = False


def forbidden(text: str) -> Iterator[tuple[Inline, int]]:
    """What a strict policy forbids in lists of attributes, `{: style="…" }`, each with its offset."""
    for attributes in _ATTRIBUTES.finditer(text):
        for found in _FORBIDDEN.finditer(attributes[0]):
            name, value = found[1].lower(), next((v for v in found.groups()[1:] if v is not None), "")
            yield Inline("style-attribute", value, 0, 0) if name == "style" else Inline("handler", name, 0, 0), attributes.start() + found.start()


def addresses(text: str) -> Iterator[Address]:
    """The addresses of the links and pictures of a masked text; those with a template in them are left out."""
    bracketed = list(_bracketed(text))
    pictured = {_label(found.label) for found in bracketed if isinstance(found, Labelled) and found.picture}
    for found in (*(f for f in bracketed if isinstance(f, Address)), *_named(text, pictured), *_attributed(text)):
        if UNKNOWN not in found.url:
            yield found


def undefined(text: str) -> Iterator[Labelled]:
    """Labels that the page uses and does not define."""
    defined = {_label(found[1]) for found in _DEFINITION.finditer(text)}
    for found in _bracketed(text):
        if isinstance(found, Labelled) and not found.shortcut and UNKNOWN not in found.label and _label(found.label) not in defined:
            yield found
    notes = {found[1] for found in _NOTED.finditer(text)}
    for note in _NOTE.finditer(text):
        if note[1] not in notes and UNKNOWN not in note[1]:
            yield Labelled(note[1], note.start(), note=True)


def unused(text: str) -> Iterator[Labelled]:
    """Notes that the page defines and names nowhere else; one that only names itself is one of them."""
    noted = list(_NOTED.finditer(text))
    defined = {found.start(1) for found in noted}
    ends = [*(found.start() for found in noted[1:]), len(text)]
    own = {found[1]: range(found.end(), _end_of_note(text, found.end(), end)) for found, end in zip(noted, ends, strict=False)}
    used = {found[1] for found in _NOTE.finditer(text) if found.start(1) not in defined and found.start() not in own.get(found[1], ())}
    for found in noted:
        if found[1] not in used and UNKNOWN not in found[1]:
            yield Labelled(found[1], found.start(1) - 2, note=True)


def _end_of_note(text: str, start: int, end: int) -> int:
    """A note goes on to the first line after an empty one that is not indented."""
    following = re.compile(r"\n[ \t]*\n(?!    |\t|[ \t]*\n)").search(text, start, end)
    return following.start() if following else end


def _attributed(text: str) -> Iterator[Address]:
    """The addresses in lists of attributes, `{: href="…" }`."""
    for attributes in _ATTRIBUTES.finditer(text):
        for found in _GIVEN.finditer(attributes[0]):
            url = next((value for value in found.groups()[1:] if value is not None), "")
            yield Address(url, attributes.start() + found.start(), found[1].lower() != "href")


def _named(text: str, pictured: Collection[str]) -> Iterator[Address]:
    for found in _DEFINITION.finditer(text):
        yield Address(found[2], found.start(2), _label(found[1]) in pictured)
    for found in _MAIL.finditer(text):
        yield Address(f"mailto:{found[1]}", found.start(1))
    for found in _AUTOLINK.finditer(text):
        yield Address(found[1], found.start(1))


def _bracketed(text: str) -> Iterator[Address | Labelled]:
    """`[…](address)`, `![…](address)` and `[…][label]`, read once from left to right."""
    opened: list[int] = []
    at, length = 0, len(text)
    ends = [m.start() for m in _BLANK_LINE.finditer(text)] + [length]
    paragraph = 0
    for found in re.finditer(r"\\.|\[|\]", text, re.S):
        at = found.start()
        while at > ends[paragraph]:
            paragraph += 1
            opened.clear()
        if found[0] == "[":
            opened.append(at)
        elif found[0] == "]" and opened:
            start = opened.pop()
            picture = start > 0 and text[start - 1] == "!" and text[start - 2:start - 1] != "\\"
            following = text[at + 1:at + 2]
            if following == "(":
                url, place = _destination(text, at + 2, ends[paragraph])
                if url is not None:
                    yield Address(url, place, picture)
            elif following == "[" and not opened:
                label = re.compile(r"\[([^\[\]\n]*)\]").match(text, at + 1)
                if label and not label[1].startswith("^"):
                    yield Labelled(label[1] or text[start + 1:at], at + 1, picture)
            elif picture:
                yield Labelled(text[start + 1:at], start, picture, shortcut=True)


def _destination(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The address between brackets that open before `start`, and its place; None without an end."""
    depth, at = 1, start
    while at < end and depth:
        if text[at] == "\\":
            at += 1
        else:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    if depth:
        return None, start
    inner = _TITLE.sub("", text[start:at - 1])
    url = inner.strip()
    place = start + len(inner) - len(inner.lstrip())
    return (url[1:-1], place + 1) if url.startswith("<") and url.endswith(">") else (url, place)


def _label(text: str) -> str:
    return " ".join(text.lower().split())
