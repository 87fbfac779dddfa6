from collections.abc import Callable
from pathlib import Path

import pytest

from macros.findings import errors
from macros.pipeline import examine
from tests.small_tree import Tree

PICTURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """The small library with its pages and a picture."""
    made = Tree(tmp_path)
    (made.docs / "images").mkdir()
    (made.docs / "images/tu.png").write_bytes(PICTURE)
    return made


@pytest.fixture
def told(tree: Tree) -> Callable[[], list[str]]:
    """Every error in a line: place, code, message, cure."""

    def run() -> list[str]:
        return [f"{f.path}:{f.line}:{f.column} {f.code} {f.message} | {f.cure}" for f in errors(examine(tree.root, tree.docs)[2])]

    return run
