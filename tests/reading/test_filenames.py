"""What a file's name was meant to be, and what is a copy or left over; what editors are told of names: tests/library/test_catalog.py."""

import os
from pathlib import Path

import pytest

from macros.reading.filenames import bad_file, bad_id, intended, is_left_over, listed, spelled


@pytest.mark.parametrize("name", [
    "~$ke-tang.yml", "~$新.docx", "新建文本文档.txt", "未命名.yml", "untitled.yml", "ke-tang.bak", "ke-tang.yml~", "ke-tang.yml.1", "ke-tang - 副本.yml",
    "ke-tang (2).yml", "ke-tang（2）.yml", "Copy of ke-tang.yml", "ke-tang copy.yml",
])
def test_a_copy_a_backup_or_what_was_only_begun_is_left_over(name: str) -> None:
    assert is_left_over(name)


@pytest.mark.parametrize("name", ["ke-tang.yml", "2.yml", "说明.docx", "new.yml", "a~b.yml"])
def test_an_ordinary_file_is_not(name: str) -> None:
    assert not is_left_over(name)


@pytest.mark.parametrize(("name", "entry_id"), [
    ("ke-tang.yml", "ke-tang"), ("Ke Tang.yaml", "ke-tang"), ("ke_tang.yml.txt", "ke-tang"), ("ｋｅ－ｔａｎｇ.yml", "ke-tang"), ("课堂.yml", ""), ("con.yml", ""),
    ("ke-tang - 副本.yml", ""), ("ke-tang.yml.bak", ""), ("ke-tang.bak", ""),
])
def test_the_id_that_a_name_was_meant_to_be(name: str, entry_id: str) -> None:
    assert intended(name) == entry_id


def told(folder: Path, name: str, twin: str | None = None) -> tuple[str, str] | None:
    (folder / name).write_text("甲", encoding="utf-8")
    with os.scandir(folder) as files:
        return bad_file(next(file for file in files if file.name == name), "practices", "做法", twin)


def test_of_a_copy_it_is_told_what_to_keep(tmp_path: Path) -> None:
    said = "“{}”像是复制或备份出来的副本"
    assert told(tmp_path, "ke-tang.yml") is None
    for name, cure in (("ke-tang - 副本.yml", "要留的是 ke-tang.yml，这一份删去"), ("jiang-tang - 副本.yml", "没有用就删去；要留就改名为 jiang-tang.yml"),
                       ("jiang-tang.yml.bak", "没有用就删去；要留就改名为 jiang-tang.yml"), ("讲堂 - 副本.yml", "没有用就删去"), ("讲堂.bak", "没有用就删去")):
        assert told(tmp_path, name) == (said.format(name), cure)
    assert told(tmp_path, "~$ke-tang.yml") == ("“~$ke-tang.yml”是别的程序开着文件时留下的", "关掉那个程序，再删去它")


def test_of_an_ending_it_is_told_what_the_name_is_to_be(tmp_path: Path) -> None:
    said, hidden = "做法的文件名要以 .yml 结尾", "（Windows 藏起了 .txt：在“查看”里勾上“文件扩展名”就看得到）"
    assert told(tmp_path, "ke-tang.yml.TXT") == (said, f"改名为 ke-tang.yml{hidden}，或移走这个文件")
    assert told(tmp_path, "ke-tang.yml.yml") == (said, "改名为 ke-tang.yml，或移走这个文件")
    assert told(tmp_path, "ke-tang.docx") == (said, "改名为 ke-tang.yml，或移走这个文件")
    assert told(tmp_path, "课堂.docx") == (said, "改名为 编号.yml，编号用小写拼音，例如：quan-yuan-ru-wei.yml；不是条目就移走")


def test_names_are_in_the_order_of_ids_and_of_two_that_differ_in_case_the_lower_comes_first(tmp_path: Path) -> None:
    for name in ("b.yml", "A.yml", "a.yml", "a.b.yml", "a-b.yml", "C.yml", ".hidden.yml"):
        (tmp_path / name).touch()
    assert [file.name for file in listed(tmp_path)] == ["a.yml", "A.yml", "a-b.yml", "a.b.yml", "b.yml", "C.yml"]
    assert listed(tmp_path / "nothing") == []


def test_an_id_has_small_letters_digits_and_lines_and_is_no_name_of_windows() -> None:
    assert [bad_id(entry_id) is None for entry_id in ("a", "9-a", "a" * 64, "a" * 65, "-a", "a_b", "A", "", "com1", "com9", "com0", "com10", "lpt9", "Index")] == [
        True, True, True, False, False, False, False, False, False, False, True, True, False, False]
    assert spelled(" Ke_Tang．二 ") == "ke-tang-二"
