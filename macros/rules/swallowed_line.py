"""A line that was meant as an item or a field of its own, and became the end of the sentence above."""

import re
from collections.abc import Iterator

import yaml

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.reading.slips.slip import KNOWN
from macros.rules.rule import Rule

_ITEM = re.compile(r"[ \t]*[-—–―－−•·●*+](?=\S)|[ \t]*[-—–―－−•●]\s")
_DASH = re.compile("[ ]*- ")
# An item that stands further in than what stands above it, which opens no list and no text of several lines.
_DEEPER = re.compile(r"^([ ]*)[^\s#][^\n]*[^\s:|>\[{,]\n\1[ ]+- ", re.M)
_FIELD = re.compile(rf"[ \t]*(?:- *)?(?P<name>{KNOWN}) *[:：]")
# No line is compared with all the names but one that has such a colon first.
_SUSPECT = re.compile(rf"\n[ \t]*(?![ \t])(?:[-—–―－−•·●*+](?=\S)|[—–―－−•●]\s|(?=[^\n:：]*(?:：|:\S)){KNOWN} *(?:：|:\S))")


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    origin = catalog.origins[kind, entry_id]
    document = origin.document
    if not document.once("swallowed", lambda: bool(_SUSPECT.search(document.text) or _DEEPER.search(document.text))):
        return
    for place, _ in catalog.strings(kind, entry_id):
        node = document.node((*origin.prefix, *place))
        if not isinstance(node, yaml.ScalarNode) or node.style or node.start_mark.line == node.end_mark.line:
            continue
        for number in range(node.start_mark.line + 2, node.end_mark.line + 2):
            line = document.line(number)
            if not (item := _ITEM.match(line)) and not _FIELD.match(line):
                continue
            column = len(line) - len(line.lstrip()) + 1
            message, cure = (("这一行没有另成一项，接到了上一句后面", "列表的每一项以半角 - 加一个空格开头，与上一项左边对齐") if item else
                             ("这一行没有另成一个字段，接到了上一句后面", "字段名后面写半角冒号加一个空格，与同一级的字段左边对齐"))
            if item and place and isinstance(place[-1], int) and _DASH.match(line) and (above := _DASH.match(document.line(node.start_mark.line + 1))):
                # The blanks are right behind the dash; how many stand before it decides.
                wanted, found = len(above.group()) - 2, column - 1
                cure = f"{'删去' if found > wanted else '补上'} - 前面的 {abs(found - wanted)} 个空格，与上一项左边对齐（- 前面留 {wanted} 个空格）"
            yield Finding(document.path, number, column, RULE.code, message, cure, excerpt=line, about=(kind, entry_id))
            break


RULE = Rule(
    code="swallowed-line",
    title="一项一行，一个字段一行",
    why="- 或冒号后面少了空格，或 - 前面多了空格，机器就把这一行当成上一句的下半句，读出来一项变成了两句话。",
    wrong="- 由谁管理\n-多久一次",
    right="- 由谁管理\n- 多久一次",
    check_entry=check_entry,
)
