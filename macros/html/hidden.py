"""What stands on a page or in a drawing and no reader sees, and other pages put into one; nothing is judged here."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

from macros.text.places import line_and_column

_EMBEDDING = frozenset({"iframe", "object", "embed", "applet", "frame", "frameset", "portal", "fencedframe"})
_UNSEEN = frozenset({"template", "noscript", "noframes", "noembed", "datalist", "canvas", "title", "desc", "metadata", "meta", "param",
                     "annotation", "annotation-xml"})
# What stands between their tags is shown only where a browser does not know them, or on a click.
_INSTEAD = frozenset({"video", "audio", "progress", "meter", "select", "rp"})
_BRACKETS = "()（）[]【】《》〈〉 "
_AWAY = frozenset({"hidden", "popover"})
_HIDING = re.compile(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|"
                     r"clip\s*:\s*rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)|"
                     r"(?:opacity|font-size)\s*:\s*0+(?:\.0+)?(?![\d.]))", re.I)
_AS_ATTRIBUTE = {"display": ("none",), "visibility": ("hidden", "collapse"), "opacity": ("0", "0.0", "0%"), "font-size": ("0",)}
# A reader sees or hears these, or they name what is there already.
_TOLD = frozenset({"alt", "title", "aria-label", "placeholder", "href", "src", "id", "name", "class", "style", "font-family", "summary", "value",
                   "label", "content", "markdown", "data-caption"})
_LONG = re.compile(r"(?:[\u3400-\u9fff][^\u3400-\u9fff]{0,2}){12}")
# So much is no name of a thing any more, it is text.
_MUCH = 40
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_ATTRIBUTES = re.compile(r"""\{:?[ \t]*((?:"[^"\n]*"|'[^'\n]*'|[^{}\n"'])+)\}""")
_NAMED = re.compile(r"""(?<!\S)(?:([\w-]+)(?:=("[^"]*"|'[^']*'|\S*))?|\.(\S+)|#\S+)""")
_PICTURE = re.compile(r"!\[([^\[\]]*)\]")
_TITLE = re.compile(r"""\]\([^()\n]*?\s("[^"\n]*"|'[^'\n]*')\s*\)|^ {0,3}(?:\[[^\]\n]+\]:[^\n"']*|\*\[[^\]\n]+\]:)\s*([^\n]*)""", re.M)
_ENDING = re.compile(r"</[A-Za-z][^\s<>]*\s+[^\s<>][^<>]*>")
# White on white.
_PALE = re.compile(r"#?f[0-9a-f]?f[0-9a-f]?f[0-9a-f]?|white(?:smoke)?|snow|ivory|azure|(?:ghost|floral)white|mintcream|aliceblue|seashell|transparent", re.I)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*.*?\*/", re.S)
# Rules for some screens, or for paper, stand inside one more pair of brackets and are passed over.
_ON_SOME_SCREENS = re.compile(r"@[^{};]*\{(?:[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})*[^{}]*\}")
_CLASS = re.compile(r"(?:\[dir\] )?(?:\.md-typeset |\.js )?\.([\w-]+)")


@dataclass(frozen=True, slots=True)
class Hidden:
    """`kind` is embedded, tag, attribute, class, foreign (a class of nobody's here), long, font, inner (a picture in a
    drawing), comment or program; `detail` is how it is written there."""

    kind: str
    detail: str
    line: int
    column: int


def on_page(text: str, hiding: Collection[str] = (), known: Collection[str] | None = None) -> Iterator[Hidden]:
    """What is hidden or put in on a page, by HTML, by a list of attributes or as the name of a picture or link.

    `hiding` are the classes that hide; where `known` is given, a class may stand that is one of them or begins with `kb-`.
    """
    reader = _Reader(hiding, known)
    reader.feed(text)
    reader.close()
    yield from reader.found
    for attributes in _ATTRIBUTES.finditer(text):
        for name in _NAMED.finditer(attributes[1]):
            given = {"class": name[3]} if name[3] else {name[1].lower(): (name[2] or "").strip("\"'")} if name[1] else {}
            if unseen := reader.unseen("", given):
                written = f"{name[1]}=" if name[1] and name[2] else name[0]
                yield _at(text, attributes.start(1) + name.start(), unseen[0], written)
    for ending in _ENDING.finditer(text):
        yield _at(text, ending.start(), "tag", f"{ending[0].split()[0]} >")
    for found, detail in (*((f, "图的名称 ![ ]") for f in _PICTURE.finditer(text)), *((f, "链接的说明") for f in _TITLE.finditer(text))):
        said = next((group for group in found.groups() if group), "")
        if len(_CHINESE.findall(said)) >= _MUCH and not _is_note(found[0]):
            yield _at(text, found.start() + len(found[0]) - len(found[0].lstrip("\n ")), "long", detail)


def in_drawing(text: str) -> Iterator[Hidden]:
    """The same of an SVG file, and what drawing programs leave there."""
    reader = _Reader((), None, drawing=True)
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


def _is_note(written: str) -> bool:
    return written.lstrip().startswith("[^")


def _at(text: str, offset: int, kind: str, detail: str) -> Hidden:
    return Hidden(kind, detail, *line_and_column(text, offset))


class _Reader(HTMLParser):
    def __init__(self, hiding: Collection[str], known: Collection[str] | None, *, drawing: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Hidden] = []
        self._hiding, self._known, self._drawing = hiding, known, drawing
        # A tag whose words are shown instead of it, and where it opened.
        self._instead: tuple[str, tuple[int, int]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        if tag in _EMBEDDING:
            self._note("embedded", f"<{tag}>")
        elif tag in _UNSEEN or (tag == "dialog" and "open" not in given) or (tag == "input" and given.get("type", "").lower() == "hidden"):
            self._note("tag", f"<{tag}>")
        elif tag == "font":
            pale = self._drawing or _PALE.fullmatch(given.get("color", "").strip()) or given.get("size", "").strip() == "0"
            self._note("tag" if pale else "font", "<font>")
        elif self._drawing and ":" in tag.removeprefix("svg:"):
            self._note("program", f"<{tag}>")
        elif self._drawing and any(given.get(name, "").strip().lower().startswith("data:") for name in ("href", "xlink:href", "src")):
            self._note("inner", f"<{tag}>")
        elif unseen := self.unseen(tag, given):
            self._note(*unseen)
        if tag in _INSTEAD and not self._instead:
            self._instead = tag, self.getpos()

    def handle_endtag(self, tag: str) -> None:
        if self._instead and self._instead[0] == tag:
            self._instead = None

    def handle_data(self, data: str) -> None:
        if self._instead and data.strip().strip(_BRACKETS):
            tag, (line, offset) = self._instead
            self.found.append(Hidden("tag", f"<{tag}>", line, offset + 1))
            self._instead = None

    def unseen(self, tag: str, given: Mapping[str, str]) -> tuple[str, str] | None:
        """What hides a tag that has these attributes, or is hidden in one of them: kind and detail."""
        for name, value in given.items():
            if name in _AWAY or value.strip().lower() in _AS_ATTRIBUTE.get(name, ()):
                return "attribute", f"<{tag} {name}>" if not value else f"<{tag} {name}=“{value[:20]}”>"
            if self._drawing and name == "style" and _HIDING.search(value):
                return "attribute", f"<{tag} style>"
            if self._drawing and name.partition(":")[1] and name.partition(":")[0] not in ("xml", "xlink", "xmlns"):
                return "program", name
            if name not in _TOLD and _LONG.search(value):
                return "attribute", f"<{tag} {name}>"
            if len(_CHINESE.findall(unquote(value))) >= _MUCH:
                return "long", f"<{tag} {name}>"
        for name in given.get("class", "").split():
            if name in self._hiding:
                return "class", f"<{tag} class=“{name}”>"
            if self._known is not None and not name.startswith("kb-") and name not in self._known:
                return "foreign", f"<{tag} class=“{name}”>"
        return None

    # On a page the comments are gone before: what is read as one here is another writing of it, <!甲> or </ 甲>.
    def handle_comment(self, data: str) -> None:
        if data.strip():
            self._note("comment", "<!-- -->" if self._drawing else "<! >")

    def handle_pi(self, data: str) -> None:
        if not self._drawing or not data.lower().startswith("xml "):
            self._note("comment", "<? ?>")

    def handle_decl(self, decl: str) -> None:
        if not self._drawing or "[" in decl:
            self._note("comment", "<!DOCTYPE [ ]>" if self._drawing else "<! >")

    def unknown_decl(self, data: str) -> None:
        if not self._drawing:
            self._note("comment", "<![ ]>")

    def _note(self, kind: str, detail: str) -> None:
        line, offset = self.getpos()
        self.found.append(Hidden(kind, detail, line, offset + 1))
