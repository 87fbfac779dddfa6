"""Which of several things are meant must be as the paragraphs say: 有条件的社区 are not 各社区, 重点议题 not 所有议题."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.amounts import focus
from macros.fulltext.contrary import Wrong
from macros.fulltext.covered import covered
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule

_ALL = "所有的?|全部的?|全体|各个?|每个|一切|全区|全市|全县"
_SOME = "部分|一部分|大部分|大?多数|少数|个别|一些|有条件的?|条件成熟的?|符合条件的?|试点的?|首批|重点|主要|骨干|优秀|年轻|青年|中青年|老年|新任|在职|退休|离退休|困难|女"
_SCOPE = re.compile(f"(?=[所全各每一部大多少个有条符试首重主骨优年青中老新在退离困女])(?:(?P<all>{_ALL})|(?P<some>{_SOME}))(?P<noun>[省市镇县乡村](?![省市县镇级委政直辖内民干庄区])|[一-鿿]{{2}})")
# Of two of these, one of our own words is as much as the other's: 有条件的市 for 有条件的县.
_LEVELS = frozenset("省市镇县乡村")
# What is done everywhere, where the source tries it in a few places.
_WIDELY = re.compile("全面(?P<does>推开|推广|推行|铺开|实施|实行|展开|建立|建成|覆盖)")
_EVERYWHERE = re.compile("全面|全部|普遍|全覆盖|所有|各[县市区乡镇]")
_FEW = re.compile("试点|试行|首批|逐步|有条件|选取")
_DENIED = re.compile("[没未]有?(?:写|说|提|讲)|是否|不是|并?非")


class Scope(NamedTuple):
    """A word for which of a thing are meant, from `start` to `end`, and the thing's first characters."""

    every: bool
    words: str
    noun: str
    start: int
    end: int


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, _wanted, _wrong)
    return contrary.told(catalog, RULE.code, contrary.outside_names(catalog, originals, each), "与原文不同", "照原文写是哪些")


def _wanted(text: str) -> bool:
    return bool(_SCOPE.search(text) or _WIDELY.search(text))


def _wrong(statement: Statement) -> Iterator[Wrong]:
    if _DENIED.search(statement.text):
        return
    grounds = focus(statement)
    for ours in _scopes(statement.text):
        every = [(theirs, ground) for ground in grounds for theirs in _scopes(ground.text)]
        there = [(theirs, ground) for theirs, ground in every if theirs.noun == ours.noun]
        if other := None if there else next((each for each in every if _of_others(ours, each[0], statement)), None):
            yield Wrong(statement.text[ours.start:ours.end], ours.start, words_around(other[1].text, other[0].start, other[0].end), other[1])
        if there and not any(theirs.every is ours.every for theirs, _ in there) and not _loosely(ours, there[0][0]) \
                and not (ours.every and covered(ours.noun, statement)):
            theirs, ground = there[0]
            yield Wrong(ours.words, ours.start, words_around(ground.text, theirs.start, theirs.end), ground)
    for m in _WIDELY.finditer(statement.text) if not any(_EVERYWHERE.search(ground.text) for ground in grounds) else ():
        for ground in grounds:
            if few := _FEW.search(ground.text):
                yield Wrong(m.group(), m.start(), words_around(ground.text, few.start(), few.end()), ground)
                break


def _of_others(ours: Scope, theirs: Scope, statement: Statement) -> bool:
    """Whether the same word is said of places of another level, where nothing cited speaks of ours: 有条件的市, 有条件的县."""
    levels = {ours.noun, theirs.noun} <= _LEVELS and ours.words.rstrip("的个") == theirs.words.rstrip("的个")
    return levels and not any(f"{words}{ours.noun}" in ground.text for ground in statement.cited for words in (ours.words, ours.words.rstrip("的个")))


def _loosely(ours: Scope, theirs: Scope) -> bool:
    """重点 and 主要 say what weighs most, 各 each of those that were named: not the contrary of one another."""
    return theirs.words in ("主要", "骨干", "优秀") and ours.words.startswith(("各", "每"))


@lru_cache(maxsize=4096)
def _scopes(text: str) -> tuple[Scope, ...]:
    return tuple(Scope(bool(m["all"]), m["all"] or m["some"], m["noun"], m.start(), m.end("noun")) for m in _SCOPE.finditer(text))


RULE = Rule(
    code="scope-in-source",
    title="是所有的、重点的还是有条件的，照原文写",
    why="“有条件的社区”写成“各社区”，“选几个县试点”写成“全面推开”，名词一个没有变，范围大了（本机有全文时才能查）。",
    wrong="原文“围绕重点议题协作”，要点写“围绕所有议题协作”",
    right="要点写“围绕重点议题协作”",
    check_against_text=check_against_text,
    exemptible=True,
)
