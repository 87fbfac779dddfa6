"""What an editor may state without any text: what can be counted in a paragraph, or in the sentence itself."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.fulltext.likewise import clause_before
from macros.fulltext.statements import Statement
from macros.text.quantities import COUNTED, Quantity
from macros.text.series import members

_CLAUSE = re.compile("[，。；：！？,;:!?\n]")
# A list that goes on behind a comma: 甲、乙，还有丙和丁.
_GOES_ON = re.compile("[，,](?:此外|另外)?(?:[也还另再并]有|以及|加上|外加)")
_AND = re.compile("[和与及或]")
# What is to be done so often nobody has counted.
_TO_BE_DONE = re.compile("(?:至少|至多|最少|最多|不少于|不超过|每[年月季周次届])[^、]{0,6}$")
_JOINED = re.compile("、|以及|[和与及]")
# Some of what was counted: 前两个 of three.
_SOME_OF = re.compile("(?:[前后头末]|其中|另外?)的?$")
_COUNT_LIMIT = 30
_NAMES = re.compile("[\"“]([^\"“”]{2,12})[\"”]")
_ENUMERATED = re.compile("[、和与及“”]")


def counted(amount: Quantity, statement: Statement) -> bool:
    """Whether an editor can have counted it: items, what is listed, members, bodies that tell of it."""
    if amount.kind == "ordinal" and amount.text.endswith(("项", "条", "点", "个")):  # 第三项 of three
        return any((amount.low or 0) <= ground.items for ground in statement.cited)
    if amount.low != amount.high or amount.low is None or amount.low > _COUNT_LIMIT or amount.slack or amount.kind not in COUNTED | {"person"}:
        return False
    before = clause_before(statement.text, amount.start)
    if _TO_BE_DONE.search(before):
        return False
    number = int(amount.low)
    if number in listed(statement.text):
        return True
    if amount.kind == "person" or amount.head:
        return False
    return number in statement.counts or bool(_SOME_OF.search(before) and number < max(statement.counts, default=0)) or _in_name(number, statement) \
        or any(number in (*listed(ground.text), ground.items, *_parts(ground.text)) for ground in statement.cited)


def sums_up(amount: Quantity, text: str) -> bool:
    """Whether the amount counts what is named directly before it: 甲、乙、丙等三个小组."""
    before = clause_before(text, amount.start)
    return before.endswith("等") and amount.low == amount.high == len(_JOINED.split(before.rstrip("等"))) > 1


@lru_cache(maxsize=4096)
def _parts(text: str) -> frozenset[int]:
    """How many members of a series a text names: 上半年 and 下半年 are two."""
    named: dict[str, set[str]] = {}
    for each in members(text):
        named.setdefault(each.series, set()).add(each.member)
    return frozenset(map(len, named.values())) - {0, 1}


def _in_name(number: int, statement: Statement) -> bool:
    """Whether a name in quotes has the number: “四联系” are four."""
    signs = {2: "二两双"}.get(number, "零一二三四五六七八九十"[number] if number <= 10 else "")
    return any(sign in name for ground in statement.cited for name in _NAMES.findall(ground.text) for sign in signs)


@lru_cache(maxsize=4096)
def listed(text: str) -> frozenset[int]:
    """How many things the enumerations of a text list: 、 and 和 between them, or each in quotes of its own."""
    found: set[int] = set()
    if not _ENUMERATED.search(text):
        return frozenset()
    joined = _GOES_ON.sub("、", text)
    for clause in (*_CLAUSE.split(text), *(_CLAUSE.split(joined) if joined != text else ())):
        marks = clause.count("、")
        more = 1 if _AND.search(clause.rpartition("、")[2]) else 0
        found.update({marks + 1, marks + 1 + more} if marks else {1 + len(_AND.findall(clause))})
    found.update(len(run) for run in _quoted_runs(text))
    # 一要…；二要…： the clauses that a semicolon parts are counted as well.
    found.add(text.count("；") + 1)
    return frozenset(found - {0, 1})


def _quoted_runs(text: str) -> Iterator[list[str]]:
    for m in re.finditer("(?:“[^”]*”、?){2,}", text):
        yield re.findall("“[^”]*”", m.group())
