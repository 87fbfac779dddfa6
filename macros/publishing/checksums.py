"""The list of all files with their SHA-256, in the form that `sha256sum -c` reads."""

import hashlib
import re
from pathlib import Path

from macros.findings import Finding
from macros.publishing.failure import PublishFailed
from macros.publishing.site import Site, finding

NAME = "SHA256SUMS.txt"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_CURE = "重新复制一份；再不对就重新打包"


def write(folder: Path) -> str:
    """Writes the list into `folder`; returns the SHA-256 of the list, which names the whole content."""
    lines = (f"{_of(folder / file)}  {file}\n" for file in Site(folder).files if file != NAME)
    content = "".join(lines).encode()
    (folder / NAME).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def digest(folder: Path) -> str | None:
    """The SHA-256 of a folder's list, or None without one."""
    file = folder / NAME
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else None


def verify(folder: Path) -> list[Finding]:
    """What in `folder` is missing, changed or added since its list was written.

    Raises:
        PublishFailed: there is no list.
    """
    listed = _listed(folder)
    present = Site(folder).present - {NAME}
    found = [finding(file, "missing", "文件不见了", _CURE) for file in listed.keys() - present]
    found += [finding(file, "added", "清单里没有这个文件", "删去它，或换一份完整的") for file in present - listed.keys()]
    found += [finding(file, "changed", "内容和打包时不一样", _CURE)
              for file in listed.keys() & present if _of(folder / file) != listed[file]]
    return sorted(found)


def _listed(folder: Path) -> dict[str, str]:
    file = folder / NAME
    if not file.is_file():
        raise PublishFailed(f"“{folder}”里没有校验清单 {NAME}", "指明解压出来的文件夹（里面有这个清单），或一个发布好的版本")
    listed = {}
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        found = _LINE.fullmatch(line)
        if not found:
            raise PublishFailed(f"校验清单 {NAME} 有一行读不懂：{line[:40]}", _CURE)
        listed[found.group(2)] = found.group(1)
    if not listed:
        raise PublishFailed(f"校验清单 {NAME} 是空的", _CURE)
    return listed


def _of(file: Path) -> str:
    if file.is_symlink():
        return "link"
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
