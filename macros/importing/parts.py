"""Names that are made of parts: the mechanism that steps in quotes make up, the levels that a mechanism goes through."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros.importing.quotes import Quoted
from macros.importing.words import either, words
from macros.text.numerals import value

_NUMERALS = "一二三四五六七八九十"
# Between two steps of one mechanism: 群众“点单”、联络组“派单”.
_STEP = re.compile("[、，和与及]?[\u3400-\u9fff]{0,6}")
_SHORT = 6
_MOST = 10
# Fewer signs say nothing of being told side by side: 学习、培训制度.
_SAID_SO = 4
_MODIFIER = re.compile("[\u3400-\u9fff]{1,4}[式型化]")
_LEVELS = re.compile("(?P<first>[\u3400-\u9fff]{1,4})(?P<number>[两二三四五六七八九])[级方](?=[\u3400-\u9fff])")


@dataclass(frozen=True)
class Whole:
    """The name of what several parts in quotes make up, where it stands, and how many they are."""

    offset: int
    name: str
    count: int


def wholes(text: str, found: Sequence[Quoted]) -> dict[int, Whole]:
    """By the start of each part, the name of the whole: 群众“点单”、站里“派单”、委员“接单”的三单闭环机制."""
    made: dict[int, Whole] = {}
    run: list[Quoted] = []
    name = _name()
    for quoted in found:
        if run and not (run[-1].end <= quoted.start and _STEP.fullmatch(text[run[-1].end:quoted.start])):
            run = []
        # What is longer is no step, and no mechanism counts more of them.
        run = [*run[1 - _MOST:], quoted] if len(quoted.text) <= _SHORT else []
        named = name.match(text, quoted.end) if len(run) > 1 else None
        if named:
            made |= {q.start: Whole(named.start("name"), named["name"], len(run)) for q in run}
    return made


def levels(pieces: Sequence[tuple[int, str]], text: str) -> list[tuple[int, str]]:
    """The pieces of a list, as one where they are the levels that the last one counts: 区、街道、社区、网格四级联动协商机制."""
    found = _LEVELS.match(pieces[-1][1]) if len(pieces) > 1 else None
    if found is None:
        return list(pieces)
    number = int(value(found["number"]) or 0)
    if number < 2 or number > len(pieces) or any(len(piece) > 4 for _, piece in pieces[len(pieces) - number + 1:-1]):
        return list(pieces)
    first = pieces[len(pieces) - number]
    return [*pieces[:len(pieces) - number], (first[0], text[first[0]:pieces[-1][0] + len(pieces[-1][1])])]


def modifiers(pieces: Sequence[tuple[int, str]], text: str) -> list[tuple[int, str]]:
    """The pieces of a list, those as one that only say how with what is done so: 蹲点式和体验式调研制度."""
    made: list[tuple[int, str]] = []
    for at, piece in reversed(pieces):
        goes_on = made and (_MODIFIER.fullmatch(piece) or _beside(piece, made[0][1]))
        made = [(at, text[at:made[0][0] + len(made[0][1])]), *made[1:]] if goes_on else [(at, piece), *made]
    return made


def _beside(piece: str, last: str) -> bool:
    """Whether two pieces are told in as many signs and the last names the kind of both: 拉出来出题、坐下来商量活动."""
    kind = next((k for k in _kinds() if last.endswith(k)), "")
    return bool(kind) and len(piece) >= _SAID_SO and len(piece) == len(last) - len(kind)


def _kinds() -> list[str]:
    return sorted((k for k in words().abstract if len(k) > 1), key=len, reverse=True)


def _name() -> re.Pattern[str]:
    kinds = either(_kinds())
    return re.compile(f"的?(?P<name>[{_NUMERALS}两多](?:(?![与和及的在对为])[\u3400-\u9fff]){{1,8}}?(?:{kinds})+)(?![化性])")
