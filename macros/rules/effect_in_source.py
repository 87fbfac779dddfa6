"""What came of a practice is told only where the source tells it: 满意度大幅提升 is easily written and by nobody said."""

import re
from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.fulltext import contrary
from macros.fulltext.contrary import Absent
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.library.catalog import Catalog
from macros.rules.rule import Rule

_MORE = "增多|增加|增强|提升|提高|改善|改观|好转|下降|减少|缩短|加快|活跃|见效|上升"
_EFFECT = re.compile(f"(?=[明显大极切有成持解破化消彻受得赢广取])(?:(?P<how>明显|显著|大幅度?|大大|极大|切实|有力|成倍|持续)(?:地|得到)?(?:了)?(?P<what>{_MORE})|(?P<solved>(?:有效|切实|成功|彻底)?(?:解决|破解|化解|消除)了)"
                     "|(?P<praise>(?:受到|得到|赢得|广受)[^，。；、]{0,8}(?:好评|欢迎|认可|肯定|赞誉|点赞))|(?P<success>取得了?[^，。；、]{0,6}(?:成效|效果|成果|实效)))")
# What is wanted, asked or denied is no effect.
_WANTED = re.compile("为了|用来|用以|以便|争取|力争|希望|努力|要求|提出|打算|计划|谋划|拟|将|是否|怎样|[没未]有?|不")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for statement, told in contrary.found(catalog, originals, RULE.code, _EFFECT.search, _absent):
        yield catalog.finding(statement.kind, statement.entry_id, statement.place, RULE.code, f"“{told.words}”这个效果，原文{statement.label}里没有说",
                              "照原文写；原文没有说效果的，删去，写进原文未说明（unsaid）", Severity.WARNING, needle=told.words)


def _absent(statement: Statement) -> Iterator[Absent]:
    for m in _EFFECT.finditer(statement.text):
        before = re.split("[，。；：]", statement.text[:m.start()])[-1]
        words = m["what"] or re.sub("^(?:有效|切实|成功|彻底)|了$", "", m["solved"] or "") or (m["praise"] or m["success"])[-2:]
        if not _WANTED.search(before) and not any(words in ground.text for ground in statement.cited):
            yield Absent(m.group(), m.start())


RULE = Rule(
    code="effect-in-source",
    title="成效只写原文说了的",
    why="“满意度大幅提升”“有效解决了”谁都会写，原文没有说，就是替人报喜（本机有全文时才能查）。",
    wrong="原文没有说效果，要点写“委员活动明显增多”",
    right="unsaid: [实行后的效果]",
    check_against_text=check_against_text,
    exemptible=True,
)
