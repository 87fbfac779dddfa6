"""The statements of every entry as scripts, for 说哪里有错: a reader chooses the one that is wrong.

Cut and named as the records of practices are (entries.py). A speech also has its places, of which the reader chooses where
the right words stand.
"""

from collections.abc import Iterator

from macros.exports.declared import Record
from macros.exports.entries import FOLDER, scripts
from macros.exports.records import dumps
from macros.library import urls
from macros.library.graph import Graph
from macros.library.statements import Statements
from macros.model import locators
from macros.model.entries import Speech
from macros.model.kinds import KINDS
from macros.model.titles import title_of

MANIFEST = f"{FOLDER}/statements.js"
# What editors call it, and what stands on every page.
_OURS, _THEIRS = "原文未说明", "原文没有说"


def files(graph: Graph) -> Iterator[tuple[str, bytes]]:
    """Address and content of each script, the manifest last."""
    lines = {entry_id: dumps(record) for entry_id, record in _records(graph)}
    addresses = []
    for address, script in scripts("statements", lines):
        addresses.append(address)
        yield address, script
    yield MANIFEST, b"(window.KB_DATA=window.KB_DATA||{}).statementFiles=%b;\n" % dumps(addresses)


def _records(graph: Graph) -> Iterator[tuple[str, Record]]:
    statements = Statements(graph)
    for kind in KINDS.values():
        entries = {"practices": graph.catalog.current_practices, "speeches": graph.speeches}.get(kind.name, graph.catalog.of(kind.name))
        for entry_id, entry in entries.items():
            record = {
                "kind_label": kind.label,
                "title": graph.name_of(entry_id) if kind.name == "organizations" else title_of(entry),
                "url": urls.entry(kind.name, entry_id),
                "speeches": _speeches(graph, kind.name, entry_id),
                "statements": [[s.field, s.label.replace(_OURS, _THEIRS), s.text, s.account] for s in statements.of(kind.name, entry_id)],
            }
            yield entry_id, {**record, "name": graph.speech_name(entry_id), "body": graph.name_of(entry.organization),
                             "places": _places(entry)} if kind.name == "speeches" else record


def _speeches(graph: Graph, kind: str, entry_id: str) -> list[str]:
    """The speeches that an entry rests on."""
    catalog = graph.catalog
    if kind == "practices":
        return [t.speech_id for t in graph.of_practice.get(entry_id, ())]
    if kind == "speeches":
        return [entry_id]
    if kind == "organizations":
        return list(graph.speeches_of.get(entry_id, ()))
    if kind == "problems":
        return list(dict.fromkeys(c.speech for c in catalog.problems[entry_id].named_in))
    cited = catalog.terms[entry_id].at if kind == "terms" else catalog.formulations[entry_id].at if kind == "formulations" else ()
    return list(dict.fromkeys(c.speech for c in cited))


def _places(speech: Speech) -> list[list[str]]:
    """Every paragraph and item of a speech, with its name."""
    return [[at, locators.label(speech, at)] for number, paragraph in enumerate(speech.paragraphs, 1)
            for at in (str(number), *(f"{number}.{i}" for i in range(1, len(paragraph.items) + 1)))]
