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
        # A pipe would wait for ever, a device never end.
        content = file.read_bytes() if file.is_file() else b""
        value = content[len(key) + hashlib.sha256().digest_size:]
        # Asked before it is unpacked: what another version of the program wrote may be of another shape, and what was spoiled say anything.
        return pickle.loads(value) if content.startswith(key + hashlib.sha256(value).digest()) else None  # noqa: S301 - our own
    except Exception:
        return None


def write(file: Path, key: bytes, value: Any) -> None:
    """Leave the value under this key, in the place of what was there; not where it can't be written."""
    with suppress(OSError, pickle.PicklingError, AttributeError, TypeError):  # the last two: what can't be pickled
        content = pickle.dumps(value)
        writing.replace(file, key + hashlib.sha256(content).digest() + content)


def key(program: Path, *others: str) -> bytes:
    """A key that is another one when any file of the program, or Python, or one of `others` is.

    Raises:
        OSError: a file can't be read.
    """
    digest = hashlib.sha256(repr((sys.version, others)).encode("utf-8", "surrogatepass"))
    # What begins with a dot is an editor's.
    for file in sorted(file for file in program.rglob("[!.]*") if "__pycache__" not in file.parts and file.is_file()):
        digest.update(repr((file.relative_to(program).as_posix(), file.stat().st_size)).encode())
        digest.update(file.read_bytes())
    return digest.digest()
