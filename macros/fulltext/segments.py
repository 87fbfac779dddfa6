"""A full text as speeches, sections and numbered paragraphs: the one segmentation that import, pages and check share.

Paragraphs are numbered from 1 for each speech over its prose lines; titles, section headings,
greetings, signatures and tables do not count. A table belongs to the paragraph before it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from macros.fulltext import cut as record
from macros.fulltext.chrome import is_byline, is_chrome, is_greeting, tail_start, without_chrome
from macros.fulltext.division import Division, divide
from macros.fulltext.lines import HEADING_LIMIT, Line, cjk_length, ends_sentence, heading_like, rank, split, title_like
from macros.fulltext.passages import Passage

FRONT_LIMIT = 20


@dataclass(frozen=True)
class Section:
    """A heading as the source has it (None before the first one), its rank (1 outermost), and its own paragraphs."""

    heading: str | None
    rank: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class SpeechText:
    """One speech of a source: its title ("" when none can be told), the line of it, and its sections."""

    title: str
    line: int
    sections: tuple[Section, ...]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(p for section in self.sections for p in section.passages)

    @cached_property
    def digest(self) -> bytes:
        """Another one where anything of the speech differs, its lines too."""
        return hashlib.sha256(repr((self.title, self.line, self.sections)).encode("utf-8", "surrogatepass")).digest()

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(section.heading for section in self.sections if section.heading)

    @property
    def mask_count(self) -> int:
        return sum(p.mask_count for p in self.passages)

    @cached_property
    def outline(self) -> tuple[Section, ...]:
        """The sections that have paragraphs, as an entry's outline holds them.

        A heading with nothing but a deeper heading under it is put before that one: 一、… （一）…
        """
        found: list[Section] = []
        above: list[Section] = []
        for section in self.sections:
            above = [other for other in above if other.rank < section.rank]
            if not section.passages:
                above.append(section)
                continue
            heading = "　".join(s.heading for s in (*above, section) if s.heading) or None
            if heading and len(heading) > HEADING_LIMIT:
                heading = section.heading
            found.append(Section(heading, section.rank, section.passages))
            above = []
        return tuple(found)


@dataclass(frozen=True)
class Collection:
    """A whole text: its own title, its speeches, the lines that were left out, and notes for the editor."""

    title: str
    speeches: tuple[SpeechText, ...]
    left_out: tuple[Line, ...]
    notes: tuple[str, ...]


@lru_cache(maxsize=32)
def segment(text: str) -> Collection:
    """The speeches of a full text. Never raises; a text without prose has one speech without paragraphs."""
    kept, dropped = without_chrome(split(text))
    division = divide(kept)
    left_out = [*dropped, *division.contents]
    speeches = []
    ends = [start.start for start in division.starts[1:]] + [len(division.lines)]
    for start, end in zip(division.starts, ends, strict=True):
        body = division.lines[start.end:end]
        tail = tail_start(body)
        sections, skipped = _sections(body[:tail])
        left_out += [*skipped, *body[tail:]]
        line = division.lines[start.start].number if start.end else 1
        speeches.append(SpeechText(start.title, line, sections))
    title = _collection_title(division.head) if len(speeches) > 1 else speeches[0].title
    left_out += [line for line in division.head if line.text != title]
    return Collection(title, tuple(speeches), tuple(sorted(left_out, key=lambda line: line.number)),
                      tuple(_notes(division, speeches)))


@lru_cache(maxsize=32)
def from_cut(text: str, cut: str) -> Collection:
    """The speeches of a full text whose cut is written down. A record that does not fit the text counts for nothing."""
    roles = record.read(cut)
    found = record.parts(text, roles) if roles else None
    if not found or not found[0]:
        return segment(text)
    made, head, out = found
    speeches = tuple(SpeechText("".join(part.titles), part.line, tuple(Section(heading, level, tuple(draft.passage for draft in passages))
                     for heading, level, passages in part.sections)) for part in made)
    title = _collection_title(tuple(head)) if len(speeches) > 1 else speeches[0].title
    return Collection(title, speeches, tuple(out), ())


def _notes(division: Division, speeches: list[SpeechText]) -> Iterator[str]:
    for title in division.missing:
        yield f"目录里的“{title}”在正文里没有找到，这一篇没有分出来"
    for order, speech in enumerate(speeches, 1):
        if not speech.passages:
            yield f"第{order}篇没有认出正文段落"
    if _hard_wrapped(speeches):
        yield "多数段落不以句号结尾，像是每行都被强制换行；先把同一段接成一行再导入，段号才对"


def _collection_title(head: tuple[Line, ...]) -> str:
    """The name of the collection: the line before its contents that reads most like a title."""
    titles = [line for line in head if (line.level or title_like(line.text)) and not is_chrome(line.text) and not is_byline(line.text)]
    best = max(titles, key=lambda line: (line.level > 0, cjk_length(line.text)), default=None)
    return best.text if best else ""


def _hard_wrapped(speeches: list[SpeechText]) -> bool:
    """Whether most lines break off: taken for paragraphs, and for headings where a sentence happens to end below."""
    texts = [p.text for speech in speeches for p in speech.passages]
    texts += [heading for speech in speeches for heading in speech.headings if not rank(heading)]
    return len(texts) >= 10 and sum(not ends_sentence(t) and t[-1] not in "：:" for t in texts) * 2 > len(texts)


def _sections(lines: tuple[Line, ...]) -> tuple[tuple[Section, ...], list[Line]]:
    """The sections of one speech, and its lines that are neither heading nor paragraph."""
    lines, skipped = _without_front(lines)
    sections: list[Section] = []
    heading: str | None = None
    level = 0
    passages: list[tuple[int, Line, list[str]]] = []
    rows: list[str] = []
    number = 0
    below = _below(lines)

    def close() -> None:
        if heading is not None or passages:
            made = (Passage(number, line.number, line.text, tuple(rows)) for number, line, rows in passages)
            sections.append(Section(heading, level, tuple(made)))

    for i, line in enumerate(lines):
        if is_greeting(line.text):
            skipped.append(line)
        elif line.row:
            (passages[-1][2] if passages else rows).append(line.text)
        elif _is_heading(lines, i, below[i]):
            close()
            heading, level, passages = line.text, _depth(line), []
        else:
            number += 1
            passages.append((number, line, rows))
            rows = []
    close()
    return tuple(sections), skipped


def _without_front(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], list[Line]]:
    """The lines after the bylines that stand between the title and the first words of the speech."""
    numbered = any(rank(line.text) and _numbered_heading(lines, i) for i, line in enumerate(lines))
    end = 0
    for i, line in enumerate(lines):
        if not (is_greeting(line.text) or is_byline(line.text) or _front_line(line)):
            break
        opens = i + 1 < len(lines) and ends_sentence(lines[i + 1].text)
        if opens and not numbered and not is_greeting(line.text) and not is_byline(line.text) and title_like(line.text):
            break
        end = i + 1
    return lines[end:], list(lines[:end])


def _front_line(line: Line) -> bool:
    """A name, an office, a place: a few words that nothing marks as heading, table or sentence."""
    return (len(line.text) <= FRONT_LIMIT and not line.row and not line.level and not rank(line.text)
            and not ends_sentence(line.text) and line.text[-1] not in "：:，,")


def _depth(line: Line) -> int:
    return rank(line.text) or line.level or 1


def _below(lines: tuple[Line, ...]) -> list[Line | None]:
    """For each line the next one that is no row of a table."""
    found: list[Line | None] = []
    following: Line | None = None
    for line in reversed(lines):
        found.append(following)
        following = following if line.row else line
    return found[::-1]


def _is_heading(lines: tuple[Line, ...], i: int, following: Line | None) -> bool:
    line = lines[i]
    if line.level:
        return True
    if rank(line.text):
        return _numbered_heading(lines, i)
    return (title_like(line.text) and not ends_sentence(line.text) and following is not None
            and not following.level and not rank(following.text) and ends_sentence(following.text))


def _numbered_heading(lines: tuple[Line, ...], i: int) -> bool:
    """A numbered line of one clause that has text or a deeper heading below it; 1. …； 2. …； are paragraphs."""
    line = lines[i]
    if not line.level and not heading_like(line.text):
        return False
    if i + 1 == len(lines):
        return False
    below = lines[i + 1]
    return below.row or below.level > 0 or not rank(below.text) or rank(below.text) > rank(line.text)
