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
from macros.model.vocabulary import Aspect, FigureState, Labelled, Level, Relation, Status


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
    "points": "要点", "figures": "数字", "unsaid": "原文没有说", "organization": "单位",
    "alternative": Relation.ALTERNATIVE.label, "outline": "提纲", "note": "说明", "text": "正文",
}
# What stands before a colon to name a facet, besides its label.
_PREFIXES = {"主题": Facet.TOPIC, "形式": Facet.FORM, "状态": Facet.PROGRESS}
# Where the pages for makers lie: readers' searches leave them out.
_GUIDE = "contributing/"
_NAMED_BY_PREFIX = (Facet.TOPIC, Facet.FORM, Facet.PROGRESS, Facet.LEVEL, Facet.ORGANIZATION, Facet.PROBLEM)
# What readers say for a value besides its label.
_SAID: tuple[tuple[Facet, Labelled, tuple[str, ...]], ...] = (
    (Facet.LEVEL, Level.PROVINCE, ("省一级", "省级政协", "省里")),
    (Facet.LEVEL, Level.CITY, ("市一级", "市级政协", "地市级", "设区市", "市里")),
    (Facet.LEVEL, Level.COUNTY, ("县一级", "县级政协", "区县级", "县区级", "区级", "区级政协", "县里")),
    *((Facet.LEVEL, level, ("市县级", "县市级", "市、县级", "县、市级", "市县两级", "市、县两级", "县市两级")) for level in (Level.CITY, Level.COUNTY)),
    *((Facet.LEVEL, level, ("省市县三级", "省、市、县三级", "省市县级")) for level in (Level.PROVINCE, Level.CITY, Level.COUNTY)),
    (Facet.LEVEL, Level.TOWNSHIP, ("乡级", "镇级", "乡镇级", "街道级")),
    (Facet.FIGURES, FigureState.GIVEN, ("写明数字", "写明了数字", "写了数字", "有具体数字", "有数字")),
    (Facet.FIGURES, FigureState.REDACTED,
     ("数字被隐去", "数字被原文隐去", "原文隐去数字", "数字被遮盖", "隐去数字", "遮盖数字", "数字隐去")),
    (Facet.FIGURES, NoFigures.NONE, ("没有写数字", "没写数字")),
    (Facet.BODIES, Bodies.SEVERAL, ("好几家", "多家", "几家都", "多家都", "不止一家", "两家以上")),
    (Facet.BODIES, Bodies.ONE, ("只有一家", "仅有一家", "仅一家", "只一家", "独家")),
)
# How readers say a progress: each of the words before, with each of the verbs; and what says it by itself.
_VERBS = ("做", "办", "建", "搞", "开", "设", "做成", "办成", "建成", "做好", "办好", "建好", "做完", "做到", "建起来", "建设", "建立", "成立", "设立", "设置", "实施", "开展", "推进",
          "推行", "进行", "落实", "落地", "启动", "动手", "开始", "完成", "运行", "使用", "施行")
_PROGRESS: dict[Status, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Status.DONE: (("已经", "已", "都已经", "早已"), ("做成", "办成", "建成", "做完", "做好", "落地", "见效")),
    Status.UNDER_WAY: (("正在", "正", "还在", "在"), ("推进之中", "进行中", "实施中", "建设中", "做着", "干着")),
    Status.PILOT: ((), ("试点中", "试行", "试行中", "试着做", "在试", "正在试", "在试点", "正在试点", "还在试点", "搞试点", "先行先试")),
    Status.EXPLORING: ((), ("探索中", "在探索", "正在探索", "还在探索", "探索之中", "摸索", "摸索中", "在摸索", "正在摸索", "还在摸索")),
    Status.PLANNED: (("计划", "打算", "准备", "准备要", "拟", "将", "将要", "谋划", "筹划", "预备", "下一步", "还没", "还没有", "尚未", "没", "没有", "未"),
                     ("计划中", "规划中", "谋划", "谋划中", "筹划", "筹备", "筹备中", "打算", "还在计划")),
    Status.CALLED_FOR: ((), ("要求做", "提要求", "只提要求", "只提了要求", "只提出要求", "只有要求", "号召")),
    Status.UNCLEAR: ((), ("进展不明", "进展不清楚", "看不出进展", "没写进展", "说不清", "不清楚")),
}


def pairs(*lists: type[Labelled]) -> list[list[str]]:
    """[value, label] of every value of these lists, in order."""
    return [[value.value, value.label] for each in lists for value in each]


def for_scripts() -> Mapping[str, Any]:
    """What the scripts of a page know of the vocabulary (`kb.given`), as plain values.

    `aspects` are [value, label], `progress` [value, label, meaning]; `facets`, `kinds`, `reasons` and `fields` (of a
    practice and its accounts) are label by name; `letters` are fields
    by letter, `prefixes` facets by word, `said` lists [facet, value, [what readers say]]; `went` lists
    [status, [what stands before one of `verbs`], [what says it alone]]; `guide` is how the addresses
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
        "verbs": list(_VERBS),
        "went": [[status.value, list(before), list(alone)] for status, (before, alone) in _PROGRESS.items()],
    }
