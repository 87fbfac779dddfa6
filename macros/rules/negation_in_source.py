"""What the paragraphs say is done must not be said not to be done, nor the other way round: 不占编制 is not 占用编制."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import clause_at, pairs, shared
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.rules.rule import Rule

# 不断, 不同, 不仅 and the like deny nothing.
_NOT = "不(?![仅但只断同少论管分足规平])(?:再|得|要|必|用|能|会|可|应|准|许|予)?|并?未曾?|停止|取消|禁止"
_OURS = re.compile(f"(?P<not>{_NOT})(?P<verb>[一-鿿]{{2}})")
_NO_PLAN = re.compile("不(?:打算|计划|准备|拟)")
_PART = re.compile("[^，。；：,;:\n]+")
_THEIRS = re.compile("不(?![仅但只断同少论管分足规平])(?P<verb>[一-鿿])(?P<object>[一-鿿]{2})")
_DENIES = re.compile("[不未没无非]|停止|取消|禁止")
# Of what the source says nothing of, or what is asked, nothing is denied.
_OF_SOURCE = re.compile("原文|[没未][有]?(?:写|说|列|解释|提|给|讲|指)|隐去|看不出|不清楚|不明|不详|是否|是不是|[哪几]|多少|怎样|不同|区别")
# So many pairs of characters must be common to the two clauses.
_ALIKE = 2


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, bool, _wrong)
    return contrary.told(catalog, RULE.code, contrary.outside_names(catalog, originals, each), "与原文相反", "照原文写")


def _wrong(statement: Statement) -> Iterator[Wrong]:
    yield from _denied(statement)
    yield from _affirmed(statement)


def _denied(statement: Statement) -> Iterator[Wrong]:
    """What we deny, where the same verb stands in a like clause of the source, and nowhere denied."""
    if plan := _NO_PLAN.search(statement.text):
        planned = clause_at(statement.text, plan.end()).text
        said = pairs(planned)
        alike = max(((len(shared(said, m.group())), m, ground) for ground in statement.cited for m in _PART.finditer(ground.text) if "不" not in m.group()),
                    key=lambda each: each[0], default=None)
        if alike and alike[0] > _ALIKE and not _OF_SOURCE.search(planned):
            _, m, ground = alike
            yield Wrong(plan.group(), plan.start(), words_around(ground.text, m.start(), m.start() + 2), ground)
    for ours in _OURS.finditer(statement.text) if _DENIES.search(statement.text) else ():
        clause, verb = clause_at(statement.text, ours.start()), ours["verb"]
        if _OF_SOURCE.search(clause.text) or any(f"不{verb[0]}" in ground.text for ground in statement.cited):
            continue
        said = pairs(clause.text)
        for ground in statement.cited:
            at = ground.text.find(verb)
            # 当场答复不了 denies behind the verb.
            behind = _PART.match(ground.text, at) if at >= 0 and not _DENIES.search(ground.text[max(0, at - 3):at]) else None
            if behind and "不" not in behind.group() and len(shared(said, clause_at(ground.text, at).text)) >= _ALIKE:
                yield Wrong(ours.group(), ours.start(), words_around(ground.text, at, at + 2), ground)
                break


def _affirmed(statement: Statement) -> Iterator[Wrong]:
    """What the source denies, where we say it of the same."""
    for ground in statement.cited:
        for verb, object_, start, end in _denials(ground.text):
            for ours in re.finditer(f"{verb}[一-鿿]?{object_}", statement.text) if object_ in statement.text else ():
                if not _DENIES.search(statement.text[max(0, ours.start() - 3):ours.start()]) and not _OF_SOURCE.search(clause_at(statement.text, ours.start()).text):
                    yield Wrong(ours.group(), ours.start(), words_around(ground.text, start, end), ground)


@lru_cache(maxsize=4096)
def _denials(text: str) -> tuple[tuple[str, str, int, int], ...]:
    """What a text denies and does not say elsewhere: verb, the two characters behind it, and where it stands."""
    return tuple((m["verb"], m["object"], m.start(), m.end()) for m in _THEIRS.finditer(text)
                 if not re.search(f"(?<![不未没无]){m['verb']}[一-鿿]?{m['object']}", text))


RULE = Rule(
    code="negation-in-source",
    title="说做，不写成不做",
    why="“邀请委员”写成“不再邀请委员”，“不占编制”写成“占用编制”，别的字都没有变，意思反了（本机有全文时才能查）。",
    wrong="原文“副主席不占机关编制”，要点写“副主席占用机关编制”",
    right="要点写“副主席不占机关编制”",
    check_against_text=check_against_text,
    exemptible=True,
)
