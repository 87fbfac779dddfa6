"""A build that is cut off anywhere leaves a whole site, and the next one puts everything right."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.runtime import writing
from macros.site import atomic_build, fingerprint
from macros.site.atomic_build import BuildFailed
from tests.conftest import PROJECT, SMALL
from tests.site.conftest import Library, everything
from tests.small_tree import write_pages

OLD = {"index.html": "首页", "practices": "", "practices/a.html": "甲"}
NEW = {"b.html": "乙", "index.html": "新的首页"}
# Whatever changes something on the disk.
CALLS = ((os, "mkdir"), (os, "rename"), (os, "replace"), (os, "unlink"), (os, "rmdir"), (os, "link"), (os, "write"), (os, "open"))

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")


def in_a_child(work: Callable[[], object]) -> int:
    """The exit code of work in a process of its own."""
    child = os.fork()
    if not child:
        try:
            work()
            os._exit(0)
        except BaseException:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def dies_after(calls: int) -> None:
    """This process ends, as if it were killed, when it has changed the disk so many times."""
    left = [calls]

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **named: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
            return real(*given, **named)

        return call

    for module, name in CALLS:
        setattr(module, name, counted(getattr(module, name)))


@needs_fork
@pytest.mark.parametrize("link", [False, True])
def test_killed_at_any_point(library: Library, link: bool) -> None:
    """Before each change of the disk: the site is whole or on its way back, and the next build is right and tidy."""
    whole, calls = set(), 0
    site = library.root / "site"
    if link:
        site.symlink_to(library.root.parent / "盘/网站")
    first = dict(library.pages)
    while True:
        for file in (library.root.parent / "盘", site):
            shutil.rmtree(file, ignore_errors=True) if not file.is_symlink() else None
        fingerprint.place(site).unlink(missing_ok=True)
        library.pages = dict(first)
        library.build(site)
        library.change()

        def cut_off(after: int = calls) -> None:
            dies_after(after)
            library.build(site)

        code = in_a_child(cut_off)
        assert code in (0, 9)
        there = everything(site.resolve()) if site.exists() else None
        assert there in (OLD, NEW, None), calls
        whole.add(str(there and sorted(there)))
        if there is None:
            # It comes back even when the next build fails.
            library.pages, library.meanwhile = {}, lambda: os.kill(os.getpid(), 0) or _fail()
            with pytest.raises(BuildFailed):
                library.build(site)
            assert everything(site.resolve()) == OLD
            library.meanwhile = lambda: None
            library.change()
        library.build(site)
        assert everything(site.resolve()) == NEW
        assert sorted(p.name for p in site.resolve().parent.iterdir() if p.name.startswith(".")) == [f".{site.resolve().name}-stamp"]
        if code == 0:
            break
        calls += 1
    assert calls > 10 and whole == {str(sorted(OLD)), str(sorted(NEW)), "None"}


def _fail() -> None:
    raise BuildFailed


@pytest.mark.parametrize("call", ["write", "open", "rename", "link", "mkdir"])
def test_a_full_disk_anywhere(library: Library, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first, the second … call fails for want of room: one message, and the old site whole."""
    said = 0
    site = library.root / "site"
    library.kb()
    for number in range(8):
        library.change()
        library.pages = {"index.html": f"{number}", "practices/a.html": "甲"}
        before, left, real = everything(site), [number], getattr(os, call)

        def full(*given: object, _left: list[int] = left, _real: Callable[..., object] = real, **named: object) -> object:
            _left[0] -= 1
            if _left[0] == -1:
                raise OSError(errno.ENOSPC, "No space left on device", "x")
            return _real(*given, **named)

        with monkeypatch.context() as patched:
            patched.setattr(os, call, full)
            done = library.kb()
        if done.exit_code:
            said += 1
            assert done.output == "出错了：没有生成网站，原来的网站没有动：磁盘满了\n  改法：腾出空间，再来一次\n"
            assert everything(site) == before
        assert library.kb().exit_code == 0
        assert everything(site) == {"index.html": f"{number}", "practices": "", "practices/a.html": "甲"}
        library.change()
        library.kb()
        assert [p.name for p in library.root.iterdir() if p.name.startswith(".site-new")] == []
    assert said or call == "link"  # a disk without links copies


