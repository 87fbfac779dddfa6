"""The libraries that benchmarks are run on pass the checks that real ones must pass."""

import subprocess
import sys
from pathlib import Path

from macros import rules
from macros.library.catalog import load
from tests.search.conftest import PROJECT


def made(folder: Path, *options: str) -> Path:
    subprocess.run([sys.executable, PROJECT / "bench" / "library.py", "120", folder, *options], check=True)
    return folder


def files(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text("utf-8") for file in folder.rglob("*.yml")}


def test_a_made_up_library_has_no_findings(tmp_path: Path) -> None:
    catalog, findings = load(made(tmp_path / "data"))
    assert [*findings, *rules.check(catalog)] == []
    assert len(catalog.practices) == 120
    assert {account.speech for practice in catalog.practices.values() for account in practice.accounts} == set(catalog.speeches)


def test_the_same_seed_gives_the_same_files_and_another_seed_others(tmp_path: Path) -> None:
    one, same, other = (files(made(tmp_path / name, "--seed", seed)) for name, seed in (("a", "3"), ("b", "3"), ("c", "4")))
    assert one == same
    assert one.keys() != other.keys()
