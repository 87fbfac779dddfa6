"""What stands on a page or in a drawing and no reader sees, and other pages put into one; nothing is judged here."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

_EMBEDDING = frozenset({"iframe", "object", "embed", "applet", "frame", "frameset", "portal", "fencedframe"})
_UNSEEN = frozenset({"template", "noscript", "noframes", "noembed", "datalist", "canvas", "title", "desc", "metadata", "meta", "param", "font"})
_HIDING = re.compile(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|clip-path\s*:\s*inset\(\s*50%|"
                     r"(?:opacity|font-size)\s*:\s*0+(?:\.0+)?(?![\d.]))", re.I)
_AS_ATTRIBUTE = {"display": ("none",), "visibility": ("hidden", "collapse"), "opacity": ("0", "0.0", "0%"), "font-size": ("0",)}
# A reader sees or hears these, or they name what is there already.
_TOLD = frozenset({"alt", "title", "aria-label", "placeholder", "href", "src", "id", "name", "class", "style", "font-family", "summary", "value",
                   "label", "content", "markdown", "data-caption"})
_LONG = re.compile(r"(?:[\u3400-\u9fff][^\u3400-\u9fff]{0,2}){12}")
_ATTRIBUTES = re.compile(r"\{:?[ \t]([^{}\n]*)\}")
_NAMED = re.compile(r"""([\w-]+)(?:[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|\S*))?|[.#]\S+""")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*.*?\*/", re.S)
# Rules for some screens, or for paper, stand inside one more pair of brackets and are passed over.
_ON_SOME_SCREENS = re.compile(r"@[^{};]*\{(?:[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})*[^{}]*\}")
_CLASS = re.compile(r"(?:\[dir\] )?(?:\.md-typeset |\.js )?\.([\w-]+)")


@dataclass(frozen=True, slots=True)
class Hidden:
    """`kind` is embedded, tag, attribute, class, comment or program; `detail` is how it is written there."""

    kind: str
    detail: str
    line: int
    column: int


def on_page(text: str, hiding: Collection[str] = ()) -> Iterator[Hidden]:
    """What is hidden or put in on a page, by HTML or by a list of attributes; `hiding` are the classes that hide."""
    reader = _Reader(hiding)
    reader.feed(text)
    reader.close()
    yield from reader.found
    for attributes in _ATTRIBUTES.finditer(text):
        for name in _NAMED.finditer(attributes[1]):
            if (name[1] or "").lower() == "hidden" or name[0].removeprefix(".") in hiding:
                at = attributes.start(1) + name.start()
                yield Hidden("attribute", name[0], text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def in_drawing(text: str) -> Iterator[Hidden]:
    """The same of an SVG file, and what drawing programs leave there."""
    reader = _Reader((), drawing=True)
    reader.feed(text)
    reader.close()
    yield from reader.found


def classes(style: str) -> frozenset[str]:
    """The classes by whose name alone a style sheet hides what has them."""
    found = set[str]()
    for selectors, body in _RULE.findall(_ON_SOME_SCREENS.sub("", _REMARK.sub("", style))):
        if _HIDING.search(body):
            found.update(match[1] for selector in selectors.split(",") if (match := _CLASS.fullmatch(selector.strip())))
    return frozenset(found)


class _Reader(HTMLParser):
    def __init__(self, hiding: Collection[str], *, drawing: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Hidden] = []
        self._hiding, self._drawing = hiding, drawing

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        if tag in _EMBEDDING:
            self._note("embedded", f"<{tag}>")
        elif tag in _UNSEEN or (tag == "dialog" and "open" not in given) or (tag == "input" and given.get("type", "").lower() == "hidden"):
            self._note("tag", f"<{tag}>")
        elif self._drawing and ":" in tag.removeprefix("svg:"):
            self._note("program", f"<{tag}>")
        elif unseen := self._unseen(tag, given):
            self._note(*unseen)

    def _unseen(self, tag: str, given: dict[str, str]) -> tuple[str, str] | None:
        for name, value in given.items():
            if name == "hidden" or value.strip().lower() in _AS_ATTRIBUTE.get(name, ()):
                return "attribute", f"<{tag} {name}>" if not value else f"<{tag} {name}=“{value[:20]}”>"
            if self._drawing and name == "style" and _HIDING.search(value):
                return "attribute", f"<{tag} style>"
            if self._drawing and name.partition(":")[1] and name.partition(":")[0] not in ("xml", "xlink", "xmlns"):
                return "program", name
            if name not in _TOLD and _LONG.search(value):
                return "attribute", f"<{tag} {name}>"
        named = next((name for name in given.get("class", "").split() if name in self._hiding), "")
        return ("class", f"<{tag} class=“{named}”>") if named else None

    def handle_comment(self, data: str) -> None:
        if self._drawing and data.strip():
            self._note("comment", "<!-- -->")

    def handle_pi(self, data: str) -> None:
        if self._drawing and not data.lower().startswith("xml "):
            self._note("comment", "<? ?>")

    def handle_decl(self, decl: str) -> None:
        if self._drawing and "[" in decl:
            self._note("comment", "<!DOCTYPE [ ]>")

    def _note(self, kind: str, detail: str) -> None:
        line, offset = self.getpos()
        self.found.append(Hidden(kind, detail, line, offset + 1))

