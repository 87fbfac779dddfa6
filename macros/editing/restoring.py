"""Files that are empty and were not: git gives back what they held."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from macros.findings import Finding
from macros.library.before import Before

_CODE = "empty-file"


def told(findings: Iterable[Finding], before: Before | None) -> Iterator[Finding]:
    """The findings, those about an empty file that is published with what takes its content back out of git."""
    for finding in findings:
        file = PurePosixPath(finding.path)
        if finding.code == _CODE and before and (file.parent.name, file.stem) in before.published:
            back = f"取回原来的内容：git checkout {before.commit} -- {finding.path}"
            yield replace(finding, cure=f"{back}；要重写，就照编写指南里的样例填写，不删这个文件")
        else:
            yield finding
