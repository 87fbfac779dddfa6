"""The table of contents of a collection, and the titles in the text that it names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from macros.fulltext.chrome import is_byline
from macros.fulltext.lines import Line, key, rank, title_like, unnumbered

_PAGE = re.compile(r"(?<!\d)\d{1,4}$")
_DOTS = ".．。·…"
_WRAPPED = 3
# Lines that are longer are no title, with whatever there may be in them that does not count.
_LONGEST = 400
# So many characters tell that a line begins no title.
_BEGUN = 4
_RUN = 3
# Who speaks, in brackets behind the title.
_UNIT = re.compile(r"[ \u3000]*[（(][^（）()]{2,30}[）)]$")
# Between the columns of a contents page: title, body, page.
_COLUMN = re.compile(r"\t+|[ \u3000]{2,}|[.．。·…]{2,}|—{2,}")


@dataclass(frozen=True)
class Contents:
    """A table of contents: the lines that it takes, and its titles as written (no numbers)."""

    start: int
    end: int
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Start:
    """Where a speech begins: its title takes the lines from `start` up to `end`."""

    start: int
    end: int
    title: str


def find(lines: tuple[Line, ...]) -> Contents | None:
    """The table of contents, known by its heading 目录 or by three lines in a row with page numbers."""
    for i, line in enumerate(lines):
        if key(line.text) in ("目录", "目次", "contents"):
            return _from(lines, i, i + 1)
    for i in range(len(lines) - _RUN + 1):
        if all(_unpaged(line.text) is not None and title_like(_title(line.text)) for line in lines[i:i + _RUN]):
            return _from(lines, i, i)
    return None


def _unpaged(text: str) -> str | None:
    """The text before a page number and the blanks, dots or dashes that lead to it; None without these."""
    page = _PAGE.search(text, max(0, len(text) - 5))
    if not page:
        return None
    led = text[:page.start()]
    before = led.rstrip()
    for signs, body in ((_DOTS, before), ("—", led)):
        bare = body.rstrip(signs)
        if len(body) - len(bare) > 1:
            return bare
    return before if before != led else None


def _title(text: str) -> str:
    bare = _unpaged(text)
    return unnumbered((text if bare is None else bare).strip()).strip() or text


def _from(lines: tuple[Line, ...], start: int, first: int) -> Contents | None:
    titles: list[str] = []
    end = first
    for line in lines[first:]:
        title = _title(line.text)
        # The text begins where the first title comes again (whole or broken), or with the first sentence.
        again = titles and len(key(title)) >= 4 and any(key(part).startswith(key(title)) for part in (titles[0], *_COLUMN.split(titles[0])))
        if line.row or not title_like(title) or again:
            break
        titles.append(title)
        end += 1
    return Contents(start, end, tuple(titles)) if titles else None


def starts(lines: tuple[Line, ...], contents: Contents) -> tuple[list[Start], list[str]]:
    """The titles of the contents found in the text after it, in order, and those that are not there.

    A line that itself bears 一、 or （一） is a section of a speech, not the title of one. A title may
    be broken over up to three lines.
    """
    found: list[Start] = []
    missing: list[str] = []
    position = contents.end
    column = _columns(contents.titles)
    every = {title: tuple(dict.fromkeys((column(title), title, _UNIT.sub("", title)))) for title in contents.titles}
    places = _places(lines, position, {key(spelled) for each in every.values() for spelled in each})
    for whole in contents.titles:
        title = next((spelled for spelled in every[whole] if key(spelled) in places), every[whole][-1])
        known = places.get(key(title), [])
        hit = next(iter(known[bisect_left(known, position, key=lambda place: place.start):]), None)
        if hit is None:
            missing.append(_UNIT.sub("", column(whole)))
        elif 0 < rank(lines[hit.start].text) < 5:
            position = hit.end
        else:
            found.append(hit)
            position = hit.end
    return found, missing


def _columns(titles: tuple[str, ...]) -> Callable[[str], str]:
    """Which part of a line of the contents is the title: that of the column in which fewest lines are a body's name."""
    split = [[part for part in map(str.strip, _COLUMN.split(title)) if part] for title in titles]
    most = max(Counter(map(len, split)).items(), key=lambda each: (each[1], -each[0]))[0]
    if most < 2 or sum(len(parts) == most for parts in split) * 2 <= len(split):
        return lambda title: title
    rows = [parts for parts in split if len(parts) == most]
    best = max(range(most), key=lambda i: (-sum(is_byline(row[i]) for row in rows), sum(title_like(row[i]) for row in rows), sum(len(row[i]) for row in rows)))
    return lambda title: next((parts[best] for parts in split if parts == [p for p in map(str.strip, _COLUMN.split(title)) if p] and len(parts) == most), title)


def _places(lines: tuple[Line, ...], position: int, keys: set[str]) -> dict[str, list[Start]]:
    """From `position` on: where the titles with these keys stand, with their numbers or without, in up to three lines."""
    begun = {wanted[:n] for wanted in keys for n in range(_BEGUN + 1)}
    found: dict[str, list[Start]] = {}
    for i in range(position, len(lines)):
        text, before = "", [""]
        for j in range(i, min(i + _WRAPPED, len(lines))):
            text += lines[j].text
            if len(text) > _LONGEST:
                break
            bare = unnumbered(text)
            for spelled in dict.fromkeys((bare, text)):
                wanted = key(spelled)
                if wanted in keys and all(map(wanted.startswith, before)) and (wanted != key(bare) or spelled is bare):
                    found.setdefault(wanted, []).append(Start(i, j + 1, spelled))
            before.append(key(bare))
            if before[-1][:_BEGUN] not in begun:
                break
    return found
