"""No spaces between Chinese characters, none twice, none at the ends."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.quoting import AS_WRITTEN
from macros.rules.rule import Rule

_CJK = "[\u3400-\u9fff\u3001-\u301f\uff01-\uff0f\uff1a-\uff1f“”‘’…]"
SPACES = re.compile(rf"(?<={_CJK})[ \u3000]+(?={_CJK})|[ \u3000]{{2,}}|^[ \u3000]+|[ \u3000]+$", re.M)


def fix(field: str, text: str) -> str:
    """The text without the spaces that should not be there; one stays beside a Latin word."""
    if field in AS_WRITTEN:
        return text
    return SPACES.sub(lambda m: "" if m.end() == len(text) or m.start() == 0 or _between(text, m) else " ", text)


def _between(text: str, found: re.Match[str]) -> bool:
    return bool(re.match(_CJK, text[found.start() - 1]) and re.match(_CJK, text[found.end()]))


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    prose = catalog.prose(kind, entry_id)
    if " " not in prose and "\u3000" not in prose:
        return
    for place, text in catalog.strings(kind, entry_id):
        found = SPACES.search(text)
        # The ideographic space is another rule's, as a character that is not what it seems.
        if found and "\u3000" not in text and place[-1:] and place[-1] not in AS_WRITTEN:
            yield catalog.finding(kind, entry_id, place, RULE.code, "文字里有多余的空格",
                                  "删去；一句话写在一行里，不折行（kb check --fix 会改）", Severity.WARNING,
                                  needle=text[max(0, found.start() - 1):found.end() + 1])


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
