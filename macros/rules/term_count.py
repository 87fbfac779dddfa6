"""A term that counts (七型, 四位一体) lists as many items as its name says."""

import re
from collections.abc import Iterator
from itertools import combinations

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.entries import Term
from macros.rules.rule import Rule

_NUMERAL = {"一": 1, "二": 2, "两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_COUNT = re.compile(f"[{''.join(_NUMERAL)}0-9]")
_APART = re.compile("[、，；,;]")
_LAST = re.compile("以及|[和与及]")
# Between these the items are sentences of their own, or the list is none of all.
_SENTENCE = re.compile("[。：:]|等|〕|指|是|\\[\\[")
_LONGEST = 14


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    term = catalog.terms.get(entry_id) if kind == "terms" else None
    if term and (found := wrong(term)):
        said, count = found
        yield catalog.finding(kind, entry_id, ("expansion",), RULE.code, f"术语“{term.term}”说的是 {said} 项，所指里列了 {count} 项",
                              "照原文列全，一项不多、一项不少；名称抄错了就改名称")


def wrong(term: Term) -> tuple[int, int] | None:
    """How many items the name of a term says and how many its expansion lists, where these differ."""
    numbers = [_NUMERAL.get(sign) or int(sign) for sign in _COUNT.findall(term.term)]
    if not term.expansion or not numbers or max(numbers) < 2 or _SENTENCE.search(term.expansion):
        return None
    items = [item for item in _APART.split(term.expansion) if item.strip()]
    if len(items) < 2 or any(len(item) > _LONGEST for item in items):
        return None
    # 双联双服 are four, two of each, or two pairs; 168 are three.
    said = {len(numbers), *(sum(chosen) for n in range(1, len(numbers) + 1) for chosen in combinations(numbers, n))}
    counts = {len(items), sum(len([part for part in _LAST.split(item) if part]) for item in items), len(items) - 1 + len(_LAST.split(items[-1]))}
    return None if said & counts else (max(numbers), len(items))


RULE = Rule(
    code="term-count",
    title="名称里的数与所列的几项一致",
    why="“七型”列了六样，读者就少学一样；两处必有一处抄错了。",
    wrong="term: 七型，expansion: 学习型、务实型、帮扶型、和谐型、书香型、智慧型",
    right="expansion: 学习型、务实型、帮扶型、和谐型、书香型、明政型、智慧型",
    check_entry=check_entry,
    exemptible=True,
)
