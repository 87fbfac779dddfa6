"""Slips as findings: those of one sort in one message, at the first of them."""

from collections.abc import Iterable, Iterator

from macros.findings import Finding
from macros.reading.slips.slip import Slip
from macros.reading.yaml_data import LINE_END, where

_LISTED = 8


def findings(path: str, text: str, slips: Iterable[Slip]) -> Iterator[Finding]:
    """One finding for each sort of slip, in the order of their places."""
    sorts: dict[str, list[Slip]] = {}
    for slip in sorted(slips, key=lambda each: each.at):
        sorts.setdefault(slip.sort, []).append(slip)
    lines = LINE_END.split(text) if sorts else []
    for same in sorts.values():
        line, column = where(text, same[0].at)
        also = [number for number in dict.fromkeys(where(text, slip.at)[0] for slip in same) if number != line]
        others = f"（第 {'、'.join(map(str, also[:_LISTED]))}{'……' if len(also) > _LISTED else ''} 行也是）" if also else ""
        yield Finding(path, line, column, same[0].code, same[0].message + others, same[0].cure,
                      excerpt=lines[line - 1] if line <= len(lines) else "")


def one(path: str, text: str, slips: Iterable[Slip]) -> Finding | None:
    """One finding for all of them, about the first; None where there are none."""
    found = list(findings(path, text, slips))
    if not found:
        return None
    first, rest = found[0], found[1:]
    if not rest:
        return first
    more = "；".join(f"第 {each.line} 行：{each.message}" for each in rest[:3])
    return Finding(path, first.line, first.column, first.code, first.message, f"{first.cure}。还有{more}", excerpt=first.excerpt)
