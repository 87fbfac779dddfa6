"""Who a point of 谁来做 names must be named by the paragraphs that it rests on, and any body, office or kind of people wherever it is named."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from macros.findings import Finding, Severity
from macros.fulltext import contrary, remembered, statements
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.rules.rule import Rule
from macros.text.institutions import names
from macros.text.people import people
from macros.text.roles import Role, roles

# Wherever one of these is named, it is this one and no other; who somebody is by what he does, an editor may say in words of his own.
_PARTICULAR = frozenset({"主席会议", "常委会", "党组会议", "党组", "专委会", "委室", "办公室", "支部", "界别组", "党委", "省委", "市委", "县委", "区委", "政府", "人大", "财经委", "提案委",
                         "开发区", "秘书长", "书记", "主席", "主任", "组长", "县长", "市长", "区长", "镇长", "乡长", "局长", "会长", "院长", "站长", "召集人", "联络员", "监督员", "信息员"})
_DENIED = re.compile("(?:不是|不由|而非|不归)[^，。；]{0,4}$")
# Everybody may be called so, whatever the source calls him.
ANYBODY = frozenset({"领导", "同志", "人士", "代表", "负责人", "群众", "干部", "骨干", "部门", "委员", "党员", "居民", "村民", "职工", "专家", "机关", "政协", "乡镇", "街道"})


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    known = remembered.names(catalog, originals)
    for statement, role in statements.wrong(catalog, originals, RULE.code, _wanted, partial(_of, catalog)):
        if not contrary.named(known, statement, role.start, role.end):
            said, cure = ("谁来做写了", "照原文写是谁来做；原文没有说的，删去这一条") if _is_doer(catalog, statement) else ("", "照原文写是谁；原文没有说的，删去")
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code,
                                  f"{said}“{role.text}”，原文{statement.label}里没有", cure, Severity.WARNING, needle=role.text)


def _wanted(text: str) -> bool:
    return bool(roles(text) or people(text))


def _of(catalog: Catalog, found: Iterable[Statement]) -> Iterator[tuple[Statement, Role]]:
    for statement in found:
        does = _is_doer(catalog, statement)
        if (does or statement.claims) and (role := next(_absent(statement, does), None)):
            yield statement, role


def _is_doer(catalog: Catalog, statement: Statement) -> bool:
    if statement.kind != "practices" or statement.place[0] != "accounts" or statement.place[2] != "points":
        return False
    account, point = int(statement.place[1]), int(statement.place[3])
    return catalog.practices[statement.entry_id].accounts[account].points[point].aspect == "lead"


def _absent(statement: Statement, does: bool) -> Iterator[Role]:
    texts = (*(ground.text for ground in statement.cited), *statement.around)
    for ours in roles(statement.text):
        if ours.head in ANYBODY or not (does or ours.head in _PARTICULAR) or any(ours.text in text for text in texts) or _DENIED.search(statement.text[:ours.start]):
            continue
        named = any(name.start < ours.end and ours.start < name.end for name in names(statement.text))  # told there
        if not named and not any(ours.same(role) for ground in statement.cited for role in roles(ground.text)):
            yield ours
    for kind in people(statement.text):
        if not any(re.search(kind.of, text) for text in texts) and not _DENIED.search(statement.text[:kind.start]):
            yield Role(kind.start, kind.end, kind.text, kind.text, frozenset())


RULE = Rule(
    code="doer-in-source",
    title="谁来做，照原文写",
    why="“小组组长汇报”写成“专委会主任汇报”，照着做的单位就找错了人；别处写的机构和职务，也要是原文有的（本机有全文时才能查）。",
    wrong="原文“由界别小组组长汇报”，谁来做写“专委会主任”",
    right="谁来做写“界别小组组长”",
    check_against_text=check_against_text,
    exemptible=True,
)
