"""Which people a Chinese text speaks of by what sets them apart: 港澳委员, 宗教界人士, 新任委员. Knows no entry."""

import re
from functools import lru_cache
from typing import NamedTuple

from macros.text import kept
from macros.text.beginnings import longest

# What sets people apart, each with what a source must have of it.
_APART = {
    "港澳": "港澳|香港|澳门", "台胞": "台", "侨界": "侨", "海外": "海外|境外|侨", "宗教界": "宗教", "宗教": "宗教", "少数民族": "民族",
    "妇女": "[妇女]", "女": "[妇女]", "青年": "青年|年轻", "新任": "新任|新一届|换届", "离任": "离任|卸任", "卸任": "离任|卸任", "退休": "退",
    "企业": "企业|公司|商会|工商", "农村": "[村农]", "农民": "农", "特邀": "邀", "住会": "住会|驻会", "驻会": "住会|驻会", "专职": "专职|专门", "兼职": "兼",
    "民主党派": "党派", "无党派": "党派", "教育界": "教育", "科技界": "科技", "医卫界": "[医卫]", "工商界": "工商|企业", "文艺界": "文艺|文化",
}
_FOUND = re.compile(f"(?P<which>{longest(_APART)})的?"
                    "(?:委员(?!会|之家|单位|工作)|人士|代表|干部|党员|群众|同志|负责人|工作者|职工)")


class Kind(NamedTuple):
    """People of a kind in a text, from `start` to `end`; `of` finds what a text must have that speaks of them."""

    start: int
    end: int
    text: str
    of: str


@lru_cache(maxsize=kept.STATEMENTS)
def people(text: str) -> tuple[Kind, ...]:
    """The people of a text that are set apart, in their order."""
    return tuple(Kind(m.start(), m.end(), m.group(), _APART[m["which"]]) for m in _FOUND.finditer(text))
