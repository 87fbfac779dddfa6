"""What git leaves in a file where two people changed the same lines."""

import re

from macros.reading.slips.slip import Line, lines

_MARK = re.compile(r"[ \t]*(?:(<{7,}|>{7,}|\|{7,}).*|(={7,})(?:[ \t].*)?)")


def conflict(text: str) -> tuple[int, int, str, str] | None:
    """Line and column (from 1) of the first merge mark, what is wrong and what to do; None where there is none."""
    if not any(sign * 7 in text for sign in "<=>|"):
        return None
    found = [(line, mark.group(1) or mark.group(2)) for line in lines(text) if (mark := _MARK.fullmatch(line.text))
             and (mark.group(1) or line.content.strip("=") == "")]
    if not found:
        return None
    first = found[0][0]
    column = first.indent + 1
    return (first.number, column, *_told(found))


def _told(found: list[tuple[Line, str]]) -> tuple[str, str]:
    kinds = "".join(mark[0] for _, mark in found)
    first, last = found[0][0].number, found[-1][0].number
    shown = "、".join(dict.fromkeys(mark[0] * 7 for _, mark in found))
    if "<" in kinds and "=" in kinds and ">" in kinds:
        sides = found[0][0].number + 1, next(line.number for line, mark in found if mark[0] == "=")
        upper = f"第 {_span(sides[0], sides[1] - 1)} 行是你的，第 {_span(sides[1] + 1, _end(found))} 行是别人的（main 上的）"
        several = f"，一共 {kinds.count('<')} 处" if kinds.count("<") > 1 else ""
        middle = "，||||||| 下面那一份是两人改动以前的，也删去" if "|" in kinds else ""
        return (f"第 {first}–{last} 行是合并冲突{several}：两个人改了同一处",
                f"{upper}：留下要的一份（两份都要就合成一份），再删去 {shown} 这几行记号{middle}")
    where = "、".join(str(line.number) for line, _ in found)
    return f"第 {where} 行是合并冲突留下的记号 {shown}", "看看上下两份是不是只留了一份，再删去这一行记号"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _end(found: list[tuple[Line, str]]) -> int:
    return next(line.number for line, mark in found if mark[0] == ">") - 1
