"""What a paragraph says is going on, explored or intended, where words of ours tell it as done."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import Clause, clause_at, clauses, pairs, shared
from macros.fulltext.statements import Ground
from macros.fulltext.wording import words_around
from macros.text.completion import plainly_done

# 将 is mostly no time but what is taken in hand: 将委员编入专委会.
_OPEN = re.compile("正在|探索|(?<![模虚比草])拟(?!定)|打算|谋划|力争|努力(?=[把将使让推做建])|逐步|逐渐|加快(?=推|建|构|形|实)|推动(?=实现|形成|建成)|着手|筹备|筹建|酝酿|有待|下一?步|今后|接下来|(?<![说证注写表阐标载])明年(?![度龄份月均])|(?<!每年)(?<!当年)年底前|将(?=进一步|继续|逐步|陆续|于|要(?![求点闻事素]))|"
                   "(?<!工作)(?<!年度)计划(?=[在把于对建设开办聘选])|准备(?=[在把建设开办聘选成])|研究(?=建立|制定|出台)|尚未")
# A number tells as much as a pair of characters.
_NUMBER = re.compile("[0-9]{2,}(?![0-9年])")
_GOES_ON = frozenset("，,")
_VERB = re.compile("已经?(?:全部|全面|基本|先后|陆续|顺利|如期|初步)?(?![在把将对从与和由为给向])(?P<behind>[一-鿿]{2})")
# Behind these, where they are a clause of their own, all of the sentence is to come; so it is once something is there that is not yet.
_AHEAD = re.compile("(?:下一?步|今后|接下来|明年|届时)")
_ONCE = re.compile("(?<![招接等对款优期看])待[^，。；]{1,12}[后时]|(?:上线|建成|建好|落成|完工|竣工|投用|投入使用|启用|开通|获批|出台|印发|定稿|条件成熟)(?:以|之)?后")
_RESULT, _SHORT = re.compile("[好完成到开至]$"), frozenset("推铺建编写印")
# What stands before the word that leaves it open is what is done, where the verb ends the clause: 办法正在修订.
_ENDS = re.compile("(?:之?中|完善)?$")
# So many pairs of characters behind the word that leaves it open are ours too, where the verb is, or else.
_WITH_VERB, _WITH_SHORT, _WITHOUT = 2, 3, 4


class _Told(NamedTuple):
    """A clause of a paragraph that has so many pairs of ours; `at` is where the word stands that leaves it open, -1 where none does."""

    alike: int
    at: int
    end: int
    ground: Ground


def wrongs(text: str, of: Callable[[int], tuple[Iterable[Ground], str]]) -> Iterator[Wrong]:
    """Words of a text that tell something as done, with those of a paragraph that leave it open; `of` gives the paragraphs that
    what stands at an offset rests on, and the name of what it speaks of without naming it."""
    for ours in plainly_done(text):
        clause = clause_at(text, ours.start())
        if _OPEN.search(clause.text):
            continue
        verb = _VERB.match(text, ours.start())
        words = text[ours.start():verb.end()] if verb else ours.group()
        said = pairs(re.sub("已经?|了", "", clause.text)) | frozenset(_NUMBER.findall(clause.text))
        grounds, name = of(ours.start())
        found = _open_still(said, pairs(name), verb["behind"] if verb else words.removesuffix("了"), tuple(grounds))
        if found:
            yield Wrong(words, ours.start(), words_around(found.ground.text, found.at, found.end), found.ground)


def _open_still(said: frozenset[str], named: frozenset[str], verb: str, grounds: tuple[Ground, ...]) -> _Told | None:
    """The clause that leaves open what is said of what is named, where no other says as much of it."""
    # A name alone is no claim, its verb is.
    for words in _verbs(verb):
        with_verb = [told for ground in grounds for told in _alike(said | named, ground, words) if told.at < 0 or words in ground.text[told.at:told.end]]
        if best := _best(with_verb, _WITH_VERB if len(words) > 1 else _WITH_SHORT):
            return best
    return _best([told for ground in grounds for told in _alike(said, ground)], _WITHOUT)


def _verbs(verb: str) -> Iterator[str]:
    """A verb with and without what came of it: 修订好 and 修订, 推到 and 推."""
    yield verb
    if (stem := _RESULT.sub("", verb)) != verb and (len(stem) > 1 or stem in _SHORT):
        yield stem


def _best(every: list[_Told], least: int) -> _Told | None:
    best = max((told for told in every if told.at >= 0 and told.alike >= least),
               key=lambda told: told.alike, default=None)
    # The same words in another order have a pair less.
    said = max((told.alike for told in every if told.at < 0), default=0)
    return best if best and (said < best.alike - 1 or said < min(_WITH_VERB, best.alike)) else None


def _alike(said: frozenset[str], ground: Ground, verb: str = "") -> Iterator[_Told]:
    for clause, at, end in _opened(ground.text):
        whole = ground.text[end:clause.end] if at >= 0 else ""
        behind = shared(said, whole)
        before = shared(said, ground.text[clause.start:at if at >= 0 else clause.end])
        if verb and before and _ENDS.sub("", whole).endswith(verb) and verb not in ground.text[clause.start:at]:
            behind, before = behind | before, frozenset()
        yield from (_Told(len(alike), place, clause.end, ground) for alike, place in ((behind, at), (before, -1)) if alike)


# The same paragraphs are asked for one statement after the other.
@lru_cache(maxsize=4096)
def _opened(text: str) -> tuple[tuple[Clause, int, int], ...]:
    """The clauses of a text, each with where the first word that leaves it open stands and ends; -1 where none does or it is done."""
    found = []
    opened = ahead = False
    for clause in clauses(text):
        m = _OPEN.search(clause.text) or (_ONCE.search(clause.text) if opened else None)
        done = any(plainly_done(clause.text))
        at, end = (clause.start + m.start(), clause.start + m.end()) if m and not done else (-1, -1)
        if ahead and not m and not done:
            at = end = clause.start
        found.append((clause, at, end))
        goes_on = text[clause.end:clause.end + 1] in _GOES_ON
        ahead = goes_on and not done and (ahead or bool(_AHEAD.fullmatch(clause.text.strip()) or (opened and _ONCE.search(clause.text))))
        opened = goes_on and (opened or at >= 0)
    return tuple(found)
