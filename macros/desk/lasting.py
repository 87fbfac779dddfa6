"""What a desk keeps from one run to the next: its key and its port. A window that was open when it was killed writes on."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from macros.runtime import writing

_NAME = "run.json"
_OWNER = 0o600


@dataclass(frozen=True)
class Run:
    """The key and the port of a run."""

    token: str
    secret: str
    port: int


def read(folder: Path) -> Run | None:
    """The last run of the desk that keeps its drafts in `folder`; None where there was none, or others can read the file."""
    file = folder / _NAME
    try:
        if os.name != "nt" and file.lstat().st_mode & 0o077:
            return None
        said = json.loads(file.read_text(encoding="utf-8"))
        run = Run(**said)
    except (OSError, ValueError, TypeError):
        return None
    return run if isinstance(run.token, str) and isinstance(run.secret, str) and min(len(run.token), len(run.secret)) >= 24 and type(run.port) is int else None


def keep(folder: Path, run: Run) -> None:
    """Keeps a run for the next one; where that can't be, the next begins anew."""
    file = folder / _NAME
    with contextlib.suppress(OSError):
        content = json.dumps(asdict(run)).encode()
        if file.exists():
            # Narrowed first: what replaces a file has the mode of that file.
            file.chmod(_OWNER)
            writing.replace(file, content)
        else:
            writing.create(file, content, private=True)
            file.chmod(_OWNER)
