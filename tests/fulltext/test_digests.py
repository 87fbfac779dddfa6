"""What an entry rests on, as a digest: another one where anything of it differs, the same where nothing does."""

import pytest

from macros.fulltext import digests, originals
from macros.library.catalog import load
from tests.small_tree import Tree

GROUPS, CLASS = ("practices", "wei-yuan-bian-zu"), ("practices", "wei-yuan-ke-tang")
SPEECH, OTHER = ("speeches", "jia-shi"), ("speeches", "yi-xian")


def _footings(tree: Tree) -> dict[tuple[str, str], bytes]:
    catalog, _ = load(tree.root)
    texts = originals.load(tree.root, catalog)
    return digests.of_footings(catalog, texts, {sid: digests.of_speech(catalog, texts, sid) for sid in catalog.speeches})


@pytest.fixture
def moved(tree: Tree):
    """The entries that rest on something else once the words of a file are others."""
    tree.with_originals()
    # Whoever is set apart from another, answers a problem and cites a speech.
    tree.replace(f"practices/{GROUPS[1]}.yml", "added: 2026", "distinct_from: [{to: wei-yuan-ke-tang, why: 不讲课}]\nadded: 2026")
    before = _footings(tree)

    def change(path: str, old: str, new: str) -> set[tuple[str, str]]:
        assert _footings(tree) == before
        tree.replace(path, old, new)
        after = _footings(tree)
        return {entry for entry in before.keys() | after.keys() if before.get(entry) != after.get(entry)}

    return change


def test_a_practice_moves_itself_what_is_set_apart_from_it_and_what_it_answers(moved) -> None:
    found = moved("practices/wei-yuan-ke-tang.yml", "委员轮流讲课", "委员轮着讲课")
    assert {CLASS, GROUPS} <= found
    assert not found & {SPEECH, OTHER}


def test_the_text_of_a_speech_moves_the_speech_and_all_that_tells_of_it(moved) -> None:
    found = moved("originals/hui-bian.txt", "每月至少两次", "每月至少三次")
    assert len(found & {SPEECH, OTHER}) == 1
    assert found & {GROUPS, CLASS}


def test_a_body_moves_its_speeches_alone(moved) -> None:
    found = moved("organizations.yml", "name: ", "name: 新")
    assert len(found & {SPEECH, OTHER}) == 1


def test_a_comment_in_a_file_of_many_moves_its_entries_and_no_other(moved) -> None:
    found = moved("organizations.yml", "name: ", "name:  ")
    assert {kind for kind, _ in found} == {"organizations"}
