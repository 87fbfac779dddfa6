"""The library of tests/fixtures/library: what data/ once was, cut down. Behaviour is tested on it, so that
an editor's new entry turns nothing red."""

import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
FROZEN = PROJECT / "tests" / "fixtures" / "library"
DATA = FROZEN / "data"


def write_docs(folder: Path) -> Path:
    """Writes its hand-written pages into `folder`, and the project's guide, which is under test itself; gives `folder`."""
    shutil.copytree(FROZEN / "docs", folder)
    shutil.copytree(PROJECT / "docs" / "contributing", folder / "contributing")
    return folder
