"""Words of a closed series of alternatives in a Chinese text: 上旬 of three, 周一 of seven, 上半年 of two, 副主席 beside 主席.

Whoever writes 下旬 for 上旬 has written another fact, though no number stands there. Knows no entry.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from macros.text import kept

# What may follow a day of the week but no count: 每周一上午 is a day, 每周一次 and 每周一讲 are none.
_AFTER_DAY = r"(?=[上中下晚早全夜晨至到和与及或、，。；！？：:）)”\s为是的都接开召组值轮固定例前后起～~—-]|$)"
_DAYS = {**dict(zip("一二三四五六", "123456", strict=True)), "日": "7", "天": "7"}
_PARTS: Mapping[str, Mapping[str, str]] = {
    "旬": {"上旬": "上旬", "月初": "上旬", "中旬": "中旬", "月中": "中旬", "下旬": "下旬", "月底": "下旬", "月末": "下旬"},
    "半年": {"上半年": "上半年", "下半年": "下半年"},
    "年": {"年初": "年初", "岁首": "年初", "年中": "年中", "年底": "年底", "年末": "年底", "年终": "年底", "岁末": "年底"},
    "时段": {"上午": "上午", "早上": "上午", "早晨": "上午", "清晨": "上午", "中午": "中午", "下午": "下午", "午后": "下午",
           "晚上": "晚上", "傍晚": "晚上", "夜里": "晚上", "夜间": "晚上", "晚间": "晚上"},
    "级别": {word: word for word in ("股级", "科级", "处级", "厅级", "局级", "部级")},
    "软件": {word: word for word in ("钉钉", "微信", "抖音", "快手", "微博", "QQ群", "公众号", "腾讯会议")},
    "地方": {"街道": "街", "社区": "社区", "乡镇": "镇", "行政村": "村"},
}
_WORDS = {word: (series, member) for series, words in _PARTS.items() for word, member in words.items()}
# The months of a part of the year, so that a date can bear it out.
_MONTHS = {"上半年": range(1, 7), "下半年": range(7, 13), "年初": range(1, 4), "年中": range(5, 9), "年底": (11, 12),
           "春": range(2, 6), "夏": range(5, 9), "秋": range(8, 12), "冬": (11, 12, 1, 2)}
_OFFICES = "主席|书记|主任|组长|秘书长|会长|局长|县长|市长|区长|镇长|乡长"
# What any of them begins with: asked first at every character, since few have it.
_FIRST = "".join(sorted({word[0] for word in (*_WORDS, *_OFFICES.split("|"))}))
_FOUND = re.compile(
    f"(?=[{_FIRST}周星礼春夏秋冬正副])(?:(?P<part>{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![长旬])"
    "|(?P<weekend>周末)"
    f"|(?:(?P<week>星期|礼拜)(?P<day>[一二三四五六日天])(?![次回场期讲趟遍堂轮])|周(?P<short>[一二三四五六日]){_AFTER_DAY})"
    "|(?P<season>[春夏秋冬])(?=[季天耕收种播训管])"
    f"|(?P<vice>正?副)?(?P<office>{_OFFICES})(?!会|台|团|办|科))")
_HAS = re.compile("[旬半年月午早晚晨夜周期拜春夏秋冬主书组秘会局县市区镇乡岁街社村级钉微抖快Q公]")
# Told only where the source has another of the same series: what time of day it is may follow from the hour.
_ONLY_SWAPPED = frozenset({"时段", "地方"})


@dataclass(frozen=True)
class Member:
    """A word of a series, from character `start` to `end`; `member` is the same for words that mean the same."""

    start: int
    end: int
    text: str
    series: str
    member: str

    @property
    def months(self) -> frozenset[int]:
        return frozenset(_MONTHS.get(self.member, ()))

    @property
    def alone(self) -> bool:
        """Whether a source that has none of the series does not bear it out either."""
        return self.series not in _ONLY_SWAPPED and not self.series.startswith("职务")


@lru_cache(maxsize=kept.STATEMENTS)
def members(text: str) -> tuple[Member, ...]:
    """The words of series in a text, in their order."""
    return tuple(member for m in _FOUND.finditer(text) for member in _members(m)) if _HAS.search(text) else ()


def _members(m: re.Match[str]) -> tuple[Member, ...]:
    """One member; of 正副主席 the two that it names."""
    found = _member(m)
    return (found,) if m["vice"] != "正副" else (replace(found, member=m["office"]), replace(found, member=f"副{m['office']}"))


def _member(m: re.Match[str]) -> Member:
    if m["part"]:
        series, member = _WORDS[m["part"]]
    elif m["season"]:
        series, member = "季节", m["season"]
    elif m["weekend"]:
        series, member = "星期", "周末"
    elif m["office"]:
        series, member = f"职务{m['office']}", f"{m['vice'] or ''}{m['office']}"
    else:
        series, member = "星期", _DAYS[m["day"] or m["short"]]
    return Member(m.start(), m.end(), m.group(), series, member)
