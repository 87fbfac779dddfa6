"""A desk on a copy of the frozen library, asked without a browser: what is answered, and what lies on the disk afterwards."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from macros.desk.application import make
from macros.desk.checking import Checker
from macros.desk.guard import Guard
from macros.desk.library import Library
from macros.desk.state import Desk
from tests import frozen

HOST = "127.0.0.1:8642"
ORIGIN = f"http://{HOST}"


class Asked:
    """A browser that was let in."""

    def __init__(self, root: Path, data: Path, library: Library | None = None) -> None:
        self.data, self.root = data, root
        self.guard = Guard(8642)
        self.desk = Desk.of(data, root / "docs", root / "kept")
        if library:
            self.desk.library = library
            self.desk.checker = Checker(library)
        self.desk.library.refresh()
        self.app = make(self.desk, self.guard)
        self.client: FlaskClient = self.app.test_client()
        assert self.client.get(f"/?token={self.guard.token}", headers={"Host": HOST}).status_code == 303

    def get(self, address: str, **headers: str) -> TestResponse:
        return self.client.get(address, headers={"Host": HOST, **headers})

    def post(self, address: str, given: Any = None, **headers: str) -> TestResponse:
        return self.client.post(address, json=given if given is not None else {}, headers={"Host": HOST, "Origin": ORIGIN, **headers})

    def send(self, address: str, form: Any) -> TestResponse:
        return self.client.post(address, data=form, headers={"Host": HOST, "Origin": ORIGIN})

    def version(self, entry: str) -> int:
        kind, _, entry_id = entry.partition("/")
        draft = self.desk.draft(kind, entry_id)
        assert draft is not None
        return draft.version

    def say(self, entry: str, fields: dict[str, str], *, redraw: bool = True) -> Any:
        """What the desk answers when fields were typed."""
        return self.post(f"/{entry}/fields", {"version": self.version(entry), "fields": fields, "redraw": redraw}).get_json()

    def act(self, entry: str, name: str, path: str = "", value: str = "") -> Any:
        return self.post(f"/{entry}/act", {"version": self.version(entry), "act": name, "path": path, "value": value}).get_json()

    def save(self, entry: str) -> Any:
        return self.post(f"/{entry}/save", {"version": self.version(entry)}).get_json()

    def found(self, entry: str) -> list[str]:
        """All that is found of an entry, each with its field."""
        kind, _, entry_id = entry.partition("/")
        draft = self.desk.draft(kind, entry_id)
        assert draft is not None
        return [f"{told.path}: {told.message}" for told in self.desk.checker.check(draft, 60)[0]]

    def read(self, path: str) -> str:
        return (self.data / path).read_bytes().decode()

    def write(self, path: str, text: str) -> None:
        (self.data / path).write_bytes(text.encode())
        self.desk.library.refresh()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """One copy of the frozen library for all tests of a module: reading it takes longest."""
    root = tmp_path_factory.mktemp("desk")
    shutil.copytree(frozen.DATA, root / "data")
    library = Library(root / "data")
    library.refresh()
    return library


@pytest.fixture
def asked(library: Library, tmp_path: Path) -> Iterator[Asked]:
    """A desk with no drafts on that library, which is as it was afterwards."""
    yield Asked(tmp_path, library.data, library)
    with library.checking:
        for file in sorted(library.data.rglob("*.*")):
            was = frozen.DATA / file.relative_to(library.data)
            if not was.exists():
                file.unlink()
            elif file.read_bytes() != was.read_bytes():
                file.write_bytes(was.read_bytes())
        for was in sorted(frozen.DATA.rglob("*.yml")):
            if not (file := library.data / was.relative_to(frozen.DATA)).exists():
                file.write_bytes(was.read_bytes())
