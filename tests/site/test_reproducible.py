"""The same commit gives the same bytes: elsewhere, at another time, in another language, without a network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.site.atomic_build import commit_time
from tests import frozen
from tests.conftest import PROJECT

BUILD = """
import sys
from pathlib import Path
from macros.site.atomic_build import build
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


def copied(source: Path, folder: Path, age: int) -> Path:
    """The project with the frozen library in another folder, its files all of another age, in seconds since 1970."""
    folder.mkdir(parents=True)
    for name in ("docs", "macros", "overrides", "schema"):
        shutil.copytree(source / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(frozen.FROZEN, folder, dirs_exist_ok=True)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(source / name, folder / name)
    for i, file in enumerate(sorted(folder.rglob("*"), reverse=age % 2 == 0)):
        os.utime(file, (age + i, age + i))
    return folder


def built(project: Path, started: Path, command: list[str], **environment: str) -> dict[str, bytes]:
    """What a build of the project that is started in another folder makes."""
    started.mkdir()
    settings = {**os.environ, "SOURCE_DATE_EPOCH": commit_time(PROJECT), "PYTHONPATH": str(project), **environment}
    subprocess.run([*command, sys.executable, "-c", BUILD, str(project)], cwd=started, env=settings, check=True)
    site = started / "site"
    return {f.relative_to(site).as_posix(): f.read_bytes() for f in site.rglob("*") if f.is_file()}


def test_the_same_commit_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    one = copied(PROJECT, tmp_path / "one", 1_700_000_000)
    other = copied(one, tmp_path / "另一处 项目", 1_000_000_001)
    here = built(one, tmp_path / "a", [], PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    there = built(other, tmp_path / "b", alone(), **NO_PROXY, PYTHONHASHSEED="12345", TZ="Pacific/Kiritimati", LC_ALL="C", LANGUAGE="fr",
                  HOME=str(tmp_path), USER="qwertz", COLUMNS="40")
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
    # What is most often not the same is among them.
    for made in ("downloads/practices.xlsx", "downloads/practices.csv", "assets/data/word-template.js", "assets/kb/manifest.js",
                 "api/practices.json", "404.html"):
        assert made in here
    # Nothing says where, when and by whom it was built.
    told = [name for name, body in there.items() if any(word.encode() in body for word in (str(tmp_path), str(PROJECT), "qwertz", "Kiritimati"))]
    assert told == []
