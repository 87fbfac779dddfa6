"""A library that git knows as published, to be changed by a test."""

import datetime

import pytest

from macros.pipeline import examine
from macros.runtime import today
from tests.repository import git
from tests.small_tree import Tree


@pytest.fixture
def published(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """The small library, on the main branch of a repository."""
    folder = tree.root.parent
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "before")
    monkeypatch.setattr(today, "now", lambda: datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC))
    return tree


def told(tree: Tree) -> list[str]:
    """Every finding of a check that asks git, but those about pages: place, severity, code, message, cure."""
    return [f"{f.path}:{f.line} {f.severity.value} {f.code} {f.message} | {f.cure}" for f in examine(tree.root, tree.docs)[2]
            if not f.path.startswith("docs/")]
