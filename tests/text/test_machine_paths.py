"""Paths of somebody's machine are found in texts, and addresses of a site are none."""

from pathlib import Path

import pytest

from macros.text.machine_paths import paths, private


@pytest.mark.parametrize(("text", "found"), [
    ("见 /home/wang/kb/a.md", [(2, "/home/wang/kb")]),
    ("见 /Users/li.si/桌面", [(2, "/Users/li.si/桌面")]),
    ("见 /Users/li.si/Desktop", [(2, "/Users/li.si/Desktop")]),
    (r"C:\Users\wang\a", [(0, r"C:\Users\wang")]),
    (r"C:\\Users\\wang", [(0, r"C:\\Users\\wang")]),
    ("/root/kb", [(0, "/root/kb")]),
    ("https://x.example/home/wang/kb", []),
    ("../home/wang/kb", []),
    ("没有路径", []),
])
def test_somebodys_home_is_found(text: str, found: list[tuple[int, str]]) -> None:
    assert list(paths(text, ())) == found


def test_a_known_path_is_told_once_though_it_lies_in_a_home() -> None:
    assert list(paths("在 /home/wang/kb 里，/srv/kb/data", ("/home/wang/kb", "/srv/kb/data"))) == [(2, "/home/wang/kb"), (18, "/srv/kb/data")]


def test_what_is_too_short_tells_nothing() -> None:
    known = private(Path("/"), Path("/srv"), Path("/srv/kb"))
    assert "/srv/kb" in known
    assert not {"/", "/srv"} & set(known)
