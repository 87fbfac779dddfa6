"""Files lie where every reader's system can hold them, and nothing lies there that is no part of a site."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.findings import Finding
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site, finding

# 180 characters for a path after unzipping, less the folder of the hand-over (`kb-<version>/site/`).
LONGEST = 150
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.I)
_ILLEGAL = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_SOURCES = frozenset({
    ".yml", ".yaml", ".py", ".pyc", ".md", ".toml", ".lock", ".sh", ".ini", ".cfg", ".conf", ".j2", ".jinja", ".bak", ".orig",
    ".swp", ".log", ".sqlite", ".db", ".pem", ".key",
})


def check(site: Site, _: Expected) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for file in site.files:
        path = PurePosixPath(file)
        if (site.root / file).is_symlink():
            yield finding(file, "symlink", "这是一个符号链接，复制到别处会断", "换成真正的文件")
        elif not (site.root / file).is_file():
            yield finding(file, "special-file", "这不是普通的文件（是管道、设备一类），复制和打包都会停住", "删去它")
        for part in path.parts:
            if _ILLEGAL.search(part) or part.endswith((".", " ")) or _DEVICES.fullmatch(part):
                yield finding(file, "bad-name", f"Windows 上不能有叫“{part}”的文件或文件夹", "改名，只用字母、数字、连字符和点")
        if len(file) > LONGEST:
            yield finding(file, "long-path", f"路径有 {len(file)} 个字符，最多 {LONGEST} 个", "把编号或文件夹名改短")
        if any(part.startswith(".") for part in path.parts):
            yield finding(file, "hidden-file", "点号开头的文件不该进网站", "从 docs 里移走")
        elif path.suffix.lower() in _SOURCES or file.endswith("~"):
            yield finding(file, "source-file", "这是源文件，不该进网站", "从 docs 里移走，或在 mkdocs.yml 的 exclude_docs 里排除")
        same = seen.setdefault(file.casefold(), file)
        if same != file:
            yield finding(file, "same-name", f"和“{same}”只差大小写，Windows 上会互相覆盖", "改掉其中一个的名字")
