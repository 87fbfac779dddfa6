"""The library as it is today is held to the rules, and to nothing else: an editor's valid entry turns nothing red."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.findings import errors
from macros.library.catalog import load
from macros.model.vocabulary import Status
from macros.pipeline import examine
from macros.publishing.checks import Expected
from macros.publishing.checks import examine as look_at
from macros.publishing.site import Site
from macros.site.atomic_build import build
from macros.text import machine_paths
from tests.conftest import PROJECT, copy_compiled
from tests.live_guard import sitecustomize as live_data

DATA, DOCS = PROJECT / "data", PROJECT / "docs"


@pytest.mark.live
def test_it_has_no_errors() -> None:
    assert [f"{f.path}:{f.line}:{f.column} {f.message}" for f in errors(examine(DATA, DOCS)[2])] == []


@pytest.mark.live
def test_it_builds_and_may_be_published(tmp_path: Path) -> None:
    built = build(PROJECT, data=DATA, docs=DOCS, site=tmp_path / "site", environment={"PUBLISH_ORIGINALS": ""})
    found = look_at(Site(built.site), Expected(load(DATA)[0], (), machine_paths.private(PROJECT, DATA)))
    assert [f"{f.path}:{f.line} {f.code} {f.message}" for f in found] == []


@pytest.mark.live
def test_the_guide_decides_by_entries_that_are_as_it_says() -> None:
    """A practice that its section on progress calls planned, exploring, … has an account of that status."""
    catalog = load(DATA)[0]
    guide = (DOCS / "contributing/deciding.md").read_text(encoding="utf-8")
    section = guide.split("{: #progress }")[1].split("\n## ")[0]
    labels = {status.label: status for status in Status}
    called = re.findall(rf"\{{\{{ practice\(\"([\w-]+)\"\) \}}\}}(?:(?!\{{\{{ practice)[^\n])*?[是记]({'|'.join(labels)})", section)
    assert len(called) >= 8
    for practice, label in called:
        statuses = {account.progress.status for account in catalog.practices[practice].accounts}
        assert labels[label] in statuses, f"{practice} is no longer {label}"


ADDED = {
    "data/speeches/xin-tian-fa-yan.yml": """\
title: 新添的一篇发言谈委员读报
short: 委员读报
order: 99
source: {source}
organization: xin-tian-xian
outline:
  - heading: null
    paragraphs:
      - gist: 讲怎样轮流读报。
""",
    "data/practices/xin-tian-du-bao.yml": """\
title: 轮值读报角
summary: 每个月由一位委员挑一份报纸，带着别的委员读。
form: activity
topics: [{topic}]
accounts:
  - speech: xin-tian-fa-yan
    at: ["1"]
    progress: {{status: unclear}}
    points:
      - {{aspect: how, text: 由一位委员带着读}}
added: 2026-11-24
""",
}


def _copied(folder: Path) -> Path:
    """The project, all that git would take of it, in another folder."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=PROJECT,
                            capture_output=True, check=True).stdout.decode().split("\0")
    for name in filter(None, listed):
        if (PROJECT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, folder / name)
    copy_compiled(folder)
    return folder


@pytest.mark.live
def test_a_valid_new_practice_turns_nothing_red(tmp_path: Path) -> None:
    """What reads the live data passes with a body, a speech and a practice more; the rest can't read it."""
    project = _copied(tmp_path / "project")
    catalog = load(project / "data")[0]
    with (project / "data/organizations.yml").open("a", encoding="utf-8") as file:
        file.write("\nxin-tian-xian:\n  name: 新添县政协\n  name_state: named\n  level: county\n")
    for name, text in ADDED.items():
        (project / name).write_text(text.format(source=next(iter(catalog.sources)), topic=next(iter(catalog.topics))), encoding="utf-8")
    assert len(load(project / "data")[0].current_practices) == len(catalog.current_practices) + 1
    this = f"tests/project/{Path(__file__).name}::{test_a_valid_new_practice_turns_nothing_red.__name__}"
    given = {name: value for name, value in os.environ.items() if name != live_data.OPEN and not name.startswith("PYTEST")}
    # A file without the word has no test with the marker: loading them all takes longer than the tests.
    marked = [file.relative_to(project) for file in sorted((project / "tests").rglob("test_*.py")) if "live" in file.read_text(encoding="utf-8")]
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "live", "--deselect", this,
                           f"--basetemp={tmp_path / 'temp'}", *marked],
                          cwd=project, env={**given, "PYTHONPATH": str(project)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"^[3-9]\d* passed", done.stdout, re.M), done.stdout


READS = ("open('data/topics.yml')", "__import__('os').listdir('data')", "__import__('pathlib').Path('data').resolve().joinpath('topics.yml').read_text()",
         "list(__import__('os').scandir('data/practices'))")


@pytest.mark.parametrize("read", READS)
def test_other_tests_can_not_read_it(read: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    # In a process of pytest-xdist it was loaded at the start as well, under its other name.
    with pytest.raises(RuntimeError, match="only a test with the marker `live` reads the live data"):
        eval(read)  # noqa: S307 - the four above
    done = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, check=False)
    assert "LiveDataRead" in done.stderr


def test_a_build_that_other_tests_start_can_not_read_it(tmp_path: Path) -> None:
    command = [Path(sys.executable).with_name("kb"), "build", "--data", DATA, "--docs", DOCS, "--site", tmp_path / "site"]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert not (tmp_path / "site").exists()


@pytest.mark.live
def test_a_live_test_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    for read in READS:
        eval(read)  # noqa: S307 - the four above
        assert subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, check=False).stderr == ""
