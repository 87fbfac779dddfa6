"""The words of the search: what practices are narrowed by, where a hit was found, what readers say.

The browser gets them from here (`for_scripts`), as it gets the values and labels of the vocabulary; no
script repeats them. A facet's value is its name in addresses and in the index.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from macros.model import describe
from macros.model.accounts import Account
from macros.model.entries import Practice, Speech
from macros.model.kinds import KINDS
from macros.model.vocabulary import Aspect, FigureState, Labelled, Relation, Status


class Facet(Labelled):
    """What practices are narrowed by, in the order in which a page shows it."""

    TOPIC = "topic", "专题"
    FORM = "form", "类型"
    PROGRESS = "progress", "进展"
    LEVEL = "level", "层级"
    ORGANIZATION = "org", "单位"
    PROBLEM = "problem", "问题"
    FIGURES = "figures", "多久一次、数字"
    BODIES = "bodies", "几家讲到"
    SPEECH = "speech", "发言"


class Bodies(Labelled):
    """How many bodies tell of a practice; the browser counts them."""

    ONE = "one", "一家"
    SEVERAL = "several", "几家"


class NoFigures(Labelled):
    """Beside the states of figures and rhythms, that we have written down none: the source may still say one."""

    NONE = "none", "没有记数字"


class BodyField(StrEnum):
    """The field that a line of a body stands in, by the letter that stands before it in the index."""

    SUMMARY = "s"
    POINTS = "p"
    FIGURES = "f"
    UNSAID = "u"
    OUTLINE = "o"
    NOTE = "n"
    TEXT = "t"


# What a hit is explained by: the label of the field that the words were found in.
_REASONS = {
    "title": "名称", "alias": "又称", "keyword": "检索词", "expansion": "所指", "term": "术语", "problem": "问题", "besides": "问题", "summary": "摘要",
    "points": "要点", "figures": "数字", "unsaid": "原文未说明", "organization": "单位",
    "alternative": Relation.ALTERNATIVE.label, "outline": "提纲", "note": "说明", "text": "正文",
}
# What stands before a colon to name a facet, besides its label.
_PREFIXES = {"主题": Facet.TOPIC, "形式": Facet.FORM, "状态": Facet.PROGRESS}
# Where the pages for makers lie: readers' searches leave them out.
_GUIDE = "contributing/"
_NAMED_BY_PREFIX = (Facet.TOPIC, Facet.FORM, Facet.PROGRESS, Facet.LEVEL, Facet.ORGANIZATION, Facet.PROBLEM)
# What readers say for a value besides its label.
_SAID: tuple[tuple[Facet, Labelled, tuple[str, ...]], ...] = (
    (Facet.PROGRESS, Status.DONE, ("已经实施", "已经做成", "已经做", "已经设置", "已经完成")),
    (Facet.PROGRESS, Status.UNDER_WAY, ("正在推进", "正在进行", "正在做")),
    (Facet.PROGRESS, Status.PILOT, ("还在试点", "正在试点", "先行先试")),
    (Facet.PROGRESS, Status.EXPLORING, ("正在探索", "还在探索")),
    (Facet.PROGRESS, Status.PLANNED, ("打算做", "谋划", "还没做", "还没有做")),
    (Facet.FIGURES, FigureState.REDACTED,
     ("数字被隐去", "数字被原文隐去", "原文隐去数字", "数字被遮盖", "隐去数字", "遮盖数字", "数字隐去")),
    (Facet.FIGURES, NoFigures.NONE, ("没有写数字", "没写数字")),
    (Facet.BODIES, Bodies.SEVERAL, ("几家都讲到", "几家都讲", "几家都有", "多家都讲", "不止一家")),
    (Facet.BODIES, Bodies.ONE, ("只有一家讲到", "只有一家讲", "只有一家")),
)


def pairs(*lists: type[Labelled]) -> list[list[str]]:
    """[value, label] of every value of these lists, in order."""
    return [[value.value, value.label] for each in lists for value in each]


def for_scripts() -> Mapping[str, Any]:
    """What the scripts of a page know of the vocabulary (`kb.given`), as plain values.

    `aspects` are [value, label], `progress` [value, label, meaning]; `facets`, `kinds`, `reasons` and `fields` (of a
    practice and its accounts) are label by name; `letters` are fields
    by letter, `prefixes` facets by word, `said` lists [facet, value, [what readers say]]; `guide` is how the addresses
    of the makers' pages begin.
    """
    facets = {facet.value: facet.label for facet in Facet}
    return {
        "aspects": pairs(Aspect),
        "progress": [[status.value, status.label, status.meaning] for status in Status],
        "facets": facets,
        "kinds": {**{kind.name: kind.label for kind in KINDS.values()}, "pages": "页面"},
        "reasons": {**facets, **_REASONS},
        "fields": {**{name: describe.labels(Speech)[name] for name in ("organization", "source")}, **describe.labels(Account), **describe.labels(Practice)},
        "letters": {field.value: field.name.lower() for field in BodyField},
        "prefixes": {**{facet.label: facet.value for facet in _NAMED_BY_PREFIX},
                     **{word: facet.value for word, facet in _PREFIXES.items()}},
        "guide": _GUIDE,
        "said": [[facet.value, value.value, list(texts)] for facet, value, texts in _SAID],
    }
