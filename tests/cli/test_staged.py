"""The hook before a commit, as git runs it: what is staged is judged, and full texts stay at home."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from macros.fulltext.held_back import SUFFIXES
from tests import frozen, repository
from tests.conftest import PROJECT
from tests.repository import COPIED, git, place_kb, run, told
from tests.small_tree import FIXTURES, Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
REFUSED = "没有提交：先改好上面的错误，git add，再提交。\n"


@pytest.fixture(autouse=True)
def _no_other_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "DOCS", *(name for name in os.environ if name.startswith("GIT_"))):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def unborn(tmp_path: Path) -> Tree:
    """A small library in a new repository that has the hooks and an environment; nothing is committed."""
    return repository.hooked(tmp_path / "库 一")


@pytest.fixture
def tree(unborn: Tree) -> Tree:
    """The same with a first commit, and the full text beside it."""
    return repository.begun(unborn)


def commit(tree: Tree, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(tree.root.parent, "commit", "-m", "x", *arguments)


def test_what_has_errors_is_not_committed(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: 平台")
    git(tree.root.parent, "add", "data")
    done = commit(tree)
    assert done.returncode == 1
    assert [line.partition(" 类型")[0] for line in told(done)] == [f"data/{KE_TANG}:3:7: 错误[unknown-value]"]
    assert done.stderr.endswith(REFUSED)


def test_what_is_staged_is_judged_and_not_the_working_tree(tree: Tree) -> None:
    good = tree.read(KE_TANG)
    tree.replace(KE_TANG, "form: platform", "form: 平台")
    git(tree.root.parent, "add", "data")
    tree.write(KE_TANG, good)
    assert commit(tree).returncode == 1
    # And the other way round: a half-done change that is not staged holds nothing up.
    tree.replace(KE_TANG, "form: platform", "form: activity")
    git(tree.root.parent, "add", "data")
    tree.write(KE_TANG, "title: [")
    assert commit(tree).returncode == 0
    assert git(tree.root.parent, "show", f"HEAD:data/{KE_TANG}").splitlines()[2] == "form: activity"


def test_a_part_of_a_file_that_is_staged(tree: Tree) -> None:
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员讲堂")
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 昨天")
    root = tree.root.parent
    chosen = subprocess.run(["git", "add", "-p"], cwd=root, input="s\ny\nn\n", capture_output=True, text=True, check=False)
    assert "+title: 委员讲堂" in git(root, "diff", "--cached"), chosen.stdout
    assert "+added" not in git(root, "diff", "--cached")
    assert commit(tree).returncode == 0
    git(root, "add", "data")
    assert commit(tree).returncode == 1


def test_all_that_is_tracked_and_named_files_alone(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: 平台")
    root = tree.root.parent
    assert commit(tree, "-a").returncode == 1
    (root / "docs" / "index.md").write_text("# 新的首页\n", encoding="utf-8")
    # git makes an index of its own for this commit, in which the practice is as it was.
    assert commit(tree, "docs/index.md").returncode == 0
    assert commit(tree, f"data/{KE_TANG}").returncode == 1


def test_what_is_taken_away_or_renamed(tree: Tree) -> None:
    root = tree.root.parent
    git(root, "rm", "-q", "data/organizations.yml")
    done = commit(tree)
    assert done.returncode == 1
    assert told(done) == ["data/organizations.yml:1:1: 错误[missing-part] 没有这个文件，别处有 2 处提到单位"]
    git(root, "reset", "-q", "--hard")
    git(root, "mv", f"data/{KE_TANG}", "data/practices/Ke Tang.yml")
    assert "data/practices/Ke Tang.yml:1:1: 错误[bad-file-name]" in told(commit(tree))[0]


def test_a_removed_text_is_never_in_the_way(tree: Tree) -> None:
    root = tree.root.parent
    (root / "旧 的.docx").write_bytes(b"PK\x03\x04")
    git(root, "add", "-f", "旧 的.docx")
    git(root, "commit", "-q", "--no-verify", "-m", "a mistake")
    git(root, "rm", "-q", "旧 的.docx")
    assert commit(tree).returncode == 0


def test_the_first_commit_is_judged_as_well(unborn: Tree) -> None:
    root = unborn.root.parent
    unborn.with_originals()
    (root / "稿子.md").write_text(COPIED, encoding="utf-8")
    git(root, "add", ".")
    done = commit(unborn)
    assert (done.returncode, [line.partition(" ")[0] for line in told(done)]) == (1, ["稿子.md:1:1:"])
    assert "git rm --cached 稿子.md" in done.stdout + done.stderr
    git(root, "rm", "-q", "--cached", "稿子.md")
    assert commit(unborn).returncode == 0


def test_a_merge_is_judged_as_well(tree: Tree) -> None:
    root = tree.root.parent
    git(root, "switch", "-q", "-c", "other")
    (root / "README.md").write_text(f"说明\n\n{COPIED}\n", encoding="utf-8")
    git(root, "add", "README.md")
    git(root, "commit", "-q", "--no-verify", "-m", "pasted")
    git(root, "switch", "-q", "main")
    (root / "docs" / "index.md").write_text("# 别的\n", encoding="utf-8")
    git(root, "commit", "-q", "-am", "mine")
    done = run(root, "merge", "--no-edit", "other")
    assert done.returncode != 0
    assert told(done)[0].startswith("README.md:3:1: 错误[full-text]")


def test_conflicts_are_named(tree: Tree) -> None:
    root = tree.root.parent
    git(root, "switch", "-q", "-c", "other")
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员讲堂")
    git(root, "commit", "-q", "-am", "other")
    git(root, "switch", "-q", "main")
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员学堂")
    git(root, "commit", "-q", "-am", "mine")
    assert run(root, "merge", "other").returncode == 1
    done = subprocess.run([root / ".venv/bin/kb", "staged"], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "出错了：还有没解决的冲突。改好冲突的文件，git add，再提交。\n")


def test_in_another_working_tree(tree: Tree, tmp_path: Path) -> None:
    other = tmp_path / "另一处"
    git(tree.root.parent, "worktree", "add", "-q", str(other))
    # Neither the environment nor the full texts are there; those of the first working tree serve.
    (other / "docs" / "index.md").write_text(f"# 首页\n\n{COPIED}\n", encoding="utf-8")
    git(other, "add", ".")
    done = run(other, "commit", "-m", "x")
    assert (done.returncode, told(done)[0].partition(" ")[0]) == (1, "docs/index.md:3:1:")
    (other / "docs" / "index.md").write_text("# 首页一\n", encoding="utf-8")
    git(other, "add", ".")
    assert run(other, "commit", "-m", "x").returncode == 0


def test_a_full_text_is_not_committed_wherever_it_is(tree: Tree) -> None:
    root = tree.root.parent
    written = {
        "说 明.md": f"第一行\n{COPIED}\n".encode(),
        "notes.txt": ("甲\r\n" + COPIED.replace(",", ",\r\n")).encode(),
        "网页.html": f"<p>x</p>\n<p>{COPIED.replace(',', '，</b>')}</p>".encode(),
        "gbk.txt": f"甲\n{COPIED}".encode("gbk"),
        "unicode.csv": f"甲\n{COPIED}".encode("utf-16"),
        "tests/fixtures/a.yml": f"a:\n  b: {COPIED}".encode(),
        "名字\n换行.md": f"\n{COPIED}".encode(),
    }
    for name, content in written.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    git(root, "add", ".")
    done = commit(tree)
    assert done.returncode == 1
    found = [row.partition(" 错误[full-text] 从这里起有原文的 60 个字以上：“")[0] for row in told(done)]
    assert sorted(place.rsplit(":", 2)[0] for place in found) == sorted(f"{name.replace(chr(10), '�')}:2" for name in written)
    git(root, "rm", "-q", "--cached", *written)
    assert "nothing added to commit" in commit(tree).stdout


def test_a_paragraph_pasted_into_an_entry(tree: Tree) -> None:
    tree.replace("problems.yml", "synonyms: [不愿参加, 出勤率低]", f"summary: {COPIED}\n  synonyms: [不愿参加]")
    git(tree.root.parent, "add", "data")
    codes = [line.partition("[")[2].partition("]")[0] for line in told(commit(tree))]
    # The rule on copied text sees the full text that lies in the working tree, too.
    assert "full-text" in codes
    assert "copied-text" in codes


def test_without_full_texts_nothing_is_said(tree: Tree) -> None:
    shutil.rmtree(tree.root / "originals")
    root = tree.root.parent
    (root / "notes.txt").write_text(COPIED, encoding="utf-8")
    git(root, "add", ".")
    done = commit(tree)
    assert (done.returncode, told(done)) == (0, [])


def test_a_full_text_of_a_source_that_is_not_staged_holds_nothing_up(tree: Tree) -> None:
    tree.write("originals/xin-de.txt", "新的来源。")
    tree.replace(KE_TANG, "form: platform", "form: activity")
    git(tree.root.parent, "add", "data")
    assert commit(tree).returncode == 0


def test_what_nobody_can_look_into_is_not_committed(tree: Tree) -> None:
    root = tree.root.parent
    refused = {
        "b/全部.tar.gz": ("压缩包", "b/全部.tar.gz"), "data/originals/qi-ta.txt": ("全文", "data/originals/qi-ta.txt"),
        "docs/a.PDF": ("版式文件或电子书", "docs/a.PDF"), "docs/lian-xi.docx": ("Office 文件", "docs/lian-xi.docx"),
        "docs/~$发言.wps": ("Office 的临时文件", "'docs/~$发言.wps'"), "library/originals/x.txt": ("全文", "library/originals/x.txt"),
        "发 言.docx": ("Office 文件", '"发 言.docx"'),
    }
    for name in refused:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    assert git(root, "status", "--porcelain", "-uall") == "", "git add . would take one"
    git(root, "add", "-f", *refused)
    done = commit(tree)
    lines = (done.stdout + done.stderr).splitlines()
    assert (done.returncode, told(done)) == (1, [f"{name}:1:1: 错误[held-back] {kind}不进仓库" for name, (kind, _) in refused.items()])
    for _, typed in refused.values():
        assert f"  改法：运行 git restore --staged {typed}（文件还在，只是不提交）" in lines


def test_an_office_file_under_another_name(tree: Tree) -> None:
    root = tree.root.parent
    with zipfile.ZipFile(root / "发言.dat", "w") as package:
        package.writestr("word/document.xml", COPIED)
    git(root, "add", ".")
    assert told(commit(tree)) == ["发言.dat:1:1: 错误[held-back] 这是Office 文件或压缩包，只是换了名字，不进仓库"]


def test_what_the_guide_ships_is_committed(tree: Tree) -> None:
    root = tree.root.parent
    (root / "docs" / "contributing" / "images").mkdir(parents=True)
    shutil.copy(PROJECT / "docs/contributing/lian-xi.docx", root / "docs/contributing")
    shutil.copy(PROJECT / "docs/contributing/images/check.png", root / "docs/contributing/images")
    git(root, "add", ".")
    assert commit(tree).returncode == 0
    assert "docs/contributing/lian-xi.docx" in git(root, "ls-files")


def test_a_file_saved_over_what_the_guide_ships_is_not_committed(tree: Tree) -> None:
    root = tree.root.parent
    (root / "docs" / "contributing").mkdir(parents=True)
    (root / "docs/contributing/lian-xi.docx").write_bytes(b"PK\x03\x04secret")
    git(root, "add", ".")
    assert told(commit(tree))[0].startswith("docs/contributing/lian-xi.docx:1:1: 错误[held-back] 这是别的 Office 文件（不是指南自带的练习文件）")


def test_what_is_only_announced_is_in_no_commit(tree: Tree) -> None:
    tree.write("practices/xin.yml", "title: [")
    git(tree.root.parent, "add", "-N", "data")
    tree.replace(KE_TANG, "form: platform", "form: activity")
    assert commit(tree, f"data/{KE_TANG}").returncode == 0


def test_data_elsewhere_is_no_part_of_the_commit(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(FIXTURES / "small", tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "topics.yml").write_text("x", encoding="utf-8")
    monkeypatch.setenv("DATA", str(tmp_path / "elsewhere"))
    tree.replace(KE_TANG, "form: platform", "form: activity")
    git(tree.root.parent, "add", "data")
    assert commit(tree).returncode == 0


def test_asked_from_a_folder_below(tree: Tree) -> None:
    root = tree.root.parent
    tree.replace(KE_TANG, "form: platform", "form: 平台")
    git(root, "add", "data")
    done = subprocess.run([root / ".venv/bin/kb", "staged"], cwd=root / "docs", capture_output=True, text=True, check=False)
    assert (done.returncode, len(told(done)), done.stderr) == (1, 1, REFUSED)


def test_data_in_another_folder_of_the_repository(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree.root.parent
    git(root, "mv", "data", "我们的库")
    monkeypatch.setenv("DATA", "我们的库")
    assert commit(tree).returncode == 0
    file = root / "我们的库" / KE_TANG
    file.write_text(file.read_text(encoding="utf-8").replace("form: platform", "form: x"), encoding="utf-8")
    git(root, "add", ".")
    assert told(commit(tree))[0].startswith(f"我们的库/{KE_TANG}:3:7: 错误[unknown-value]")


def test_without_an_environment_it_is_told(tree: Tree) -> None:
    root = tree.root.parent
    shutil.rmtree(root / ".venv")
    (root / "a.txt").write_text("x", encoding="utf-8")
    git(root, "add", ".")
    git_alone = Path(shutil.which("git") or "").parent
    done = subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "-m", "x"], cwd=root, check=False,
                          capture_output=True, text=True, env={**os.environ, "PATH": f"{git_alone}:/bin"})
    assert (done.returncode, done.stderr) == (1, "没有提交：还没有建环境，查不了。先照编写指南建好环境（make check），再提交。\n")


def test_outside_of_a_repository_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = subprocess.run([sys.executable, "-c", "from macros.cli import main; main()", "staged"], cwd=tmp_path,
                          capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "出错了：这里不在 git 仓库里。\n")


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that git would take of this project, with the frozen library, committed, then cloned as git on Windows clones by default."""
    origin = tmp_path_factory.mktemp("origin")
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=PROJECT,
                            capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, listed):
        if (PROJECT / name).is_file() and not name.startswith("data/"):
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, origin / name)
    shutil.copytree(frozen.FROZEN, origin, dirs_exist_ok=True)
    copied = [file for file in origin.rglob("*") if file.is_file()]
    git(origin, "init", "-q", "-b", "main")
    git(origin, "add", ".")
    git(origin, "commit", "-q", "-m", "x")
    assert len(git(origin, "ls-files", "-z").split("\0")) - 1 == len(copied), "something that is tracked is ignored"
    clone = tmp_path_factory.mktemp("windows") / "clone"
    git(origin, "-c", "core.autocrlf=true", "clone", "-q", str(origin), str(clone))
    git(clone, "config", "core.autocrlf", "true")
    git(clone, "config", "core.hooksPath", ".githooks")
    return clone


