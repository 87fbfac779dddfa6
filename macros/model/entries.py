"""What an entry is: the one place where a field is declared.

Every field carries its Chinese label (`title`), its meaning (`description`) and, where it helps,
an example. Validation, the messages editors get, the field reference and the labels on the
pages are all made from here. The models are frozen: an entry never changes after it is read.
Cross-field conditions raise `PydanticCustomError` with the Chinese message and the cure in it.
"""

from typing import Annotated, Any, Self

from pydantic import StringConstraints, field_validator, model_validator

from macros.model.fields import SUMMARY_LIMIT, Count, Day, Id, Name, Number, Places, Text, Yes, entry, fail, field
from macros.model.vocabulary import Aspect, Bound, FigureState, Form, Level, NameState, Relation, Scope, Status


@entry
class Exemption:
    """A rule that does not look at this entry, and why that is right."""

    rule: Name = field("规则", "不检查哪一条规则，写方括号里的代码", "near-duplicate")
    why: Text = field("理由", "为什么这一条可以例外", "两个名称只差一字，说的是两件事")


@entry
class Withdrawal:
    """The entry keeps its address and says why it is no longer shown in lists and search."""

    on: Day = field("撤下日期", "年-月-日", "2026-12-01")
    reason: Text = field("撤下原因", "读者打开旧地址时看到的说明", "与[[quan-yuan-ru-wei]]是同一个做法，已并入")


def exemptions() -> Any:
    return field("不检查", "哪一条规则不适用于这一条，写明理由；用不上的例外也会提醒",
                 {"rule": "near-duplicate", "why": "两个名称只差一字，说的是两件事"}, default=(),
                 internal="写给检查和编辑的，不是条目的内容")


def former_ids() -> Any:
    return field("旧编号", "改过名的旧编号，旧地址继续有效", ["quan-yuan-ru-wei-ji-zhi"], default=())


def withdrawal() -> Any:
    return field("撤下", "撤下以后不进列表和搜索，旧地址留一页说明",
                 {"on": "2026-12-01", "reason": "原文已更正，不再有这个做法"}, default=None,
                 internal={"api": "撤下的条目不在数据里"})


@entry
class Progress:
    status: Status = field("进展", "做到哪一步，按“先看本句、再看全篇”判断", "planned")
    cue: Text | None = field("依据", "判断所依据的原文词语，照抄，尽量短", "几点工作打算", default=None)
    scope: Scope | None = field("依据范围", "local 本段的话；speech 全篇的话", "speech", default=None)

    @model_validator(mode="after")
    def _cue_and_scope(self) -> Self:
        if self.status is not Status.UNCLEAR and not self.cue:
            raise fail("progress-cue", f"进展写了“{self.status.label}”，没有写依据",
                       "补上 cue：照抄原文里表明进展的词语；原文没有就把 status 写成 unclear")
        if self.cue and not self.scope:
            raise fail("progress-cue", "写了依据，没有写依据范围",
                       "补上 scope：依据在本段写 local，在全篇开头或标题写 speech")
        return self


@entry
class Point:
    aspect: Aspect | None = field("方面", "这一点回答哪个问题", "how", default=None)
    text: Text = field("内容", "用自己的话写一件事，句末不加句号", "全体委员编入各专委会")
    at: Places | None = field("出处", "这家做法有多个出处时必填", ["3.1"], default=None)


_IN_WORDS = {"pages": "网页照抄原文写法，数和限度都在里面"}


@entry
class Figure:
    label: Text = field("名目", "这个数字说的是什么", "每位委员每年参加履职活动")
    state: FigureState = field("状态", "given 原文写明；redacted 原文隐去；listed 没有数字、只列名称", "given")
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
                           "删去 value；raw 保留原文的 x")
            if not self.raw or "x" not in self.raw:
                raise fail("redacted-raw", f"“{self.label}”标为原文隐去，raw 里却没有 x",
                           "raw 照抄原文带 x 的写法，例如：x个临时党支部")
        elif self.state is FigureState.GIVEN and (self.value is None or not self.raw):
            raise fail("given-value", f"“{self.label}”标为原文写明，缺少 value 或 raw",
                       "value 写数，raw 照抄原文写法；原文没有数字就改写 listed 并列出 members")
        elif self.state is FigureState.LISTED:
            if self.value is not None:
                raise fail("listed-value", f"“{self.label}”标为只列名称，却填了数值 {self.value}",
                           "删去 value；原文写了数字就把 state 改成 given")
            if not self.members:
                raise fail("listed-members", f"“{self.label}”标为只列名称，却没有列出 members",
                           "把原文逐个写出的名称写进 members")
        return self


