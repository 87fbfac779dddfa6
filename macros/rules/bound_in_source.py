"""How far something reaches must be as the source says: at least or at most, all or some, within which time."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from macros.findings import Finding, Severity
from macros.fulltext import contrary, remembered, retold, statements
from macros.fulltext.amounts import focus, misses
from macros.fulltext.covered import covered
from macros.fulltext.likewise import clause_at, pairs
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import CUT, words_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.quantities import quantities

_NUMBER = "[0-9０-９零一二两三四五六七八九十百千半xX]"
_LEAST, _MOST = "至少|不少于|不低于|不得少于|最少|起码|不下", "至多|不超过|不多于|不得超过|最多"
# How far from such a word its number may stand; in a source it may be further off: 至少参加对口专委会的两次调研.
_BOUND, _THEIRS = (re.compile(f"(?=[至不最起0-9０-９零一二两三四五六七八九十百千半xX])(?:(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))(?=[^，。；：、]{{0,{gap}}}{_NUMBER})|{_NUMBER}[^，。；：、]{{0,4}}?(?:(?P<above>以上)|(?P<within>以内|之内|以下)))") for gap in (6, 16))
# What bounds a number of the source without being such a word: 15个工作日内, 260多人次.
_OTHERS = re.compile(f"{_NUMBER}[^，。；：、]{{0,4}}?(?:(?P<within>内(?![容部设在]))|(?P<above>(?<=[0-9十百千万])[多余]))|(?P<more>超过|不止|大于)(?=[^，。；：、]{{0,4}}{_NUMBER})")
_DEADLINE = re.compile("(?=[年月季届本限即今明当近])(?<![0-9一二两三四五六七八九十几半近])(?:年内|月内|季度内|届内|本届内|限期|即日起?|今年|明年|当年|近期)")
_TIME = re.compile("年[内底末终]|月[内底]|季|届|限期|即日|今年|明年|当年|近期|[0-9x]年")
# 15个工作日内书面回复 sets a limit of time as 限期 does.
_WITHIN = re.compile(f"{_NUMBER}个?(?:工作日|日|天|周|月|小时|年)(?:以内|之内|内(?![容部设在]))|期限|时限|限时")
_ALL = "所有|全部|全体|每[一个名位家]?|各(?![种类自])|全(?=[县市区省])|一律|普遍"
_SOME = "一?部分|大部分|大?多数|绝大多数|少数|个别|一些|有的(?!放矢)|有条件的?|条件成熟的?|若干|首批|选取|选择|试点|符合条件的?"
_QUANTIFIER = re.compile(f"(?P<all>{_ALL})|(?P<some>{_SOME})")
_BEHIND = re.compile("(?P<all>全部|一律|均|都)|(?P<some>大?多数|一?部分)")
# What is said of a thing by these in our words; 各 and 每 mean only each of those that were named.
_OURS = re.compile("(?=[所全一部大绝多少个])(?:(?P<all>所有|全部|全体)|(?P<some>一部分|(?<![一大])部分|大部分|绝大多数|大多数|(?<![大绝])多数|少数|个别|一些))的?(?P<noun>[一-鿿]{2,4})")
_PLACE, _BRACKETS = "省市县区镇乡村", re.compile("[（(][^（()）]*[）)]")
_REACH = 14
_ASKS = re.compile("[哪几]|多少|是否|怎样|没有(?:写|说)")


class Wrong(NamedTuple):
    """Words of ours at an offset, and what the source says in their place, where it says anything."""

    words: str
    start: int
    theirs: str = ""
    ground: Ground | None = None


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    names = remembered.names(catalog, originals)
    for statement, wrong in statements.wrong(catalog, originals, RULE.code, _wanted, _of):
        if not contrary.named(names, statement, wrong.start, wrong.start + len(wrong.words)):
            said = f"与原文不同：{wrong.ground.label}写的是“{wrong.theirs}”" if wrong.ground else f"，原文{statement.label}里没有说"
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code, f"“{wrong.words}”{said}",
                                  "照原文改；原文没有说的，删去", Severity.WARNING, needle=wrong.words)


def _wanted(text: str) -> bool:
    return bool(_BOUND.search(text) or _OURS.search(text) or _DEADLINE.search(text))


def _of(found: Iterable[Statement]) -> Iterator[tuple[Statement, Wrong]]:
    for statement in found:
        claims = statement.cited and not statement.asks and not _ASKS.search(statement.text)
        wrong = next(chain(_bounds(statement), _shares(statement), _deadlines(statement)), None) if claims else None
        if wrong and not any(misses(statement)):  # one mistake, one message
            yield statement, wrong


def _bounds(statement: Statement) -> Iterator[Wrong]:
    """Bounds of ours that stand beside what the source bounds the other way, or not at all."""
    for ours in _BOUND.finditer(statement.text):
        clause, above = clause_at(statement.text, ours.start()), _above(ours)
        said, theirs = pairs(clause.text), list(_their_bounds(statement))
        if any(_above(m) is above for m, _ in theirs) or any(_bounds_so(above, ground.text) for ground in statement.cited) or _retold(ours, statement):
            continue
        word = next(words for words in ours.groups() if words)
        near = max(theirs, key=lambda each: len(said & pairs(clause_at(each[1].text, each[0].start()).text)), default=None)
        if near:
            m, ground = near
            yield Wrong(word, ours.start() + ours.group().index(word), words_around(ground.text, m.start(), m.end()), ground)
        elif statement.place[-1] != "label":
            yield Wrong(word, ours.start() + ours.group().index(word))


def _retold(bound: re.Match[str], statement: Statement) -> bool:
    """Whether the number that ours bounds is a bound of a range of theirs (至少3名 of 3至5名), or one of theirs rounded down (八成以上 of 86.8%)."""
    amount = next((q for q in quantities(statement.text) if q.end > bound.start()), None)
    return amount is not None and (retold.bound_of_range(amount, statement.text, statement.cited) or bool((bound["above"] or bound["least"] == "不下") and retold.rounded_down(amount, statement.cited)))


def _their_bounds(statement: Statement) -> Iterator[tuple[re.Match[str], Ground]]:
    return ((m, ground) for ground in statement.cited for m in _bounding(ground.text))


# The same paragraphs are asked for one statement after the other.
@lru_cache(maxsize=4096)
def _bounding(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_THEIRS.finditer(text))


@lru_cache(maxsize=4096)
def _quantified(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in _QUANTIFIER.finditer(text))


def _bounds_so(above: bool, text: str) -> bool:
    return any(bool(m["above"] or m["more"]) is above for m in _OTHERS.finditer(text))


def _above(bound: re.Match[str]) -> bool:
    return bool(bound["least"] or bound["above"])


def _shares(statement: Statement) -> Iterator[Wrong]:
    """All of ours where the source says some of it, or the other way round."""
    for ours in _OURS.finditer(statement.text):
        every, word = bool(ours["all"]), ours["all"] or ours["some"]
        noun = ours["noun"][:1] if ours["noun"][0] in _PLACE and ours["noun"][1] not in "镇区级直" else ours["noun"][:2]
        said = list(_said_of(noun, statement)) if not (every and covered(noun, statement)) else []
        if any(bool(quantifier["all"]) is every for quantifier, _, _ in (*said, *_said_of_before(statement, ours.start()))):
            continue
        if said:
            _, at, ground = said[0]
            yield Wrong(word, ours.start(), words_around(ground.text, at, at + 2), ground)


def _said_of(noun: str, statement: Statement) -> Iterator[tuple[re.Match[str], int, Ground]]:
    """How much of a thing the source speaks of, with where it stands."""
    return ((quantifier, at, ground) for ground in focus(statement) for at in _places(noun, ground.text) if (quantifier := _beside(at, ground.text)))


def _said_of_before(statement: Statement, end: int) -> Iterator[tuple[re.Match[str], int, Ground]]:
    """The same of what stands before the word for all: 镇（街）全部推广."""
    before = CUT.split(_BRACKETS.sub("", statement.text[:end]))[-1]
    return _said_of(before[-1:] if before[-1:] in _PLACE else before[-2:], statement) if before else iter(())


def _places(words: str, text: str) -> Iterator[int]:
    """Where the words stand by themselves, not as a part of 有条件的."""
    return (m.start() for m in re.finditer(re.escape(words), text) if not any(start <= m.start() < end for start, end in _quantified(text)))


def _beside(at: int, text: str) -> re.Match[str] | None:
    """The last word for all or some that stands before a place in its clause, or the one that follows: 委员全部纳入."""
    if behind := _BEHIND.match(text, at + 2):
        return behind
    start = max(at - _REACH, *(text.rfind(sign, 0, at) + 1 for sign in "，,。；;：:"))
    return max(_QUANTIFIER.finditer(text, start, at), key=lambda m: m.start(), default=None)


def _deadlines(statement: Statement) -> Iterator[Wrong]:
    """Times of ours by which something is to be done, where the source has none."""
    for ours in _DEADLINE.finditer(statement.text):
        if ours.group() == "限期" and any(_WITHIN.search(ground.text) for ground in statement.cited):
            continue
        if not any(_TIME.search(clause) for clause in (*(ground.text for ground in statement.cited), *statement.around)) \
                or not any(ours.group()[:2] in ground.text for ground in (*statement.cited, *statement.rest)):
            yield Wrong(ours.group(), ours.start())


RULE = Rule(
    code="bound-in-source",
    title="至少和最多、所有和部分、什么时候以前，照原文写",
    why="“至少一次”写成“最多一次”，“所有乡镇”写成“部分乡镇”，添一个“年内”，数字没有变，意思变了（本机有全文时才能查）。",
    wrong="原文“每年至少参加一次”，要点写“一年里最多参加一次”",
    right="要点写“一年里至少参加一次”",
    check_against_text=check_against_text,
    exemptible=True,
)
