"""A fixed formulation stands whole or not at all."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.model.quoting import LETTER_BY_LETTER
from macros.rules.rule import Rule

# Shorter pieces are words that many formulations share.
_PIECE = 8
_SHARE = 0.6


def check_library(catalog: Catalog) -> Iterator[Finding]:
    return parts(catalog, [each.text for each in catalog.formulations.values()])


def parts(catalog: Catalog, formulations: Iterable[str]) -> Iterator[Finding]:
    """What there is to say of entries that have only a part of these formulations."""
    texts = [(each, folded(each)) for each in formulations]
    if not texts:
        return
    for kind, entry_id in catalog.origins:
        if kind == "formulations":
            continue
        prose = folded(catalog.prose(kind, entry_id))
        near = [(text, whole) for text, whole in texts if part_of(whole, prose)]
        for place, text in catalog.strings(kind, entry_id) if near else ():
            if LETTER_BY_LETTER.intersection(s for s in place if isinstance(s, str)):
                continue
            said = folded(text)
            for formulation, whole in near:
                if whole not in said and (piece := part_of(whole, said)):
                    yield catalog.finding(kind, entry_id, place, RULE.code, f"提法“{formulation}”只写了一半（“{piece}”）",
                                          "原样写全，放在“”里；或者换一种说法，不用这个提法")


@lru_cache(maxsize=256)
def _pieces(whole: str) -> tuple[str, ...]:
    length = max(_PIECE, round(len(whole) * _SHARE))
    return tuple(whole[i:i + length] for i in range(len(whole) - length + 1))


def part_of(whole: str, said: str) -> str | None:
    """The first piece of a formulation, most of its length, that a text has; both are folded."""
    return next((piece for piece in _pieces(whole) if piece in said), None)


RULE = Rule(
    code="formulation-whole",
    title="提法原样写全，要么不写",
    why="提法是固定的政治表述，少几个字、换几个字，意思就不一样了。哪些是提法，写在 data/formulations.yml 里。",
    wrong="text: 凝聚坚持中国共产党领导这一最根本的共识",
    right="text: 凝聚“坚持中国共产党领导这一最根本的政治共识”",
    check_library=check_library,
    exemptible=True,
)
