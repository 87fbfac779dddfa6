"""No entry holds a password or a key."""

from collections.abc import Iterator
from dataclasses import replace

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.secrets import Secret, secrets


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if not any(not found.address for found in secrets(catalog.prose(kind, entry_id))):
        return
    for place, text in catalog.strings(kind, entry_id):
        for found in (one for one in secrets(text) if not one.address):
            yield replace(catalog.finding(kind, entry_id, place, RULE.code, message(found), CURE, Severity.WARNING, needle=found.words), excerpt="")


def message(found: Secret) -> str:
    return f"这里像是写了密码或口令 {found.masked}，会公开"


CURE = "删去，再到发给你的地方作废它，换一个新的；举例的，写成 ******"
RULE = Rule(
    code="secret",
    title="不写密码和口令",
    why="密码、口令、密钥一公开，别人就能用它进去；删了也要换新的，因为已经有人看过。提示里不会重复它。",
    wrong="密码：后面写着真的密码",
    right="密码：******",
    check_entry=check_entry,
    exemptible=True,
)
