"""Every name that the library has: of practices, bodies, speeches, terms, formulations, and the words they are looked for by."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.model.entries import Organization, Practice, Speech, Term

# No name that covers a number is longer than this before or behind it.
_REACH = 16
# So many characters of a name are it, fewer may be anything.
_LONG = 4
_QUOTED = re.compile("[“\"]([^“”\"]+)[”\"]")


class KnownNames:
    """The names of a catalogue, gathered when first asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(name for kind, _, entry in self._catalog.entries() for name in _BY_KIND[kind](entry))

    @cached_property
    def _joined(self) -> str:
        loose = (name for problem in self._catalog.problems.values() for name in (problem.title, *problem.synonyms))
        return "\n".join({folded(name) for name in (*self._names, *loose)})

    def covers(self, text: str, start: int, end: int, own: str | None = None) -> bool:
        """Whether characters `start` to `end` are part of a longer name that stands there; not one that only practice `own` has."""
        mine = Counter(_of_practice(self._catalog.practices[own])) if own else Counter[str]()
        return any(self._names[name] > mine[name] for name in _longer(text, start, end))

    def calls_at(self, text: str, start: int, end: int) -> bool:
        """The same of what something is called, search words aside: 听专委会汇报 is what somebody looks for."""
        return any(name in self._called_as_written for name in _longer(text, start, end))

    def has(self, words: str) -> bool:
        """Whether the words are a name or part of one, whatever their quotation marks."""
        return bool(key := folded(words)) and key in self._joined


    @cached_property
    def _called(self) -> frozenset[str]:
        """What entries are called, folded, with what stands in quotes in it: not the words that they are looked for by."""
        return frozenset(folded(part) for name in self._called_as_written for part in (name, *_QUOTED.findall(name)))

    @cached_property
    def _called_as_written(self) -> frozenset[str]:
        said = (name for kind, _, entry in self._catalog.entries() for name in _BY_KIND[kind](entry) if kind != "practices")
        return frozenset((*said, *(name for practice in self._catalog.practices.values() for name in _called(practice))))

    @cached_property
    def _called_joined(self) -> str:
        return "\n".join(self._called)

    def calls(self, words: str) -> bool:
        """Whether something is called by these words: a name, what stands in quotes in one, or a long part of one."""
        key = folded(words)
        return bool(key) and (key in self._called or (len(key) >= _LONG and key in self._called_joined))


def _longer(text: str, start: int, end: int) -> Iterator[str]:
    """What stands in a text around characters `start` to `end`, as far as a name may reach."""
    return (text[begin:stop] for begin in range(max(0, start - _REACH), start + 1)
            for stop in range(end, min(len(text), end + _REACH) + 1) if stop - begin > end - start)


def of(catalog: Catalog, kind: str, entry_id: str) -> Iterator[str]:
    """The names that an entry gives, those of an entry that is not there being none."""
    if entry := catalog.of(kind).get(entry_id):
        yield from _BY_KIND[kind](entry)
        if kind == "problems":
            # By these it is looked for, which makes them no names.
            yield from (f"?{synonym}" for synonym in entry.synonyms)


def _of_practice(practice: Practice) -> Iterator[str]:
    yield from dict.fromkeys((*_called(practice), *practice.keywords))


def _called(practice: Practice) -> tuple[str, ...]:
    return (practice.title, *practice.aliases, *(account.name for account in practice.accounts if account.name),
            *(member for account in practice.accounts for figure in account.figures for member in figure.members))


def _of_speech(speech: Speech) -> Iterator[str]:
    yield from (speech.title, speech.short, *(section.heading for section in speech.outline if section.heading))


def _of_body(body: Organization) -> Iterator[str]:
    apart = f"〔{body.distinguisher}〕" if body.distinguisher else None
    yield from (name for name in (body.name, body.raw, apart) if name)


def _of_term(term: Term) -> Iterator[str]:
    yield from (term.term, *(term.expansion or "").split("、"))


_BY_KIND: dict[str, Callable[[Any], Iterable[str]]] = {
    "practices": _of_practice, "speeches": _of_speech, "organizations": _of_body, "terms": _of_term,
    "formulations": lambda formulation: (formulation.text,), "topics": lambda topic: (topic.title,),
    "problems": lambda problem: (problem.title,), "sources": lambda source: (source.title,),
}
