"""Which people or which zone is meant must be as the paragraphs say: 选调生 are not 军转干部, 全体委员 not 常委."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import clause_at, clauses, pairs, sentence_at, shared
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.institutions import names
from macros.text.sorts import Sort, sorts

# So many pairs of characters beside the sort are the same, and so much of what ours has.
_ALIKE, _SHARE = 3, 0.5
_EACH = re.compile("(?:每[名位个]|全体|所有)$")
_WORD = re.compile("[一-鿿]{2}")
_MUST = "(?:都|均|要|应|须|需|按时|每年|定期)*"
_BEHIND = re.compile(f"{_MUST}([一-鿿]{{2}})")
_ALL = re.compile(f"(?=[全所每各])(?:全体|所有的?|每[名位个]|各位)委员(?!会|小组|活动|工作|之家|单位){_MUST}(?P<verb>[一-鿿]{{2}})")
_NARROW = re.compile(f"(?=[常党主秘召组联新女])(?:常委|常务委员|党员委员|党外委员|主席|秘书长|召集人|组长|联络员|新委员|女委员){_MUST}")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, _wanted, _wrong)
    return contrary.told(catalog, RULE.code, contrary.outside_names(catalog, originals, each), "与原文不同", "照原文写是哪些人、哪个园区")


def _wanted(text: str) -> bool:
    return bool(sorts(text)) or ("委员" in text and bool(_ALL.search(text)))


def _wrong(statement: Statement) -> Iterator[Wrong]:
    for ours in sorts(statement.text):
        # A name that the source does not have is told as a name.
        if not any(name.start < ours.end and ours.start < name.end for name in names(statement.text)):
            yield from _another(ours, statement)
    for m in _ALL.finditer(statement.text):
        narrow = [(each, ground) for ground in statement.cited for each in _NARROW.finditer(ground.text) if ground.text.startswith(m["verb"], each.end())]
        if narrow and len(narrow) == sum(ground.text.count(m["verb"]) for ground in statement.cited) and not any("委员" in ground.text and m.group() in ground.text for ground in statement.cited):
            each, ground = narrow[0]
            yield Wrong(m.group().removesuffix(m["verb"]), m.start(), words_around(ground.text, each.start(), each.end()), ground)


def _another(ours: Sort, statement: Statement) -> Iterator[Wrong]:
    """The other sort that the paragraphs have where ours stands: they have none of ours, or none in that place."""
    theirs = [(each, ground) for ground in statement.cited for each in sorts(ground.text) if each.of == ours.of]
    beside = {each.which for each in sorts(sentence_at(statement.text, ours.start))}
    if any(each.which == ours.which for each, _ in theirs):
        place = _place(ours, statement.text)
        # Where nothing follows ours, it is of whom the source says it: 每名党员委员.
        same = [(each, ground) for each, ground in theirs if place and (_place(each, ground.text) or ())[:len(place)] == place]
        if same and not any(each.which == ours.which for each, _ in same):
            yield from (Wrong(ours.text, ours.start, words_around(ground.text, each.start, each.end), ground) for each, ground in same[:1])
    elif not any(each.which == ours.which for words in statement.around for each in sorts(words)):
        said = _said(statement.text, ours)
        for each, ground in theirs:
            common = len(shared(said, clause_at(ground.text, each.start).text))
            if each.which not in beside and (common >= max(_ALIKE, _SHARE * len(said)) or _same_before(ours, statement.text, each, ground.text)):
                yield Wrong(ours.text, ours.start, words_around(ground.text, each.start, each.end), ground)
                return


def _same_before(ours: Sort, text: str, theirs: Sort, source: str) -> bool:
    """Whether nothing follows ours, as in who does it, and it stands behind the same two characters: 与县."""
    before = text[max(0, ours.start - 2):ours.start]
    return bool(_WORD.fullmatch(before)) and before == source[max(0, theirs.start - 2):theirs.start] and not _WORD.match(text, ours.end)


def _said(text: str, ours: Sort) -> frozenset[str]:
    """What the clause of ours says without its sorts."""
    clause = next(each for each in clauses(text) if each.start <= ours.start < each.end)
    return pairs(text[clause.start:ours.start]) | pairs(text[ours.end:clause.end])


def _place(sort: Sort, text: str) -> tuple[str, ...] | None:
    """What of all of them it is, and what they do, where that follows: 每名, 联系."""
    each, behind = _EACH.search(text[max(0, sort.start - 2):sort.start]), _BEHIND.match(text, sort.end)
    if each is None or (behind is None and sort.end < len(text)):
        return None
    return (each.group(), behind[1]) if behind else (each.group(),)


RULE = Rule(
    code="sort-in-source",
    title="是哪些人、哪个园区，照原文写",
    why="“军转干部”写成“选调生”，“常委”写成“全体委员”，“经济开发区”写成“高新区”，别的字一个没有动，人和地方换了（本机有全文时才能查，只提示看得准的）。",
    wrong="原文“请律师到站值班”，要点写“请医生到站值班”",
    right="要点写“请律师到站值班”",
    check_against_text=check_against_text,
    exemptible=True,
)