def test_two_builds_at_once(library: Library) -> None:
    """Each works in its own folder; whoever is last has the site, and the next build knows it as ours."""
    site = library.root / "site"
    library.build(site)
    library.change()

    def another() -> None:
        library.meanwhile = lambda: None
        library.pages = {"index.html": "别人的"}
        library.build(site)
        assert everything(site) == {"index.html": "别人的"}

    library.meanwhile = another
    library.build(site)
    assert everything(site) == NEW
    library.change()
    library.pages = {"index.html": "再来"}
    library.build(site)
    assert everything(site) == {"index.html": "再来"}
    assert sorted(p.name for p in library.root.iterdir() if p.name.startswith(".site")) == [".site-stamp"]


@needs_fork
def test_what_a_killed_build_left_running_keeps_its_folder(library: Library) -> None:
    """The process that MkDocs runs in goes on for a while when `kb build` is killed: nothing is taken from under it."""
    site = library.root / "site"
    go, ready = library.root / "go", library.root / "ready"

    def killed() -> None:
        def run(project: Path, work: atomic_build.workshop.Workshop, settings: object) -> None:
            words = f"import pathlib, time; pathlib.Path({str(ready)!r}).touch()\nwhile not pathlib.Path({str(go)!r}).exists(): time.sleep(0.02)"
            subprocess.Popen([sys.executable, "-c", words], pass_fds=work.held)
            while not ready.exists():
                time.sleep(0.02)
            os._exit(9)

        atomic_build._run = run
        library.build(site)

    assert in_a_child(killed) == 9
    library.build(site)
    assert len([p for p in library.root.iterdir() if p.name.startswith(".site-new-")]) == 1
    go.touch()
    end = time.monotonic() + 30
    while time.monotonic() < end and [p for p in library.root.iterdir() if p.name.startswith(".site-new-")]:
        library.build(site)
        time.sleep(0.05)
    assert sorted(p.name for p in library.root.iterdir() if p.name.startswith(".site")) == [".site-stamp"]


def test_a_parent_that_can_not_be_written() -> None:
    if os.name != "posix" or os.getuid():
        pytest.skip("to become somebody else, one has to be root")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        library = Library(root / "库")
        said = root / "said"
        said.touch()
        said.chmod(0o666)

        def work() -> None:
            os.setuid(65534)
            atomic_build._run = library.make
            try:
                library.build(root / "库/site")
            except BuildFailed as failed:
                said.write_text(str(failed), encoding="utf-8")

        assert in_a_child(work) == 0
        assert said.read_text(encoding="utf-8") == (
            f"“{root}/库/.site-new-{said.read_text(encoding='utf-8').partition('-new-')[2].partition('”')[0]}”没有权限\n"
            "  改法：换一个有权限的用户，或改文件夹的权限，再来一次")


def test_a_build_that_the_system_ends_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(tmp_path / "库")
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    run = subprocess.run

    def killed(command: list[str], **named: object) -> object:
        return run(["sh", "-c", f"kill -{signal.SIGKILL} $$"], check=False) if "macros.site.mkdocs_process" in command else run(command, **named)

    monkeypatch.setattr(subprocess, "run", killed)
    with pytest.raises(BuildFailed, match="生成网站的进程被系统结束了（信号 9）\n  改法：多半是内存不够"):
        library.build(tmp_path / "site")


@pytest.mark.parametrize("beside", ["", "off"])
def test_what_the_disk_refuses_inside_the_build(tmp_path: Path, beside: str) -> None:
    """In the very process that MkDocs runs in, and in the one beside it: one message, no traceback, the old site whole."""
    if os.name != "posix":
        pytest.skip("no limit on files")
    shutil.copytree(SMALL, tmp_path / "data")
    write_pages(tmp_path / "data", tmp_path / "docs")
    site = tmp_path / "site"
    site.mkdir()
    command = [str(Path(sys.executable).with_name("kb")), "build", "--data", str(tmp_path / "data"), "--docs", str(tmp_path / "docs"), "--site", str(site)]
    # A file larger than this is refused, as a full disk refuses it.
    limited = ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *command]
    # What Python compiles is no part of this; half of it would be left for other tests.
    environment = {**os.environ, "KB_BESIDE": beside, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(limited, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said, said
    assert said.count("改法：请管理员放宽文件大小的限制（ulimit -f），再来一次") == 1, said
    assert "文件超过了允许的大小" in said, said
    assert said.endswith("没有生成网站，原来的网站没有动。\n"), said
    assert everything(tmp_path / "site") == {}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data", "docs", "site"]


def test_the_note_is_written_like_any_file_of_the_users(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    monkeypatch.setattr(writing, "replace", lambda file, content: written.append(file.name))
    library.build(library.root / "site")
    assert written == [".site-stamp"]
