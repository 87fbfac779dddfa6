"""The state that the work began from, asked of git: which entries were there, and how the altered ones were."""

from pathlib import Path

import pytest

from macros.editing import merge_base
from macros.library.before import Before
from macros.library.catalog import load
from macros.runtime.git import Git
from tests.repository import git
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def _before(tree: Tree) -> Before | None:
    return merge_base.before(tree.root, load(tree.root)[0])


def _commit(tree: Tree, message: str) -> None:
    git(tree.root.parent, "add", ".")
    git(tree.root.parent, "commit", "-q", "-m", message)


@pytest.fixture
def main(tree: Tree) -> Tree:
    git(tree.root.parent, "init", "-q", "-b", "main")
    _commit(tree, "before")
    return tree


def test_only_what_differs_is_read(main: Tree) -> None:
    main.replace(KE_TANG, "title: 委员课堂", "title: 讲堂")
    before = _before(main)
    assert before is not None
    assert before.published == load(main.root)[0].claimed
    assert {entry_id: entry.title for entry_id, entry in before.altered.practices.items()} == {"wei-yuan-ke-tang": "委员课堂"}
    assert not before.altered.speeches and not before.altered.organizations


def test_another_end_of_lines_is_no_difference(main: Tree) -> None:
    main.write(KE_TANG, main.read(KE_TANG).replace("\n", "\r\n"))
    before = _before(main)
    assert before is not None and not before.altered.claimed


def test_the_published_branch_counts_before_the_own_one(main: Tree) -> None:
    git(main.root.parent, "update-ref", "refs/remotes/origin/main", "HEAD")
    (main.root / KE_TANG).unlink()
    _commit(main, "gone, and not pushed yet")
    before = _before(main)
    assert before is not None and before.gone == (("practices", "wei-yuan-ke-tang"),)


def test_what_others_published_since_is_not_missed(main: Tree) -> None:
    git(main.root.parent, "checkout", "-q", "-b", "theirs")
    main.copy(KE_TANG, "practices/xin.yml", ("title: 委员课堂", "title: 夜校"))
    _commit(main, "theirs")
    git(main.root.parent, "branch", "-f", "main")
    git(main.root.parent, "checkout", "-q", "-b", "mine", "HEAD~1")
    before = _before(main)
    assert before is not None and before.gone == ()


def test_git_is_asked_a_few_times_whatever_the_number_of_files(main: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(20):
        main.copy(KE_TANG, f"practices/ke-{n}.yml")
    _commit(main, "many")
    for n in range(20):
        (main.root / f"practices/ke-{n}.yml").unlink()
    asked: list[str] = []
    run = Git.run
    monkeypatch.setattr(Git, "run", lambda self, *arguments, given=b"": (asked.append(arguments[0]), run(self, *arguments, given=given))[1])
    before = _before(main)
    assert before is not None and len(before.gone) == 20
    assert asked == ["rev-parse", "for-each-ref", "ls-tree", "cat-file"]


def test_no_repository_says_nothing(tmp_path: Path) -> None:
    assert _before(Tree(tmp_path)) is None
