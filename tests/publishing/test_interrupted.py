"""Publishes that end as power cuts, full disks and impatient people end them."""

import itertools
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.library import catalog
from macros.publishing import checksums, files, publish, releases
from macros.publishing.checks import Expected
from macros.publishing.workspace import WORK
from tests import processes
from tests.publishing import program

HERE = Path(__file__).parent
KILLS = 4
# Enough that copying, compressing and writing the list each take a good part of the time.
FILES = 400


@pytest.fixture(autouse=True)
def started() -> Iterator[None]:
    """Whatever a test starts ends with it."""
    yield
    while _started:
        processes.end(_started.pop())


_started: "list[subprocess.Popen[str]]" = []


def start(dest: Path, site: Path, *more: str) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, program.__file__, "publish", str(dest), "--site", str(site),
         "--data", str(HERE / "library"), *more],
        cwd=site.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    _started.append(process)
    return process


def large(folder: Path, word: str, size: int = 2000, count: int = FILES) -> Path:
    """The sample site with `count` more files, each saying `word`."""
    shutil.copytree(HERE / "site", folder)
    (folder / "assets/more").mkdir()
    rng = random.Random(word)  # noqa: S311 - only different content
    for n in range(count):
        (folder / f"assets/more/{n}.txt").write_text(f"{word}\n{rng.randbytes(size // 2).hex()}\n", encoding="utf-8")
    return folder


def word_of(dest: Path) -> str:
    """What readers see, every file being whole and of one state."""
    assert checksums.verify(dest / "current") == []
    words = {p.read_text(encoding="utf-8").split("\n")[0] for p in (dest / "current").resolve().glob("assets/more/*.txt")}
    assert len(words) == 1
    return words.pop()


def assert_clean(dest: Path) -> None:
    assert sorted(p.name for p in dest.iterdir()) == ["current", "releases"]
    known = releases.names(dest)
    assert sorted(p.name for p in (dest / "releases").iterdir()) == sorted([*known, *(f".from-{n}" for n in known)])
    assert [checksums.verify(dest / "releases" / name) for name in known] == [[] for _ in known]


def test_killed_at_random_points(tmp_path: Path) -> None:
    dest, seed = tmp_path / "srv", random.randrange(10**6)  # noqa: S311 - told when the test fails
    sites = {word: large(tmp_path / word, word) for word in ("a", "b")}
    began = time.monotonic()
    first = start(dest, sites["a"])
    assert first.communicate()[1] == ""
    whole, rng = time.monotonic() - began, random.Random(seed)  # noqa: S311
    for turn in range(KILLS):
        now = word_of(dest)
        other = "b" if now == "a" else "a"
        process = start(dest, sites[other], "--keep", "2")
        while not (dest / ".kb-lock").exists() and process.poll() is None:
            time.sleep(0.002)
        time.sleep(rng.uniform(0, whole))
        process.kill()
        process.communicate()
        assert word_of(dest) in (now, other), f"seed {seed}, turn {turn}"
    for word in ("a", "b"):
        assert start(dest, sites[word], "--keep", "2").communicate()[1] == ""
        assert word_of(dest) == word
        assert_clean(dest)


CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.chmod", "os.truncate"}


def ends_at(limit: int, dest: Path, site: Path) -> bool:
    """Publishes in a process of its own, killed before its change number `limit` outside the folder of unfinished work; whether it ended by itself."""
    process = os.fork()
    if process == 0:
        seen = itertools.count(1)

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            written = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
            if written or event in CHANGES:
                paths = [os.fspath(a) for a in arguments if isinstance(a, str | os.PathLike)]
                if any(path.startswith(str(dest)) and f"{WORK}/" not in path for path in paths) and next(seen) == limit:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            publish(dest, lambda target: files.copy(site, target), Expected(catalog.load(HERE / "library")[0]), keep=2)
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert code in (0, -signal.SIGKILL)
    return code == 0


def kill_everywhere(folder: Path) -> None:
    """What `test_killed_at_every_step` asserts, in a process without threads, which may be doubled."""
    dest = folder / "srv"
    sites = {word: large(folder / word, word, count=1) for word in ("a", "b", "c")}
    # The first publish of all, then one that replaces and clears away.
    steps = itertools.count(1)
    while not ends_at(next(steps), dest, sites["a"]):
        assert not (dest / "current").exists() or word_of(dest) == "a"
        # Whatever it left, the next one starts from there and ends well.
        assert ends_at(0, dest, sites["a"])
        assert_clean(dest)
        shutil.rmtree(dest)
    assert next(steps) > 10
    for word in ("b", "a"):
        assert ends_at(0, dest, sites[word])
    steps, words = itertools.count(1), itertools.cycle("ba")
    while not ends_at(next(steps), dest, sites["c"]):
        assert word_of(dest) in ("a", "b", "c")
        word = next(words)
        assert ends_at(0, dest, sites[word])
        assert word_of(dest) == word
        assert_clean(dest)
    assert next(steps) > 10
    assert word_of(dest) == "c"


def test_killed_at_every_step(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from tests.publishing.test_interrupted import kill_everywhere; kill_everywhere(Path(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=HERE.parents[1], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_several_at_once(tmp_path: Path) -> None:
    dest = tmp_path / "srv"
    words = ("a", "b", "c", "d")
    publishing = {word: start(dest, large(tmp_path / word, word)) for word in words}
    errors = {word: process.communicate()[1] for word, process in publishing.items()}
    winners = [word for word, process in publishing.items() if process.returncode == 0]
    assert winners
    assert word_of(dest) in winners
    for word in set(words) - set(winners):
        assert publishing[word].returncode == 1
        assert errors[word].startswith("出错了：另一个发布正在进行（")
    assert_clean(dest)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"这里不许挂载小磁盘：{mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    dest = small_disk / "srv"
    assert start(dest, large(tmp_path / "a", "a", count=50)).communicate()[1] == ""
    # Too large by far, and too large only when the compressed copies come.
    for size, count in ((40_000, 100), (40_000, 45)):
        process = start(dest, large(tmp_path / f"b{count}", "b", size, count))
        assert re.fullmatch(
            rf"出错了：磁盘满了（“{re.escape(str(dest))}”所在的磁盘只剩 [123]\.\d MB 可用，这一次不够），没有发布，读者看到的还是原来那一版\n"
            r"  改法：腾出空间，再试一次；要少留旧的版本，用 --keep 2\n", process.communicate()[1])
        assert process.returncode == 1
        assert word_of(dest) == "a"
        assert_clean(dest)
    assert start(dest, large(tmp_path / "c", "c", count=50)).communicate()[1] == ""
    assert word_of(dest) == "c"
