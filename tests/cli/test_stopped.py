"""A command that is killed, or finds the disk full, at any step leaves whole files, and the next run goes on."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from tests import loading
from tests.small_tree import Tree

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs are forks of one process")

PROJECT = Path(__file__).parents[2]
COLLECTION = PROJECT / "tests" / "importing" / "fixtures" / "collection.txt"
IMPORT = ("import", str(COLLECTION))
MANY = 24


def broken_off(how: str, library: Path, *arguments: str, by: int = 1) -> tuple[list[Path], Path]:
    """Copies of the library, each with the command ended one step (or `by` steps) later; and one where it ran through."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DATA", "DOCS")}
    done = loading.run("tests.killing", how, "1", str(by), library, *arguments, environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    copies = [library.with_name(f"{library.name}-{n}") for n in range(1, int(done.stdout) + 1)]
    assert len(copies) > 8
    return copies[:-1], copies[-1]


def kb(library: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.chdir(library)
    for name in ("DATA", "DOCS"):
        monkeypatch.delenv(name, raising=False)
    return CliRunner().invoke(main, list(arguments), prog_name="kb")


def files(library: Path) -> dict[str, bytes]:
    """What a library holds; what a killed write leaves is no part of it, and no other hidden file is there."""
    found = {p.relative_to(library).as_posix(): p.read_bytes() for p in (library / "data").rglob("*") if p.is_file()}
    return {path: content for path, content in found.items() if "/.kb-" not in path}


def left_over(library: Path) -> list[Path]:
    return list((library / "data").rglob(".kb-*"))


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """A library of many practices that all need mending."""
    library = tmp_path / "lib"
    tree = Tree(library)
    tree.replace("practices/wei-yuan-ke-tang.yml", "讲课。", "讲  课。")
    for number in range(MANY - 1):
        tree.copy("practices/wei-yuan-ke-tang.yml", f"practices/p{number}.yml")
    (library / "docs").mkdir(exist_ok=True)
    return library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    library = tmp_path / "lib"
    Tree(library)
    return library


@pytest.mark.parametrize("how", ["kill", "full"])
def test_mending_that_is_broken_off_leaves_whole_files_and_goes_on(
        untidy: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    old = files(untidy)
    copies, whole = broken_off(how, untidy, "check", "--fix", by=13)
    new = files(whole)
    assert sum(old[path] != new[path] for path in old) == MANY
    between = 0
    for copy in copies:
        now = files(copy)
        assert now.keys() == old.keys()
        assert all(content in (old[path], new[path]) for path, content in now.items())
        mended = sum(now[path] != old[path] for path in now)
        between += 0 < mended < MANY
        if how == "full" and mended < MANY:
            said = (copy / "said").read_text(encoding="utf-8")
            assert "磁盘满了" in said
            assert f"还没有改好（{MANY - mended} 个）：" in said
            assert (f"已经改好，都是完整的（{mended} 个）：" in said) == bool(mended)
            assert "再运行一次同样的命令" in said
            assert "Traceback" not in said
            assert left_over(copy) == []
        assert f"改好了 {MANY - mended} 个文件" in kb(copy, monkeypatch, "check", "--fix").output or mended == MANY
        assert files(copy) == new
        assert left_over(copy) == []
    assert between > 5


@pytest.mark.parametrize("how", ["kill", "full"])
def test_repairs_and_new_names_that_are_broken_off_lose_nothing(library: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    practices, topics = library / "data/practices", library / "data/topics.yml"
    text = (practices / "wei-yuan-ke-tang.yml").read_text(encoding="utf-8")
    (practices / "界别夜谈.yml").write_text(text.replace("委员课堂", "界别夜谈").replace("form: platform", "form: 平台载体"), encoding="utf-8")
    (practices / "wei-yuan-ke-tang.yml").write_bytes(text.replace("委员轮流讲课", "\0").encode().replace(b"\0", "委员轮流讲课".encode("gbk")))
    topics.write_bytes(topics.read_text(encoding="utf-8").encode("gbk"))
    (library / "docs").mkdir(exist_ok=True)
    old = files(library)
    copies, whole = broken_off(how, library, "check", "--fix", by=1)
    new = files(whole)
    assert new.keys() - old.keys() == {"data/practices/jie-bie-ye-tan.yml"}
    assert old.keys() - new.keys() == {"data/practices/界别夜谈.yml"}
    assert new["data/practices/wei-yuan-ke-tang.yml"] == text.encode()
    for copy in copies:
        now = files(copy)
        assert all(content in (old.get(path), new.get(path), old["data/practices/界别夜谈.yml"]) for path, content in now.items())
        assert {"data/practices/界别夜谈.yml", "data/practices/jie-bie-ye-tan.yml"} & now.keys()
        assert "Traceback" not in (copy / "said").read_text(encoding="utf-8")
        kb(copy, monkeypatch, "check", "--fix")
        assert files(copy) == new
        assert left_over(copy) == []


@pytest.mark.parametrize(("how", "source"), [("kill", ()), ("kill", ("--source", "cha-guan-hui-bian")), ("full", ())])
def test_an_import_that_is_broken_off_is_completed_by_the_next(
        library: Path, monkeypatch: pytest.MonkeyPatch, how: str, source: tuple[str, ...]) -> None:
    old = files(library)
    copies, whole = broken_off(how, library, *IMPORT, *source, by=4)
    new = files(whole)
    assert len(new) == len(old) + 10
    for copy in copies:
        now = files(copy)
        # The new body's record goes into a file that is there already: whole, or not yet.
        assert all(content in (new[path], old.get(path)) for path, content in now.items())
        left = sum(now.get(path) != content for path, content in new.items())
        if how == "full" and left:
            said = (copy / "said").read_text(encoding="utf-8")
            assert "磁盘满了" in said
            assert f"还没有写好（{left} 个）：" in said
            assert "再运行一次同样的命令" in said
            assert "Traceback" not in said
            assert left_over(copy) == []
        again = kb(copy, monkeypatch, *IMPORT, *source)
        assert again.exit_code == 0, again.output
        assert (f"写好了 {left} 个文件：" if left else "没有新写文件。") in again.output
        assert files(copy) == new
    assert {len(files(copy)) for copy in copies} == {len(new)}


def test_what_was_edited_between_two_runs_of_an_import_stays(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies, whole = broken_off("kill", library, *IMPORT, by=6)
    new = files(whole)
    edited = 0
    for copy in copies:
        drafts = [p for p in (copy / "data").rglob("*.yml") if p.relative_to(copy).as_posix() not in files(library)]
        for draft in drafts:
            text = draft.read_text(encoding="utf-8").replace("title: ", "title: 改过的", 1).replace("待填", "填了", 1)
            # Half of an edit: no YAML any more.
            draft.write_text(text + ("" if draft.parent.name == "practices" else "rights: [\n"), encoding="utf-8")
            edited += 1
        before = files(copy)
        again = kb(copy, monkeypatch, *IMPORT)
        assert again.exit_code == 0, again.output
        after = files(copy)
        assert after.keys() == new.keys()
        assert all(after[path] == content for path, content in before.items() if path != "data/organizations.yml")
        assert after["data/organizations.yml"].startswith(before["data/organizations.yml"])
    assert edited > 20


def test_a_leftover_of_a_killed_write_is_no_entry_and_goes_with_the_next(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("", "practices", "speeches", "sources", "originals"):
        (library / "data" / folder).mkdir(exist_ok=True)
        (library / "data" / folder / ".kb-999999999-half.new").write_bytes(b"title: ")
    (library / "docs").mkdir(exist_ok=True)
    assert kb(library, monkeypatch, "check").output == "检查通过：没有错误，没有提醒。\n"
    kb(library, monkeypatch, *IMPORT)
    assert left_over(library) == []


def test_a_file_changed_since_it_was_read_is_not_mended_over(untidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from macros.editing import mending

    file = untidy / "data/practices/p7.yml"
    mended = mending.fixed

    def saved_meanwhile(*arguments: object) -> str:
        file.write_text("title: 正在写\n", encoding="utf-8")
        return mended(*arguments)

    monkeypatch.setattr(mending, "fixed", saved_meanwhile)
    result = kb(untidy, monkeypatch, "check", "--fix")
    assert result.exit_code == 1
    assert "“data/practices/p7.yml”写不进去：读了以后又有人改过它，没有动它。" in result.output
    assert file.read_text(encoding="utf-8") == "title: 正在写\n"
    shutil.rmtree(untidy)
