"""Drafts and texts of which a power cut has left the beginning, or nothing but the name.

What an import writes is in its place as a whole or not at all; but a disk that lost its power, a copy that was
stopped or an older version may have left less. Such a file is empty, or the beginning of what the import would
write again, word for word: nothing in it is a person's.
"""

import re
from pathlib import Path

from macros.editing.yaml_text import comment
from macros.importing.drafts import HEAD
from macros.library.catalog import Catalog
from macros.model.fields import TO_CONFIRM, TO_FILL
from macros.model.kinds import KINDS

# The last line of a draft of a practice tells the day, which is another one by now.
_DAY = re.compile(rb"added: [\d-]{0,9}\Z")
_NAME = re.compile("^# 全文由“(.*)”导入".encode(), re.M)
_OPEN = re.compile(f"{TO_FILL}|{TO_CONFIRM}")
_BEGIN = comment(HEAD).encode()


def contents(file: Path) -> bytes | None:
    """What a plain file holds; None where there is none or it can't be read."""
    try:
        return file.read_bytes() if file.is_file() and not file.is_symlink() else None
    except OSError:
        return None


def is_half(there: bytes | None, whole: bytes) -> bool:
    """Whether `there` is a true beginning of `whole`; one line end less is whole."""
    return there is not None and whole.startswith(_DAY.sub(b"", there)) and there.rstrip() != whole.rstrip() \
        and len(there) < len(whole)


def likely(catalog: Catalog, data: Path) -> frozenset[tuple[str, str]]:
    """The entries (kind, id) that may be half a draft: they are none yet, or not filled in, and begin as a draft does."""
    found = set()
    for kind, entry_id in catalog.claimed:
        # Half of a speech may be a whole one of fewer paragraphs.
        origin = catalog.origins.get((kind, entry_id)) if entry_id in catalog.of(kind) else None
        if KINDS[kind].one_file_each and (origin is None or _OPEN.search(origin.document.text)):
            raw = contents(data / kind / f"{entry_id}.yml")
            if raw is not None and (raw.startswith(_BEGIN) or _BEGIN.startswith(raw)):
                found.add((kind, entry_id))
    return frozenset(found)


def imported_as(draft: bytes | None) -> str | None:
    """The name of the file that the draft of a source says it came from."""
    name = _NAME.search(draft or b"")
    return name.group(1).decode("utf-8", "replace") if name else None
