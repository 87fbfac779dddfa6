"""What the paragraphs tell of a part must not be told of all: 318条中有276条被采纳 is not 全部被采纳."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import Clause, clause_at, clauses, pairs, sentence_at, shared
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text import kept
from macros.text.quantities import Quantity, quantities

_ALL = re.compile("(?=[全一悉都均])(?<![不没未非])(?P<all>全部|全都|一律|悉数|都|均)(?:已经|已|被|得到|获得|获|给予|予以|作了|做了|完成)*(?P<verb>(?![有是在由能可会到来去为把让请与和向对从用])[一-鿿]{2})")
# Who says which of them, how many, or that it is to be so, does not speak of all that there are.
_SOME = re.compile("其中|部分|多数|少数|有的|一些|[0-9０-９一二两三四五六七八九十百]+(?:多|余)?[件条个项篇份家户名位]?(?:都|均|全|一律)|[要将拟应须]|计划|打算|争取|力争|没有|是否")
_WHOLE = re.compile("全部|全都|一律|悉数|均|都|全体|所有|百分之百|100%")
_GOT = re.compile("得到|被|已|获|予以")
_STOP = re.compile("[。；;\n]")
_AMONG = re.compile("其中|[中里]有?$|有$")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, _ALL.search, _wrong)
    return contrary.told(catalog, RULE.code, contrary.outside_names(catalog, originals, each), "与原文不同", "照原文写是多少里的多少；不知道是不是全部的，不写“全部”“都”")


def _wrong(statement: Statement) -> Iterator[Wrong]:
    for ours in _ALL.finditer(statement.text):
        sentence, verb = sentence_at(statement.text, ours.start()), ours["verb"]
        if _SOME.search(sentence):
            continue
        said = pairs(sentence) - pairs(ours.group())
        having = [(part, each, ground) for ground in statement.cited if verb in ground.text for each, part in _parts(ground.text) if verb in each.text]
        if having and all(part >= 0 and verb in ground.text[part:each.end] for part, each, ground in having):
            part, each, ground = having[0]
            if shared(said, _around(ground.text, part)) and not _WHOLE.search(ground.text, _before(ground.text, each.start), each.end) and not _same_number(ground.text, part, sentence):
                yield Wrong(ours.group(), ours.start(), words_around(ground.text, part, each.end), ground)


def _around(text: str, offset: int) -> str:
    """What is said of one thing: the words around an offset, from one semicolon or full stop to the next."""
    return _STOP.split(text[:offset])[-1] + _STOP.split(text[offset:])[0]


def _before(text: str, start: int) -> int:
    """Where the clause begins that stands before another one."""
    return max(text.rfind(sign, 0, max(0, start - 1)) for sign in "，,。；;") + 1


def _same_number(text: str, part: int, sentence: str) -> bool:
    return any(q.start == part and q.text in sentence for q in quantities(text))


# The same paragraphs are asked for one statement after the other.
@lru_cache(maxsize=kept.PARAGRAPHS)
def _parts(text: str) -> tuple[tuple[Clause, int], ...]:
    """The clauses of a text, each with where a number stands in it that is one of a part; -1 where none is."""
    found = dict.fromkeys(clauses(text), -1)
    amounts = quantities(text)
    for i, q in enumerate(amounts):
        clause = clause_at(text, q.start)
        if _among(text[clause.start:q.start], q, [other for other in amounts[:i] if other.start >= clause.start]) or (i and _of_those(text, amounts[i - 1], q)):
            found[clause] = q.start
    return tuple(found.items())


def _among(before: str, part: Quantity, others: Iterable[Quantity]) -> bool:
    """Whether an amount is one of a part, by what stands before it: 其中45条, 60条中有45条."""
    among = _AMONG.search(before)
    return bool(among and (among.group() == "其中" or any(other.unit == part.unit for other in others)))


def _of_those(text: str, whole: Quantity, part: Quantity) -> bool:
    """Whether an amount begins the clause behind a greater one of the same, and something was done to so many: 建议60条，45条得到办理."""
    fewer = part.low is None or (whole.low or 0) > part.low
    return whole.end == part.start - 1 and text[whole.end] in "，," and whole.unit == part.unit and fewer and bool(_GOT.match(text, part.end))


RULE = Rule(
    code="part-in-source",
    title="只是一部分的，不写成全部",
    why="“318条意见，其中276条被采纳”写成“意见全部被采纳”，没有一个数字可以核对，读者却以为条条都采纳了（本机有全文时才能查）。",
    wrong="原文“收到建议60条，其中45条办结”，要点写“建议全部办结”",
    right="要点写“60条建议办结45条”",
    check_against_text=check_against_text,
    exemptible=True,
)
