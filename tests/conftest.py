"""What tests of any kind share: a site like the real one, built once a run, and a small library for page tests."""

import compileall
import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from macros.library.catalog import load
from macros.library.graph import Graph
from macros.pages.renderer import Renderer
from tests import frozen
from tests.building import build
from tests.live_guard import sitecustomize as live_data
from tests.small_tree import Tree

PROJECT = Path(__file__).resolve().parent.parent
FRAGMENTS = PROJECT / "overrides" / "fragments"
SMALL = PROJECT / "tests" / "exports" / "library"
_PREFIX = "kb-compiled-"
_COMPILED = tempfile.TemporaryDirectory(prefix=_PREFIX)
_GUARD = str(Path(live_data.__file__).parent)


def pytest_configure() -> None:
    """Processes that tests start keep their hands off the live data too, and compile the package once, beside it."""
    # Hundreds of them start; where the machine forbids compiled files, each would compile every module again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # The workers of a run, and a run that a test starts, share what the first has compiled.
    if not Path(os.environ.get("PYTHONPYCACHEPREFIX", "")).name.startswith(_PREFIX):
        os.environ["PYTHONPYCACHEPREFIX"] = _COMPILED.name
    # No test goes on from what another left.
    os.environ["KB_CHECKED"] = "off"
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_GUARD, os.environ.get("PYTHONPATH"))))


def copy_package(project: Path) -> None:
    """The package as `project`/macros, with what is compiled of it."""
    shutil.copytree(PROJECT / "macros", project / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    copy_compiled(project)


def copy_compiled(project: Path) -> None:
    """What is compiled of the package, for a copy of it whose files are as old as its own: no process need do it again."""
    prefix = os.environ["PYTHONPYCACHEPREFIX"]
    with mock.patch("sys.pycache_prefix", prefix):
        compileall.compile_dir(PROJECT / "macros", quiet=2)
    # A file that is being written has another ending.
    shutil.copytree(f"{prefix}{PROJECT / 'macros'}", f"{prefix}{project / 'macros'}",
                    ignore=lambda folder, names: [name for name in names if Path(folder, name).is_file() and not name.endswith(".pyc")])


@pytest.fixture(autouse=True)
def _only_live_tests_read_the_live_data(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if request.node.get_closest_marker("live"):
        monkeypatch.setenv(live_data.OPEN, "yes")
    yield


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen library as `make site` builds the real one, for looking at; the workers of a run share it."""
    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "built"
    root.mkdir(exist_ok=True)
    with (root / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / "site").exists():
            shutil.rmtree(root / "docs", ignore_errors=True)  # of a build that failed
            # Pages name the files that they are made of as one sees them from where the build is started.
            with contextlib.chdir(frozen.FROZEN):
                build(PROJECT, data=frozen.DATA, docs=frozen.write_docs(root / "docs"), site=root / "site")
    return root / "site"


# Debian's Chromium; its headless build opens a page in less than half the time of the full browser.
CHROMIUM = next((path for path in ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium") if Path(path).exists()),
                "/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {"executable_path": CHROMIUM,
            "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]}


@pytest.fixture(scope="session")
def small_graph() -> Graph:
    catalog, findings = load(SMALL)
    assert not findings
    return Graph(catalog)


@pytest.fixture(scope="session")
def small_renderer(small_graph: Graph) -> Renderer:
    return Renderer(small_graph, FRAGMENTS)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A small library that passes every rule."""
    return Tree(tmp_path)
