"""The core of the index: the names of all records and the tables to fold and read them; the search words that lead to
practices, which come after them; and the facets of practices with the links that lead from problems, terms, organisations
and speeches to them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from macros.library.catalog import Catalog
from macros.library.graph import Graph, Telling
from macros.model.vocabulary import FigureState, Form, Level, Relation, Status
from macros.search import words
from macros.search.packing import column, lists
from macros.search.pinyin import Table, table
from macros.search.records import Record, address
from macros.text.folding import simplified


def content(graph: Graph, found: Sequence[Record], characters: set[str]) -> dict[str, Any]:
    """What must be loaded before the first hit; `characters` are those of the whole index, folded."""
    readings = table(name for record in found for name in (record.title, *record.names, *record.keywords))
    return {
        "kinds": [_kind(kind, list(group), readings) for kind, group in groupby(found, lambda r: r.kind)],
        "pinyin": {"runs": readings.runs, "more": readings.more,
                   "words": {word: " ".join(reading) for word, reading in readings.words.items()}},
        "traditional": _traditional(characters),
    }


def search_words(found: Sequence[Record]) -> str:
    """The search words of every record that may have them, a line a record, parted by tabs."""
    last = max((i for i, record in enumerate(found) if record.keywords), default=-1)
    return "\n".join("\t".join(record.keywords) for record in found[:last + 1])


def facets(graph: Graph) -> dict[str, Any]:
    """What practices are narrowed by, and which other records lead to them."""
    told = graph.of_practice
    return {
        "values": _values(graph),
        "practices": _practices(graph.catalog, list(told.values())),
        "alternatives": _alternatives(graph, list(told)),
        "terms": _terms(graph, list(told)),
    }


def _kind(kind: str, found: Sequence[Record], readings: Table) -> dict[str, Any]:
    return {
        "kind": kind,
        "address": address(kind),
        "titles": "\n".join(record.title for record in found),
        "names": "\n".join("\t".join(record.names) for record in found),
        "ids": "\n".join(map(_beyond, (record.id for record in found), readings.slugs(record.title for record in found))),
    }


def _beyond(entry_id: str, suggested: str) -> str:
    """What an id has that the title does not suggest: nothing, or how many of the suggested syllables
    it keeps at its beginning and end with its own between them (`4//2`), or all of it."""
    if entry_id == suggested:
        return ""
    own, theirs = entry_id.split("-"), suggested.split("-")
    first = _common(own, theirs)
    last = min(_common(own[::-1], theirs[::-1]), len(own) - first, len(theirs) - first)
    between = "-".join(own[first:len(own) - last])
    return f"{first}/{between}/{last}" if first + last > 1 else entry_id


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many of their first members two sequences share."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _values(graph: Graph) -> dict[str, Any]:
    """The values to narrow by: [value, label], and what else the browser derives from them."""
    catalog = graph.catalog
    organizations = _rank(catalog.organizations)
    levels = _rank(level.value for level in Level)
    return {
        "topic": [[topic_id, topic.title] for topic_id, topic in catalog.topics.items()],
        "form": words.pairs(Form),
        "progress": words.pairs(Status),
        "level": words.pairs(Level),
        "figures": words.pairs(FigureState, words.NoFigures),
        "bodies": words.pairs(words.Bodies),
        # Organisations, speeches and problems are records; here stands only what the records lack.
        "levels_of": [levels[o.level.value] for o in catalog.organizations.values()],
        "speeches_of": [[organizations[s.organization], s.order, *_source(graph, s.source)]
                        for s in graph.speeches.values()],
    }


def _source(graph: Graph, source_id: str) -> tuple[str, ...]:
    """The name of a speech's source, where the library has several: 第3篇 says nothing without it."""
    return (graph.source_name(source_id),) if graph.several_sources else ()


def _practices(catalog: Catalog, told: Sequence[Sequence[Telling]]) -> dict[str, Any]:
    topics, problems = _rank(catalog.topics), _rank(catalog.problems)
    speeches = _rank(catalog.current_speeches)
    forms = _rank(form.value for form in Form)
    practices = [tellings[0].practice for tellings in told]
    first = [speeches[tellings[0].speech_id] for tellings in told]
    return {
        "topics": lists([[topics[topic] for topic in practice.topics] for practice in practices]),
        "form": column([forms[practice.form.value] for practice in practices]),
        "problems": lists([[problems[problem] for problem in practice.problems] for practice in practices]),
        "added": column([practice.added.isoformat() for practice in practices]),
        # Practices stand in the order of the speeches, so steps from one to the next are small.
        "speech": column([after - before for before, after in pairwise([0, *first])]),
        "others": lists([[speeches[telling.speech_id] for telling in tellings[1:]] for tellings in told]),
        "progress": column([_STATUSES[telling.account.progress.status] for tellings in told for telling in tellings]),
        "figures": column([_figures(telling) for tellings in told for telling in tellings]),
    }


def _figures(telling: Telling) -> int:
    """The states of an account's figures and rhythms as bits; without any the bit after the last state."""
    states = {figure.state.value for figure in telling.account.figures} | {state for point in telling.account.points for state in point.often_states}
    bits = {1 << place for state, place in _STATES.items() if state in states}
    return sum(bits) or 1 << len(_STATES)


def _alternatives(graph: Graph, practice_ids: Sequence[str]) -> dict[str, list[int]]:
    """Practices that are another way of doing the same: by row, how many rows further on."""
    rows = _rank(practice_ids)
    found: dict[str, list[int]] = {}
    for pid, row in rows.items():
        links = sorted(rows[link.to] - row for link in graph.related.get(pid, ())
                       if link.relation == Relation.ALTERNATIVE.value and rows.get(link.to, -1) > row)
        if links:
            found[str(row)] = links
    return found


def _rank(entries: Iterable[str]) -> dict[str, int]:
    return {entry_id: i for i, entry_id in enumerate(entries)}


_STATUSES, _STATES = _rank(Status), _rank(FigureState)


def _terms(graph: Graph, practice_ids: Sequence[str]) -> dict[str, Any]:
    """What each term stands for, and the practices whose texts link to it.

    Those that have the term in a name the browser finds by itself.
    """
    rows = _rank(practice_ids)
    terms = graph.catalog.terms
    linked = {term: [rows[entry] for kind, entry in graph.mentioned_by.get(term, ()) if kind == "practices" and entry in rows]
              for term in terms}
    return {
        "expansions": "\n".join(term.expansion or "" for term in terms.values()),
        "linked": [linked[term_id] for term_id in terms],
    }


def _traditional(characters: set[str]) -> str:
    """Pairs traditional + simplified, for characters that the index has."""
    return "".join(sorted(_pairs(characters)))


def _pairs(characters: set[str]) -> Iterator[str]:
    for old, new in simplified().items():
        if new in characters and ord(old) < 0x10000:
            yield old + new
