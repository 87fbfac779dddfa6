"""A body that our words name must be of the level that the speech says: 市政协提案委员会 is not 省政协提案委员会."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.findings import Finding, Severity
from macros.fulltext import contrary, remembered, statements
from macros.fulltext.likewise import clause_at, pairs
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.levels import DIRECT, Leveled, leveled, levels_before, levels_of, ranks, seats, together

# Who speaks is named by one of these; a county and a district are alike.
_BODIES = ("政协", "委", "局", "会", "）")
_NAME = 14
_LEVEL = re.compile("[省市县区乡镇]")
_ALIKE = {"县": "县区", "区": "区县", "乡镇": "乡镇", "全国": ("全国",), "州": "州市", "国家": ("国家",)}
_HOLDER = "(?:党组|党委|政府|人大|政协|主席会议|常委会(?:会议)?|专委会|机关)"


class Wrong(NamedTuple):
    """A level of ours, and what the source says in its place, where it says anything."""

    ours: Leveled
    ground: Ground | None = None
    theirs: str = ""


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    names = remembered.names(catalog, originals)
    for statement, found in statements.wrong(catalog, originals, RULE.code, wanted, _of):
        if wrong := [each for each in found if not contrary.named(names, statement, each.ours.start, each.ours.end)]:
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code,
                                  "；".join(said(statement, each) for each in wrong), "照原文写是哪一级的", Severity.WARNING,
                                  needle=statement.text[wrong[0].ours.start:wrong[0].ours.end])


def wanted(text: str) -> bool:
    """Whether a text says of which level anything is."""
    return bool(leveled(text) or seats(text) or ranks(text) or together(text))


def _of(found: Iterable[Statement]) -> Iterator[tuple[Statement, tuple[Wrong, ...]]]:
    for statement in found:
        if wrong := tuple(wrongs(statement)):
            yield statement, wrong


def wrongs(statement: Statement) -> Iterator[Wrong]:
    """The levels of a statement that its paragraphs say otherwise, or not at all."""
    for ours in seats(statement.text):
        if found := _seat(ours, statement):
            yield found
    for ours in leveled(statement.text):
        if ground := _other(ours, statement):
            there = next((each for each in leveled(ground.text) if levels_of(ours.body, ground.text[each.start:each.end])), None)
            yield Wrong(ours, ground, words_around(ground.text, there.start, there.end) if there else ours.body)
        elif found := _place(ours, statement):
            yield found
        elif _added(ours, statement):
            theirs = ((each, ground) for ground in statement.cited for each in leveled(ground.text) if each.body == ours.body)
            yield next((Wrong(ours, ground, words_around(ground.text, each.start, each.end)) for each, ground in theirs), Wrong(ours))
    yield from (found for ours in together(statement.text) if (found := _several(ours, statement)))
    yield from (Wrong(ours) for ours in ranks(statement.text) if _added(ours, statement))


def _several(ours: Leveled, statement: Statement) -> Wrong | None:
    """Several levels of ours of which the cited paragraphs have as many others, or another number of what these are of."""
    theirs = [(each, ground) for ground in statement.cited for each in together(ground.text)]
    letters, number = _alike_letters(ours.level[:-1]), ours.level[-1]
    if letters and any(letters in _alike_letters(ground.text) for ground in statement.cited):
        return None
    if any(each.level[-1] == number and not (letters and each.level[:-1]) for each, _ in theirs):
        return None
    for each, ground in theirs:
        if (letters and each.level[:-1] and each.level[-1] == number) or (each.level[-1] != number and each.body == ours.body):
            return Wrong(ours, ground, words_around(ground.text, each.start, each.end))
    return None


def _alike_letters(text: str) -> str:
    return text.replace("区", "县").replace("、", "")


def _seat(ours: Leveled, statement: Statement) -> Wrong | None:
    """A party committee or zone of ours that the cited paragraphs have with another level, in the same words; or another body in its place."""
    theirs = [(each, ground) for ground in statement.cited for each in seats(ground.text) if each.body == ours.body]
    behind, clause = _behind(statement.text, ours.end), clause_at(statement.text, ours.start)
    same = [(each, ground) for each, ground in theirs if behind and behind == _behind(ground.text, each.end)]
    if any(each.level == ours.level for each, _ in same or theirs):
        return None
    if ours.body == DIRECT and any(re.search(f"{ours.level}[、（）()省市县区州]{{1,4}}直", ground.text) for ground in statement.cited):
        return None  # 市、县直
    said = pairs(clause.text)
    for each, ground in same or theirs:
        if same or (len(ours.body) > 1 and said & pairs(clause_at(ground.text, each.start).text)):
            return Wrong(ours, ground, words_around(ground.text, each.start, each.end))
    if len(ours.body) > 1 or not behind:
        return None
    held = ((m, ground) for ground in statement.cited for m in re.finditer(f"{_HOLDER}的?{re.escape(behind)}", ground.text))
    return next((Wrong(ours, ground, words_around(ground.text, m.start(), m.end())) for m, ground in held), None)


def _place(ours: Leveled, statement: Statement) -> Wrong | None:
    """A body of ours that the cited paragraphs name with another level where the same word follows: 市政协对口专委会."""
    words = ours.body + _behind(statement.text, ours.end)
    if words == ours.body or any(levels_before(words, ground.text) & {ours.level, ""} for ground in statement.cited):
        return None
    there = ((m, ground) for ground in statement.cited for m in re.finditer(re.escape(words), ground.text))
    return next((Wrong(ours, ground, words_around(ground.text, m.start(), m.end())) for m, ground in there), None)


def _behind(text: str, end: int) -> str:
    """The word that follows, without what joins it."""
    found = re.match("的?([一-鿿]{2})", text[end:end + 3])
    return found[1] if found else ""


def _added(ours: Leveled, statement: Statement) -> bool:
    """Whether nothing that the statement rests on has such a level at all, nor the name of who speaks."""
    who = (word for word in statement.around if len(word) <= _NAME and word.endswith(_BODIES))
    alike = _ALIKE.get(ours.level, ours.level)
    return bool(statement.cited) and not any(level in text for level in alike for text in (*(ground.text for ground in statement.cited), *who)) \
        and any(_LEVEL.search(text) for text in statement.texts)


def _other(ours: Leveled, statement: Statement) -> Ground | None:
    """The paragraph that names the body with another level, where nothing names it with ours or with none."""
    if any(levels_of(ours.body, text) & {ours.level, ""} for text in statement.texts):
        return None
    return next((ground for ground in (*statement.cited, *statement.rest) if levels_of(ours.body, ground.text)), None)


def said(statement: Statement, wrong: Wrong) -> str:
    """A level that is wrong, in the words of a message."""
    words = statement.text[wrong.ours.start:wrong.ours.end]
    if wrong.ground is None:
        return f"“{words}”，原文{statement.label}里没有说到{wrong.ours.level}一级"
    return f"“{words}”的级别与原文不同：{wrong.ground.label}写的是“{wrong.theirs}”"


RULE = Rule(
    code="level-in-source",
    title="单位是哪一级的，照原文写",
    why="省、市、县都有同名的单位，写错一级，读者就找错了门（本机有全文时才能查）。",
    wrong="原文“报送市政协提案委员会”，要点写“报省政协提案委员会”",
    right="要点写“报市政协提案委员会”",
    check_against_text=check_against_text,
    exemptible=True,
)