def test_git_on_windows_leaves_line_ends_as_they_are(windows: Path) -> None:
    rows = [row.split("\t", 1) for row in git(windows, "ls-files", "--eol", "-z").split("\0") if row]
    assert len(rows) > 500
    assert [path for kind, path in rows if "w/crlf" in kind or "w/mixed" in kind] == []
    assert [path for kind, path in rows if "i/-text" in kind and Path(path).suffix not in (".docx", ".png")] == []
    assert git(windows, "status", "--porcelain") == ""


def test_the_hook_passes_on_windows(windows: Path) -> None:
    place_kb(windows)
    (windows / ".venv" / "bin").rename(windows / ".venv" / "Scripts")
    (windows / ".venv" / "Scripts" / "kb").rename(windows / ".venv" / "Scripts" / "kb.exe")
    file = windows / "data" / "topics.yml"
    # An editor on Windows may well write its own line ends; git takes them back.
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n") + b"# x\r\n")
    git(windows, "add", "data")
    assert git(windows, "-c", "core.autocrlf=true", "commit", "-q", "-m", "x") == ""
    assert "\r" not in git(windows, "show", "HEAD:data/topics.yml")
    done = subprocess.run([windows / ".venv/Scripts/kb.exe", "schema", "--check"], cwd=windows, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "都是最新的。\n")


def test_no_tracked_file_is_ignored() -> None:
    assert git(PROJECT, "ls-files", "--cached", "--ignored", "--exclude-standard") == ""


def ignored(*names: str) -> set[str]:
    done = subprocess.run(["git", "check-ignore", "--no-index", "-z", "--stdin"], cwd=PROJECT, input="\0".join(names),
                          capture_output=True, text=True, check=False)
    return set(filter(None, done.stdout.split("\0")))


def test_git_passes_over_what_may_hold_a_full_text() -> None:
    names = {*(f"docs/发言.{suffix}" for suffix in SUFFIXES), *(f"A.{suffix.upper()}" for suffix in SUFFIXES),
             "data/originals/hui-bian.txt", "elsewhere/data/originals/a.md", "originals/x.html", "docs/~$发言.docx",
             ".~lock.发言.odt#"}
    assert names - ignored(*names) == set()


def test_git_takes_what_belongs_to_the_library() -> None:
    assert ignored("docs/contributing/lian-xi.docx", "docs/contributing/images/check.png", "data/originals/README.md",
                   "data/practices/x.yml", "tests/fixtures/small-originals/hui-bian.txt", "docs/topics/a.md",
                   "macros/fulltext/originals.py") == set()
