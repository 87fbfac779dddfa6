"""What an entry is: the one place where a field is declared.

Every field carries its Chinese label (`title`), its meaning (`description`) and, where it helps,
an example. Validation, the messages editors get, the field reference and the labels on the
pages are all made from here. The models are frozen: an entry never changes after it is read.
Cross-field conditions raise `PydanticCustomError` with the Chinese message and the cure in it.
"""

import datetime
from calendar import monthrange
from typing import Annotated, Self

from pydantic import BeforeValidator, StringConstraints, field_validator, model_validator

from macros.model.accounts import Account
from macros.model.fields import SUMMARY_LIMIT, Count, Day, Id, Name, PartialDate, Places, Text, Yes, entry, fail, field
from macros.model.lifecycle import (
    Change,
    Exemption,
    Review,
    Withdrawal,
    corrections,
    exemptions,
    former_ids,
    review,
    withdrawal,
)
from macros.model.vocabulary import Aspect, Form, Level, NameState, Relation


@entry
class Link:
    to: Id = field("指向", "另一个做法的编号", "wei-yuan-huo-dong-xiao-zu")
    relation: Relation = field("关系", "part（指向的是本做法的组成部分）、premise（指向的是前提）、complement（配套）、"
                               "alternative（另一种做法）", "complement", alias="as")


@entry
class Distinction:
    to: Id = field("指向", "容易混淆的做法的编号", "quan-yuan-pei-xun")
    why: Text = field("区别", "一句话说清差在哪里，写出两边的名称（两边的页面都显示），只用原文里的事实",
                      "全员入委是把委员编进专委会，全员培训是培训委员")


@entry
class Unsaid:
    """What a reader would ask and the source does not answer; a plain text is one without place."""

    what: Text = field("没有说的事", "读者会问、原文没有回答的", "实行后的效果")
    speech: Id | None = field("发言", "哪一篇没有说；与方面一起写，对照表的那一格才显示“原文未说明”",
                              "wei-yuan-jing-zhun-lv-zhi", default=None)
    aspect: Aspect | None = field("方面", "没有说的是哪个方面", "effect", default=None)

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if bool(self.speech) != bool(self.aspect):
            raise fail("unsaid-place", f"“{self.what}”只写了发言和方面中的一个",
                       "发言（speech）和方面（aspect）一起写，或者都不写，只写一句话", ("aspect",) if self.speech else ("speech",))
        return self

    def place(self, i: int) -> tuple[str | int, ...]:
        """Where the words of an entry's i-th question stand: a plain text and {what, speech, aspect} have places of their own."""
        return ("unsaid", i, "what") if self.speech else ("unsaid", i)


def _from_text(value: object) -> object:
    """A plain text is what is not said; anything else is left to the model."""
    return {"what": value} if isinstance(value, str) else value


Unanswered = Annotated[Unsaid, BeforeValidator(_from_text, json_schema_input_type=str | Unsaid)]


@entry
class Practice:
    title: Name = field("标题", "做法的名称，用原文的叫法", "全员入委")
    aliases: tuple[Name, ...] = field("又称", "原文对同一件事的其他叫法，页面上显示", ["全员入委工作机制"], default=())
    summary: Annotated[Text, StringConstraints(max_length=SUMMARY_LIMIT)] = field(
        "摘要", f"一句话说清是什么，最多 {SUMMARY_LIMIT} 字，句号结尾", "把每位委员都编进一个专门委员会。")
    form: Form = field("类型", "做法属于哪一类", "mechanism")
    topics: tuple[Id, ...] = field("专题", "一到三个，主要的写在前面", ["member-duty"], min_length=1, max_length=3)
    problems: tuple[Id, ...] = field("问题", "这个做法回答哪些问题，最主要的写在前面", ["weak-participation"], default=())
    accounts: tuple[Account, ...] = field("各家做法", "每篇讲到它的发言各写一项", min_length=1)
    related: tuple[Link, ...] = field("相关做法", "只写一次，对方页面自动出现", default=())
    distinct_from: tuple[Distinction, ...] = field("不要混淆", "名称相近而不同的做法", default=())
    unsaid: tuple[Unanswered, ...] = field("原文未说明", "读者会问而原文没有回答的；一句话，或写明是哪一篇的哪个方面",
                                           ["实行后的效果"], default=())
    keywords: tuple[Name, ...] = field("检索词", "读者会用来找它的词：组成部分的名称、别家的说法、日常叫法；只供检索，不显示",
                                       ["入委"], default=(), internal={"pages": "不是它的名称，显示出来会误会"})
    added: Day = field("收录日期", "年-月-日", "2026-11-24")
    updated: Day | None = field("修改日期", "有更正（changes）就不用写，取最后一次的日期", "2026-11-28", default=None,
                              internal={"diff": "改了什么已经逐项列出"})
    changes: tuple[Change, ...] = corrections()
    reviewed: Review | None = review()
    formerly: tuple[Id, ...] = former_ids()
    withdrawn: Withdrawal | None = withdrawal()
    exempt: tuple[Exemption, ...] = exemptions()

    @property
    def changed(self) -> datetime.date | None:
        """When it was last corrected: by its changes where it has any."""
        return max(change.on for change in self.changes) if self.changes else self.updated

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        later: list[tuple[str, datetime.date | None, tuple[str | int, ...]]] = [("修改日期", self.updated, ("updated",))]
        later += [("更正日期", change.on, ("changes", i, "on")) for i, change in enumerate(self.changes)]
        later.append(("审读日期", self.reviewed.on if self.reviewed else None, ("reviewed", "on")))
        for label, day, at in later:
            if day and day < self.added:
                raise fail("date-order", f"{label} {day} 早于收录日期 {self.added}", "核对两个日期，改成先收录、后修改", at)
        return self


