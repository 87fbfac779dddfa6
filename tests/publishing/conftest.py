"""A small site that may be published, and what it is held against."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.library import catalog
from macros.publishing import loopback
from macros.publishing.checks import Expected, examine
from macros.publishing.site import Site

HERE = Path(__file__).parent


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample site, to be broken at will."""
    return Path(shutil.copytree(HERE / "site", tmp_path / "built"))


@pytest.fixture(scope="session")
def expected() -> Expected:
    found, findings = catalog.load(HERE / "library")
    assert findings == []
    return Expected(found)


@pytest.fixture
def found(sample: Path, expected: Expected) -> Callable[..., list[str]]:
    """The findings about the sample site as lines `file:line code message`."""

    def run(against: Expected = expected) -> list[str]:
        return [f"{f.path}:{f.line} {f.code} {f.message}" for f in examine(Site(sample), against)]

    return run


@pytest.fixture
def replace(sample: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the sample site; they must be there."""

    def run(file: str, old: str, new: str) -> None:
        text = (sample / file).read_text(encoding="utf-8")
        assert old in text
        (sample / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return run


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Serves a folder, and perhaps a second library, by the real nginx with the shipped blocks; gives the address."""
    if loopback.program() is None:
        if os.environ.get("CI"):
            pytest.fail("没有 nginx：CI 里要装 nginx-light")
        pytest.skip("没有 nginx：apt install nginx-light 之后这里才测得到")
    running = []

    def run(folder: Path, second: Path | None = None) -> str:
        home = tmp_path / f"nginx-{len(running)}"
        home.mkdir()
        server = loopback.nginx(folder, home, second)
        running.append(server)
        return server.__enter__()

    yield run
    for server in running:
        server.__exit__(None, None, None)
