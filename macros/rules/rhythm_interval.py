"""A point that gives an interval or a number of times has both the interval and the source's words for it."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.model.vocabulary import Aspect, Every
from macros.rules.rule import Rule

_FIELDS = {"every": "间隔（every）", "raw": "原文写法（raw）"}
_CHOICES = "、".join(f"{each.value}（{each.label}）" for each in Every)


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    for i, account in enumerate(practice.accounts):
        for j, point in enumerate(account.points):
            lacking = [label for name, label in _FIELDS.items() if not getattr(point, name)]
            # A point of before there were these fields has none of them, and may stay so.
            begun = point.every or point.times or point.raw
            if point.aspect is Aspect.RHYTHM and begun and lacking:
                yield catalog.finding(
                    "practices", pid, ("accounts", i, "points", j), RULE.code, f"这一点讲多久一次，没有写{'和'.join(lacking)}",
                    f"补上间隔（every，可写：{_CHOICES}；不按时间的写 other）和原文写法（raw，照抄原文说多久一次的几个字）")


RULE = Rule(
    code="rhythm-interval",
    title="间隔和原文写法要一起写",
    why="数字一页按间隔列出各家多久一次；原文写法（raw）照抄几个字，谁都能核对。",
    wrong="{aspect: rhythm, text: 每月讲课, every: month}",
    right="{aspect: rhythm, text: 每月讲课, every: month, raw: 每月讲课}",
    check_practice=check_practice,
)
