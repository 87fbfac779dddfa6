"""A summary is a sentence, so it ends with a stop."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.model.fields import TO_FILL
from macros.rules import cut_by_hash
from macros.rules.rule import Rule


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    if TO_FILL in practice.summary:
        return  # what is still to be filled in is no sentence yet
    if not practice.summary.endswith(("。", "。”", "？", "！")) and not cut_by_hash.tells(catalog, "practices", pid, ("summary",)):  # one mistake, one message
        yield catalog.finding("practices", pid, ("summary",), RULE.code, "摘要不是以句号结尾",
                              "写成完整的一句话，加上句号", severity=Severity.WARNING)


RULE = Rule(
    code="summary-stop",
    title="摘要以句号结尾",
    why="摘要会单独出现在列表、搜索结果和导出的文件里，应当是完整的一句话。",
    wrong="summary: 把委员编进专委会",
    right="summary: 把委员编进专委会。",
    check_practice=check_practice,
    exemptible=True,
)
