"""The same commit gives the same bytes: elsewhere, at another time, in another language, without a network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.building import commit_time
from tests.conftest import PROJECT

BUILD = """
import sys
from pathlib import Path
from macros.building import build
project = Path(sys.argv[1])
build(project, data=project / "data", docs=project / "docs", site=Path("site"))
"""
# Whatever asks the network by way of these gets no answer; where the kernel lets us, there is no network at all.
NO_PROXY = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9")


def alone() -> list[str]:
    """The command that runs another without a network, where that is allowed."""
    cut = ["unshare", "--map-root-user", "--net"]
    try:
        allowed = subprocess.run([*cut, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return []
    return cut if allowed else []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project in another folder, its files all of another age."""
    folder = tmp_path / "另一处 项目"
    folder.mkdir()
    for name in ("data", "docs", "macros", "overrides", "schema"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("originals", "__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(PROJECT / name, folder / name)
    for i, file in enumerate(sorted(folder.rglob("*"), reverse=True)):
        os.utime(file, (1_000_000_000 + i, 1_000_000_000 + i))
    return folder


def contents(site: Path) -> dict[str, bytes]:
    return {f.relative_to(site).as_posix(): f.read_bytes() for f in site.rglob("*") if f.is_file()}


def test_the_same_commit_gives_the_same_bytes_anywhere(site: Path, copy: Path, tmp_path: Path) -> None:
    started = tmp_path / "started"
    started.mkdir()
    elsewhere = {**os.environ, **NO_PROXY, "SOURCE_DATE_EPOCH": commit_time(PROJECT), "PYTHONHASHSEED": "12345", "LC_ALL": "C",
                 "LANGUAGE": "fr", "TZ": "Pacific/Kiritimati", "HOME": str(copy), "USER": "qwertz", "COLUMNS": "40", "PYTHONPATH": str(copy)}
    subprocess.run([*alone(), sys.executable, "-c", BUILD, str(copy)], cwd=started, env=elsewhere, check=True, umask=0o077)
    here, there = contents(site), contents(started / "site")
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
    # What is most often not the same is among them.
    for made in ("downloads/practices.xlsx", "downloads/practices.csv", "assets/data/word-template.js", "assets/kb/manifest.js",
                 "api/practices.json", "404.html"):
        assert made in here
    # Nothing says where, when and by whom it was built.
    told = [name for name, body in there.items() if any(word.encode() in body for word in (str(tmp_path), str(PROJECT), "qwertz", "Kiritimati"))]
    assert told == []
