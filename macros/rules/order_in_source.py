"""What comes first in the paragraphs must not come last in our words: 先试点，再推开 is not 先推开，再试点."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.fulltext import contrary
from macros.fulltext.contrary import Wrong
from macros.fulltext.likewise import pairs
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Statement
from macros.fulltext.wording import shortened
from macros.library.catalog import Catalog
from macros.rules.rule import Rule

_STEPS = re.compile("(?P<first>[^，。；：]*(?<![优领率])先(?![后进锋导])[^，。；：]*)[，；](?P<then>[^，。；：]*(?:再|然后|随后|之后|而后|接着|最后)[^，。；：]*)")
_TURNS = re.compile("从(?P<first>[^，。；：从]{2,12}?)(?:转变为|变为|变成|转为|改为|升级为)(?P<then>[^，。；：]{2,12})")
_SENTENCE = re.compile("[^。；\n]+")
# Who says it, and that it is a plan, stands before.
_SAYS = re.compile("^.*(?:讲到|说|提出|打算|计划|要求|谋划|探索|拟)")
# So many pairs of characters of either must stand in a sentence for it to be of the same.
_ALIKE = 2


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    each = contrary.found(catalog, originals, RULE.code, _wanted, _wrong)
    return contrary.told(catalog, RULE.code, each, "的先后与原文不同", "照原文写哪个在先、哪个在后")


def _wanted(text: str) -> bool:
    return ("先" in text or "从" in text) and bool(_STEPS.search(text) or _TURNS.search(text))


def _wrong(statement: Statement) -> Iterator[Wrong]:
    for m in (*_STEPS.finditer(statement.text), *_TURNS.finditer(statement.text)):
        first, then = pairs(_SAYS.sub("", m["first"])), pairs(m["then"])
        orders = [(order, ground) for ground in statement.cited for sentence in _SENTENCE.finditer(ground.text)
                  if (order := _order(first - then, then - first, sentence.group(), sentence.start()))]
        if orders and all(is_turned for (is_turned, _, _), _ in orders):
            (_, start, end), ground = orders[0]
            yield Wrong(m.group(), m.start(), shortened(ground.text[start:end]), ground)


def _order(first: frozenset[str], then: frozenset[str], sentence: str, offset: int) -> tuple[bool, int, int] | None:
    """Whether all of `first` stands behind all of `then` in a sentence that has enough of both, and from where to where in
    the text; None for another sentence."""
    ours, others = (sorted(sentence.index(pair) for pair in each if pair in sentence) for each in (first, then))
    if len(ours) < _ALIKE or len(others) < _ALIKE:
        return None
    return ours[0] > others[-1], offset + others[0], offset + ours[-1] + 2


RULE = Rule(
    code="order-in-source",
    title="先做什么、后做什么，照原文写",
    why="“先试点，再推开”写成“先推开，再试点”，每个词原文里都有，次序反了（本机有全文时才能查）。",
    wrong="原文“先由部门答复，再请委员评议”，要点写“先请委员评议，再由部门答复”",
    right="要点写“先由部门答复，再请委员评议”",
    check_against_text=check_against_text,
    exemptible=True,
)
