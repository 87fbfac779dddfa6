"""The settings are read without MkDocs, each text with its place, and a variable takes the place of what stands there."""

from pathlib import Path

import pytest

from macros.reading.settings import contact, texts, values

YAML = "site_name: 库\nsite_url: !ENV [KB_TEST_A, KB_TEST_B, ''] \nextra:\n  contact: [甲, {电话: 乙}]\n  f: !!python/name:a.b\n  g: !ENV KB_TEST_A\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(YAML, encoding="utf-8")
    return tmp_path


def test_every_text_has_its_place(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_TEST_B", "https://kb.example/")
    assert [(".".join(s.place), s.text, s.line, s.column, s.variable) for s in texts(project)] == [
        ("site_name", "库", 1, 12, ""), ("site_url", "https://kb.example/", 2, 11, "KB_TEST_B"), ("extra.contact", "甲", 4, 13, ""),
        ("extra.contact.电话", "乙", 4, 21, ""), ("extra.f", "", 5, 6, "")]


def test_values_are_as_mkdocs_reads_them(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert values(project)["site_url"] == ""
    monkeypatch.setenv("KB_TEST_A", "false")
    assert (values(project)["site_url"], values(project)["extra"]["g"]) == (False, False)
    assert contact(project) == "甲\n乙"


@pytest.mark.parametrize("text", [None, "a: [", "a: &a [*a]\n", "", "- a\n"])
def test_settings_that_say_nothing(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert [s for s in texts(tmp_path) if s.place] == []
    assert contact(tmp_path) == ""


def test_a_variable_stands_alone_or_before_what_holds_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("a: !ENV KB_TEST_A\nb: !ENV [KB_TEST_A]\nc: !ENV [KB_TEST_A, 3]\nd: !ENV [KB_TEST_A, [x, y]]\n", encoding="utf-8")
    assert values(tmp_path) == {"a": None, "b": None, "c": 3, "d": ["x", "y"]}
    assert [(s.place, s.text, s.line, s.column) for s in texts(tmp_path)] == [(("c",), "3", 3, 21), (("d",), "x", 4, 22), (("d",), "y", 4, 25)]
    monkeypatch.setenv("KB_TEST_A", "7")
    assert values(tmp_path) == {"a": 7, "b": 7, "c": 7, "d": 7}
    assert [(s.place, s.text, s.column, s.variable) for s in texts(tmp_path)] == [((name,), "7", 4, "KB_TEST_A") for name in "abcd"]


def test_what_holds_without_a_variable_is_no_name_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("a: !ENV [KB_TEST_A, KB_TEST_B]\n", encoding="utf-8")
    monkeypatch.setenv("KB_TEST_B", "7")
    assert values(tmp_path) == {"a": "KB_TEST_B"}
    assert [(s.text, s.variable) for s in texts(tmp_path)] == [("KB_TEST_B", "")]


def test_whom_readers_may_turn_to_stands_in_one_place(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("contact: 甲\nextra:\n  contact: 乙\n  other: 丙\n", encoding="utf-8")
    assert contact(tmp_path) == "乙"


@pytest.mark.parametrize("text", [None, "", "- a\n", "甲\n"])
def test_settings_without_fields_have_no_values(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert values(tmp_path) == {}
