"""Between two names of a list stands a common comma: a full-width one makes them one name that nobody looks for."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.rules.rule import Rule

_LISTS = frozenset({"aliases", "keywords", "synonyms", "members"})


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    for place, words in catalog.strings(kind, entry_id):
        if place[-2:-1] and place[-2] in _LISTS and tells(catalog, kind, entry_id, words):
            yield catalog.finding(kind, entry_id, place, RULE.code, f"“{words}”成了一个名称：中间是“，”，不是半角逗号",
                                  "是两个名称，换成半角逗号加一个空格（, ）；本来就是一个名称，给它加半角双引号", Severity.WARNING, needle=words)


def tells(catalog: Catalog, kind: str, entry_id: str, words: str) -> bool:
    """Whether this rule tells of a name; one in quotation marks is meant as it is."""
    return "，" in words and f'"{words}"' not in catalog.origins[kind, entry_id].document.text


RULE = Rule(
    code="comma-in-list",
    title="两个名称之间用半角逗号",
    why="又称、检索词、所列名称里用了“，”，两个就成了一个：页面上连在一起，检索也找不到，数出来少一个。",
    wrong="aliases: [界别支部，联合支部]",
    right="aliases: [界别支部, 联合支部]",
    check_entry=check_entry,
    exemptible=True,
)
