"""Every amount, date, percentage and frequency of ours must stand in the paragraphs that it rests on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.findings import Finding, Severity
from macros.fulltext import contrary, remembered, slogans, statements
from macros.fulltext.amounts import misses
from macros.fulltext.miss import Fault, Miss
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.wording import shown
from macros.library.catalog import Catalog
from macros.rules import masked_number, wrong_place
from macros.rules.rule import Rule
from macros.text.numerals import MASK_SIGNS
from macros.text.personal import personal
from macros.text.quantities import every

_NUMBER = re.compile(f"[一二两三四五六七八九十双{MASK_SIGNS}]")
_CARD = re.compile("[0-9]{12,}")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    known = remembered.names(catalog, originals)
    for statement, found in _all(catalog, originals):
        own = statement.entry_id if statement.kind == "practices" and statement.place[0] in ("title", "aliases") else None
        left = [m for m in found if not contrary.named(known, statement, m.amount.start, m.amount.end, own)
                and not any(each.offset <= m.amount.start < each.offset + len(each.words) for each in personal(statement.text))]  # told there
        # Where there is more than that rule tells of, all is told here.
        if not all(m.fault is Fault.MASKED and masked_number.tells(catalog, statement.kind, statement.entry_id, m.amount.text, statement.text) for m in left):
            yield _finding(catalog, statement, left)


def _all(catalog: Catalog, originals: Originals) -> Iterator[tuple[Statement, tuple[Miss, ...]]]:
    """Every statement with what is wrong with its amounts; worked out once while the entry and its texts stay."""
    # Asked for whatever is found: a process beside finds something else.
    moved_of = wrong_place.moved(catalog, originals)
    for (kind, entry_id), found in statements.gathered(catalog, originals, RULE.code, _wanted, _wrong).items():
        moved = moved_of.get(entry_id, frozenset()) if kind == "practices" else ()
        yield from (each for each in found if not (each[0].place[0] == "accounts" and each[0].place[1] in moved)
                    and not (moved and all(miss.fault is Fault.ELSEWHERE for miss in each[1])))


def _wrong(of: Iterable[Statement]) -> Iterator[tuple[Statement, tuple[Miss, ...]]]:
    for statement in of:
        named = tuple(slogans.otherwise(statement))
        amounts = tuple(miss for miss in misses(statement) if not any(each.amount.start <= miss.amount.start < each.amount.end for each in named))
        if named or amounts:
            yield statement, (*amounts, *named)


def _wanted(text: str) -> bool:
    return bool(_NUMBER.search(text) or every(text))


def _finding(catalog: Catalog, statement: Statement, found: list[Miss]) -> Finding:
    worst = min(found, key=lambda miss: list(Fault).index(miss.fault))
    sure = any(m.fault is Fault.MASKED or (m.fault is Fault.NOWHERE and (m.amount.arabic or m.amount.kind == "share") and not _day_for_time(m, statement)) for m in found)
    told = catalog.finding(
        statement.kind, statement.entry_id, statement.place, RULE.code, "；".join(_said(statement, miss) for miss in found),
        CURES[worst.fault], Severity.ERROR if sure else Severity.WARNING, needle=found[0].amount.text)
    # What may be the number of a card is shown to nobody.
    return replace(told, message=_CARD.sub(lambda m: f"{m[0][:4]}…{m[0][-2:]}", told.message), excerpt="") if _CARD.search(told.message) else told


def _day_for_time(miss: Miss, statement: Statement) -> bool:
    """Whether 每月1天 stands for 每月一次, which may well take a day."""
    ours = miss.amount.frequency
    return bool(ours and ours.days and any(q.frequency and (q.frequency.months, q.frequency.times) == (ours.months, ours.times)
                                           for ground in statement.cited for q in ground.amounts))


def _said(statement: Statement, miss: Miss) -> str:
    words, where = shown(miss.amount, statement), miss.ground.label if miss.ground else ""
    if miss.fault is Fault.MASKED:
        return f"“{words}”里的数，原文隐去了：{where}写的是“{miss.theirs}”"
    if miss.fault is Fault.GIVEN:
        return f"“{words}”里的数，原文没有隐去：{where}写的是“{miss.theirs}”"
    if miss.fault is Fault.NAME:
        return f"“{words}”里的数与原文不同：{where}写的是“{miss.theirs}”"
    if miss.fault is Fault.ELSEWHERE:
        if miss.ground in statement.cited:
            return f"“{words}”不在所引的{'、'.join(dict.fromkeys(at for _, at in statement.places))}，在{where}的另一项（“{miss.theirs}”）"
        return f"“{words}”不在所引的{statement.label}，在{where}（“{miss.theirs}”）"
    if miss.fault is Fault.UNIT:
        return f"“{words}”与原文的单位不同：{where}写的是“{miss.theirs}”"
    nearest = f"（{where}写的是“{miss.theirs}”）" if miss.theirs else ""
    what = "频次" if miss.amount.frequency else "日期" if miss.amount.date else "数"
    return f"“{words}”这个{what}，原文{statement.label}里没有{nearest}"


CURES = {
    Fault.MASKED: "照原文写 x，或不写数；数出来的也不补",
    Fault.GIVEN: "照原文写数",
    Fault.NAME: "照原文写这个名称，一个数也不换",
    Fault.ELSEWHERE: "是不是出处写错了？核对段号，把这一段也写进出处（at）；与这条做法无关的，删去",
    Fault.UNIT: "照原文写数和单位",
    Fault.NOWHERE: "照原文改；原文没有的，删去；自己数出来的，把数的东西逐个列出来",
}

RULE = Rule(
    code="number-in-source",
    title="数字、日期、频次要原文里有",
    why="读者会照着数字做；原文没有的数、换了的单位、别的段里的数，都会传错（本机有全文时才能查；6 和六、5% 和百分之五、双月和每两个月是一回事，列出的几项可以数）。"
        "手写页面里的，拿这一句用宏连着的条目来比，没有全文也查。",
    wrong="原文“收到意见318条”，要点写“收到意见381条”",
    right="要点写“收到意见318条”",
    check_against_text=check_against_text,
    exemptible=True,
)
