"""What a speech only plans or calls for must not be told as if it were there."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.model.vocabulary import Status
from macros.rules.rule import Rule

_VERBS = "建|设|办|启动|召开|成立|组建|配|实施|实行|推行|开展|完成|形成|出台|落实|运行|增加|覆盖|制定|印发"
_DONE = re.compile(rf"(?<![不而])已经?(?:全部|全面|基本)?(?:{_VERBS})[成立好置齐]?|(?:建成|建立|开办|开设|召开|设立|设置|成立|开展|实行|实施|出台|形成|完成)了")
# 没有说已建成, 是否已设立: the words are there, the claim is not.
_DENIED = re.compile(r"(?:没有?|是否|未|不|尚|能否|要求|拟|将)[^，。；]{0,8}$")
_OPEN = (Status.PLANNED, Status.CALLED_FOR)


def told_as_done(text: str) -> str | None:
    """The words of a text that tell something as done, or None."""
    # Every such claim has one of these, and few texts do.
    if "已" not in text and "了" not in text:
        return None
    for found in _DONE.finditer(text):
        if not _DENIED.search(text[:found.start()]):
            return found.group()
    return None


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    texts: list[tuple[tuple[str | int, ...], str, Status]] = []
    for i, account in enumerate(practice.accounts):
        if account.progress.status in _OPEN:
            status = account.progress.status
            texts.extend((("accounts", i, "points", j, "text"), p.text, status) for j, p in enumerate(account.points))
    if all(account.progress.status in _OPEN for account in practice.accounts):
        texts.append((("summary",), practice.summary, practice.accounts[0].progress.status))
    for place, text, status in texts:
        words = told_as_done(text)
        if words:
            yield catalog.finding(
                "practices", pid, place, RULE.code, f"进展是“{status.label}”，这里却写成“{words}”，像是已经做到",
                "改成“拟、要、计划”一类的说法；原文确实说已经做到，就改 progress 和依据", needle=words)


RULE = Rule(
    code="planned-as-done",
    title="计划不写成已完成",
    why="读者会照着学；把打算说成做到，是这个库最不该犯的错。",
    wrong="status: planned，要点写“已设立委员联络站”",
    right="要点写“在全县所有乡镇设立委员联络站（谋划中）”",
    check_practice=check_practice,
    exemptible=True,
)
