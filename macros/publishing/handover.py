"""The site as one file to carry away: `kb-<version>.zip` with a start page and a checksum list.

Inside is one folder, `kb-<version>/`, with `start.html`, `SHA256SUMS.txt` and `site/`. The same
site at the same moment gives the same bytes.
"""

import zipfile
from datetime import datetime
from importlib.metadata import version as installed
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.publishing import checksums
from macros.publishing.failure import PublishFailed
from macros.publishing.site import Site

LONGEST = 180
_TEMPLATES = Path(__file__).parent / "templates"


def version() -> str:
    """The version of the library's programs and format, as in `pyproject.toml`."""
    return installed("shijian-ku")


def file_for(given: Path) -> Path:
    """The file to write: `given`, or the usual name in it when it is a folder or has no `.zip`."""
    return given if given.suffix.lower() == ".zip" and not given.is_dir() else given / f"kb-{version()}.zip"


def assemble(site: Path, folder: Path, name: str, moment: datetime) -> None:
    """Adds start page and checksum list around `site`, which is moved into `folder`."""
    folder.mkdir()
    site.rename(folder / "site")
    pages = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    for template in ("start.html", "start.css"):
        text = pages.get_template(template).render(name=name, version=version(), date=f"{moment:%Y年%-m月%-d日}",
                                                   checksums=checksums.NAME)
        (folder / template).write_text(text, encoding="utf-8")
    checksums.write(folder)


def pack(folder: Path, file: Path, moment: datetime) -> None:
    """Writes `folder` as a ZIP with `kb-<version>/` at its root; all times in it are `moment`.

    Raises:
        PublishFailed: a path would be too long for Windows.
    """
    top = f"kb-{version()}"
    stamp = max(moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in Site(folder).files:
            path = f"{top}/{name}"
            if len(path) >= LONGEST:
                raise PublishFailed(f"路径太长，Windows 上解压不开：{path}", "把编号或文件夹名改短")
            entry = zipfile.ZipInfo(path, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            packed.writestr(entry, (folder / name).read_bytes())
