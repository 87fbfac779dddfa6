"""What happens to an entry in the course of time: corrected, reviewed, renamed, withdrawn, exempt from a rule."""

from typing import Any

from macros.model.fields import Day, Name, Text, entry, field


@entry
class Exemption:
    """A rule that does not look at this entry, and why that is right."""

    rule: Name = field("规则", "不检查哪一条规则，写方括号里的代码", "near-duplicate")
    why: Text = field("理由", "为什么这一条可以例外", "两个名称只差一字，说的是两件事")


@entry
class Withdrawal:
    """The entry keeps its address and says why it is no longer shown in lists and search."""

    on: Day = field("撤下日期", "年-月-日", "2026-11-28")
    reason: Text = field("撤下原因", "读者打开旧地址时看到的说明", "与[[quan-yuan-ru-wei]]是同一个做法，已并入")


def exemptions() -> Any:
    return field("不检查", "哪一条规则不适用于这一条，写明理由；用不上的例外也会提醒",
                 {"rule": "near-duplicate", "why": "两个名称只差一字，说的是两件事"}, default=(),
                 internal="写给检查和编辑的，不是条目的内容")


def former_ids() -> Any:
    return field("旧编号", "改过名的旧编号，旧地址继续有效", ["quan-yuan-ru-wei-ji-zhi"], default=())


def withdrawal() -> Any:
    return field("撤下", "撤下以后不进列表和搜索，旧地址留一页说明",
                 {"on": "2026-11-28", "reason": "原文已更正，不再有这个做法"}, default=None)


@entry
class Change:
    on: Day = field("日期", "年-月-日", "2026-11-28")
    what: Text = field("改了什么", "用读者的话写", "滦州市政协的进展由推进中改为不明：原文只说“推进”")


@entry
class Review:
    """A second person held the entry against its paragraphs."""

    on: Day = field("日期", "年-月-日", "2026-11-28")
    by: Name = field("审读人", "怎样称呼，由审读人自己定", "提案委办公室")


def corrections() -> Any:
    return field("更正", "改正过什么，一次一项，从早到晚", [{"on": "2026-11-28", "what": "补上滦州市政协的叫法"}], default=())


def review() -> Any:
    return field("审读", "第二个人逐段核对过才写", {"on": "2026-11-28", "by": "提案委办公室"}, default=None)
