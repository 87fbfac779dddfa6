"""Names that are made of an interval: 每日一荐, 每月一课. Such a name says what something is called, and not yet how often it comes back."""

import re

_NAME = "每[日天周旬月季年期][一1][\u3400-\u9fff]"
_WHOLE = re.compile(_NAME)
# 每月一次, 每季一期: counted, and no name.
_COUNTED = re.compile("每[日天周旬月季年期][一1][次回场期讲趟遍堂轮天日个名位人件条项篇份家户]")
_QUOTED = re.compile("“[^“”]{1,18}”|‘[^‘’]{1,18}’|《[^《》]{1,40}》|「[^「」]{1,18}」")
# Several of one shape beside each other; one that is said to be a kind of something; one that is all that a heading within a paragraph says.
_LISTED = re.compile(f"{_NAME}(?:[、和与及]{_NAME})+")
_KIND = re.compile(f"{_NAME}(?=活动|制度|机制|行动|品牌|栏目|模式|计划|平台|专栏|项目|工程|课堂)")
_HEADS = re.compile(f"(?:^|(?<=[。；\\n]))[ 　]*(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]{{1,2}}[，,、]|[（(]?(?:[一二三四五六七八九十]{{1,3}}|\\d{{1,2}})[）)、.．]+)[ 　]*{_NAME}(?=[。：:])")
_FAR = 40


def of_rhythm(name: str) -> bool:
    """Whether a name is one that is made of an interval: 每日一荐, not 每月一次."""
    return _WHOLE.fullmatch(name) is not None and _COUNTED.fullmatch(name) is None


def rhythm(text: str, start: int, end: int) -> bool:
    """Whether an interval at these characters of a text is part of a name, by its quotation marks, those of its shape beside it, its kind or its place."""
    if any(m.start() < start and end < m.end() + 1 for m in _QUOTED.finditer(text, max(0, start - _FAR), end + _FAR)):
        return True
    return any(m.start() <= start < m.end() and not _COUNTED.search(m.group())
               for pattern in (_LISTED, _KIND, _HEADS) for m in pattern.finditer(text, max(0, start - _FAR), end + _FAR))