@entry
class Account:
    """How one speech tells of a practice."""

    speech: Id = field("发言", "讲这个做法的发言的编号", "wei-yuan-jing-zhun-lv-zhi")
    at: Places = field("出处", "第几段，或第几段.第几项", ["3.1"])
    name: Name | None = field("本篇叫法", "这篇发言用的名称，与标题不同时填", "全员入委工作机制", default=None)
    progress: Progress = field("进展", "这家做到哪一步，和判断依据", {"status": "planned"})
    points: tuple[Point, ...] = field("要点", "这家怎么做，一件事一条", min_length=1)
    figures: tuple[Figure, ...] = field("数字", "原文的数字，包括被隐去的", default=())


@entry
class Link:
    to: Id = field("指向", "另一个做法的编号", "wei-yuan-huo-dong-xiao-zu")
    relation: Relation = field("关系", "part：to 是本做法的组成部分；premise：to 是前提；complement 配套；"
                               "alternative 另一种做法", "complement", alias="as")


@entry
class Distinction:
    to: Id = field("指向", "容易混淆的做法的编号", "quan-yuan-pei-xun")
    why: Text = field("区别", "一句话说清差在哪里，只用原文里的事实", "说的是培训，不是编组")


@entry
class Practice:
    title: Name = field("标题", "做法的名称，用原文的叫法", "全员入委")
    aliases: tuple[Name, ...] = field("别名", "原文里的其他叫法", ["全员入委工作机制"], default=())
    summary: Annotated[Text, StringConstraints(max_length=SUMMARY_LIMIT)] = field(
        "摘要", f"一句话说清是什么，最多 {SUMMARY_LIMIT} 字，句号结尾", "把每位委员都编进一个专门委员会。")
    form: Form = field("类型", "做法属于哪一类", "mechanism")
    topics: tuple[Id, ...] = field("专题", "一到三个，主要的写在前面", ["member-duty"], min_length=1, max_length=3)
    problems: tuple[Id, ...] = field("问题", "这个做法回答哪些问题，最主要的写在前面", ["weak-participation"], default=())
    accounts: tuple[Account, ...] = field("各家做法", "每篇讲到它的发言各写一项", min_length=1)
    related: tuple[Link, ...] = field("相关做法", "只写一次，对方页面自动出现", default=())
    distinct_from: tuple[Distinction, ...] = field("不要混淆", "名称相近而不同的做法", default=())
    unsaid: tuple[Text, ...] = field("原文未说明", "读者会问而原文没有回答的", ["实行后的效果"], default=())
    added: Day = field("收录日期", "年-月-日", "2026-11-24")
    updated: Day | None = field("修改日期", "内容有实质改动时填，年-月-日", "2026-12-01", default=None,
                              internal={"diff": "改了什么已经逐项列出"})
    formerly: tuple[Id, ...] = former_ids()
    withdrawn: Withdrawal | None = withdrawal()
    exempt: tuple[Exemption, ...] = exemptions()

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.updated and self.updated < self.added:
            raise fail("date-order", f"修改日期 {self.updated} 早于收录日期 {self.added}", "核对两个日期，改成先收录、后修改")
        return self


@entry
class Item:
    marker: Name = field("序词", "一是、二是、一方面……", "一是")
    gist: Text = field("大意", "这一项讲什么，用自己的话", "委员都编入专委会")


@entry
class Paragraph:
    gist: Text = field("大意", "这一段讲什么，用自己的话", "讲怎样编组和督导委员。")
    items: tuple[Item, ...] = field("各项", "段内的一是、二是……按次序", default=())
    tail: Text | None = field("余文", "最后一项之后、属于整段的话的大意", default=None)
    masks: Count = field("隐去处数", "这一段原文有几处 x", 2, default=0, ge=0, le=999)
    no_practice: Text | None = field("没有做法的原因", "这一段没有讲做法时写明原因", "交代背景", default=None)


@entry
class Section:
    heading: Name | None = field("小标题", "原文的小标题，标题之前的段落不写", default=None)
    paragraphs: tuple[Paragraph, ...] = field("段落", "这一节的各段", min_length=1)

    @field_validator("heading", mode="before")
    @classmethod
    def _null_is_none(cls, value: object) -> object:
        # `heading:` with nothing behind it is how most people write that there is none.
        return None if value == "" else value


