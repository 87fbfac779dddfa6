"""What stands between quotation marks of every shape, nested ones and straight ones too."""

import re
from dataclasses import dataclass

_OPEN = "“‘「『"
# A lone ’ or 」 opens nothing; a lone ” may be one that was typed the wrong way round.
_ONLY_SHUT = "’」』"
_KINDS = {sign: pair[0] for pair in ("\"＂", "“”„‟", "‘’", "「」", "『』") for sign in pair}
_MARK = re.compile(f"[{''.join(_KINDS)}]")
_LIMIT = 40
_ANY = str.maketrans("", "", "“”\"‘’＂")


@dataclass(frozen=True)
class Quoted:
    """What stands between quotation marks: from the opening one at `start` up to after the closing one."""

    start: int
    end: int
    text: str


def unquoted(text: str) -> str:
    """A text without its quotation marks, as names are looked for in it."""
    return text.translate(_ANY)


def quotes(text: str) -> tuple[Quoted, ...]:
    """The innermost and outer stretches in quotation marks, whatever their shape; straight ones and wrong-way ones in turn."""
    found: list[Quoted] = []
    stack: list[tuple[int, str]] = []
    for mark in _MARK.finditer(text):
        i, sign = mark.start(), mark.group()
        kind = _KINDS[sign]
        same = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][1] == kind), None)
        # ”…” typed the wrong way round: what opens nothing opens.
        shuts = same is not None and (sign not in _OPEN or kind == "\"")
        if shuts and same is not None:
            start = stack[same][0]
            del stack[same:]
            if i - start <= _LIMIT:
                found.append(Quoted(start, i + 1, text[start + 1:i]))
        elif same is not None:
            stack[same] = (i, kind)
        elif sign not in _ONLY_SHUT:
            stack.append((i, kind))
    return tuple(sorted(found, key=lambda q: q.start))
