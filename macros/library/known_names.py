"""Every name that the library has: of practices, bodies, speeches, terms, formulations, and the words they are looked for by."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from macros.library.catalog import Catalog
from macros.library.similarity import folded

# No name that covers a number is longer than this before or behind it.
_REACH = 16


class KnownNames:
    """The names of a catalogue, gathered when first asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(name for entry_id in self._catalog.practices for name in set(self._of_practice(entry_id))) + Counter(self._others())

    @cached_property
    def _joined(self) -> str:
        loose = (name for problem in self._catalog.problems.values() for name in (problem.title, *problem.synonyms))
        return "\n".join({folded(name) for name in (*self._names, *loose)})

    def covers(self, text: str, start: int, end: int, own: str | None = None) -> bool:
        """Whether characters `start` to `end` are part of a longer name that stands there; not one that only practice `own` has."""
        mine = Counter(set(self._of_practice(own))) if own else Counter[str]()
        for begin in range(max(0, start - _REACH), start + 1):
            for stop in range(end, min(len(text), end + _REACH) + 1):
                name = text[begin:stop]
                if stop - begin > end - start and self._names[name] > mine[name]:
                    return True
        return False

    def has(self, words: str) -> bool:
        """Whether the words are a name or part of one, whatever their quotation marks."""
        return bool(key := folded(words)) and key in self._joined

    def _of_practice(self, entry_id: str) -> Iterator[str]:
        practice = self._catalog.practices[entry_id]
        yield from (practice.title, *practice.aliases, *practice.keywords)
        for account in practice.accounts:
            if account.name:
                yield account.name
            for figure in account.figures:
                yield from figure.members

    def _others(self) -> Iterator[str]:
        catalog = self._catalog
        for speech in catalog.speeches.values():
            yield from (speech.title, speech.short, *(section.heading for section in speech.outline if section.heading))
        for body in catalog.organizations.values():
            yield from (name for name in (body.name, body.raw) if name)
            yield f"〔{body.distinguisher}〕"
        for term in catalog.terms.values():
            yield from (term.term, *(term.expansion or "").split("、"))
        yield from (each.text for each in catalog.formulations.values())
        yield from (topic.title for topic in catalog.topics.values())
        yield from (problem.title for problem in catalog.problems.values())
        yield from (source.title for source in catalog.sources.values())
