"""What lies in data/ and is nobody's entry is told, wherever it lies."""

from collections.abc import Callable

import pytest

from tests.small_tree import Tree

Told = Callable[[], list[str]]


@pytest.mark.parametrize(("name", "code"), [
    ("practices.yml.bak", "unknown-file"), ("发言.docx", "unknown-file"), ("~$发言.docx", "unknown-file"), ("practises/a.yml", "unknown-file"),
    ("practices/发言.docx", "bad-file-name"), ("practices/wei-yuan-ke-tang.yml.bak", "bad-file-name"), ("practices/old/a.yml", "bad-file-name"),
    ("practices/wei-yuan-ke-tang - 副本.yml", "bad-file-name"), ("speeches/~$a.yml", "bad-file-name"), ("originals/old/a.txt", "original-unreadable"),
])
def test_a_stray_file_is_told_once(tree: Tree, told: Told, name: str, code: str) -> None:
    tree.write(name, "甲")
    (line,) = told()
    place = name if name.count("/") < 2 else name.rpartition("/")[0]
    place = "practises" if name.startswith("practises") else place
    assert line.split(":1:1 ")[0] == f"data/{place}"
    assert line.split(":1:1 ")[1].split()[0] == code
