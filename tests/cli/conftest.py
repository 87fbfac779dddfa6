from pathlib import Path

import pytest

from tests.small_tree import Tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A small library that passes every rule."""
    return Tree(tmp_path)
