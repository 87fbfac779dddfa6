"""Words of ours that nobody said: so many characters in a row that have no two in common with what they are held to.

Who tells a thing in other words keeps some of its own: most of the characters of 逐步铺开 stand in 逐步推开. An added step
(逐户走访) has none of them. Words that any telling may use, of whatever it tells, count for nothing. Knows no entry.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.fulltext.likewise import clause_at, clauses, every_pair

# Fewer characters may be anybody's word for a thing: 挑 for 选, 变成 for 转化为.
_SHORTEST = 3
_LONG = re.compile(f"[一-鿿]{{{_SHORTEST},}}")
# A part of a clause that may tell a step of its own.
_PART = re.compile("[^，。；：！？、（）,;:!?\n\0并再]+")
_ENDS = re.compile("[^一-鿿0-9]+$|(?:了|的|等)+[^一-鿿]*$")
# What tells of the telling, how far, how much, when, in which order: no words of the matter.
_ANYBODYS = "由把使让在到从将与和跟同及或的地得了着过一个各每为给对于以来去等是其中都也还又再更就才只仅不未没无要会可能应这那此该它们并而且但既如若因所被向往之间里内外上下前后左右二两三四五六七八九十几多少半有做办搞写说讲谈想看用分种类项段些点面时年月"
_TELLING = re.compile(
    "原文|来源|发言|隐去|写作|打算|计划|谋划|准备|探索|提出|[讲说提]到|没有|用来|[当看]作|[当看]成|具体|要求|负责人|安排|列出|列[了入进为]|途径|数目|次数|不再|表示|决心|标题|名称|内容|背景|结果|办法|"
    "[说叫读]法|固定|提法|正文|篇[名目末]|第?[0-9一二三四五六七八九十]*篇|名目|括号|已知|比喻|本[库市县区]|全体|全部|所有|面向|按什么|什么|力气|劲头|起来|调动|带头|互相|彼此|补足|一步?步|慢慢|逐[步项个]|今后|以后|后来|下面|末尾|经常|怎[样么]|如何|已经|同时|另外|"
    "[例比]如|以及|一[起道同块]|其[中他余]|最[多少低高后]|至少|当年|继续|借助|依托|包括|围绕|自己|[几两二三四五六七八九十][名位条次回处家件个]|"
    "绝?大(?:部分|多数)|几乎|差不多|大约|大概|[将接]?近(?=[0-9一二三四五六七八九百千万])|百分之[零一二三四五六七八九十百点]+|[一二三四五六七八九]成|过?半数|过半|有余|出头|比率|比例|率|"
    "介绍|引出|说明|点明|强调|总结|组织|开展|进行|举行|举办|召开|建立|设立|成立|参加|工作|活动|东西|则|样|"
    f"[{_ANYBODYS}]")
# What a clause asks or denies stands in no source, nor what it says of readers.
_OPEN = re.compile("[没未无]有?(?:[写说讲提列给解定交]|在)|没有|不[含是同等]|隐去|[哪谁]|怎[样么]|如何|什么|多少|几[个种家项次]|是否|([一-鿿])不\\1|看不出|不详|读者|问法|本库|比喻|一回事")


class Unheard(NamedTuple):
    """Words of ours at an offset that nobody said."""

    words: str
    start: int


def unheard(text: str, said: Iterable[str]) -> Iterator[Unheard]:
    """The words of a text that have nothing of what was `said`; a whole part of a clause where that has nothing. One of each part."""
    told = "\n".join(said)  # which no pair crosses
    strange = [sign not in told for sign in text]
    words = _without(text, told, strange) if _close(text, strange) else ""
    for part in _PART.finditer(text) if words else ():
        long = tuple(_LONG.finditer(words, part.start(), part.end()))
        alone = bool(long) and not any(pair in told for pair in every_pair(part.group()))
        for m in long:
            if _strange(m.group(), told, alone) and not _open(text, m.start()):
                yield _whole(part, m.start()) if alone else Unheard(m.group(), m.start())
                break


def _close(text: str, strange: list[bool]) -> bool:
    """Whether characters that nobody said are so many and so close that they may be words of our own, which have three in four at least:
    in most texts none are."""
    at = [i for i, is_strange in enumerate(strange) if is_strange and text[i] not in _ANYBODYS and "一" <= text[i] <= "鿿"]
    return any(third - first <= _SHORTEST for first, third in zip(at, at[2:], strict=False))


def _whole(part: "re.Match[str]", start: int) -> Unheard:
    """All of a part of a clause that has nothing of what was said, without what joins it to the sentence before."""
    return Unheard(_ENDS.sub("", part.string[start:part.end()]), start)


def _strange(words: str, told: str, alone: bool) -> bool:
    """Whether so many characters are others: all, or three quarters where the whole part has nothing of what was said. Who tells the same
    in a word of his own (反复 for 两次以上) has a character of theirs in it, mostly."""
    same = sum(sign in told for sign in words)
    return not same or (alone and same * 4 <= len(words))


def _open(text: str, at: int) -> bool:
    """Whether the clause asks or denies, or the one behind it does that it leads to."""
    here = clause_at(text, at)
    behind = next((clause.text for clause in clauses(text) if clause.start > here.start), "") if text[here.end:here.end + 1] == "，" else ""
    return bool(_OPEN.search(here.text) or _OPEN.search(behind))


def _without(text: str, told: str, strange: list[bool]) -> str:
    """The text with all blanked but the characters that stand in no pair that was told, and in no word of telling."""
    signs = list(text)
    for i in range(len(text) - 1):
        if not (strange[i] or strange[i + 1]) and text[i:i + 2] in told:
            signs[i] = signs[i + 1] = "\0"
    if not _LONG.search("".join(signs)):
        return ""
    for m in _TELLING.finditer(text):
        signs[m.start():m.end()] = "\0" * len(m.group())
    return "".join(signs)
