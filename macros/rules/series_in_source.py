"""A word of a closed series (上旬, 周一, 下半年, 副主席) must be the one that the cited paragraphs have."""

from collections.abc import Iterable, Iterator

from macros.findings import Finding, Severity
from macros.fulltext import contrary, remembered, statements
from macros.fulltext.alternatives import Swap, swaps
from macros.fulltext.amounts import misses
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.persons import persons
from macros.text.series import members

# What is told where the source has another of the same series.
OTHERWISE = "与原文不同"


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    names = remembered.names(catalog, originals)
    for statement, found in statements.wrong(catalog, originals, RULE.code, members, _of):
        often = [miss.amount for miss in misses(statement) if miss.amount.frequency]  # 每逢周末: told as how often
        named = [found.words for found in persons(statement.text)]  # whose office it is, is told there
        left = [swap for swap in found if not contrary.named(names, statement, swap.member.start, swap.member.end)
                and not any(swap.member.text in words for words in named)
                and not any(amount.start <= swap.member.start <= amount.end for amount in often)]
        if left:
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code,
                                  "；".join(_said(statement, swap) for swap in left), "照原文改；原文没有说的，删去", Severity.WARNING,
                                  needle=left[0].member.text)


def _of(found: Iterable[Statement]) -> Iterator[tuple[Statement, tuple[Swap, ...]]]:
    return ((statement, wrong) for statement in found if (wrong := tuple(swaps(statement))))


def _said(statement: Statement, swap: Swap) -> str:
    if swap.ground is None:
        return f"“{swap.member.text}”，原文{statement.label}里没有说"
    return f"“{swap.member.text}”{OTHERWISE}：{swap.ground.label}写的是“{swap.theirs}”"


RULE = Rule(
    code="series-in-source",
    title="一组里的哪一个，照原文写",
    why="上旬和下旬、周一和周五、上半年和下半年、主席和副主席，换一个就是另一件事，却没有数字可以核对（本机有全文时才能查）。",
    wrong="原文“偶数月下旬集中反馈”，要点写“双月上旬反馈”",
    right="要点写“双月下旬反馈”",
    check_against_text=check_against_text,
    exemptible=True,
)
