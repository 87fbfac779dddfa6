"""How fragments call functions, and where compiled ones are kept from one build to the next."""

import hashlib
import os
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from jinja2.runtime import Context


class Direct(Context):
    """What a fragment's names stand for; what it calls is called as it is. Jinja asks of every function at
    every call whether it wants the context; none of ours does.

    A trick of speed, by the way in that Jinja documents. Held by tests/bench/test_without.py; measured with
    bench/without.py calls: without it 1.02 times the CPU in the real library, 1.04 with 1,000 entries (2026-11-28).
    """

    def call(self, function: Any, /, *args: Any, _loop_vars: object = None, _block_vars: object = None, **named: Any) -> Any:
        return function(*args, **named)


class Remembered(BytecodeCache):
    """Compiled templates in memory, shared by the environments of all folder levels."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


def kept_in(folder: Path) -> BytecodeCache:
    """Compiled templates in files under `folder`, as Python keeps its modules; in memory where
    nothing can be written there. Each is made anew when its source, Jinja or the code of pages changes.

    A trick of speed, held by tests/pages/test_compiling.py; measured with bench/without.py templates: without it 1.18 times the CPU
    in the real library, 1.07 with 1,000 entries (2026-11-28).
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Remembered()
    if not os.access(folder, os.W_OK):
        return Remembered()
    # Constants are folded through our filters, so whatever stands beside this file counts too.
    code = b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
    made_by = hashlib.md5(code + jinja2.__version__.encode(), usedforsecurity=False).hexdigest()[:8]
    return FileSystemBytecodeCache(str(folder), pattern=f"{made_by}-%s.cache")
