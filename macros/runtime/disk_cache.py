"""A value that one run of the program leaves on disk for the next.

It is lost without harm: whatever is wrong with the file, nothing is there. It lies in a folder of the project that git does not
take along, as what Python compiles does, and is written and read by the same person.
"""

import hashlib
import pickle
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from macros.runtime import writing


def read(file: Path, key: bytes) -> Any:
    """The value that was written under this key; None where it was another one, or nothing can be read."""
    try:
        content = file.read_bytes()
        # Asked before it is unpacked: what another version of the program wrote may be of another shape.
        return pickle.loads(content[len(key):]) if content.startswith(key) else None  # noqa: S301 - our own
    except Exception:
        return None


def write(file: Path, key: bytes, value: Any) -> None:
    """Leave the value under this key, in the place of what was there; not where it can't be written."""
    with suppress(OSError, pickle.PicklingError, AttributeError, TypeError):  # the last two: what can't be pickled
        writing.replace(file, key + pickle.dumps(value))


def key(program: Path, *others: str) -> bytes:
    """A key that is another one when any file of the program, or Python, or one of `others` is."""
    digest = hashlib.sha256(repr((sys.version, others)).encode("utf-8", "surrogatepass"))
    for file in sorted(file for file in program.rglob("*") if "__pycache__" not in file.parts and file.is_file()):
        digest.update(repr((file.relative_to(program).as_posix(), file.stat().st_size)).encode())
        digest.update(file.read_bytes())
    return digest.digest()
