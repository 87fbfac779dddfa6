"""Who acts in a Chinese text: offices and parts of a body (党组, 主席会议, 党支部书记, 联络员), kinds of people (党外委员, 群众). Knows no entry."""

import re
from functools import lru_cache
from typing import NamedTuple

from macros.text import kept

_PEOPLE = ("秘书长|书记|主席|主任|组长|县长|市长|区长|镇长|乡长|局长|会长|院长|站长|召集人|联络员|监督员|信息员|联系人|负责人|志愿者|主持人|讲师|专家|学者|"
           "党员|委员|群众|干部|骨干|职工|居民|村民|企业家|代表|老同志|领导|同志|人士")
_BODIES = ("主席会议|常委会会议|常委会|常委|党组会议|党组成员|党组|专委会|专门委员会|委室|办公室|党支部|支部|小组|活动组|界别组|[区县市省]委(?!员)|党委|政府|人大|"
           "政协|财经委|提案委|机关|部门|乡镇|街道|社区|开发区|工作站|联络站")
# What tells them apart stands directly before them.
_KINDS = "党外|党员|界别|基层|年轻|业务|军转|党政|活动|临时|联合|功能型|对口|全国|[省市县区州](?![、省市县区州])级?|副|政协"
# 政协委员 are members, no body; 委员会, 委员单位 and 干部队伍 no people.
# Looked for at every character.
_FIRST = "".join(sorted({word[0] for word in f"{_PEOPLE}|{_BODIES}|{_KINDS}".split("|") if word[0] != "["})) + "省市县区州"
_ONE = re.compile(f"(?=[{_FIRST}])(?:(?P<people>(?:{_PEOPLE})(?!会议|台|团|活动|单位|之家|履职|工作|讲坛|讲堂|队伍|编制|会(?!议)))|(?P<bodies>{_BODIES})|(?P<level>[省市县区])里(?=[主积要把向去来派请选当的对])|(?P<kinds>{_KINDS}))")
_PERSON = re.compile(_PEOPLE)
_COMMITTEES = frozenset({"省委", "市委", "县委", "区委"})
_SAME = {"常委会会议": "常委会", "专门委员会": "专委会", "党支部": "支部"}


class Role(NamedTuple):
    """Somebody or a body in a text, from `start` to `end`: the last word of its name is its `head`, `kinds` are those before it."""

    start: int
    end: int
    text: str
    head: str
    kinds: frozenset[str]

    @property
    def person(self) -> bool:
        """Whether it is people, not a body."""
        return bool(_PERSON.fullmatch(self.head))

    def same(self, other: "Role") -> bool:
        """Whether both may be the same: 政协党组 and 党组, but neither 党组书记 and 党组 nor 党外委员 and 党员委员."""
        if self.head != other.head:
            return False
        return self.kinds <= other.kinds or other.kinds <= self.kinds or (("副" in self.kinds) == ("副" in other.kinds) and bool((self.kinds & other.kinds) - {"副"}))


# Several rules look at every statement of a library.
@lru_cache(maxsize=kept.STATEMENTS)
def roles(text: str) -> tuple[Role, ...]:
    """Who acts in a text, in the order of the text."""
    found: list[Role] = []
    run: list[re.Match[str]] = []
    for m in (*_ONE.finditer(text), None):
        if run and (m is None or m.start() != run[-1].end() or run[-1]["level"]):
            if any(each["people"] or each["bodies"] or each["level"] for each in run):
                found.append(_role(run))
            run = []
        if m is not None:
            run.append(m)
    return tuple(found)


def without(text: str) -> str:
    """A text with blanks for whoever acts in it, and for what tells them apart."""
    return _ONE.sub(lambda m: " " * len(m.group()), text)


def _role(run: list[re.Match[str]]) -> Role:
    while run[-1]["kinds"] and run[-1].group() != "政协":
        run = run[:-1]
    words = [_SAME.get(m.group(), m.group()).removesuffix("级") for m in run]
    words[:-1] = [each for word in words[:-1] for each in ((word, word[0]) if word in _COMMITTEES else (word,))]  # 县政府 is part of 县委政府
    head, kinds = ("政协", frozenset([*words[:-1], run[-1]["level"]])) if run[-1]["level"] else (words[-1], frozenset(words[:-1]))
    text = "".join(m.group() for m in run)
    return Role(run[0].start(), run[-1].end(), text, head, kinds)