# What a paragraph tells instead, in the words that say why it tells of no practice.
KINDS_OF_NO_PRACTICE = ("交代背景", "讲成效", "讲不足", "讲打算", "讲认识", "提要求", "讲体会", "只列名单")


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
    date: PartialDate | None = field("日期", "原文给这一篇署的日期（讲的、写的或登出的），写到哪一步就写到哪一步：2025-09-16、2025-09 或 2025",
                                     "2025-09-16", default=None)
    outline: tuple[Section, ...] = field("提纲", "按小标题和段落写大意", min_length=1)
    formerly: tuple[Id, ...] = former_ids()
    withdrawn: Withdrawal | None = withdrawal()
    exempt: tuple[Exemption, ...] = exemptions()

    @field_validator("date")
    @classmethod
    def _a_day_there_is(cls, value: str | None) -> str | None:
        if value and len(value) == 10 and not 1 <= int(value[8:]) <= monthrange(int(value[:4]), int(value[5:7]))[1]:
            raise fail("no-such-day", f"日期 {value} 没有这一天", "核对原文署的日期；只知道年月的写到月，例如 2025-09")
        return value

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
    short: Annotated[Name, StringConstraints(max_length=12)] | None = field(
        "简称", "几个来源的条目放在一起时显示，最多 12 字", "2022汇编", default=None)
    year: Count | None = field("年份", "哪一年的", 2022, default=None, ge=1949, le=2999)
    date: Day | None = field("日期", "来源写明了哪一天才填，年-月-日", "2022-05-01", default=None)
    found_at: Text | None = field("何处可得", "在哪里能找到原文", default=None)
    address: Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$", max_length=500)] | None = field(
        "原文网址", "原文在网上的那一页，浏览器地址栏里的整个地址；不在网上就不写", "https://www.example.gov.cn/zx/2022/7.html", default=None)
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = field(
        "全文校验值", "全文文件的校验值（由 sha256sum 算出），64 个数字和小写字母", default=None)
    cut: Annotated[str, StringConstraints(max_length=100_000)] | None = field(
        "分篇记录", "导入时写下：全文的每一行是题目、小标题、段落还是略去；不用改，要改分法就重新导入", "ox2 T p h3 px2", default=None,
        internal="写给检查和导入的，不是来源的内容")
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
    name_state: NameState = field("名称状态", "named（写明）、masked（隐去）、unnamed（没有写明）", "named")
    distinguisher: Annotated[Name, StringConstraints(max_length=6)] | None = field(
        "区分", "名称隐去或没有写明的，用最多六个字与同名的分开，写在〔〕里：xx市政协〔全员入委〕", "全员入委", default=None)
    level: Level = field("层级", "province（省级）、city（市级）、county（县级）、township（乡镇、街道）", "county")
    raw: Name | None = field("原文写法", "原文里的写法", "xx市政协", default=None)
    note: Text | None = field("说明", "名称不全时说明看得出什么、看不出什么", default=None)
    formerly: tuple[Id, ...] = former_ids()
    exempt: tuple[Exemption, ...] = exemptions()


@entry
class Problem:
    title: Name = field("问题", "用读者的话问，问号结尾", "机关人手不够、编制不足怎么办？")
    topic: Id | None = field("专题", "主要属于哪个专题", "office-building", default=None)
    summary: Text | None = field("说明", "原文怎样提到它", default=None)
    synonyms: tuple[Name, ...] = field("近义说法", "读者会用来找它的词和话", default=())
    named_in: tuple[Citation, ...] = field("原文提到处", "原文点出这个问题的段落", default=())
    unsaid: tuple[Text, ...] = field("原文未说明", "问这个问题的人还会问、各篇都没有回答的", ["实行后的效果"], default=())
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
                       "原文有解释就写所指（expansion）；没有就只写 unexplained: true（原文没有解释）", ("expansion",))
        return self


@entry
class Formulation:
    """A fixed political formulation (提法): quoted whole, or not at all."""

    text: Text = field("提法", "照抄，一个字不改", "坚持中国共产党领导这一最根本的政治共识")
    at: tuple[Citation, ...] = field("出处", "在哪篇哪段出现", default=())
    note: Text | None = field("说明", "与相近提法的区别等", default=None)
    exempt: tuple[Exemption, ...] = exemptions()
