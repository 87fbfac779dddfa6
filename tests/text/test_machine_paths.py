"""Paths of somebody's machine are found in texts, and addresses of a site are none."""

from pathlib import Path

import pytest

from macros.text.machine_paths import is_one, paths, private, written


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


@pytest.mark.parametrize(("text", "found"), [
    (r"存在 D:\资料\发言.docx，另见", [r"D:\资料\发言.docx"]), ("C:/a、D:/b", ["C:/a", "D:/b"]), (r"D：\资料", [r"D：\资料"]),
    (r"见\\server\share\甲。", [r"\\server\share\甲"]), (r"\\10.0.0.3\d$\甲", [r"\\10.0.0.3\d$\甲"]),
    ("file:///D:/a.doc 和 vscode://file/home/x/a.md:3", ["file:///D:/a.doc", "vscode://file/home/x/a.md:3"]),
    ("FILE://nas/a smb://nas/b obsidian://open?vault=a", ["FILE://nas/a", "smb://nas/b", "obsidian://open?vault=a"]),
    ("在~/kb/a里", ["~/kb/a里"]), ("（/home/x/…）/Users/李/桌面", ["/home/x/", "/Users/李/桌面"]), ("/Volumes/U盘/a /mnt/d/a", ["/Volumes/U盘/a", "/mnt/d/a"]),
    (r"%APPDATA%\WPS $HOME/a", [r"%APPDATA%\WPS", "$HOME/a"]), ("在 /srv/kb/data/a.yml", ["/srv/kb/data"]), ("在 /home/li/kb/a", ["/home/li/kb/a"]),
    ("两处：D:/a 与 D:/a", ["D:/a"]),
    ("https://x.example/home/a/b https://x.example/~li/c https://x.example/C:/d", []), ("../home/a docs/tmp/a", []), ("每月/每季，1:/2，A/B", []),
    ("3~/5 与 a~/b", []), ("profile://a", []), ("file:// 打开", []), ("没有路径", []),
])
def test_what_people_write_of_a_machine_is_found_each_once(text: str, found: list[str]) -> None:
    assert [path for _, path in written(text, ("/srv/kb/data", "/home/li/kb"))] == found


def test_an_address_is_one_only_from_its_start() -> None:
    assert [is_one(url) for url in ("file:///a/b", "D:/a", "a.html?at=D:/a", "https://x.example/a")] == [True, True, False, False]
