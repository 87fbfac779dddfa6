"""How far a practice reaches beyond the paragraphs that name it: the later ones under its heading, those that go on with it."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from macros.fulltext.lines import rank
from macros.fulltext.passages import Passage
from macros.fulltext.segments import Section, SpeechText
from macros.importing import ahead
from macros.importing.candidates import Candidate
from macros.importing.measured import called
from macros.importing.words import ending, words
from macros.library.similarity import folded

_LEARNT = re.compile("体会|启示|感悟|认识|思考|不足|问题|短板")
_QUOTED = re.compile("[“‘「]([^“”‘’「」]{1,12})[”’」]")
_FIRST = re.compile("[（(]?(?:一|1)[）)、.．]|①|第一[，,、：:]|一是|首先[，,]")
# 第一，选题出自群众。 is numbered as well as 1. 选题。
_IN_WORDS = re.compile("(?P<nth>第)[一二三四五六七八九十]{1,2}[，,、：:]|(?P<item>[一二三四五六七八九十]是)|(?:首先|其次|再次|最后)[，,]")
# More places than that are the whole speech.
_MOST = 12


def further(text: SpeechText, told: Sequence[Candidate], others: Sequence[Candidate]) -> tuple[tuple[str, bool], ...]:
    """The paragraphs that go on with a practice without its whole name, each with whether it speaks of nothing else.

    `told` are its names in the speech, `others` the sure names of other practices: where one of these stands, the paragraph is theirs
    unless it has a shorter form of the name.
    """
    named = {int(at.partition(".")[0]) for c in told for at in c.places}
    theirs = {int(c.place.partition(".")[0]) for c in others} - named
    kin = _kin(told[0].name)
    # What the opening names is what the speech is about.
    opened = not text.sections[0].heading and any(p.number in named for p in text.sections[0].passages)
    # Where nothing is headed, what a paragraph counts up after it has named one practice is that practice.
    bare = len(text.sections) == 1 and not text.sections[0].heading
    found = _counted_up(text.sections[0].passages, named, {int(at.partition(".")[0]) for c in others for at in c.places}) if bare else []
    for section in text.sections:
        if not (section.heading or bare) or ahead.heading(section.heading) or _LEARNT.search(section.heading or ""):
            continue
        mine = _headed(section, told, kin)
        going = False
        gap: list[str] = []
        for passage in section.passages:
            calls = any(name in passage.text for c in told[:1] for name in called(c.name))
            if passage.number in named or ((going or mine or opened) and calls and ahead.turn(passage.text) != 0):
                found += [*gap, *([] if passage.number in named else [str(passage.number)])]
                going, gap = not _names_only(passage, told), []
            elif passage.number in theirs or ahead.turn(passage.text) == 0 or ahead.besides(passage.text):
                going, gap = False, []
            elif mine or (going and any(pair in passage.text for pair in kin)):
                found, gap = [*found, *gap, str(passage.number)], []
            elif going:
                # What stands between two paragraphs of it is of it.
                gap.append(str(passage.number))
    found = [*dict.fromkeys(found)]
    return tuple((at, int(at) not in theirs) for at in sorted(found, key=int)) if len(found) + len(named) <= _MOST else ()


def _counted_up(passages: Sequence[Passage], named: AbstractSet[int], others: AbstractSet[int]) -> list[str]:
    """The numbered paragraphs, from the first number on, right below one that names this practice and no other."""
    found: list[str] = []
    for i, passage in enumerate(passages[:-1]):
        below = passages[i + 1:]
        if passage.number in named - others and not numbered(passage.text) and _FIRST.match(below[0].text):
            alike = takewhile(lambda each: each[0] == each[1], [(numbered(p.text), numbered(below[0].text)) for p in below])
            found += [str(p.number) for p, _ in zip(below, alike, strict=False) if p.number not in named and ahead.turn(p.text) != 0]
    return found


def numbered(text: str) -> int:
    """Which way of numbering a paragraph begins with, by signs or in words; 0 for none."""
    words = _IN_WORDS.match(text)
    return rank(text) or (-1 if words and words["nth"] else -2 if words and words["item"] else -3 if words else 0)


def _names_only(passage: Passage, told: Sequence[Candidate]) -> bool:
    """Whether a paragraph only has the name among other things: sure it is not, and nothing is told after it."""
    return all(not c.strong and c.known is None for c in told if c.place.partition(".")[0] == str(passage.number))


def _headed(section: Section, told: Sequence[Candidate], kin: frozenset[str]) -> bool:
    heading = section.heading or ""
    bare = re.sub("[“”\"‘’]", "", heading)
    if any(c.name in bare for c in told):
        return True
    # 把“哨点”布好: a heading that plays on the last sign of 观察哨.
    last = told[0].name[-1:]
    return last not in words().loose and len(kin) > 1 and any(last in quoted for quoted in _QUOTED.findall(heading)) and ending(told[0].name) in (last, f"前{last}")


def _kin(name: str) -> frozenset[str]:
    """The pairs of signs that only a name of this kind has: 观察, 察哨 of 委员观察哨."""
    kind = ending(name)
    stem = name[:-len(kind)] if kind and len(kind) > 1 and kind in words().abstract else name
    usual = words().usual | words().bare | words().plain
    bare = re.sub("|".join(sorted(map(re.escape, (w for w in usual if len(w) > 1)), key=len, reverse=True)), "\0", stem)
    return frozenset(pair for i in range(len(bare) - 1) if "\0" not in (pair := bare[i:i + 2]) and re.fullmatch("[\u3400-\u9fff]{2}", pair))


def by_name(text: SpeechText, candidates: Sequence[Candidate], taken: Mapping[str, str]) -> dict[str, tuple[tuple[str, bool], ...]]:
    """What each practice that is taken reaches besides, by its key; `taken` gives the key of each folded name."""
    groups: dict[str, list[Candidate]] = {}
    for c in candidates:
        if folded(c.name) in taken:
            groups.setdefault(taken[folded(c.name)], []).append(c)
    strong = [c for c in candidates if c.strong and c.known is None]
    return {key: further(text, told, [c for c in strong if c not in told and not _same(c, told)]) for key, told in groups.items()}


def _same(other: Candidate, told: Sequence[Candidate]) -> bool:
    return any(other.name in c.name or c.name in other.name for c in told)
