"""Gzip copies beside the files, for servers that send them as they are. Same file, same bytes."""

import gzip
from pathlib import Path

# Pictures and fonts are compressed already.
_COMPRESSED = frozenset({".html", ".js", ".css", ".json", ".xml", ".svg", ".txt", ".csv", ".webmanifest"})
# Below this a packet is sent anyway.
_SMALLEST = 1024


def precompress(folder: Path) -> int:
    """Writes `x.gz` beside every text file `x` that gets smaller by it; returns how many.

    A `.gz` that the build left beside its file is replaced or removed: it may be of another state.
    """
    written = 0
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        if file.suffix == ".gz":
            if file.with_suffix("").exists():
                continue
        elif file.suffix.lower() in _COMPRESSED:
            written += _compress(file)
    return written


def _compress(file: Path) -> int:
    packed = file.with_name(f"{file.name}.gz")
    content = file.read_bytes()
    squeezed = gzip.compress(content, compresslevel=9, mtime=0) if len(content) >= _SMALLEST else content
    if len(squeezed) < len(content):
        packed.write_bytes(squeezed)
        return 1
    packed.unlink(missing_ok=True)
    return 0
