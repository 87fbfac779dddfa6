"""Which sort of people or of zone a Chinese text names: 选调生, 军转干部, 党外委员, 经济开发区. Knows no entry."""

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from macros.text import kept
from macros.text.beginnings import any_of, beginning

# Each line is one set of sorts, of which none is another; words between bars are of one sort. What is only nearly another sort stands in no set.
_SETS = (
    ("选调生", "军转干部|转业干部|转业军人|退役军人|复员军人|部队转业", "大学生村官|村官", "老同志|老干部|离退休干部|退休干部|离退休人员|退休人员", "年轻干部|青年干部|年轻同志|青年骨干",
     "挂职干部", "驻村干部|驻村工作队", "女干部|妇女干部"),
    ("党员委员|中共党员委员|中共委员", "党外委员|非中共委员|非党委员|无党派委员", "女委员"),
    ("律师", "医生|医护人员|医务人员|大夫", "教师|老师", "民警|警察", "学生|孩子|青少年|儿童", "老人|老年人", "残疾人", "农民工", "快递员|快递小哥|骑手"),
    ("(?:国家级|省级)?经济(?:技术)?开发区|经开区", "高新技术(?:产业)?(?:开发区|园区?)|高新区|高新园区", "工业(?:产业)?(?:园区?|集聚区|集中区)", "(?:现代)?农业(?:产业)?(?:园区?|示范区)", "物流园区?",
     "综合保税区|综保区|保税区", "旅游度假区|风景名胜区|风景区"),
)
_WORDS = [(number, words) for number, each in enumerate(_SETS) for words in each]
_SET = tuple(number for number, _ in _WORDS)
# The words without what may stand before or behind them; every sort begins with one of their first two characters.
_BEGINNINGS = sorted({word[:2] for word in chain.from_iterable(words.split("|") for _, words in _WORDS) if "(" not in word} | {"经济", "高新", "工业", "农业", "物流", "国家", "省级", "现代"})
# Looked for at every character; most texts have none of these.
_FIRST = beginning(_BEGINNINGS)
_BEGIN = re.compile(any_of(_BEGINNINGS))
_SORT = re.compile(f"{_FIRST}(?:{'|'.join(f'(?P<s{i}>{words})' for i, (_, words) in enumerate(_WORDS))})")
# 党员委员会, 学生会 are bodies.
_NOT = re.compile("会(?!议)")


class Sort(NamedTuple):
    """Words for a sort, from `start` to `end`; `of` is the set that it is one of, `which` the sort."""

    start: int
    end: int
    text: str
    of: int
    which: int


@lru_cache(maxsize=kept.STATEMENTS)
def sorts(text: str) -> tuple[Sort, ...]:
    """The sorts of people and zones that a text names, in its order."""
    if not _BEGIN.search(text):
        return ()
    return tuple(Sort(m.start(), m.end(), m.group(), _SET[which], which) for m in _SORT.finditer(text) if not _NOT.match(text, m.end())
                 for which in (int((m.lastgroup or "s0")[1:]),))
