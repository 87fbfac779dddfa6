"""Which folder may be the data folder of a library, and which one is meant instead; what commands say of it: tests/cli/test_data_folder.py."""

from pathlib import Path

import pytest

from macros.reading.data_folder import wrong

NONE = "在库的根文件夹里运行，或用 --data 指明"


def made(folder: Path, *names: str) -> Path:
    """The folder with these files in it; a name that ends with a slash is a folder."""
    for name in names:
        path = folder / name
        (path if name.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        if not name.endswith("/"):
            path.write_text("甲", encoding="utf-8")
    return folder


@pytest.mark.parametrize("names", [
    ("./",), ("practices/a.yml",), ("topics.yml",), ("topics.yml", "别的.docx"), ("practices/",), ("practices/", "originals/", "README.md"), (".git/",),
    ("practices/说明.txt",), ("sources/a.yml", "notes/a.md"),
    ("sources", "speeches", "practices", "topics.yml", "别的.docx"),
])
def test_what_holds_entries_or_may_hold_them_is_one(tmp_path: Path, names: tuple[str, ...]) -> None:
    assert wrong(made(tmp_path / "x", *names)) is None


@pytest.mark.parametrize("names", [("别的.docx",), ("practices/index.md",), ("practices/", "别的.docx"), ("readme.txt",), ("practices.yml",), ("topics/",)])
def test_what_holds_something_else_is_none(tmp_path: Path, names: tuple[str, ...]) -> None:
    folder = made(tmp_path / "x", *names)
    assert wrong(folder) == (f"“{folder}”不是数据文件夹：数据文件夹里是 practices、speeches、sources 三个文件夹和 topics.yml、organizations.yml 等文件", NONE)


@pytest.mark.parametrize(("given", "meant"), [("data/practices", "data"), (".", "data"), ("docs", "data"), ("docs/deep", None)])
def test_the_data_folder_around_within_or_beside_it_is_named(tmp_path: Path, given: str, meant: str | None) -> None:
    root = made(tmp_path, "data/topics.yml", "data/practices/index.md", "docs/index.md", "docs/deep/index.md", "mkdocs.yml")
    found = wrong(root / given)
    assert found and found[1] == (f"写 --data {root / meant}" if meant else NONE)


def test_what_is_not_there_or_is_a_file_is_none(tmp_path: Path) -> None:
    file = made(tmp_path, "x.yml") / "x.yml"
    assert [wrong(path) for path in (file, tmp_path / "y")] == [(f"没有“{path}”这个数据文件夹", NONE) for path in (file, tmp_path / "y")]


def test_what_cannot_be_looked_into_may_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made(tmp_path, "别的.docx")

    def closed(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("os.scandir", closed)
    assert wrong(folder) is None
