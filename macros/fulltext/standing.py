"""What a text of ours says of where words stand in a speech (第2段, 第二节, 节标题, 篇名), held to where they do."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from macros.fulltext.likewise import clause_at, clauses, pairs
from macros.fulltext.segments import SpeechText
from macros.fulltext.verbatim import Texts, stands
from macros.text.numerals import value

_NUMBER = "(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})"
_SECTION, _PARAGRAPH = re.compile(f"第{_NUMBER}(?:个?部分|节)"), re.compile(f"第{_NUMBER}(?:自然)?段")
_TITLE, _HEADING = re.compile("(?:篇名|题目)(?P<number>)"), re.compile("(?:小|节的?)标题(?P<number>)")
_ANY = re.compile("[第篇题]")
_TITLES = re.compile("(?<![第几])(?P<number>[两二三四五六七八九十]|[2-9])(?:个节|处节|节)的?标题")
# Words that are no thing's place: 除了篇名.
_NOT = re.compile("除|不见于|不在|不是|外")
_EXPLAINS = re.compile("解释|所指|指的|各是|逐个|逐项|列出|写明")
_OF_WHAT = re.compile("(?:列为|作为|面向|用在|用于|用来|说的是|讲的是|针对|同为|属于)(?P<words>[一-鿿]{4,})")
# So many characters that stand in another paragraph are no chance.
_TELLING = 4
_IS_THERE = re.compile("见于|见诸|用在|出现|写[在进]|列[在入]|放在|叫法|说法|这个词|这个简称|在.*里")

_CITY = re.compile("(?<!还)是(?:一个|个)?(?P<kind>地级市|县级市|副省级市|副省级城市|直辖市|设区的市)")
_NOT_TOLD = re.compile("还是|是否|是不是|没有|未|[哪谁]|不清楚|不详")
_LISTED = re.compile("(?:按|列为|列作|算作|归为|当作)(?P<level>省|市|县|区|乡镇)级(?:来?列)?")


class Subject(NamedTuple):
    """What a note is about: the term's words, and what they stand for."""

    words: Sequence[str] = ()
    explained: Sequence[str] = ()


class _Spot(NamedTuple):
    """A place of a speech: what it is called, its words, and which paragraph or section it is."""

    label: str
    text: str
    number: Fraction | int | None = None


class Misplaced(NamedTuple):
    """Words of ours that name a place, what is said to stand there, and where it does."""

    place: str
    words: str
    there: str


def misplaced(text: str, quoted: Callable[[str], list[str]], speeches: Sequence[SpeechText], subject: Subject | None = None) -> Iterator[Misplaced]:
    """The places that a text names beside words in quotes, or of its subject, which stand in other ones."""
    for clause in clauses(text) if _ANY.search(text) else ():
        for pattern, spots, others in _PLACES:
            named = next(pattern.finditer(clause.text), None)
            if named is None or _NOT.search(clause.text):
                continue
            said = {value(m["number"]) if m["number"] else None for m in pattern.finditer(clause.text)}
            for words in _said(clause.text, quoted, subject) if len(said) == 1 else ():
                inside = list(_having(words, speeches, spots))
                if not any(spot.number in said for spot in inside) and (there := inside or list(_having(words, speeches, others))):
                    yield Misplaced(named.group(), words[0], "、".join(dict.fromkeys(spot.label for spot in there)))
            break


def miscounted(text: str, speeches: Sequence[SpeechText], subject: Subject) -> Iterator[tuple[str, int]]:
    """How many headings a note says that its term stands in, where it is another number of them, with that number."""
    if m := _TITLES.search(text):
        there = sum(any(stands(words, section.heading) for words in subject.words) for speech in speeches for section in speech.sections if section.heading)
        if there and value(m["number"]) != there:
            yield m.group(), there


def strayed(text: str, texts: Texts) -> Iterator[Misplaced]:
    """What a text says that its paragraphs speak of, though only others of the same speeches do: 列为提案办理的平台."""
    for m in _OF_WHAT.finditer(text):
        for i in range(len(m["words"]) - _TELLING + 1):
            words = m["words"][i:i + _TELLING]
            there = next((part.label for part in texts.rest if words in part.text), None)
            if there and len(pairs(words)) == _TELLING - 1 and not any(pair in part.text for pair in pairs(words) for part in texts.cited):
                yield Misplaced(f"所引的{texts.label}", words, there)
                break


def _said(clause: str, quoted: Callable[[str], list[str]], subject: Subject | None) -> Iterator[Sequence[str]]:
    if named := quoted(clause):
        yield from ((words,) for words in named)
    elif subject and subject.explained and _EXPLAINS.search(clause):
        yield subject.explained
    elif subject and subject.words and _IS_THERE.search(clause):
        yield from ((words,) for words in subject.words[:1])


def _having(words: Sequence[str], speeches: Iterable[SpeechText], spots: Callable[[SpeechText], Iterator[_Spot]]) -> Iterator[_Spot]:
    """Those places of the speeches that most of the words stand in."""
    return (spot for speech in speeches for spot in spots(speech) if 2 * sum(stands(each, spot.text) for each in words) > len(words))


def _sections(speech: SpeechText) -> Iterator[_Spot]:
    for number, section in enumerate((section for section in speech.sections if section.heading), 1):
        yield _Spot(f"第{number}节", "\n".join((section.heading or "", *(text for passage in section.passages for text in passage.texts))), number)


def _paragraphs(speech: SpeechText) -> Iterator[_Spot]:
    return (_Spot(f"第{passage.number}段", "\n".join(passage.texts), passage.number) for passage in speech.passages)


def _titles(speech: SpeechText) -> Iterator[_Spot]:
    yield _Spot("篇名", speech.title)


def _headings(speech: SpeechText) -> Iterator[_Spot]:
    return (_Spot("小标题", heading) for heading in speech.headings)


def _but_titles(speech: SpeechText) -> Iterator[_Spot]:
    return chain(_headings(speech), _paragraphs(speech))


def _but_headings(speech: SpeechText) -> Iterator[_Spot]:
    return chain(_titles(speech), _paragraphs(speech))


# What a text calls a place, the places of that kind, and where else the words may be.
_PLACES = ((_SECTION, _sections, _titles), (_PARAGRAPH, _paragraphs, _headings), (_TITLE, _titles, _but_titles), (_HEADING, _headings, _but_headings))


def kinds_of_city(note: str) -> Iterator[str]:
    """What kind of city a note says that a body is of, where it neither asks nor says that nobody tells."""
    for m in _CITY.finditer(note):
        clause = clause_at(note, m.start()).text
        if not _NOT_TOLD.search(clause):
            yield m["kind"]


def listed_as(note: str) -> tuple[str, str] | None:
    """The words by which a note tells as of which level its body is listed, and the level."""
    m = _LISTED.search(note)
    return (m.group(), m["level"]) if m else None
