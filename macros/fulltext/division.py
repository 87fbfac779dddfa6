"""Where each speech of a text begins: by its table of contents, its marked headings or its title lines."""

from dataclasses import dataclass

from macros.fulltext import contents as toc
from macros.fulltext.chrome import is_byline, is_greeting, is_masthead
from macros.fulltext.contents import Start
from macros.fulltext.lines import FIRST_RANK, Line, ends_sentence, is_first, rank, speech_number, title_like, unnumbered


@dataclass(frozen=True)
class Division:
    """The starts of the speeches in `lines`; `head` and `contents` stand before the first; `missing`: titles not found."""

    lines: tuple[Line, ...]
    starts: tuple[Start, ...]
    head: tuple[Line, ...]
    contents: tuple[Line, ...] = ()
    missing: tuple[str, ...] = ()


def divide(lines: tuple[Line, ...]) -> Division:
    """Where the speeches begin.

    A text in which no second speech can be told from the first is one speech; its start may have no title ("").
    """
    contents = toc.find(lines)
    listed: tuple[Line, ...] = ()
    if contents:
        listed = lines[contents.start:contents.end]
        found, missing = toc.starts(lines, contents)
        if found:
            head = lines[:contents.start] + lines[contents.end:found[0].start]
            return Division(lines, tuple(found), head, listed, tuple(missing))
        lines = lines[:contents.start] + lines[contents.end:]
    found = _by_number(lines) or _by_marks(lines) or _by_restart(lines)
    if len(found) < 2:
        found = [_single(lines)]
    return Division(lines, tuple(found), lines[:found[0].start], listed)


def _plain_title(line: Line) -> bool:
    return not line.row and not rank(line.text) and title_like(line.text) and not is_masthead(line.text) and not is_greeting(line.text)


def _start(lines: tuple[Line, ...], i: int) -> Start:
    return Start(i, i + 1, unnumbered(lines[i].text).strip() or lines[i].text)


def _by_number(lines: tuple[Line, ...]) -> list[Start]:
    """第一篇 …, 第二篇 …: titles that count themselves; the number may have a line of its own."""
    found = []
    for i, line in enumerate(lines):
        if not speech_number(line.text) or ends_sentence(line.text):
            continue
        title = unnumbered(line.text).strip()
        if title:
            found.append(_start(lines, i))
        elif i + 1 < len(lines) and title_like(lines[i + 1].text):
            found.append(Start(i, i + 2, lines[i + 1].text))
    return found if len(found) > 1 else []


def _by_marks(lines: tuple[Line, ...]) -> list[Start]:
    """Headings that the file marks: the outermost level that has sections below it more than once."""
    marked = [i for i, line in enumerate(lines) if line.level and not 0 < rank(line.text) < 5]
    for level in sorted({lines[i].level for i in marked}):
        these = [i for i in marked if lines[i].level == level]
        if len(these) < 2:
            continue
        ends = [*these[1:], len(lines)]
        structured = sum(any(_is_section(line, level) for line in lines[i + 1:end])
                         for i, end in zip(these, ends, strict=True))
        untitled = not any(_plain_title(line) or line.level for line in lines[:these[0]])
        if structured > 1 or untitled:
            return [_start(lines, i) for i in these]
        return []
    return []


def _is_section(line: Line, level: int) -> bool:
    return line.level > level or rank(line.text) == FIRST_RANK


def _by_restart(lines: tuple[Line, ...]) -> list[Start]:
    """Title lines before each 一、: the highest title-like line since the section before it."""
    found: list[Start] = []
    since = 0
    for i, line in enumerate(lines):
        if not is_first(line.text) or ends_sentence(line.text):
            if rank(line.text) == FIRST_RANK:
                since = i + 1
            continue
        titles = [j for j in range(since, i) if _opens(lines, j)]
        # Before the first speech stands the name of the collection: its nearest title is the speech's own.
        if titles:
            top = titles[0] if found else titles[-1]
            while found and top > since and _plain_title(lines[top - 1]):
                top -= 1
            found.append(_start(lines, top))
        since = i + 1
    return found if len(found) > 1 else []


def _opens(lines: tuple[Line, ...], j: int) -> bool:
    """Whether a title-like line is followed by a speech: prose, a byline or its first section."""
    line = lines[j]
    if not (_plain_title(line) or (rank(line.text) == 5 and title_like(line.text))) or j + 1 == len(lines):
        return False
    after = lines[j + 1].text
    return ends_sentence(after) or is_byline(after) or is_greeting(after) or is_first(after)


def _single(lines: tuple[Line, ...]) -> Start:
    """The title of the only speech: the first marked heading, else the first title-like line before any prose."""
    front = []
    for i, line in enumerate(lines):
        if rank(line.text) or line.row or (ends_sentence(line.text) and not is_greeting(line.text)):
            break
        front.append(i)
    marked = [i for i in front if lines[i].level]
    plain = [i for i in front if _plain_title(lines[i])]
    for i in (*marked[:1], *plain[:1]):
        end = i + 1
        while marked and end < len(front) and lines[end].level == lines[i].level > 0:
            end += 1
        return Start(i, end, "".join(line.text for line in lines[i:end]))
    return Start(0, 0, "")
