"""What belongs in `docs/`: one table of the kinds of files for each of its folders. All else is a finding.

Whatever lies there is published and can be searched, so a file is named here or refused.
"""

import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from yaml import YAMLError

from macros.findings import Finding
from macros.fulltext import held_back
from macros.fulltext.shipped import PRACTICE, is_practice
from macros.handwritten.docs_folder import linked, scripts
from macros.handwritten.docs_folder.tree import PROJECT, Sort, Tree
from macros.reading import settings
from macros.reading.filenames import RESERVED
from macros.text.printable import printable

IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")


@dataclass(frozen=True)
class Place:
    """What a folder holds: `suffixes` of any name, and files by `names`; `label` says it in a message."""

    label: str
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


_INDEX = Place("index.md（条目的页面由数据生成）", (), ("index.md",))
_IMAGES = Place("图片（.png、.jpg、.gif、.webp、.svg）", IMAGES)
PLACES: dict[str, Place] = {
    "": Place("页面（.md）", (".md",)),
    "topics": Place("专题的页面（.md）", (".md",)),
    "contributing": Place("编写指南的页面（.md）", (".md",), ("lian-xi.docx",)),
    "practices": _INDEX, "speeches": _INDEX, "organizations": _INDEX, "problems": _INDEX,
    "images": _IMAGES, "topics/images": _IMAGES, "contributing/images": _IMAGES, "assets/images": _IMAGES,
    "assets": Place("images、javascripts、stylesheets 三个文件夹"),
    "assets/javascripts": Place("core、page 两个文件夹"),
    "assets/javascripts/core": Place("不碰页面的脚本（.js）", (".js",)), "assets/javascripts/page": Place("页面用的脚本（.js）", (".js",)),
    "assets/stylesheets": Place("样式（.css）", (".css",)),
}

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_PAGE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\.md")
_COPY = re.compile(r"副本|^新建|[ _-]copy(?:[ _-]?\d+)?$|^copy[ _-]of|[ _-]?[(（]\d+[)）]$|[ _-]+(?:bak|backup|old)$", re.I)
_LOCK = re.compile(r"~\$.*|\.~lock\..*#|\.~.*")
_TEMPORARY = re.compile(r".*(?:~|\.(?:tmp|temp|bak|orig|rej|swp|swo|part|crdownload|download|log))|~.*\.tmp|#.*#", re.I)
_SYSTEM = frozenset({".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db"})
_SIGNS = {".png": (b"\x89PNG",), ".jpg": (b"\xff\xd8\xff",), ".jpeg": (b"\xff\xd8\xff",), ".gif": (b"GIF8",), ".webp": (b"RIFF",)}
# The style of paper is linked by overrides/main.html, for printing only.
_LINKED = frozenset((*scripts.ALL, "assets/stylesheets/kb-print.css"))
_USED = {".js": "删去；要用的，写进 macros/handwritten/docs_folder/scripts.py 的名单", ".css": "删去；要用的，写进 mkdocs.yml 的 extra_css"}


def strangers(tree: Tree) -> dict[str, Finding]:
    """Files and folders under `docs` that have no place there, or a name that breaks addresses."""
    found: dict[str, Finding] = {}
    loaded = used()
    for address, sort in tree.items.items():
        if is_in(address, found):
            continue
        folder, _, name = address.rpartition("/")
        finding = _found(tree, address, folder, name, sort) or _unused(tree, address, sort, loaded)
        if finding:
            found[address] = finding
    return found


def used() -> frozenset[str]:
    """The scripts and styles that pages load: those on the list of scripts, and those that `mkdocs.yml` adds to every page."""
    try:
        given = settings.values(PROJECT)
    except (OSError, ValueError, YAMLError):  # told where the settings are used
        return _LINKED
    added = (name for key in ("extra_css", "extra_javascript") for name in given.get(key) or ())
    return _LINKED.union(str(name.get("path")) if isinstance(name, dict) else str(name) for name in added)


def is_in(address: str, found: Collection[str]) -> bool:
    """Whether something, or a folder that it lies in, is among those `found`."""
    return bool(found) and (address in found or any(parent.as_posix() in found for parent in PurePosixPath(address).parents))