@entry
class Speech:
    title: Name = field("篇名", "发言的标题，照原文", "提升委员专业化水平引导委员精准履职")
    short: Name = field("简称", "出处里显示的短名", "全员入委与精准履职")
    order: Count = field("篇次", "在来源里是第几篇", 3, ge=1, le=999)
    source: Id = field("来源", "来源的编号", "shi-xian-zheng-xie-gong-zuo-hui-yi-2022")
    organization: Id = field("单位", "发言单位的编号", "xx-shi-zheng-xie-3")
    occasion: Text | None = field("场合", "在什么会议上讲的", default=None)
    outline: tuple[Section, ...] = field("提纲", "按小标题和段落写大意", min_length=1)
    formerly: tuple[Id, ...] = former_ids()
    withdrawn: Withdrawal | None = withdrawal()
    exempt: tuple[Exemption, ...] = exemptions()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of all sections in order; the first is paragraph 1."""
        return tuple(p for section in self.outline for p in section.paragraphs)

    @property
    def masks(self) -> int:
        """How many masks the source has in this speech."""
        return sum(p.masks for p in self.paragraphs)


@entry
class Citation:
    """A place in a speech that a problem or a term is named in."""

    speech: Id = field("发言", "发言的编号", "po-jie-liang-ge-bo-ruo")
    at: Places = field("出处", "第几段，或第几段.第几项", ["1"])


@entry
class Source:
    title: Name = field("名称", "来源的名称，照原文")
    kind: Name = field("种类", "书、文件、网页汇编……", "网页汇编")
    year: Count | None = field("年份", "哪一年的", 2022, default=None, ge=1949, le=2999)
    found_at: Text | None = field("何处可得", "在哪里能找到原文", default=None)
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = field(
        "全文校验值", "全文文件的 sha256，64 位小写十六进制", default=None,
        internal={"pages": "核对全文文件用的，读者用不着"})
    rights: Text | None = field("权利说明", "原文的权利归属和本库的用法", default=None)
    note: Text | None = field("说明", "来源没有写明的事", default=None)
    exempt: tuple[Exemption, ...] = exemptions()


@entry
class Topic:
    title: Name = field("名称", "专题的名称", "党建")
    question: Text = field("问题", "这个专题回答的问题，问号结尾")
    scope: Text = field("范围", "收什么，不收什么")
    order: Count = field("次序", "在页面上排第几", 1, ge=1, le=999, internal={"pages": "只决定先后，不写出来"})
    exempt: tuple[Exemption, ...] = exemptions()


@entry
class Organization:
    name: Name = field("名称", "读者看到的名称", "滦州市政协")
    name_state: NameState = field("名称状态", "named 写明；masked 隐去；unnamed 没有写明", "named")
    level: Level = field("层级", "province 省级；city 市级；county 县级", "county")
    raw: Name | None = field("原文写法", "原文里的写法", "xx市政协", default=None)
    note: Text | None = field("说明", "名称不全时说明看得出什么、看不出什么", default=None)
    formerly: tuple[Id, ...] = former_ids()
    exempt: tuple[Exemption, ...] = exemptions()


@entry
class Problem:
    title: Name = field("问题", "用读者的话问，问号结尾", "机关人手不够、编制不足怎么办？")
    summary: Text | None = field("说明", "原文怎样提到它", default=None)
    synonyms: tuple[Name, ...] = field("近义说法", "读者会用来找它的词和话", default=())
    named_in: tuple[Citation, ...] = field("原文提到处", "原文点出这个问题的段落", default=())
    formerly: tuple[Id, ...] = former_ids()
    exempt: tuple[Exemption, ...] = exemptions()


@entry
class Term:
    term: Name = field("术语", "简称、口号，照原文", "四联系")
    expansion: Text | None = field("所指", "原文自己作了解释才写", default=None)
    unexplained: Yes | None = field("原文没有解释", "原文没有解释时写 true", "true", default=None)
    at: tuple[Citation, ...] = field("出处", "在哪篇哪段出现", min_length=1)
    note: Text | None = field("说明", "与相近说法的区别等", default=None)
    exempt: tuple[Exemption, ...] = exemptions()

    @model_validator(mode="after")
    def _explained_or_not(self) -> Self:
        if bool(self.expansion) == bool(self.unexplained):
            raise fail("term-expansion", f"“{self.term}”要么写所指，要么写明原文没有解释，两者写一个",
                       "原文有解释就写 expansion；没有就只写 unexplained: true")
        return self
