"""What git leaves in a file where two people changed the same lines."""

import re

from macros.reading.slips.slip import Line, lines

# A commit as git names it in a rebase: its number, then its message.
_COMMIT = re.compile(r"([0-9a-f]{7,40})\b.*")
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
        several = f"，一共 {kinds.count('<')} 处" if kinds.count("<") > 1 else ""
        middle = "，||||||| 下面那一份是两边改动以前的，也删去" if "|" in kinds else ""
        return (f"第 {first}–{last} 行是合并冲突{several}：同一处有两种改法",
                f"{_sides(found)}：留下要的一份（两份都要就合成一份），再删去 {shown} 这几行记号{middle}")
    where = "、".join(str(line.number) for line, _ in found)
    return f"第 {where} 行是合并冲突留下的记号 {shown}", "看看上下两份是不是只留了一份，再删去这一行记号"


def _sides(found: list[tuple[Line, str]]) -> str:
    """The lines of both sides of the first conflict, and what its marks say of them; whose they are depends on what git was doing."""
    begin = next(line for line, mark in found if mark[0] == "<")
    divide = next(line for line, mark in found if mark[0] == "=")
    end = next((line for line, mark in found if mark[0] == ">" and line.number > divide.number), found[-1][0])
    # What the common version is called stands between the two sides.
    upper = next((line.number for line, mark in found if mark[0] == "|" and begin.number < line.number < divide.number), divide.number)
    one, other = (each.content.lstrip("<>").strip() for each in (begin, end))
    sides = _span(begin.number + 1, upper - 1), _span(divide.number + 1, end.number - 1)
    if one == "Updated upstream" and other == "Stashed changes":
        said = ("是现在文件里的", "是你先前暂存（stash）的")
    elif one == "HEAD" and (commit := _COMMIT.fullmatch(other)):
        # A rebase, a cherry-pick and a revert put the commit below on what is there; of a rebase it is one's own.
        said = ("是现在所在的版本（HEAD）的", f"是正在放上来的提交 {commit.group(1)} 的")
    elif one == "HEAD":
        said = ("是现在所在的分支（HEAD）的", f"是并进来的 {other} 的" if other else "是另一边的")
    else:
        said = (f"标着 {one}" if one else "是一份", f"标着 {other}" if other else "是另一份")
    return f"第 {sides[0]} 行{said[0]}，第 {sides[1]} 行{said[1]}"


def _span(first: int, last: int) -> str:
    return str(first) if first >= last else f"{first}–{last}"
