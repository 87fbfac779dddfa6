"""The files of `api/`: all that the pages show, for other programs.

A file is one JSON list with an entry on each line, so that two builds compare line by line. `api/index.json`
says which version of the format they are in, which files there are, and what the words of progress mean.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from macros.exports.declared import Record, completed
from macros.exports.records import Records, dumps
from macros.library import urls
from macros.library.graph import Graph
from macros.library.history import Event, events
from macros.model import locators
from macros.model.entries import Citation, Paragraph, Section
from macros.model.kinds import KINDS
from macros.model.vocabulary import Status

# Raised when a key goes, or means something else; docs/contributing/api.md has the table of old and new.
VERSION = 2
INDEX = "api/index.json"
CHANGES = "api/changes.json"


def files(graph: Graph) -> Mapping[str, str]:
    """The text of each file by its address, `api/practices.json` first, `api/index.json` last."""
    contents = (practices(map(dumps, Records(graph).practices())), *others(graph))
    return {address: content.decode() for address, content in contents}


def practices(lines: Iterable[bytes]) -> tuple[str, bytes]:
    """Address and content of the file of practices, from each one's record as a line."""
    return "api/practices.json", _list(lines)


def others(graph: Graph) -> Iterator[tuple[str, bytes]]:
    """Address and content of the files of all other kinds, and of the index."""
    records = Records(graph)
    for kind, record in _KINDS.items():
        entries = graph.catalog.current_speeches if kind == "speeches" else graph.catalog.of(kind)
        yield f"api/{kind}.json", _list(dumps(record(records, entry_id)) for entry_id in entries)
    yield CHANGES, _list(dumps(_event(records, event)) for event in events(graph.catalog))
    yield INDEX, dumps(_index()) + b"\n"


def _index() -> Record:
    """Nothing in it changes from build to build."""
    return {
        "version": VERSION,
        "files": [{"file": f"api/{kind}.json", "kind": kind, "label": KINDS[kind].label} for kind in ("practices", *_KINDS)]
        + [{"file": CHANGES, "kind": "changes", "label": "变化"}],
        "progress": [{"status": s.value, "status_label": s.label, "status_meaning": s.meaning} for s in Status],
    }


def _list(lines: Iterable[bytes]) -> bytes:
    joined = b",\n".join(lines)
    return b"[\n%b\n]\n" % joined if joined else b"[]\n"


def _speech(records: Records, speech_id: str) -> Record:
    graph, speech = records.graph, records.catalog.speeches[speech_id]
    organization = records.catalog.organizations[speech.organization]
    source = records.catalog.sources[speech.source]
    outline, number = [], 0
    for section in speech.outline:
        outline.append(_section(records, speech_id, section, number))
        number += len(section.paragraphs)
    return completed({
        "id": speech_id,
        "title": speech.title,
        "short": speech.short,
        "name": graph.speech_name(speech_id),
        "order": speech.order,
        "source": speech.source,
        "source_label": records.source_label(speech.source),
        "source_detail": completed({}, source, records.plain),
        "organization": speech.organization,
        "organization_label": graph.name_of(speech.organization),
        "level": organization.level.value,
        "level_label": organization.level.label,
        "occasion": records.plain(speech.occasion),
        "masks": speech.masks,
        "outline": outline,
        "practices": list(dict.fromkeys(t.practice_id for t in graph.of_speech.get(speech_id, ()))),
        "url": urls.entry("speeches", speech_id),
    }, speech, records.plain)


def _section(records: Records, speech_id: str, section: Section, before: int) -> Record:
    paragraphs = [_paragraph(records, speech_id, p, before + i) for i, p in enumerate(section.paragraphs, 1)]
    return completed({"heading": section.heading, "paragraphs": paragraphs}, section, records.plain)


def _paragraph(records: Records, speech_id: str, paragraph: Paragraph, number: int) -> Record:
    return completed({
        **_told_at(records, speech_id, str(number)),
        "gist": records.plain(paragraph.gist),
        "items": [
            completed({**_told_at(records, speech_id, f"{number}.{i}"), "marker": item.marker, "gist": records.plain(item.gist)},
                      item, records.plain)
            for i, item in enumerate(paragraph.items, 1)
        ],
        "tail": records.plain(paragraph.tail),
        "masks": paragraph.masks,
        "no_practice": records.plain(paragraph.no_practice),
    }, paragraph, records.plain)


def _told_at(records: Records, speech_id: str, at: str) -> Record:
    graph, place = records.graph, (speech_id, at)
    told = (t.practice_id for t in graph.told_at.get(place, ()))
    return {
        "at": at,
        "at_label": records.place(speech_id, at),
        "practices": list(dict.fromkeys(told)),
        "problems": list(graph.problems_named_at.get(place, ())),
        "terms": list(graph.terms_at.get(place, ())),
        "url": urls.place(speech_id, at),
    }


