"""The site as one file to carry away: `kb-<edition>.zip` with a start page and a checksum list.

Inside is one folder, `kb-<edition>/`, with `start.html`, `SHA256SUMS.txt` and `site/`. The same
site at the same moment gives the same bytes.
"""

import os
import zipfile
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.publishing import checksums
from macros.publishing.edition import Edition, version
from macros.publishing.failure import PublishFailed
from macros.publishing.site import Site

# Windows opens paths of 259 characters; the rest is for the folder that people unzip into.
LONGEST = 190
_TEMPLATES = Path(__file__).parent / "templates"
_START = "start.html"
_TOP = "kb-"


def file_for(given: Path, edition: Edition) -> Path:
    """The file to write: `given`, or the usual name in it when it is a folder or has no `.zip`."""
    return given if given.suffix.lower() == ".zip" and not given.is_dir() else given / f"{_TOP}{edition.label}.zip"


def hold(file: Path) -> None:
    """Nothing, when `file` is free to be written: not there, or an earlier hand-over.

    Raises:
        PublishFailed: it is something else; it is as it was.
    """
    if (file.exists() or file.is_symlink()) and not _is_handover(file):
        raise PublishFailed(f"“{file}”已经存在，不是 kb publish 打的包，没有动它", "换一个文件名，或先把它移走")


def assemble(site: Path, folder: Path, name: str, moment: datetime, edition: Edition) -> None:
    """Adds start page and checksum list around `site`, which is moved into `folder`."""
    folder.mkdir()
    site.rename(folder / "site")
    pages = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    for template in (_START, "start.css"):
        text = pages.get_template(template).render(name=name, edition=edition.words, checksums=checksums.NAME,
                                                   date=f"{moment.year}年{moment.month}月{moment.day}日")
        (folder / template).write_text(text, encoding="utf-8")
    checksums.write(folder)


def pack(folder: Path, file: Path, moment: datetime, edition: Edition) -> None:
    """Writes `folder` as a ZIP with `kb-<edition>/` at its root; all times in it are `moment`, as near as a ZIP knows it.

    Raises:
        PublishFailed: a path would be too long for Windows.
    """
    stamp = min(max(moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0)), (2107, 12, 31, 23, 59, 58))
    with file.open("xb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for name in Site(folder).files:
                path = f"{_TOP}{edition.label}/{name}"
                if len(path) >= LONGEST:
                    raise PublishFailed(f"路径太长，Windows 上解压不开：{path}", "把编号或文件夹名改短")
                entry = zipfile.ZipInfo(path, stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system, entry.external_attr = 3, 0o100644 << 16
                packed.writestr(entry, (folder / name).read_bytes())
        stream.flush()
        os.fsync(stream.fileno())


def is_unpacked(folder: Path) -> bool:
    """Whether this folder came out of a hand-over: it is looked at where it lies, by nobody else."""
    return (folder / _START).is_file() and (folder / "site").is_dir()


def _is_handover(file: Path) -> bool:
    if not file.is_file():
        return False
    try:
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    return bool(names) and all(name.startswith(_TOP) for name in names) and any(name.endswith(f"/{_START}") for name in names)


__all__ = ["LONGEST", "assemble", "file_for", "hold", "is_unpacked", "pack", "version"]
