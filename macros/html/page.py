"""What a built page refers to and carries, with line and column; nothing is judged here."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from sys import intern

# Attributes whose address the browser fetches by itself, by tag.
_FETCHED = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",), "embed": ("src",),
    "audio": ("src",), "video": ("src", "poster"), "track": ("src",), "input": ("src",), "object": ("data",),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"), "body": ("background",), "form": ("action",),
    "frame": ("src",), "base": ("href",), "feimage": ("href", "xlink:href"),
}
_FOLLOWED = {"a": ("href", "xlink:href"), "area": ("href",), "blockquote": ("cite",)}
_FETCHING_RELS = {
    "stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "prefetch", "modulepreload",
    "preconnect", "dns-prefetch", "prerender",
}
_DATA_BLOCKS = {"application/json", "application/ld+json"}
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"']+)", re.I)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address on a page; `fetched` when the browser asks for it without a click."""

    url: str
    line: int
    column: int
    fetched: bool


@dataclass(frozen=True, slots=True)
class Inline:
    """Something a strict policy forbids: `kind` is script, style, style-attribute, handler or address."""

    kind: str
    detail: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart: its anchors, its addresses, what stands inline, its policy or None."""

    anchors: frozenset[str]
    references: tuple[Reference, ...]
    inline: tuple[Inline, ...]
    policy: str | None


def parse(text: str) -> Page:
    """The page that `text` is; broken HTML is read as far as a parser can."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Page(frozenset(reader.anchors), tuple(reader.references), tuple(reader.inline), reader.policy)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: set[str] = set()
        self.references: list[Reference] = []
        self.inline: list[Inline] = []
        self.policy: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        self._note_anchors(tag, given)
        self._note_inline(tag, given)
        for name in _FOLLOWED.get(tag, ()):
            self._refer(given.get(name), fetched=False)
        for name in _FETCHED.get(tag, ()):
            if name == "srcset":
                for candidate in given.get(name, "").split(","):
                    self._refer(candidate.strip().partition(" ")[0] or None, fetched=True)
            else:
                self._refer(given.get(name), fetched=True)
        if tag == "link":
            rels = set(given.get("rel", "").lower().split())
            # The canonical address is a name, not a link: it is absolute by its nature.
            if "canonical" not in rels:
                self._refer(given.get("href"), fetched=bool(rels & _FETCHING_RELS))
        elif tag == "meta":
            self._note_meta(given)

    def _note_anchors(self, tag: str, given: dict[str, str]) -> None:
        if given.get("id"):
            self.anchors.add(intern(given["id"]))
        if tag == "a" and given.get("name"):
            self.anchors.add(intern(given["name"]))

    def _note_inline(self, tag: str, given: dict[str, str]) -> None:
        if tag == "script" and "src" not in given and given.get("type", "").strip().lower() not in _DATA_BLOCKS:
            self._inline("script", "")
        if tag == "style":
            self._inline("style", "")
        for name, value in given.items():
            if name == "style":
                self._inline("style-attribute", value)
            elif name.startswith("on"):
                self._inline("handler", name)
            elif name == "srcdoc":
                self._inline("script", name)
            elif ":" in value and re.sub(r"[\x00-\x20]", "", value[:40]).lower().startswith(("javascript:", "vbscript:", "data:text/html")):
                self._inline("address", value)

    def _note_meta(self, given: dict[str, str]) -> None:
        match given.get("http-equiv", "").lower():
            case "content-security-policy":
                self.policy = given.get("content", "")
            case "refresh":
                found = _REFRESH.search(given.get("content", ""))
                self._refer(found.group(1).strip() if found else None, fetched=True)

    def _refer(self, url: str | None, *, fetched: bool) -> None:
        if url is not None:
            line, offset = self.getpos()
            self.references.append(Reference(intern(url.strip()), line, offset + 1, fetched))

    def _inline(self, kind: str, detail: str) -> None:
        line, offset = self.getpos()
        self.inline.append(Inline(kind, detail, line, offset + 1))
