"""Where a test stands tells what it tests: tests/ has the rooms of macros/, and the core's modules tests of their names."""

import pytest

from tests.conftest import PROJECT

MACROS, TESTS = PROJECT / "macros", PROJECT / "tests"
# Folders of tests/ that are no room: what they are for.
BESIDE = {
    "bench": "the programs of bench/",
    "browser": "the built site in a real browser",
    "fixtures": "small libraries",
    "live_guard": "keeps the live data shut",
    "scripts": "the scripts of the pages, in the Node of the browser driver",
    "project": "the project as a whole: guide, tools, the library as it is today",
}
CORE = ("text", "model", "reading", "library", "fulltext")
# Modules of the core without a test of their name: the test that covers them, by what editors and readers see.
COVERED = {
    "text/folding": "search/test_folding.py",
    "text/roles": "rules/test_direction_in_source.py",
    "text/relations": "rules/test_direction_in_source.py",
    "text/people": "rules/test_doer_in_source.py",
    "text/opposites": "rules/test_opposite_in_source.py",
    "fulltext/credited": "rules/test_credited_body.py",
    "fulltext/contrary": "rules/test_direction_in_source.py",
    "fulltext/miss": "fulltext/test_amounts.py",
    "fulltext/nearness": "fulltext/test_amounts.py",
    "model/kinds": "library/test_catalog.py",
    "model/fields": "model/test_entries.py",
    "model/quoting": "rules/test_rules.py",
    "reading/characters": "reading/test_document.py",
    "library/silenced": "library/test_naming.py",
    "library/references": "rules/test_unknown_reference.py",
    "reading/yaml_data": "reading/test_document.py",
    "reading/yaml_errors": "reading/test_document.py",
    "fulltext/shipped": "handwritten/docs_folder/test_belongs.py",
    "fulltext/division": "fulltext/test_segments.py",
}


def test_every_folder_of_tests_is_a_room_or_has_its_reason() -> None:
    rooms = {folder.name for folder in MACROS.iterdir() if (folder / "__init__.py").is_file()}
    folders = {folder.name for folder in TESTS.iterdir() if folder.is_dir() and folder.name != "__pycache__"}
    assert folders - rooms - BESIDE.keys() == set()
    assert BESIDE.keys() - folders == set()


def test_no_test_lies_loose_but_those_of_what_is_loose_itself() -> None:
    loose = {file.stem for file in MACROS.glob("*.py")}
    assert {file.stem.removeprefix("test_") for file in TESTS.glob("test_*.py")} - loose - {"layers"} == set()


def test_every_rooms_tests_stand_in_its_folder() -> None:
    rooms = {folder.name for folder in MACROS.iterdir() if (folder / "__init__.py").is_file()}
    assert {room for room in rooms if not any((TESTS / room).rglob("test_*.py"))} == set()


@pytest.mark.parametrize("room", CORE)
def test_every_module_of_the_core_has_a_test_of_its_name_or_is_in_the_table(room: str) -> None:
    modules = {f"{room}/{file.stem}" for file in (MACROS / room).glob("*.py") if file.stem != "__init__"}
    own = {f"{room}/{file.stem.removeprefix('test_')}" for file in (TESTS / room).glob("test_*.py")}
    table = {module for module in COVERED if module.startswith(f"{room}/")}
    assert modules - own - table == set()
    assert table - modules == set(), "the table names what is not there"
    assert table & own == set(), "the table names what has a test of its own"


def test_the_table_names_tests_that_are_there() -> None:
    assert {test for test in COVERED.values() if not (TESTS / test).is_file()} == set()
