"""What an editor said of the division before, read back from the record of the cut: it holds until he says something else."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from macros.fulltext import cut
from macros.fulltext.lines import split
from macros.importing.division.reading import Wish, divided
from macros.text.listing import some

_TEXT = "pcrhg"
_NAMED = 20


@dataclass(frozen=True)
class _Cut:
    """A record by the lines of its text: where speeches begin, and the sign of each line."""

    starts: tuple[int, ...]
    roles: dict[int, str] = field(default_factory=dict)


def wished(text: str, record: str, wish: Wish) -> tuple[Wish, tuple[str, ...]]:
    """The wish with what the record of the last import has and this one does not say, and what to tell the editor of it.

    A record that does not fit the text adds nothing.
    """
    last = _read(text, record)
    if last is None:
        return wish, ()
    there = _division(text, last)
    now = _read(text, divided(text, there).cut)
    if now is None:
        return wish, ()
    left = {n for n, role in last.roles.items() if role == "o" and now.roles[n][0] in _TEXT} - set(wish.keep)
    kept = {n for n, role in last.roles.items() if role == "p" and now.roles[n] == "o"} - set(wish.leave)
    if not (wish.split or wish.one):
        wish = replace(wish, split=there.split, one=there.one)
    else:
        there = Wish()
    told = tuple(_told(there, left - set(wish.leave), kept - set(wish.keep)))
    return replace(wish, leave=tuple(sorted(left | set(wish.leave))), keep=tuple(sorted(kept | set(wish.keep)))), told


def _division(text: str, last: _Cut) -> Wish:
    """What must be said to have the speeches of the record: nothing, that there is one, or where each begins."""
    for wish in (Wish(), Wish(one=True)):
        found = _read(text, divided(text, wish).cut)
        if found and found.starts == last.starts:
            return wish
    return Wish(split=last.starts)


def _read(text: str, record: str) -> _Cut | None:
    roles = cut.read(record)
    lines = split(text)
    if roles is None or len(lines) != sum(role != "S" for role in roles):
        return None
    starts: list[int] = []
    found: dict[int, str] = {}
    begins = False
    each = iter(lines)
    for role in roles:
        if role == "S":
            begins = True
            continue
        line = next(each)
        if begins or role == "T":
            starts.append(line.number)
        begins = False
        found[line.number] = role
    return _Cut(tuple(starts), found)


def _told(there: Wish, left: set[int], kept: set[int]) -> Iterator[str]:
    if there.split:
        yield f"分篇照上次的不变（--split {','.join(map(str, there.split))}）；要改，写上新的 --split 或 --one"
    if there.one:
        yield "照上次的不变，仍是一篇（--one）；要改，写上 --split"
    if left:
        yield f"上次略去的照旧略去：第 {some(list(map(str, sorted(left))), _NAMED, '行')} 行；要收进正文，加 --keep 行号"
    if kept:
        yield f"上次收进正文的照旧收着：第 {some(list(map(str, sorted(kept))), _NAMED, '行')} 行；要略去，加 --leave 行号"
