"""No spaces between Chinese characters, none twice, none at the ends."""

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.lists import IDS, TEXTS
from macros.model.quoting import AS_WRITTEN
from macros.rules.rule import Rule

_CJK = "[\u3400-\u9fff\u3001-\u301f\uff01-\uff0f\uff1a-\uff1f“”‘’…]"
SPACES = re.compile(rf"(?<={_CJK})[ \u3000]+(?={_CJK})|[ \u3000]{{2,}}|^[ \u3000]+|[ \u3000]+$", re.M)
# How a line begins that goes on with a text and was not meant as an item or a field.
_GOES_ON = re.compile(r"[ \t]*[\w\u4e00-\u9fff“”‘’「」『』《》〔〕（）…、，。；：！？][^:\n]*$")
CURE = "删去；一句话写在一行里，不折行（kb check --fix 会改）"
Place = tuple[str | int, ...]


def fix(field: str, text: str) -> str:
    """The text without the spaces that should not be there; one stays beside a Latin word."""
    if field in AS_WRITTEN:
        return text
    # Two items of a list whose comma is lost look like one with a blank in it: a person sees which they are.
    return SPACES.sub(lambda m: "" if m.end() == len(text) or m.start() == 0 else m.group() if field in TEXTS | IDS and _between(text, m) else
                      "" if _between(text, m) else " ", text)


def _between(text: str, found: re.Match[str]) -> bool:
    return found.start() > 0 and found.end() < len(text) and bool(re.match(_CJK, text[found.start() - 1]) and re.match(_CJK, text[found.end()]))


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    prose = catalog.prose(kind, entry_id)
    if " " not in prose and "\u3000" not in prose:
        return
    for place, text in catalog.strings(kind, entry_id):
        if place[-2:-1] and place[-2] in TEXTS | IDS:
            # Of words in the place of an id more is told than of their blanks.
            yield from _item(catalog, kind, entry_id, place, text) if place[-2] in TEXTS else ()
            continue
        # The ideographic space is another rule's, as a character that is not what it seems.
        if "\u3000" not in text and place[-1:] and place[-1] not in AS_WRITTEN:
            yield from _plain(catalog, kind, entry_id, place, text)


def _plain(catalog: Catalog, kind: str, entry_id: str, place: Place, text: str) -> Iterator[Finding]:
    if found := SPACES.search(text):
        yield catalog.finding(kind, entry_id, place, RULE.code, "文字里有多余的空格", CURE, Severity.WARNING,
                              needle=text[max(0, found.start() - 1):found.end() + 1])


def _item(catalog: Catalog, kind: str, entry_id: str, place: Place, text: str) -> Iterator[Finding]:
    """Of an item of a list it is asked whether it is two: the comma, or the dash, between them may be lost."""
    if " " not in text or "\u3000" in text:
        return
    found = next((m for m in SPACES.finditer(text) if _between(text, m)), None)
    origin = catalog.origins[kind, entry_id]
    node, above = (origin.document.node((*origin.prefix, *place[:last])) for last in (len(place), -1))
    line = _line_below(origin.document.text, node)
    brackets = isinstance(above, yaml.SequenceNode) and above.flow_style
    if line:
        cure = ("是两项，在前一行末尾补上半角逗号；是一项，写在一行里，不折行" if brackets else
                "是两项，这一行前面写 - 加一个空格，与上一项左边对齐；是一项，接到上一行末尾，中间不留空格")
    elif found:
        cure = f"是两项，{'两项之间写半角逗号加一个空格（, ）' if brackets else '后一项另起一行，前面写 - 加一个空格'}；是一项，删去空格"
    else:
        yield from _plain(catalog, kind, entry_id, place, text)
        return
    said = catalog.finding(kind, entry_id, place, RULE.code, f"“{_short(text)}”{'折成了两行' if line else '中间有空格'}，是不是两项？", cure,
                           Severity.WARNING, needle=text[found.start() - 1:found.end() + 1] if found and not line else "")
    if line and not brackets:
        below = origin.document.line(line)
        said = replace(said, line=line, column=len(below) - len(below.lstrip()) + 1, excerpt=below)
    yield said


def _line_below(text: str, node: yaml.Node | None) -> int:
    """The number of the line on which a text without marks goes on; 0 where it does not."""
    if not isinstance(node, yaml.ScalarNode) or node.style or node.start_mark.line == node.end_mark.line:
        return 0
    rows = re.split(r"\r\n|\r|\n", text[node.start_mark.index:node.end_mark.index])
    number = next((i for i, row in enumerate(rows[1:], 1) if row.strip()), 0)
    return int(node.start_mark.line) + 1 + number if number and _GOES_ON.match(rows[number]) else 0


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:24] + "……"


RULE = Rule(
    code="spacing",
    title="汉字之间不留空格",
    why="折行和多余的空格会原样显示，也让检索把一个词看成两个。",
    wrong="text: 全体委员 编入各专委会",
    right="text: 全体委员编入各专委会",
    check_entry=check_entry,
    fix_text=fix,
    exemptible=True,
)