def _source(records: Records, source_id: str) -> Record:
    graph, source = records.graph, records.catalog.sources[source_id]
    return completed({
        "id": source_id,
        "title": source.title,
        "speeches": [sid for sid, speech in graph.speeches.items() if speech.source == source_id],
        "url": urls.entry("sources", source_id),
    }, source, records.plain)


def _topic(records: Records, topic_id: str) -> Record:
    graph, topic = records.graph, records.catalog.topics[topic_id]
    practices = graph.by_topic.get(topic_id, ())
    asked = (p for pid in practices for p in records.catalog.practices[pid].problems)
    return completed({
        "id": topic_id,
        "title": topic.title,
        "question": topic.question,
        "scope": records.plain(topic.scope),
        "order": topic.order,
        "practices": list(practices),
        "problems": list(dict.fromkeys(asked)),
        "organizations": list(graph.organizations_of(practices)),
        "neighbours": [{"topic": other, "title": records.catalog.topics[other].title, "practices": list(shared)}
                       for other, shared in graph.neighbours(topic_id)],
        "url": urls.entry("topics", topic_id),
    }, topic, records.plain)


def _problem(records: Records, problem_id: str) -> Record:
    problem = records.catalog.problems[problem_id]
    practices = records.graph.by_problem.get(problem_id, ())
    return completed({
        "id": problem_id,
        "title": problem.title,
        "summary": records.plain(problem.summary),
        "synonyms": list(problem.synonyms),
        "named_in": [_citation(records, citation) for citation in problem.named_in],
        "practices": list(practices),
        "organizations": list(records.graph.organizations_of(practices)),
        "url": urls.entry("problems", problem_id),
    }, problem, records.plain)


def _organization(records: Records, organization_id: str) -> Record:
    graph, organization = records.graph, records.catalog.organizations[organization_id]
    told = (t.practice_id for t in graph.of_organization.get(organization_id, ()))
    return completed({
        "id": organization_id,
        "name": organization.name,
        "label": graph.name_of(organization_id),
        "name_state": organization.name_state.value,
        "name_state_label": organization.name_state.label,
        "level": organization.level.value,
        "level_label": organization.level.label,
        "raw": organization.raw,
        "note": records.plain(organization.note),
        "speeches": list(graph.speeches_of.get(organization_id, ())),
        "practices": list(dict.fromkeys(told)),
        "url": urls.entry("organizations", organization_id),
    }, organization, records.plain)


def _term(records: Records, term_id: str) -> Record:
    term = records.catalog.terms[term_id]
    return completed({
        "id": term_id,
        "term": term.term,
        "expansion": records.plain(term.expansion),
        "unexplained": term.unexplained is not None,
        "at": [_citation(records, citation) for citation in term.at],
        "note": records.plain(term.note),
        "url": urls.entry("terms", term_id),
    }, term, records.plain)


def _formulation(records: Records, formulation_id: str) -> Record:
    formulation = records.catalog.formulations[formulation_id]
    return completed({
        "id": formulation_id,
        "text": formulation.text,
        "at": [_citation(records, citation) for citation in formulation.at],
        "url": urls.entry("formulations", formulation_id),
    }, formulation, records.plain)


def _event(records: Records, event: Event) -> Record:
    topics = records.catalog.topics
    return {
        "on": event.on.isoformat(), "happened": event.happened.value, "happened_label": event.happened.label,
        "kind": event.kind, "kind_label": KINDS[event.kind].label, "id": event.entry_id, "title": event.title,
        "what": records.plain(event.what) or None, "topics": list(event.topics), "topic_labels": [topics[t].title for t in event.topics],
        "url": urls.entry(event.kind, event.entry_id),
    }


def _citation(records: Records, citation: Citation) -> Record:
    speech = records.catalog.speeches[citation.speech]
    places = sorted(citation.at, key=locators.order)
    return completed({
        "speech": citation.speech,
        "speech_label": speech.short,
        "speech_name": records.graph.speech_name(citation.speech),
        "order": speech.order,
        "organization_label": records.graph.name_of(speech.organization),
        **records.places(citation.speech, places),
        "urls": [urls.place(citation.speech, at) for at in places],
    }, citation, records.plain)


_KINDS: Mapping[str, Callable[[Records, str], Record]] = {
    "speeches": _speech,
    "sources": _source,
    "topics": _topic,
    "problems": _problem,
    "organizations": _organization,
    "terms": _term,
    "formulations": _formulation,
}
