"""No trick of speed changes what a reader gets: without it the site is the same."""

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import library
import pytest
from without import SETTINGS, TRICKS

from tests import loading
from tests.conftest import PROJECT

WITHOUT = PROJECT / "bench/without.py"
# Left out while modules are loaded; the others are left out of what has been loaded.
AT_START = ("shell", "slots")
Files = dict[str, bytes | dict[str, bytes]]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made-up") / "data"
    library.write(folder, 40)
    return folder


@pytest.fixture(scope="module")
def plain(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    return built("", data, tmp_path_factory.mktemp("with-all") / "site")


def built(trick: str, data: Path, site: Path) -> Files:
    """Every file of a build without `trick`; a workbook by its parts: how tightly it is packed, nobody sees."""
    settings = {**os.environ, **SETTINGS, "DATA": str(data), "DOCS": str(PROJECT / "bench/docs"), "SITE_URL": "https://example.org/kb/"}
    if trick in AT_START or sys.platform != "linux":
        done = subprocess.run([sys.executable, WITHOUT, "--build", trick, site], cwd=PROJECT, env=settings, capture_output=True, text=True, check=False)
    else:
        done = loading.run("bench.without", "--build", trick, site, environment=settings)
    assert done.returncode == 0, done.stdout + done.stderr
    found: Files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    for address, content in found.items():
        if address.endswith(".xlsx") and isinstance(content, bytes):
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                found[address] = {name: book.read(name) for name in book.namelist()}
    return found


@pytest.mark.parametrize("trick", TRICKS)
def test_without_it_the_site_is_the_same(trick: str, data: Path, plain: Files, tmp_path: Path) -> None:
    ours = built(trick, data, tmp_path / "site")
    assert len(plain) > 100
    assert ours.keys() == plain.keys()
    assert [address for address in plain if ours[address] != plain[address]] == []


@pytest.mark.parametrize("trick", TRICKS)
def test_each_stands_in_one_file_which_names_itself_a_trick_and_its_figure(trick: str) -> None:
    text = (PROJECT / TRICKS[trick][0]).read_text(encoding="utf-8")
    assert f"bench/without.py {trick}: " in text
