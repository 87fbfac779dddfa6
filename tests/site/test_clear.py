"""`make clean` takes what was built, and nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.site.clear import clear
from tests.conftest import PROJECT
from tests.site.conftest import Library, everything


def test_a_built_site_goes_and_what_lies_beside_it_stays(library: Library) -> None:
    library.kb()
    Path(".site-old").mkdir()
    Path(".site-old/letter.txt").write_text("信", encoding="utf-8")
    assert clear(Path("site")) == ""
    assert sorted(p.name for p in library.root.iterdir() if "site" in p.name) == [".site-old"]
    assert everything(library.root / ".site-old") == {"letter.txt": "信"}
    assert clear(Path("site")) == ""


@pytest.mark.parametrize("built", [True, False])
def test_a_letter_in_it_stays_with_everything_around_it(library: Library, built: bool) -> None:
    if built:
        library.kb()
    Path("site").mkdir(exist_ok=True)
    Path("site/letter.txt").write_text("信", encoding="utf-8")
    before = everything(library.root)
    assert "letter.txt" in clear(Path("site"))
    assert everything(library.root) == before


def make_clean(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", "-f", str(PROJECT / "Makefile"), "clean", *words], cwd=root, capture_output=True, text=True, check=False)


def environment(root: Path) -> Path:
    """A folder that looks like an environment, with the Python that runs the tests."""
    (root / "环境/bin").mkdir(parents=True)
    (root / "环境/pyvenv.cfg").touch()
    python = root / "环境/bin/python"
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{PROJECT}" exec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return root / "环境"


def test_make_clean_takes_an_environment_and_nothing_that_only_stands_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/letter.txt").write_text("信", encoding="utf-8")
    done = make_clean(tmp_path, "VENV=data")
    assert done.returncode != 0
    assert "“data”不是 Python 的环境（没有 pyvenv.cfg），没有动它。" in done.stderr
    assert (tmp_path / "data/letter.txt").is_file()
    environment(tmp_path)
    assert make_clean(tmp_path, "VENV=环境").returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data"]


def test_make_clean_leaves_the_users_files_among_the_packages(tmp_path: Path) -> None:
    (tmp_path / "wheelhouse").mkdir()
    for name in ("a.whl", "说明.txt"):
        (tmp_path / "wheelhouse" / name).touch()
    done = make_clean(tmp_path, "VENV=none")
    assert (done.returncode, [p.name for p in (tmp_path / "wheelhouse").iterdir()]) == (0, ["说明.txt"])
    assert "wheelhouse 里还有别的文件，没有动。" in done.stdout


def test_make_clean_that_is_refused_the_site_fails_and_leaves_the_environment(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/letter.txt").write_text("信", encoding="utf-8")
    home = environment(tmp_path)
    done = make_clean(tmp_path, f"VENV={home.name}")
    assert done.returncode != 0
    assert "没有删去网站：“site”里已经有东西（letter.txt）" in done.stderr
    assert home.is_dir()
    shutil.rmtree(tmp_path / "site")
    assert make_clean(tmp_path, f"VENV={home.name}").returncode == 0
    assert not home.exists()
