"""The closed lists an entry chooses from, each value with the label that readers see.

A value is what stands in YAML and in the API (`mechanism`); its `label` is Chinese (`制度机制`).
The lists are those of the design's table of words; adding a value here is all it takes.
"""

from enum import StrEnum


class Labelled(StrEnum):
    """A string value with a Chinese `label`."""

    label: str

    def __new__(cls, value: str, label: str) -> "Labelled":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Form(Labelled):
    ORGANIZATION = "organization", "组织设置"
    MECHANISM = "mechanism", "制度机制"
    PLATFORM = "platform", "平台载体"
    ACTIVITY = "activity", "活动品牌"
    METHOD = "method", "工作方法"
    INCENTIVE = "incentive", "考核激励"


class Status(Labelled):
    """How far a body got, the furthest first.

    `meaning` is one line for readers: what the source says when this word stands. It stands wherever the label stands.
    """

    meaning: str

    def __new__(cls, value: str, label: str, meaning: str) -> "Status":
        member = str.__new__(cls, value)
        member._value_, member.label, member.meaning = value, label, meaning
        return member

    DONE = "done", "已实施", "原文说已经做了"
    UNDER_WAY = "under-way", "推进中", "原文说正在做，或在现有的上面接着做"
    PILOT = "pilot", "试点", "原文说已经在一部分地方试"
    EXPLORING = "exploring", "探索", "原文只说探索，没有说已经在试"
    PLANNED = "planned", "计划", "原文说打算做，没有说已经动手"
    CALLED_FOR = "called-for", "提出要求", "原文只说要这样做，没有自己的步骤"
    UNCLEAR = "unclear", "不明", "原文讲了做法，看不出进展"


class Scope(Labelled):
    LOCAL = "local", "本段"
    SPEECH = "speech", "全篇"


class Aspect(Labelled):
    LEAD = "lead", "谁来做"
    HOW = "how", "怎么做"
    RHYTHM = "rhythm", "多久一次"
    SUPPORT = "support", "靠什么保障"
    EFFECT = "effect", "成效"


class Every(Labelled):
    """How often something comes back."""

    WEEK = "week", "每周"
    MONTH = "month", "每月"
    TWO_MONTHS = "two-months", "每两个月"
    QUARTER = "quarter", "每季度"
    HALF_YEAR = "half-year", "每半年"
    YEAR = "year", "每年"
    TERM = "term", "每届"
    REGULAR = "regular", "定期"
    OTHER = "other", "其他"


class TimesState(Labelled):
    GIVEN = "given", "原文写明"
    REDACTED = "redacted", "原文隐去"


class FigureState(Labelled):
    GIVEN = "given", "原文写明"
    REDACTED = "redacted", "原文隐去"
    LISTED = "listed", "只列名称"


class Bound(Labelled):
    AT_LEAST = "at-least", "不少于"
    AT_MOST = "at-most", "不超过"
    ABOUT = "about", "约"


class Relation(Labelled):
    """How an entry relates to the one that its link names (`to`)."""

    PART = "part", "组成部分"
    PREMISE = "premise", "前提"
    COMPLEMENT = "complement", "配套"
    ALTERNATIVE = "alternative", "另一种做法"

    @property
    def inverse_label(self) -> str:
        """The label of the same link as the other entry shows it."""
        return {"part": "所属整体", "premise": "以此为前提"}.get(self.value, self.label)


class NameState(Labelled):
    NAMED = "named", "写明"
    MASKED = "masked", "名称隐去"
    UNNAMED = "unnamed", "没有写明"

    @property
    def tag(self) -> str:
        """As a label that stands by itself."""
        return self.label if self.label.startswith("名称") else f"名称{self.label}"


class Level(Labelled):
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡镇（街道）"
