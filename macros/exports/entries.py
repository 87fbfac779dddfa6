"""The records of all practices as scripts, for 材料夹 and Word in the browser.

Scripts load from a folder that was opened by double-click, where fetch does not. A small library
is one file; a large one is cut into shards by a hash of the id that the browser works out too.
Names carry the hash of the content, so a file that is loaded once may be kept for good; only the
manifest, which names them, has a fixed name.
"""

import hashlib
from collections.abc import Iterator, Mapping

from macros.exports.records import dumps
from macros.library.graph import Graph
from macros.library.plain import plain

FOLDER = "assets/data"
MANIFEST = f"{FOLDER}/entries.js"
ONE_FILE = 300


def files(lines: Mapping[str, bytes], graph: Graph | None = None) -> Iterator[tuple[str, bytes]]:
    """Address and content of each script, the manifest last; `lines` are the records, as JSON by id.

    The manifest lists the scripts' addresses: the one at `shard(id, len(list))` has the record of `id`. With `graph` it also
    says under which id a practice stands now that has had others, and which were withdrawn, when and why.
    """
    addresses = []
    for address, script in scripts("entries", lines):
        addresses.append(address)
        yield address, script
    moved, gone = (_moved(graph), _gone(graph)) if graph else ({}, {})
    yield MANIFEST, b"Object.assign(window.KB_DATA=window.KB_DATA||{},{entryFiles:%b,entryMoved:%b,entryGone:%b});\n" % (
        dumps(addresses), dumps(moved), dumps(gone))


def scripts(name: str, lines: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Address and content of each script with records, which are JSON by id; they come to lie in `KB_DATA` under this name."""
    parts: list[list[bytes]] = [[] for _ in range(shards(len(lines)))]
    for entry_id in sorted(lines):
        parts[shard(entry_id, len(parts))].append(b'"%b":%b' % (entry_id.encode(), lines[entry_id]))
    for i, part in enumerate(parts):
        yield _script(name, i, part)


def _moved(graph: Graph) -> Mapping[str, str]:
    """The id of today by each former id of a practice."""
    return {old: pid for pid in graph.practice_ids for old in graph.catalog.practices[pid].formerly}


def _gone(graph: Graph) -> Mapping[str, Mapping[str, str]]:
    """Title, day and reason of each practice that is no longer shown, by all its ids; no day where it is its speeches that were withdrawn."""
    gone: dict[str, Mapping[str, str]] = {}
    for pid, practice in graph.catalog.practices.items():
        if pid not in graph.of_practice:
            withdrawn = practice.withdrawn
            told = {"title": practice.title, "on": withdrawn.on.isoformat() if withdrawn else "",
                    "reason": plain(withdrawn.reason, graph.catalog) if withdrawn else "讲到这一条的发言都已撤下"}
            gone.update(dict.fromkeys((pid, *practice.formerly), told))
    return gone


def shards(count: int) -> int:
    """How many files a library of `count` practices is cut into."""
    if count < ONE_FILE:
        return 1
    return 64 if count < 2500 else 128 if count < 5000 else 256


def shard(entry_id: str, of: int) -> int:
    """Which of `of` files an id is in: FNV-1a over its characters, which are ASCII."""
    value = 0x811C9DC5
    for byte in entry_id.encode("ascii"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value % of


def _script(name: str, index: int, part: list[bytes]) -> tuple[str, bytes]:
    text = (b"(function(d){d.%b=Object.assign(d.%b||{},{\n" % (name.encode(), name.encode()) + b",\n".join(part)
            + b"\n});})(window.KB_DATA=window.KB_DATA||{});\n")
    digest = hashlib.sha256(text).hexdigest()[:10]
    return f"{FOLDER}/{name}-{index:02x}.{digest}.js", text
