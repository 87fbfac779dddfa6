"""What stands behind ` #` is a comment to YAML: it is read by nobody, and mostly was meant to be."""

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.inline_links import Place
from macros.reading.yaml_data import where
from macros.rules import spacing
from macros.rules.rule import Rule

_HASH = re.compile(r"[^\s#][ \t]+#")
# A comment as people write one: two blanks in front, one behind. The words before it are Chinese prose.
_CUT = re.compile(r"(?P<before>[ \t]+)#(?P<after>[^\n]*)")
_PROSE = re.compile("[\u4e00-\u9fff]")


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    document = catalog.origins[kind, entry_id].document
    for place, end, said in _cut(catalog, kind, entry_id):
        # The rest would be told of next.
        blanks = "；后面汉字之间的空格也删去" if spacing.SPACES.search(said) else ""
        finding = catalog.finding(kind, entry_id, place, RULE.code, f"“#{said}”没有读进去：空格加 # 以后的字都是注释",
                                  f"是内容，就删去 # 前面的空格，或给整句加双引号{blanks}；是注释，就另起一行写", Severity.WARNING)
        line, column = where(document.text, end)
        yield replace(finding, line=line, column=column, excerpt=document.line(line))


def tells(catalog: Catalog, kind: str, entry_id: str, place: Place) -> bool:
    """Whether this rule tells of the string at that place: that its end is missing follows from it."""
    return any(cut == place for cut, _, _ in _cut(catalog, kind, entry_id))


def _cut(catalog: Catalog, kind: str, entry_id: str) -> Iterator[tuple[Place, int, str]]:
    """Where strings are cut: the place of each, the offset of its #, and what stands behind it."""
    document = catalog.origins[kind, entry_id].document
    # What has another fault is told of that first.
    if entry_id not in catalog.of(kind) or not document.once("hash", lambda: "#" in document.text and bool(_HASH.search(document.text))):
        return
    for place, value in catalog.strings(kind, entry_id):
        node = document.node((*catalog.origins[kind, entry_id].prefix, *place))
        if not isinstance(node, yaml.ScalarNode) or node.style or not _PROSE.search(value):
            continue
        end = node.start_mark.index + len(document.text[node.start_mark.index:node.end_mark.index].rstrip())
        cut = _CUT.match(document.text, end)
        if not cut or (len(cut.group("before")) > 1 and cut.group("after").startswith(" ")):
            continue
        yield place, cut.end("before"), cut.group("after").strip()


RULE = Rule(
    code="cut-by-hash",
    title="内容里的 # 前面不空格",
    why="空格加 # 以后的字是注释，不会读进来，页面上就少了半句。写给编辑看的话另起一行，或者空两格再写 #、空一格再写话。",
    wrong="title: 委员活动组 #试行",
    right='title: "委员活动组 #试行"',
    check_entry=check_entry,
)
