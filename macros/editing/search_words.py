"""Words that readers may look for an entry by, proposed one by one: from the entry's own text, its problems, the vocabulary.

Nothing is taken by itself: an editor judges each. Another source of proposals is one more function in `SOURCES`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from macros.library.catalog import Catalog
from macros.library.plain import plain
from macros.library.similarity import folded

_MOST = 20
# Of the words of a text those are proposed that few others have.
_FEW = 3
_OF_TEXT = 8
# Where a text is cut into words: signs, words that any practice has, and characters that join words or count.
_CUT = re.compile(
    r"[^\u3400-\u9fff]+|打算|计划|通过|推动|推进|利用|开展|探索|进一步|未写明|原文|隐去|写明|讲到|政协|委员|单位|工作|省级|市级|县级|建立|健全|完善|加强|组织|作为|新建|方面"
    r"|[的了和与及在对把被让给将由向到从为以按就也都是有等并或每各其这那所着过之时后前中上下内外一二三四五六七八九十两几次个位名项条年月日它]+")
_LENGTHS = range(2, 7)


@dataclass(frozen=True)
class Word:
    """A word that is proposed, and where it comes from."""

    word: str
    why: str


def proposed(catalog: Catalog, kind: str, data: Any) -> list[Word]:
    """What may be taken as a search word of a practice (or a problem's other wording) and is not one yet.

    `data` is the entry as its file has it, not necessarily valid. At most twenty, the surest source first.
    """
    if kind not in SOURCES or not isinstance(data, dict):
        return []
    there = {folded(word) for name in ("title", "aliases", "keywords", "synonyms") for word in _words(data.get(name))}
    found: dict[str, Word] = {}
    for source in SOURCES[kind]:
        for word in source(catalog, data):
            key = folded(word.word)
            if key and key not in there and 2 <= len(word.word) <= 20:
                found.setdefault(key, word)
    return list(found.values())[:_MOST]


def _words(value: Any) -> list[str]:
    return [str(each) for each in (value if isinstance(value, list | tuple) else [value]) if each]


def _of_each(data: dict[str, Any], *names: str) -> Iterator[dict[str, Any]]:
    """What lies in the list `names[-1]` of each of the lists before it, as far as it is a mapping."""
    found: Iterable[Any] = [data]
    for name in names:
        found = [inner for each in found for inner in each.get(name) or () if isinstance(inner, dict)]
    yield from found


def _text(catalog: Catalog, data: dict[str, Any]) -> str:
    told = [data.get("summary"), *(point.get("text") for point in _of_each(data, "accounts", "points"))]
    return "\n".join(plain(text, catalog) for text in told if isinstance(text, str))


def _own_names(_: Catalog, data: dict[str, Any]) -> Iterator[Word]:
    for account in _of_each(data, "accounts"):
        if isinstance(account.get("name"), str):
            yield Word(account["name"], "这一家的叫法")
    for figure in _of_each(data, "accounts", "figures"):
        for member in _words(figure.get("members")):
            yield Word(member, "它列出的名称")


def _of_text(catalog: Catalog, data: dict[str, Any]) -> Iterator[Word]:
    """The words of its own sentences that hardly another practice has, in the order in which they stand."""
    words = dict.fromkeys(part for part in _CUT.split(_text(catalog, data)) if len(part) in _LENGTHS)
    others = "\n".join(point.text for practice in catalog.practices.values() for account in practice.accounts for point in account.points)
    few = [word for word in words if others.count(word) <= _FEW]
    for word in few[:_OF_TEXT]:
        yield Word(word, "要点里的说法")


def _of_others(catalog: Catalog, data: dict[str, Any]) -> Iterator[Word]:
    """Search words of other practices that stand in its sentences too."""
    text = _text(catalog, data)
    for practice in catalog.practices.values():
        for word in practice.keywords:
            if word in text:
                yield Word(word, f"{_named(practice.title)}的检索词，这条的要点里也有")


def _named(title: str) -> str:
    return title if "“" in title else f"“{title}”"


def _of_problems(catalog: Catalog, data: dict[str, Any]) -> Iterator[Word]:
    for problem_id in _words(data.get("problems")):
        problem = catalog.problems.get(problem_id)
        for synonym in problem.synonyms[:4] if problem else ():
            yield Word(synonym, "读者这样问它的问题")


def _of_terms(catalog: Catalog, data: dict[str, Any]) -> Iterator[Word]:
    text = folded(_text(catalog, data))
    for term in catalog.terms.values():
        if folded(term.term) in text:
            yield Word(term.term, "要点里用到的术语")


Source = Callable[[Catalog, dict[str, Any]], Iterator[Word]]
SOURCES: dict[str, tuple[Source, ...]] = {"practices": (_own_names, _of_terms, _of_others, _of_text, _of_problems)}
