"""What a paragraph says is going on, explored or intended must not be told as done, whatever its accounts are about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import Clause, clause_at, clauses, pairs, shared
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.rules import planned_as_done, planned_elsewhere
from macros.rules.credited_body import Bodies
from macros.rules.rule import Rule
from macros.text.completion import plainly_done

# 将 is mostly no time but what is taken in hand: 将委员编入专委会.
_OPEN = re.compile("正在|探索|(?<![模虚比草])拟(?!定)|打算|谋划|力争|努力(?=[把将使让推做建])|逐步|逐渐|加快(?=推|建|构|形|实)|推动(?=实现|形成|建成)|着手|筹备|筹建|酝酿|有待|下一?步|今后|将(?=进一步|继续|逐步|陆续)|"
                   "(?<!工作)(?<!年度)计划(?=[在把于对建设开办聘选])|准备(?=[在把建设开办聘选成])|研究(?=建立|制定|出台)|尚未")
_VERB = re.compile("已经?(?:全部|全面|基本|先后|陆续|顺利|如期|初步)?(?![在把将对从与和由为给向])(?P<behind>[一-鿿]{2})")
# So many pairs of characters behind the word that leaves it open are ours too, where the verb is, or else.
_WITH_VERB, _WITHOUT = 2, 4


class _Told(NamedTuple):
    """A clause of a paragraph that has so many pairs of ours; `at` is where the word stands that leaves it open, -1 where none does."""

    alike: int
    at: int
    end: int
    ground: Ground


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    bodies = Bodies(catalog)
    found = list(contrary.found(catalog, originals, RULE.code, _wanted, lambda statement: _wrong(catalog, bodies, statement)))
    if found:
        told = set(_told_already(catalog, {(statement.kind, statement.entry_id) for statement, _ in found}))
        left = [(statement, wrong) for statement, wrong in found if (statement.kind, statement.entry_id, statement.place) not in told]
        yield from contrary.told(catalog, RULE.code, contrary.outside_names(catalog, originals, left), "像是已经做到，原文没有这样说", _CURE)


_CURE = "照原文写“正在、探索、拟”一类的话；原文别处说已经做到的，把那一段写进出处（at）"


def _told_already(catalog: Catalog, entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, object]]:
    """The places of which the status alone tells that nothing is done."""
    each = [f for kind, entry_id in entries if kind == "practices" for f in planned_as_done.check_practice(catalog, entry_id, catalog.practices[entry_id])]
    return ((*f.about, f.place) for f in (*each, *planned_elsewhere.check_library(catalog)) if f.about)


def _wanted(text: str) -> bool:
    return next(plainly_done(text), None) is not None


def _wrong(catalog: Catalog, bodies: Bodies, statement: Statement) -> Iterator[Wrong]:
    for ours in plainly_done(statement.text):
        clause = clause_at(statement.text, ours.start())
        if _OPEN.search(clause.text):
            continue
        verb = _VERB.match(statement.text, ours.start())
        words = statement.text[ours.start():verb.end()] if verb else ours.group()
        found = _open_still(_said(clause), verb["behind"] if verb else words.removesuffix("了"), _grounds(catalog, bodies, statement, ours.start()))
        if found:
            yield Wrong(words, ours.start(), words_around(found.ground.text, found.at, found.end), found.ground)


def _said(clause: Clause) -> frozenset[str]:
    return pairs(re.sub("已经?|了", "", clause.text))


def _grounds(catalog: Catalog, bodies: Bodies, statement: Statement, end: int) -> Sequence[Ground]:
    """The paragraphs of the body that is named last before a place; all that are cited where none is."""
    named = [body for start, _, body in bodies.named(statement.text) if start < end] if statement.place == ("summary",) else []
    return [ground for ground in statement.cited if not named or catalog.speeches[ground.speech].organization == named[-1]]


def _open_still(said: frozenset[str], verb: str, grounds: Iterable[Ground]) -> _Told | None:
    """The clause that leaves open what is said, where no other says as much of it."""
    every = [told for ground in grounds for told in _alike(said, ground)]
    best = max((told for told in every if told.at >= 0 and told.alike >= (_WITH_VERB if verb in told.ground.text[told.at:told.end] else _WITHOUT)),
               key=lambda told: told.alike, default=None)
    return best if best and all(told.alike < best.alike for told in every if told.at < 0) else None


def _alike(said: frozenset[str], ground: Ground) -> Iterator[_Told]:
    for clause, at, end in _opened(ground.text):
        behind = len(shared(said, ground.text[end:clause.end])) if at >= 0 else 0
        before = len(shared(said, ground.text[clause.start:at if at >= 0 else clause.end]))
        yield from (_Told(alike, place, clause.end, ground) for alike, place in ((behind, at), (before, -1)) if alike)


# The same paragraphs are asked for one statement after the other.
@lru_cache(maxsize=4096)
def _opened(text: str) -> tuple[tuple[Clause, int, int], ...]:
    """The clauses of a text, each with where the first word that leaves it open stands and ends; -1 where none does or it is done."""
    found = []
    for clause in clauses(text):
        m = _OPEN.search(clause.text)
        m = m if m and not any(plainly_done(clause.text)) else None
        found.append((clause, clause.start + m.start() if m else -1, clause.start + m.end() if m else -1))
    return tuple(found)


RULE = Rule(
    code="plan-in-source",
    title="原文说正在做、探索的，不写成做到了",
    why="同一段里有做成的，也有还在做的；提纲和要点把还在做的写成“已增加”“聘请了”，只看进展查不出来（本机有全文时才能查）。",
    wrong="原文“正在增加编制”，提纲写“编制已经增加”",
    right="提纲写“正在增加编制”",
    check_against_text=check_against_text,
    exemptible=True,
)
