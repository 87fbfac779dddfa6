"""Words that readers may look for an entry by, proposed one by one: from the entry's own text, its problem, the vocabulary.

Nothing is taken by itself. Another source of proposals is one more function in `SOURCES`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from macros.desk.library import Library
from macros.library.similarity import folded

_MOST = 12


@dataclass(frozen=True)
class Word:
    """A word that is proposed, and where it comes from."""

    word: str
    why: str


def proposed(library: Library, kind: str, entry_id: str, data: Any) -> list[Word]:
    """What may be taken as a search word of a practice (or a problem's other wording) and is not one yet."""
    if kind not in SOURCES or not isinstance(data, dict):
        return []
    there = {folded(word) for name in ("title", "aliases", "keywords", "synonyms") for word in _words(data.get(name))}
    found: dict[str, Word] = {}
    for source in SOURCES[kind]:
        for word in source(library, entry_id, data):
            key = folded(word.word)
            if key and key not in there and 2 <= len(word.word) <= 20:
                found.setdefault(key, word)
    return list(found.values())[:_MOST]


def _words(value: Any) -> list[str]:
    return [str(each) for each in (value if isinstance(value, list) else [value]) if each]


def _own_names(_: Library, __: str, data: dict[str, Any]) -> Iterator[Word]:
    for account in data.get("accounts") or ():
        if isinstance(account, dict) and isinstance(account.get("name"), str):
            yield Word(account["name"], "这一家的叫法")
        for figure in (account.get("figures") or ()) if isinstance(account, dict) else ():
            for member in (figure.get("members") or ()) if isinstance(figure, dict) else ():
                yield Word(str(member), "它列出的名称")


def _of_problems(library: Library, _: str, data: dict[str, Any]) -> Iterator[Word]:
    for problem_id in data.get("problems") or ():
        problem = library.catalog.problems.get(str(problem_id))
        for synonym in problem.synonyms[:4] if problem else ():
            yield Word(synonym, "读者这样问它的问题")


def _of_terms(library: Library, _: str, data: dict[str, Any]) -> Iterator[Word]:
    text = folded("\n".join(str(point.get("text")) for account in data.get("accounts") or () if isinstance(account, dict)
                            for point in account.get("points") or () if isinstance(point, dict)) + str(data.get("summary")))
    for term in library.catalog.terms.values():
        if folded(term.term) in text:
            yield Word(term.term, "要点里用到的术语")


Source = Callable[[Library, str, dict[str, Any]], Iterator[Word]]
SOURCES: dict[str, tuple[Source, ...]] = {"practices": (_own_names, _of_terms, _of_problems)}
