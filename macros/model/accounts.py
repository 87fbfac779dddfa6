"""How one speech tells of a practice: its places, how far it got, points and figures."""

import re
from typing import Self

from pydantic import model_validator

from macros.model.fields import Id, Name, Number, Places, Text, entry, fail, field
from macros.model.vocabulary import Aspect, Bound, Every, FigureState, Scope, Status, TimesState
from macros.text.numerals import VAGUE

# What the sources write where a figure or a name is hidden.
MASK = "[xX×ｘＸ＊*○□●_某]"
_MASK = re.compile(MASK)
_IN_WORDS = {"pages": "网页照抄原文写法，数和限度都在里面"}


@entry
class Progress:
    status: Status = field("进展", "进行到哪一步，按“先看本句、再看全篇”判断", "planned")
    cue: Text | None = field("依据", "判断所依据的原文词语，照抄，尽量短", "几点工作打算", default=None)
    scope: Scope | None = field("依据范围", "local（本段的话）、speech（全篇的话）", "speech", default=None)

    @model_validator(mode="after")
    def _cue_and_scope(self) -> Self:
        if self.status is not Status.UNCLEAR and not self.cue:
            raise fail("progress-cue", f"进展写了“{self.status.label}”，没有写依据",
                       "补上依据（cue）：照抄原文里表明进展的词语；原文没有就把进展写成 status: unclear（不明）", ("cue",))
        if self.cue and not self.scope:
            raise fail("progress-cue", "写了依据，没有写依据范围",
                       "补上依据范围：依据在本段写 scope: local，在全篇开头或标题写 scope: speech", ("scope",))
        return self


@entry
class Times:
    """How many times within the interval of a rhythm."""

    state: TimesState = field("状态", "given（原文写明）、redacted（原文隐去）", "given")
    value: Number | None = field("次数", "原文写明的次数，隐去的不填", "1", default=None, internal=_IN_WORDS)
    bound: Bound | None = field("限度", "原文写了“至少、不超过”等才填", "at-least", default=None, internal=_IN_WORDS)

    @model_validator(mode="after")
    def _state_fits(self) -> Self:
        if self.state is TimesState.REDACTED and self.value is not None:
            raise fail("redacted-value", f"次数在原文里被隐去，却填了 {self.value}", "删去数值（value）；原文写法（raw）保留原文的 x", ("value",))
        if self.state is TimesState.GIVEN and self.value is None:
            raise fail("given-value", "次数标为原文写明，没有写次数的数（value）", "写上 value: 和数；原文没有写几次，就删去次数（times）", ("value",))
        return self


@entry
class Point:
    aspect: Aspect | None = field("方面", "这一点回答哪个问题", "how", default=None)
    text: Text = field("内容", "用自己的话写一件事，句末不加句号", "全体委员编入各专委会")
    every: Every | None = field("间隔", "方面是“多久一次”的必填：多久来一次；只说定期的写 every: regular", "year", default=None)
    times: Times | None = field("次数", "间隔里几次，原文说了才写", {"state": "given", "value": 1, "bound": "at-least"},
                                default=None)
    raw: Text | None = field("原文写法", "方面是“多久一次”的必填：原文说多久一次的几个字，照抄", "每年至少参加一次", default=None)
    at: Places | None = field("出处", "这家做法有多个出处时必填", ["3.1"], default=None)

    @model_validator(mode="after")
    def _rhythm(self) -> Self:
        if self.aspect is Aspect.RHYTHM:
            if self.times and self.times.state is TimesState.REDACTED and not _MASK.search(self.raw or ""):
                raise fail("redacted-raw", "次数标为原文隐去，原文写法（raw）里却没有遮盖的字", "原文写法（raw）照抄原文带 x 的写法，例如：每年至少x次", ("raw",))
        elif self.every or self.times or self.raw:
            raise fail("rhythm-interval", "写了间隔、次数或原文写法，方面却不是“多久一次”",
                       "把方面写成 aspect: rhythm（多久一次）；不是讲多久一次的，删去间隔（every）、次数（times）、原文写法（raw）", ("aspect",))
        return self

    @property
    def often_state(self) -> str | None:
        """Whether the source gives how often or hides it, as the state of a figure; None where it says neither: 定期 and 若干次 give nothing."""
        if self.times:
            return self.times.state.value
        if not self.every or self.every in (Every.REGULAR, Every.OTHER) or VAGUE.search(self.raw or ""):
            return None
        # 偶数月的xx日: the interval is there, the day is hidden.
        return "redacted" if _MASK.search(self.raw or "") else "given"

    @property
    def often_states(self) -> frozenset[str]:
        """The states by which how often is looked for: of 偶数月的xx日 the interval is given and the day hidden; how many times, where it is hidden, is hidden alone."""
        state = self.often_state
        if state is None:
            return frozenset()
        return frozenset({state} if self.times else {state, "given"})

    @property
    def says_hidden(self) -> bool:
        """Whether a page must add that the source hides how many times: not where the point's own words do."""
        return bool(self.times and self.times.state is TimesState.REDACTED and "隐去" not in self.text)


