"""Files that bear a Chinese name: the id in pinyin that is told, and renaming the file where nothing speaks against it.

An id is an address for good, so a file is renamed only where it was never handed over to git, and where no other id
can have been meant for it.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.library.references import references
from macros.model.fields import TO_FILL
from macros.model.kinds import KINDS
from macros.model.titles import title_of
from macros.reading.filenames import bad_id, is_left_over
from macros.runtime.git import Git, GitProblem
from macros.runtime.writing import is_same

_CHINESE = re.compile(r"(?=.*[\u4e00-\u9fff])[\u4e00-\u9fff\w +“”《》（）()·-]+")
_CODE = "bad-file-name"


def pinyin(stem: str) -> str:
    """The id that a Chinese name suggests, as an import would propose it; nothing where the name holds other things, or is too long."""
    if not _CHINESE.fullmatch(stem) or TO_FILL in stem or is_left_over(f"{stem}.yml"):
        return ""
    from macros.search.pinyin import table  # its words take long to load, and few files need it

    found = table([stem]).slug(stem)
    return "" if bad_id(found) else found


def told(findings: Iterable[Finding], catalog: Catalog) -> Iterator[Finding]:
    """The findings, those about a Chinese file name with the name to use."""
    for finding in findings:
        folder, _, name = finding.path.rpartition("/")
        kind = folder.rpartition("/")[2]
        meant = pinyin(name.removesuffix(".yml")) if finding.code == _CODE and kind in KINDS and name.endswith(".yml") and "改名为" not in finding.cure else ""
        yield replace(finding, cure=_cure(meant, kind, catalog)) if meant else finding


def _cure(meant: str, kind: str, catalog: Catalog) -> str:
    taken = next((each for each in KINDS if catalog.claims(each, meant)), None)
    if taken is None:
        return f"改名为 {meant}.yml"
    entry = catalog.of(taken).get(meant)
    title = f"（{title_of(entry)}）" if entry else ""
    same = "是同一条，就把内容并过去，删去这个文件；不是，" if taken == kind else ""
    return f"已经有 {meant}{title}：{same}就改成另一个小写拼音的名字，例如：{meant}-2.yml"


def due(data: Path, catalog: Catalog) -> Iterator[tuple[Path, Path]]:
    """The files with a Chinese name that may be renamed, each with its new name."""
    for kind in KINDS.values():
        files = sorted((data / kind.name).glob("*.yml")) if kind.one_file_each else []
        meant = {file: pinyin(file.stem) for file in files if not file.stem.isascii()}
        if not any(meant.values()) or _asked_for(catalog, kind.name):
            continue
        handed, gone = _in_git(data / kind.name)
        names = list(meant.values())
        for file, entry_id in meant.items():
            new = file.with_name(f"{entry_id}.yml")
            # A rename that was killed has left both names.
            free = entry_id and names.count(entry_id) == 1 and (is_same(file, new) or not any(catalog.claims(each, entry_id) for each in KINDS))
            plain = file.is_file() and not file.is_symlink()
            if free and plain and not gone and file.name not in handed and (kind.name, entry_id) not in catalog.former:
                yield file, new


def _asked_for(catalog: Catalog, kind: str) -> bool:
    """Whether an id of the kind is named that no file has: it may be the one that was meant."""
    return any(target_kind == kind and not catalog.has(kind, target) and (kind, target) not in catalog.former
               for *_, target_kind, target in references(catalog))


def _in_git(folder: Path) -> tuple[set[str], bool]:
    """The names in a folder that git has, and whether one of them is gone: then a file may be that one under another name."""
    try:
        done = Git(folder).run("ls-files", "-z", "--", ".")
    except GitProblem:
        return set(), False
    names = {os.fsdecode(name) for name in done.stdout.split(b"\0") if name} if done.returncode == 0 else set()
    return names, any(not (folder / name).exists() for name in names)
