"""The full texts of made-up libraries are clean, so that a check of them tells what checking costs, not what telling does."""

from pathlib import Path

import check
import library
import pytest
import texts

from macros.pipeline import examine
from macros.rules import RULES
from tests.conftest import PROJECT

DOCS = PROJECT / "bench/docs"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("with-texts") / "data"
    library.write(folder, 60, 2)
    texts.write(folder, 2)
    return folder


def test_nothing_is_found_against_the_texts(data: Path) -> None:
    catalog, originals, found = examine(data, DOCS, ask_git=False)
    assert originals
    assert all(originals.complete("practices", pid) for pid in catalog.practices)
    assert {finding.code for finding in found}.isdisjoint(rule.code for rule in RULES if rule.check_against_text)


def test_paragraphs_say_what_entries_quote_and_are_all_different(data: Path) -> None:
    catalog, originals, _ = examine(data, DOCS, ask_git=False)
    said = [passage.text for sid in catalog.speeches for passage in originals.speech(sid).passages]
    assert len(said) == len(set(said)) == sum(len(speech.paragraphs) for speech in catalog.speeches.values()) > 10
    raw = [figure.raw for practice in catalog.practices.values() for account in practice.accounts for figure in account.figures if figure.raw]
    assert len(raw) > 10
    assert all(any(words in text for text in said) for words in raw)


def test_every_kind_of_check_is_measured_and_the_library_left_as_it_was(data: Path) -> None:
    before = {file: file.read_bytes() for file in data.rglob("*") if file.is_file()}
    cost = check.measure(data, DOCS)
    assert list(cost) == ["cold", "again", "saved", "renamed", "next"]
    assert min(cost.values()) > 0
    assert {file: file.read_bytes() for file in data.rglob("*") if file.is_file()} == before
