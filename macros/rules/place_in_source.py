"""Kinds of places that our words name (园区, 社区, 村) must be named by the paragraphs: where nobody spoke of a village, none is added."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.fulltext import contrary, remembered
from macros.fulltext.contrary import Absent
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.rules import level_in_source
from macros.rules.rule import Rule
from macros.text.beginnings import beginning, longest
from macros.text.institutions import names
from macros.text.series import members

# Each with what a paragraph must have of it: 镇街 is enough for 街道, 乡村 for 行政村.
_PARK = "园区|产业园|工业园|科技园|开发区|高新|经开"
_KINDS = {"工业园区": _PARK, "产业园区": _PARK, "产业园": _PARK, "园区": _PARK, "开发区": _PARK, "高新区": _PARK, "经开区": _PARK, "景区": "景区", "商圈": "商圈", "楼宇": "楼",
          "小区": "小区", "社区": "社区", "街道": "街", "乡镇": "[乡镇]", "行政村": "村", "自然村": "村", "村庄": "村", "农村": "[村农]", "乡村": "[村农]", "网格": "网格", "镇": "镇", "村": "村", "学校": "[学校]"}
PLAIN = re.compile(f"{beginning(_KINDS)}(?:(?P<kind>{longest(kind for kind in _KINDS if len(kind) > 1)})"
                    "|(?:^|(?<=[、，和与及或到在各向个])|(?<=所有)|(?<=每个))(?P<short>[镇村])(?=[、，和与及或（(里级干设建开办上]|$))")
_DENIED = re.compile("[没未]有?(?:写|说|提|讲)|不含|不包括|除[了去外]|是否|不是")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    known = remembered.names(catalog, originals)
    for statement, added in contrary.found(catalog, originals, RULE.code, PLAIN.search, _added):
        if not known.calls_at(statement.text, added.start, added.start + len(added.words)):
            yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code,
                                  f"“{added.words}”，原文{statement.label}里没有说到", "照原文写在哪里；原文没有说的，删去", Severity.WARNING, needle=added.words)


def _added(statement: Statement) -> Iterator[Absent]:
    texts = (*(ground.text for ground in statement.cited), *statement.around)
    for m in PLAIN.finditer(statement.text):
        words = m.group()
        if any(re.search(_KINDS[words], text) for text in texts) or _DENIED.search(statement.text):
            continue
        if not any(name.start < m.end() and m.start() < name.end for name in names(statement.text)) and not _told(statement, m):
            yield Absent(words, m.start())


def _told(statement: Statement, m: re.Match[str]) -> bool:
    """Whether the rule for levels tells of it, or that for words of a series, as it does where the source has another of them."""
    if any(wrong.ours.start < m.end() and m.start() < wrong.ours.end for wrong in level_in_source.wrongs(statement)):
        return True
    series = next((each.series for each in members(statement.text) if each.start == m.start()), None)
    return series is not None and any(theirs.series == series for ground in statement.cited for theirs in ground.members)


RULE = Rule(
    code="place-in-source",
    title="在哪些地方做，不添原文没有的",
    why="“乡镇、街道”后面添一个“村”，“社区”后面添一个“园区”，读者会以为那里也在做（本机有全文时才能查）。",
    wrong="原文“在乡镇、街道设召集人”，要点写“在乡镇、街道和工业园区设召集人”",
    right="要点写“在乡镇、街道设召集人”",
    check_against_text=check_against_text,
    exemptible=True,
)
