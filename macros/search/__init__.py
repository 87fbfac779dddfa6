"""The index that readers search: scripts of records, made from the graph and the hand-written pages.

`build` gives the scripts and the manifest that tells a page which of them to load. A page needs the
core for its first hit; the search words that lead to practices come next. A small library has its facets in the core and
loads all bodies in one script afterwards, those of hand-written pages only when no entry answers; a large one loads the facets beside,
the shards that a question needs and the chunks that its hits stand in.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.library.graph import Graph
from macros.search import core, records, shards
from macros.search.packing import column, digest, script
from macros.search.records import Page, Record
from macros.text.folding import fold_lines

FOLDER = "assets/kb"
MANIFEST = f"{FOLDER}/manifest.js"
# Bodies of so many characters in all are loaded at once, instead of by what is asked for.
WHOLE = 1_500_000
# Facets are part of the core up to so many characters of bodies.
SMALL = 150_000
CHUNK = 32


@dataclass(frozen=True)
class Index:
    """The scripts by address, and the manifest that a page starts from.

    `manifest` has `core`, `words`, `facets`, `text` and `pages` (each `file` and `bytes`, or None: a small library
    has its facets in the core, a large one no whole `text` and `pages`), `parts` (`folder`, and how many `shards` and
    `chunks` of `chunk` records; its script `lines` says how many lines each record has; None in a small one) and `counts` (records by kind). `files` holds it
    too, as the script `MANIFEST`: a page that loads that one stays the same when the index changes.
    """

    files: Mapping[str, str]
    manifest: Mapping[str, Any]


def files(graph: Graph, pages: Sequence[Page]) -> Mapping[str, str]:
    """Address → text of every script of the index; `pages` are (title, url, plain text)."""
    return build(graph, pages).files


def build(graph: Graph, pages: Sequence[Page]) -> Index:
    """The index of everything in `graph` and of the hand-written pages (title, url, plain text, and where there are some the words that lead there)."""
    found = records.collect(graph, pages)
    lines = [[" ".join(text.split()) for _, text in record.body] for record in found]
    names = (" ".join(name.split()) for record in found for name in (record.title, *record.names))
    (*folded, _), characters = fold_lines(map("\n".join, (*lines, names)))
    bodies = list(map(_body, found, lines))
    size = sum(map(len, bodies))
    whole = size <= WHOLE
    small = whole and size <= SMALL
    first, then = core.content(graph, found, characters), core.facets(graph)
    core_file = _named("core", {**first, "facets": then} if small else first)
    facets_file = {} if small else _named("facets", then)
    words_file = _named("words", core.search_words(found))
    entries = len(found) - len(pages)
    text_file = _named("text", "\n".join(bodies[:entries])) if whole else {}
    pages_file = _named("pages", "\n".join(bodies[entries:])) if whole and pages else {}
    part_files, parts = ({}, None) if whole else _parts(bodies, folded, list(map(len, lines)))
    manifest = {
        "core": _entry(core_file), "words": _entry(words_file), "facets": _entry(facets_file), "text": _entry(text_file), "pages": _entry(pages_file),
        "parts": parts, "counts": Counter(record.kind for record in found),
    }
    named = {**core_file, **words_file, **facets_file, **text_file, **pages_file, **part_files}
    return Index({**named, MANIFEST: script("manifest", manifest)}, manifest)


def _body(record: Record, lines: Sequence[str]) -> str:
    """A record's body in one line: letter and text of each of its lines, parted by tabs."""
    return "\t".join([letter + text for (letter, _), text in zip(record.body, lines, strict=True)])


def _named(name: str, value: Any) -> dict[str, str]:
    text = script(name, value)
    return {f"{FOLDER}/{name}.{digest(text)}.js": text}


def _entry(named: Mapping[str, str]) -> dict[str, Any] | None:
    return next(({"file": file, "bytes": len(text.encode())} for file, text in named.items()), None)


def _parts(bodies: Sequence[str], folded: Sequence[str], counts: Sequence[int]) -> tuple[dict[str, str], dict[str, Any]]:
    """The scripts of a library too large to load whole, under one folder named by their content."""
    lines = [line for body, count in zip(folded, counts, strict=True) if count for line in body.split("\n")]
    scripts = {"lines.js": script("lines", column(counts))}
    scripts |= {f"shard-{i}.js": script(f"shard-{i}", part) for i, part in enumerate(shards.split(lines))}
    chunks = ["\n".join(bodies[i:i + CHUNK]) for i in range(0, len(bodies), CHUNK)]
    scripts |= {f"chunk-{i}.js": script(f"chunk-{i}", part) for i, part in enumerate(chunks)}
    folder = f"{FOLDER}/{digest(''.join(scripts.values()))}"
    parts = {"folder": folder, "shards": shards.SHARDS, "chunks": len(chunks), "chunk": CHUNK}
    return {f"{folder}/{name}": text for name, text in scripts.items()}, parts