@entry
class Figure:
    label: Text = field("名目", "这个数字说的是什么", "每位委员每年参加履职活动")
    state: FigureState = field("状态", "given（原文写明）、redacted（原文隐去）、listed（没有数字，只列名称）", "given")
    value: Number | None = field("数值", "原文写明的数，隐去的不填", "1", default=None, internal=_IN_WORDS)
    bound: Bound | None = field("限度", "原文写了“至少、不超过”等才填", "at-least", default=None, internal=_IN_WORDS)
    raw: Text | None = field("原文写法", "原文里带数字或 x 的几个字", "至少参加一次", default=None)
    members: tuple[Text, ...] = field("所列名称", "原文逐个写出的名称", ["教育", "经济"], default=())
    at: Places | None = field("出处", "这家做法有多个出处时必填", ["3.1"], default=None)

    @model_validator(mode="after")
    def _state_fits(self) -> Self:
        if self.state is FigureState.REDACTED:
            if self.value is not None:
                raise fail("redacted-value", f"“{self.label}”在原文里被隐去，却填了数值 {self.value}",
                           "删去数值（value）；原文写法（raw）保留原文的 x", ("value",))
            if not self.raw or not _MASK.search(self.raw):
                raise fail("redacted-raw", f"“{self.label}”标为原文隐去，原文写法（raw）里却没有 x",
                           "原文写法（raw）照抄原文带 x（或 ×、*、○、某……）的写法，例如：x个临时党支部", ("raw",))
        elif self.state is FigureState.GIVEN and (self.value is None or not self.raw):
            raise fail("given-value", f"“{self.label}”标为原文写明，缺少数值（value）或原文写法（raw）",
                       "数值（value）写数，原文写法（raw）照抄原文；原文没有数字就改成 state: listed，并列出名称（members）", ("value",) if self.value is None else ("raw",))
        elif self.state is FigureState.LISTED:
            if self.value is not None:
                raise fail("listed-value", f"“{self.label}”标为只列名称，却填了数值 {self.value}",
                           "删去数值（value）；原文写了数字就改成 state: given", ("value",))
            if not self.members:
                raise fail("listed-members", f"“{self.label}”标为只列名称，却没有列出名称（members）",
                           "把原文逐个写出的名称写进所列名称（members）", ("members",))
        return self

    @property
    def members_beside(self) -> tuple[str, ...]:
        """The members that the source's own words for the figure do not say already."""
        return tuple(member for member in self.members if member not in (self.raw or ""))

    @property
    def raw_says_label(self) -> bool:
        """Whether the source's words begin as the label and say all that the label does, in its order: 每年至少完成一个调研题目, of 每年至少完成的调研题目."""
        raw = self.raw or ""
        rest = iter(raw)
        return raw[:1] == self.label[:1] and all(char in rest for char in self.label.replace("的", ""))


@entry
class Account:
    """How one speech tells of a practice."""

    speech: Id = field("发言", "讲这个做法的发言的编号", "wei-yuan-jing-zhun-lv-zhi")
    at: Places = field("出处", "第几段，或第几段.第几项", ["3.1"])
    name: Name | None = field("本篇叫法", "这篇发言用的名称，与标题不同时填", "全员入委工作机制", default=None)
    progress: Progress = field("进展", "这家进行到哪一步，和判断依据", {"status": "planned", "cue": "几点工作打算", "scope": "speech"})
    points: tuple[Point, ...] = field("要点", "这家怎么做，一件事一条", min_length=1)
    figures: tuple[Figure, ...] = field("数字", "原文的数字，包括被隐去的", default=())

    @property
    def amounts(self) -> tuple[Figure, ...]:
        """The figures without those that a rhythm of the account tells in the same words of the source: what is shown beside it."""
        told = {point.raw for point in self.points if point.raw}
        return tuple(figure for figure in self.figures if figure.raw not in told)

    @property
    def figures_beside(self) -> tuple[Figure, ...]:
        """The figures without those that a rhythm tells in the same words and is looked for by the same state."""
        told = {(point.raw, state) for point in self.points if point.raw for state in point.often_states}
        return tuple(figure for figure in self.figures if (figure.raw, figure.state.value) not in told)
