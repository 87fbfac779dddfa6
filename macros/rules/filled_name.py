"""A name that the source hides stays hidden."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.accounts import MASK
from macros.model.vocabulary import Level, NameState
from macros.rules.rule import Rule

_MASK = re.compile(f"{MASK}+")
_LEVELS = {"省": Level.PROVINCE, "市": Level.CITY, "州": Level.CITY, "县": Level.COUNTY, "区": Level.COUNTY, "旗": Level.COUNTY, "乡": Level.TOWNSHIP, "镇": Level.TOWNSHIP}
_UNIT = re.compile(f"{MASK}+([{''.join(_LEVELS)}])")
_GROUNDED = re.compile("按[省市县乡镇]级")


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    body = catalog.organizations.get(entry_id) if kind == "organizations" else None
    if body is None:
        return
    if body.raw and _MASK.search(body.raw) and not _fits(body.name, body.raw):
        yield catalog.finding(kind, entry_id, ("name",), RULE.code, f"原文写作“{body.raw}”，名称却写成了“{body.name}”",
                              f"原文隐去的字照样隐去：name: {body.raw}，name_state: masked")
    elif body.raw and _MASK.search(body.raw) and body.name_state is NameState.NAMED:
        yield catalog.finding(kind, entry_id, ("name_state",), RULE.code, f"原文写作“{body.raw}”，名称没有写全", "写 name_state: masked")
    elif not body.raw and body.name_state is NameState.MASKED and not _MASK.search(body.name):
        yield catalog.finding(kind, entry_id, ("name",), RULE.code, f"名称标为隐去，却写成了“{body.name}”，没有遮盖的字",
                              "照原文写，例如：name: xx市政协；原文写明了名称，就写 name_state: named")
    elif body.raw and (literal := _literal(body.raw)) and body.level is not literal and not _GROUNDED.search(body.note or ""):
        yield catalog.finding(kind, entry_id, ("level",), RULE.code, f"原文写作“{body.raw}”，层级却写了 {body.level.value}（{body.level.label}）",
                              f"按字面写 level: {literal.value}（{literal.label}）；发言里看得出是{body.level.label}的，在说明（note）里写明“按{body.level.label}列”和依据", Severity.WARNING)


def _literal(raw: str) -> Level | None:
    """The level that the last word behind a mask names: of xx县, though nobody knows which."""
    named = _UNIT.findall(raw)
    return _LEVELS[named[-1]] if named else None


def _fits(name: str, raw: str) -> bool:
    """Whether what a name says stands in what the source writes, and what is hidden there is hidden here."""
    return bool(_MASK.search(name)) and all(part in raw for part in _MASK.split(name))


RULE = Rule(
    code="filled-name",
    title="原文隐去的名称不补",
    why="原文写作“xx市政协”，就没有人知道是哪个市；猜一个写上，读者会当成事实去引用。",
    wrong="name: 甲市政协，raw: xx市政协",
    right="name: xx市政协，name_state: masked，raw: xx市政协",
    check_entry=check_entry,
)
