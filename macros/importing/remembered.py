"""What an editor said with the options of an import, kept as comments in the source's file: the next import goes on with it.

The division itself is in the record of the cut (`before`); here are the titles and bodies, by the line that their speech
begins at, and the occasion.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from macros.editing.yaml_text import comment
from macros.importing.division.front import Beginning
from macros.importing.division.reading import Wish, divided

_SAID = "导入时指定："
_SPEECH = re.compile(rf"^# {_SAID}全文第 (?P<line>\d+) 行起的一篇(?:，题目“(?P<title>.*?)”)?(?:，单位“(?P<unit>.*?)”)?$", re.M)
_OCCASION = re.compile(rf"^# {_SAID}场合“(?P<occasion>.*)”$", re.M)
_LINE = re.compile(rf"^# {_SAID}.*\n", re.M)


@dataclass(frozen=True)
class Said:
    """What was said of the speeches, by the line that each begins at, and of all of them."""

    titles: Mapping[int, str] = field(default_factory=dict)
    units: Mapping[int, str] = field(default_factory=dict)
    occasion: str = ""

    def comments(self) -> str:
        """The comments that keep it; "" where nothing was said."""
        return "".join(comment(line) for line in self._lines())

    def _lines(self) -> Iterator[str]:
        for line in sorted({*self.titles, *self.units}):
            title, unit = (f"，{what}“{said[line]}”" if line in said else "" for what, said in (("题目", self.titles), ("单位", self.units)))
            yield f"{_SAID}全文第 {line} 行起的一篇{title}{unit}"
        if self.occasion:
            yield f"{_SAID}场合“{self.occasion}”"


def of(wish: Wish, beginnings: tuple[Beginning, ...]) -> Said:
    """What a wish says, of speeches that begin so."""
    titles, units = ({b.line: " ".join(said.split()) for b, said in zip(beginnings, every, strict=False) if said} for every in (wish.titles, wish.units))
    return Said(titles, units, " ".join(wish.occasion.split()))


def read(file: bytes | None) -> Said:
    """What the file of a source says was said."""
    text = (file or b"").decode("utf-8", "replace").replace("\r\n", "\n")
    rows = list(_SPEECH.finditer(text))
    said = _OCCASION.search(text)
    return Said({int(m["line"]): m["title"] for m in rows if m["title"]}, {int(m["line"]): m["unit"] for m in rows if m["unit"]}, said["occasion"] if said else "")


def wished(text: str, wish: Wish, said: Said) -> Wish:
    """The wish with what was said before of the speeches that begin where they did, as far as it says nothing of them now."""
    if said == Said():
        return wish
    lines = [b.line for b in divided(text, wish).beginnings]
    titles, units = (tuple((now[i] if i < len(now) else "") or before.get(line, "") for i, line in enumerate(lines)) + now[len(lines):]
                     for now, before in ((wish.titles, said.titles), (wish.units, said.units)))
    return replace(wish, titles=titles if any(titles) else (), units=units if any(units) else (), occasion=wish.occasion or said.occasion)


def kept(file: bytes, said: Said) -> bytes:
    """The file of a source with these comments in the place of those that it has, above its record of the cut."""
    text = file.decode("utf-8", "surrogateescape")
    end = "\r\n" if "\r\n" in text else "\n"
    bare = _LINE.sub("", text.replace("\r\n", "\n"))
    made = re.sub("^cut: ", lambda _: f"{said.comments()}cut: ", bare, count=1, flags=re.M)
    return made.replace("\n", end).encode("utf-8", "surrogateescape")
