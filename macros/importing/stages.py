"""How far a practice got, as a draft proposes it: by the one table of words, in the places that speak of it, then in the frame."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.fulltext.passages import Passage
from macros.importing.measured import amounts
from macros.model.progress import read
from macros.model.vocabulary import Scope, Status

_STATEMENT = re.compile("[^。；！？;!?]+")
_MARKS = re.compile("[“”\"‘’＂]")
_AHEAD = frozenset((Status.PLANNED, Status.CALLED_FOR))
# 探索出一些做法, 做了一些探索: what was found, not what is being looked for.
_FOUND = re.compile("探索(?=[出了形])|(?<=[的些了])探索")
# What only a person may take for a sign of what is done: beside something that is counted it is one.
_COUNTED_CUE = re.compile("(?:已经|已)[\u3400-\u9fff]{0,4}|(?:[一二两三四五六七八九\\d]年来|去年|今年|[上下]半年)[^，。；]{0,8}?共[\u3400-\u9fff]{0,2}")
# What an opening says of the body rather than of what it tells of.
_GENERAL = re.compile("坚持|现有")
_CUE = 12
# What of an opening speaks of the speech itself, and so frames what it tells: 现将我们的几点打算汇报如下.
_FRAMES = re.compile("汇报|交流|发言|做法|打算|设想|体会|经验|谋划")


@dataclass(frozen=True)
class Stage:
    """A status with the word it rests on, the cue to quote, whether that stands in the place or frames the speech, and where, in an editor's words."""

    status: Status
    word: str
    cue: str
    scope: Scope
    where: str


def read_of(about: Sequence[tuple[str, str]], own: Mapping[str, str], name: str, frame: Sequence[str]) -> Stage | None:
    """The status that the words about a practice stand for: first those before its name, then its sentences, then the counts of
    its own paragraphs, last the headings, the title and the opening. None where none of them says anything."""
    every = [*_before(about, name), *_plain(about, name), *_counts(about), *_rest(about, own), *_framed(frame)]
    return next(iter(every), None)


def _statements(text: str, name: str) -> Iterator[str]:
    return (s for s in _STATEMENT.findall(text) if name and name in _MARKS.sub("", s))


def _before(about: Sequence[tuple[str, str]], name: str) -> Iterator[Stage]:
    """拟推广“流动议事车”: what is said to be ahead, before the name."""
    for at, text in about:
        for statement in _statements(text, name):
            bare = _MARKS.sub("", statement)
            found = read(bare[:bare.find(name)])
            if found.status in _AHEAD and found.word and found.word in statement and len(found.word) <= _CUE:
                yield Stage(found.status, found.word, found.word, Scope.LOCAL, f"{at} 有")


def _plain(about: Sequence[tuple[str, str]], name: str) -> Iterator[Stage]:
    for at, text in about:
        for statement in _statements(text, name):
            yield from _of(statement, at)


def _rest(about: Sequence[tuple[str, str]], own: Mapping[str, str]) -> Iterator[Stage]:
    for at, text in about:
        for statement in _STATEMENT.findall(text) if at in own else ():
            yield from _of(statement, at)


def _of(statement: str, at: str) -> Iterator[Stage]:
    found = read(_FOUND.sub("", statement), cue=False)
    if found.status and found.word and found.word in statement:
        yield Stage(found.status, found.word, found.word, Scope.LOCAL, f"{at} 有")


def _counts(about: Sequence[tuple[str, str]]) -> Iterator[Stage]:
    """两年来共收到2148张: done is what has been counted."""
    for at, text in about:
        for statement in _STATEMENT.findall(text):
            cue = _COUNTED_CUE.search(statement)
            if cue is None or read(cue.group()).status is not Status.DONE or read(statement, cue=False).status not in (None, Status.DONE):
                continue
            if any(a.state in ("given", "masked") for a in amounts(Passage(1, 1, statement))):
                yield Stage(Status.DONE, cue.group(), cue.group(), Scope.LOCAL, f"{at} 有")


def _framed(frame: Sequence[str]) -> Iterator[Stage]:
    opening = [s for s in _STATEMENT.findall(frame[-1]) if _FRAMES.search(s)] if frame else []
    for text in (*frame[:-1], *(_GENERAL.sub("", s) for s in opening)):
        found = read(_FOUND.sub("", text), cue=False)
        if found.status and found.word and found.word in text:
            yield Stage(found.status, found.word, found.word, Scope.SPEECH, "篇名、小标题或开头有")
