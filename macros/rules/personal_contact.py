"""Whom to call or write to is named only where the library's own settings name it."""

from collections.abc import Iterator
from pathlib import Path

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.reading import settings
from macros.rules.rule import Rule
from macros.text.personal import Personal, personal

_PROJECT = Path(__file__).resolve().parents[2]
_LABELS = {"mobile": "手机号", "mail": "邮箱"}


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if not told(catalog.prose(kind, entry_id)):
        return
    for place, text in catalog.strings(kind, entry_id):
        for found in told(text):
            yield catalog.finding(kind, entry_id, place, RULE.code, message(found), CURE, Severity.WARNING, needle=found.words)


def told(text: str) -> list[Personal]:
    """The numbers and addresses in a text that nobody has named as the library's own contact."""
    found = [one for one in personal(text) if one.kind in _LABELS]
    own = settings.contact(_PROJECT) if found else ""
    return [one for one in found if one.words not in own]


def message(found: Personal) -> str:
    return f"这里有{_LABELS[found.kind]} {found.masked}，会公开"


CURE = "删去，或遮住几位（138****1234）；是这个库自己的联系方式，就写进 mkdocs.yml 的 extra.contact"
RULE = Rule(
    code="personal-contact",
    title="不写个人的手机号和邮箱",
    why="个人的联系方式公开了就会被人收集，人也常换。库自己的联系方式写进 mkdocs.yml 的 extra.contact，写在页面上就不再提醒。",
    wrong="有事找张某，手机号写全 11 位",
    right="有事找办公室",
    check_entry=check_entry,
    exemptible=True,
)
