"""No address holds a password."""

from collections.abc import Iterator
from dataclasses import replace

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.secrets import Secret, secrets


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if "://" not in catalog.prose(kind, entry_id):
        return
    for place, text in catalog.strings(kind, entry_id):
        for found in (one for one in secrets(text) if one.address):
            yield replace(catalog.finding(kind, entry_id, place, RULE.code, message(found), CURE, needle=found.words), excerpt="")


def message(found: Secret) -> str:
    return f"地址 {found.masked} 里带着用户名和密码，会公开"


CURE = "删去 // 和 @ 之间的部分，连 @ 一起；再换一个新密码"
RULE = Rule(
    code="secret-address",
    title="地址里没有密码",
    why="条目、手写页面里的地址谁都看得到；网站的地址、编辑的地址每一页上都有：里面的用户名、密码、口令就跟着公开了。提示里不会重复它。",
    wrong="SITE_URL=https://用户:密码@……",
    right="SITE_URL=https://kb.example.gov.cn/",
    check_entry=check_entry,
)
