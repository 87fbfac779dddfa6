"""The library for OpenSearch or Elasticsearch: documents for `_bulk`, and the index's mapping.

Accounts are `nested`, so that “推进中” and “县级” asked together hold on one account, as in the
index page. Texts are analysed as `zh`, which the mapping defines once: smartcn, IK or, without
any plugin, cjk; a `zh.pair` field of character pairs finds parts of names that no word list has.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from macros.exports.declared import Record
from macros.exports.records import Records, dumps
from macros.library import urls
from macros.library.graph import Graph

INDEX = "shijian-ku"
# Servers advise requests of some megabytes; one file is one request.
FILE_BYTES = 5_000_000

# Name → the analysers for texts and for queries.
ANALYSERS: Mapping[str, tuple[str, str]] = {
    "smartcn": ("smartcn", "smartcn"),
    "ik": ("ik_max_word", "ik_smart"),
    "cjk": ("cjk", "cjk"),
}


def files(graph: Graph, analyser: str = "smartcn") -> Iterator[tuple[str, str]]:
    """Name and text of each file: `mapping.json`, then `bulk-001.ndjson` and so on."""
    yield "mapping.json", json.dumps(mapping(analyser), ensure_ascii=False, indent=2) + "\n"
    part: list[bytes] = []
    size, number = 0, 1
    for entry_id, document in documents(graph):
        lines = b"%b\n%b\n" % (dumps({"index": {"_index": INDEX, "_id": entry_id}}), dumps(document))
        if part and size + len(lines) > FILE_BYTES:
            yield f"bulk-{number:03}.ndjson", b"".join(part).decode()
            part, size, number = [], 0, number + 1
        part.append(lines)
        size += len(lines)
    yield f"bulk-{number:03}.ndjson", b"".join(part).decode()


def documents(graph: Graph) -> Iterator[tuple[str, Record]]:
    """Id and document of everything that a search should find."""
    records, catalog = Records(graph), graph.catalog
    for pid in graph.practice_ids:
        yield pid, {"kind": "practices", "kind_label": "做法", **records.practice(pid)}
    for sid, speech in catalog.current_speeches.items():
        gists = [records.plain(text) for p in speech.paragraphs for text in (p.gist, *(i.gist for i in p.items))]
        yield sid, _simple("speeches", "发言", sid, speech.title, [speech.short], " ".join(t for t in gists if t))
    for problem_id, problem in catalog.problems.items():
        yield problem_id, _simple("problems", "问题", problem_id, problem.title, problem.synonyms,
                                  records.plain(problem.summary))
    for oid, organization in catalog.organizations.items():
        yield oid, _simple("organizations", "单位", oid, graph.name_of(oid), (), records.plain(organization.note))
    for topic_id, topic in catalog.topics.items():
        yield topic_id, _simple("topics", "专题", topic_id, topic.title, [topic.question], records.plain(topic.scope))
    for term_id, term in catalog.terms.items():
        words = " ".join(t for t in (records.plain(term.expansion), records.plain(term.note)) if t)
        yield term_id, _simple("terms", "术语", term_id, term.term, (), words)
    for formulation_id, formulation in catalog.formulations.items():
        yield formulation_id, _simple("formulations", "提法", formulation_id, formulation.text, (), records.plain(formulation.note))
    for source_id, source in catalog.sources.items():
        yield source_id, _simple("sources", "来源", source_id, source.title, [source.short] if source.short else (), records.plain(source.note))


def _simple(kind: str, label: str, entry_id: str, title: str, aliases: Iterable[str], summary: str | None) -> Record:
    return {"kind": kind, "kind_label": label, "id": entry_id, "title": title, "aliases": list(aliases),
            "summary": summary, "url": urls.entry(kind, entry_id)}


def mapping(analyser: str = "smartcn") -> Record:
    """Settings and mapping of the index, for `PUT /shijian-ku`."""
    texts, queries = ANALYSERS[analyser]
    return {
        "settings": {"analysis": {"analyzer": {"zh": {"type": texts}, "zh_query": {"type": queries}}}},
        "mappings": {
            "dynamic": False,
            "properties": {
                **dict.fromkeys(("id", "kind", "form", "topics", "problems", "url"), _KEYWORD),
                **dict.fromkeys(("title", "aliases", "topic_labels", "problem_labels", "keywords"), _TEXT),
                "form_label": _KEYWORD,
                "summary": _TEXT,
                "unsaid": {"properties": {"what": _TEXT, "speech": _KEYWORD, "aspect": _KEYWORD}},
                "added": {"type": "date"}, "updated": {"type": "date"},
                "accounts": {"type": "nested", "properties": _ACCOUNT},
                "related": {"properties": {"to": _KEYWORD, "as": _KEYWORD, "title": _TEXT}},
                "distinct_from": {"properties": {"to": _KEYWORD, "title": _TEXT, "why": _TEXT}},
            },
        },
    }


_KEYWORD: Record = {"type": "keyword"}
_TEXT: Record = {
    "type": "text", "analyzer": "zh", "search_analyzer": "zh_query",
    "fields": {"pair": {"type": "text", "analyzer": "cjk"}, "raw": {"type": "keyword", "ignore_above": 256}},
}
_ACCOUNT: Record = {
    **dict.fromkeys(("speech", "organization", "level", "source", "at"), _KEYWORD),
    "order": {"type": "integer"},
    **dict.fromkeys(("name", "speech_title", "organization_label"), _TEXT),
    "progress": {"properties": {"status": _KEYWORD, "scope": _KEYWORD, "cue": _TEXT}},
    "points": {"properties": {"aspect": _KEYWORD, "text": _TEXT, "every": _KEYWORD, "raw": _TEXT, "at": _KEYWORD}},
    "figures": {"properties": {
        "label": _TEXT, "state": _KEYWORD, "bound": _KEYWORD, "raw": _TEXT, "members": _TEXT, "at": _KEYWORD,
    }},
}
