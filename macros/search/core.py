"""The core of the index: names, facets, links between records, and the tables to fold and read them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from macros.catalog import Catalog
from macros.relations import Graph, Telling
from macros.search.folding import fold, simplified
from macros.search.packing import column, lines
from macros.search.pinyin import Table, table
from macros.search.records import Record, address, current
from macros.vocabulary import FigureState, Form, Level, Relation, Status


def content(graph: Graph, found: Sequence[Record], characters: set[str]) -> dict[str, Any]:
    """What must be loaded before the first hit; `characters` are those of the whole index, folded."""
    readings = table(name for record in found for name in (record.title, *record.names))
    return {
        "kinds": [_kind(kind, list(group), readings) for kind, group in groupby(found, lambda r: r.kind)],
        "facets": _facets(graph.catalog),
        "practices": _practices(graph),
        "alternatives": _alternatives(graph),
        "terms": _terms(graph, found),
        "pinyin": {"runs": readings.runs, "more": readings.more,
                   "words": {word: " ".join(reading) for word, reading in readings.words.items()}},
        "traditional": _traditional(characters),
    }


def _kind(kind: str, found: Sequence[Record], readings: Table) -> dict[str, Any]:
    return {
        "kind": kind,
        "address": address(kind),
        "titles": lines(record.title for record in found),
        "names": lines("\t".join(record.names) for record in found),
        # Empty where the id is the title's own pinyin.
        "ids": lines("" if record.id == readings.slug(record.title) else record.id for record in found),
    }


def _facets(catalog: Catalog) -> dict[str, Any]:
    """The values to narrow by: [value, label], and what else the browser derives from them."""
    organizations = list(catalog.organizations)
    levels = [level.value for level in Level]
    return {
        "topic": [[topic_id, topic.title] for topic_id, topic in catalog.topics.items()],
        "form": [[form.value, form.label] for form in Form],
        "progress": [[status.value, status.label] for status in Status],
        "level": [[level.value, level.label] for level in Level],
        "figures": [[state.value, state.label] for state in FigureState] + [["none", "没有数字"]],
        "bodies": [["one", "一家"], ["several", "几家"]],
        # Organisations, speeches and problems are records; here stands only what the records lack.
        "levels_of": [levels.index(o.level.value) for o in catalog.organizations.values()],
        "speeches_of": [[organizations.index(s.organization), s.order] for s in catalog.current_speeches.values()],
    }


def _practices(graph: Graph) -> dict[str, Any]:
    catalog = graph.catalog
    topics, problems = _rank(catalog.topics), _rank(catalog.problems)
    speeches = _rank(catalog.current_speeches)
    tellings = list(current(graph).values())
    practices = [each[0].practice for each in tellings]
    told = [telling for each in tellings for telling in each]
    forms = _rank({form.value: None for form in Form})
    return {
        "topics": column([[topics[topic] for topic in practice.topics] for practice in practices]),
        "form": column([forms[practice.form.value] for practice in practices]),
        "problems": column([[problems[problem] for problem in practice.problems] for practice in practices]),
        "added": column([practice.added.isoformat() for practice in practices]),
        "accounts": column([len(each) for each in tellings]),
        "speech": column([speeches[telling.speech_id] for telling in told]),
        "states": column([_state(telling) for telling in told]),
    }


def _alternatives(graph: Graph) -> dict[str, list[int]]:
    """Practices that are another way of doing the same, by row; both sides of each link."""
    rows = _rank(current(graph))
    found = {}
    for pid, row in rows.items():
        links = [rows[link.to] for link in graph.related.get(pid, ())
                 if link.relation == Relation.ALTERNATIVE.value and link.to in rows]
        if links:
            found[str(row)] = links
    return found


def _state(telling: Telling) -> list[int]:
    """Progress, and the figures' states, as indices; an account without figures has the last state."""
    account = telling.account
    states = [state.value for state in FigureState]
    figures = sorted({states.index(figure.state.value) for figure in account.figures}) or [len(states)]
    return [[status.value for status in Status].index(account.progress.status.value), *figures]


def _rank(entries: Mapping[str, Any]) -> dict[str, int]:
    return {entry_id: i for i, entry_id in enumerate(entries)}


def _terms(graph: Graph, found: Sequence[Record]) -> dict[str, Any]:
    """What each term stands for, and the practices that it helps to find."""
    practices = [(i, record) for i, record in enumerate(found) if record.kind == "practices"]
    written = ["\t".join(map(fold, (record.title, *record.names))) for _, record in practices]
    linked = _linked(graph)
    expansions, rows = [], []
    for term_id, term in graph.catalog.terms.items():
        expansions.append(term.expansion or "")
        word = fold(term.term)
        rows.append([] if not term.expansion else [
            i for (i, record), names in zip(practices, written, strict=True)
            if word in names or record.id in linked.get(term_id, ())])
    return {"expansions": lines(expansions), "practices": rows}


def _linked(graph: Graph) -> Mapping[str, set[str]]:
    """Practices whose texts link to a term, by term."""
    return {term: {entry for kind, entry in graph.mentioned_by.get(term, ()) if kind == "practices"}
            for term in graph.catalog.terms}


def _traditional(characters: set[str]) -> str:
    """Pairs traditional + simplified, for characters that the index has."""
    return "".join(sorted(_pairs(characters)))


def _pairs(characters: set[str]) -> Iterator[str]:
    for old, new in simplified().items():
        if new in characters and ord(old) < 0x10000:
            yield old + new