def _found(tree: Tree, address: str, folder: str, name: str, sort: Sort) -> Finding | None:
    path = printable(tree.path(address))
    shown = printable(name)
    if sort is Sort.LINK:
        return linked.finding(path)
    if sort is Sort.CLOSED:
        return Finding(path, 1, 1, "unreadable", "这个文件夹打不开", "检查它的读取权限")
    if sort is Sort.FOLDER:
        return None if address in PLACES else Finding(path, 1, 1, "docs-file", f"{tree.shown} 里没有“{shown}”这个文件夹的位置",
                                                      f"删去，或移出 {tree.shown}；可用的文件夹：{'、'.join(sorted(filter(None, PLACES)))}")
    if sort is Sort.FILE and not os.access(tree.root / address, os.R_OK):
        return Finding(path, 1, 1, "unreadable", "文件打不开：没有权限", "检查它的读取权限")
    place = PLACES[folder]
    if name in place.names and sort is Sort.FILE:
        return _others_practice(path, tree, address)
    wrong = _stray(shown, tree.shown) or (("这不是普通的文件", "换成文件本身") if sort is Sort.OTHER else None)
    suffix = Path(name).suffix.lower()
    if not wrong and suffix not in place.suffixes:
        wrong = f"{tree.shown}/{folder} 里没有“{shown}”的位置".replace("/ ", " "), f"这里只放{place.label}；别的移到库外面"
    if wrong:
        return Finding(path, 1, 1, "docs-file", *wrong)
    if not (_PAGE_NAME if suffix == ".md" else _NAME).fullmatch(name) or (name != "index.md" and {Path(name).stem, name.partition(".")[0]} & RESERVED):
        return Finding(path, 1, 1, "docs-name", f"文件名“{shown}”会弄坏网址", "改名，只用小写拼音、数字和连字符，例如：ban-fa.md")
    if suffix in _SIGNS and not _opens_with(tree.root / address, _SIGNS[suffix]):
        return Finding(path, 1, 1, "docs-file", f"“{shown}”里面不是图片", "换成真正的图片；别的文件不要改了扩展名放进来")
    return None


def _unused(tree: Tree, address: str, sort: Sort, loaded: Collection[str]) -> Finding | None:
    """A script or style that belongs where it lies, and that no page loads."""
    suffix = Path(address).suffix
    if sort is not Sort.FILE or suffix not in _USED or address in loaded:
        return None
    return Finding(tree.path(address), 1, 1, "docs-file", f"没有一页用到“{Path(address).name}”，它却会公开", _USED[suffix])


def _others_practice(path: str, tree: Tree, address: str) -> Finding | None:
    """Somebody's file that was saved over the exercise of the guide would be published."""
    if address != PRACTICE or is_practice((tree.root / address).read_bytes()):
        return None
    return Finding(path, 1, 1, "docs-file", "这不是指南自带的练习文件，会随网站公开",
                   f"把自己的文件移出 {tree.shown}，再取回原来的：git checkout -- {path}")


def _stray(name: str, shown: str) -> tuple[str, str] | None:
    """What a file is that never belongs there, and what to do about it."""
    stem, suffix = Path(name).stem, Path(name).suffix.lower()
    if _LOCK.fullmatch(name):
        return "这是 Word、WPS 打开文件时留下的锁文件，会随网站公开", "关掉文档，删去这个文件"
    if _TEMPORARY.fullmatch(name):
        return "这是临时文件或备份，会随网站公开", "删去这个文件"
    if name.lower() in _SYSTEM:
        return "这是系统留下的文件", "删去这个文件"
    if name.startswith("."):
        return "点号开头的文件不该进网站", f"删去，或移出 {shown}"
    kind = "表格" if suffix == ".csv" else held_back.by_suffix(name)
    if kind == held_back.PACKED:
        return "压缩包会随网站公开", f"移出 {shown}"
    if kind and kind != held_back.SCAN:
        return "这个文件会随网站公开", f"移出 {shown}：全文放到 data/originals/，要给读者看的写成页面（.md）"
    if _COPY.search(stem) and suffix not in (".js", ".css"):
        return "这像是复制或新建时自动取的名字，会当成一页公开", "要留的改名，只用小写拼音、数字和连字符；不要的删去"
    return None


def _opens_with(file: Path, signs: tuple[bytes, ...]) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(8).startswith(signs)
    except OSError:
        return False
