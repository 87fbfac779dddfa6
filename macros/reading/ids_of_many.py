"""Slips at the ids in a file of many entries, which a parser takes for something else: an id that does not begin its line, and
one id over two entries. Whoever does what is said of the fields there destroys an entry."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from macros.model.fields import fields_of
from macros.model.kinds import KINDS, Kind
from macros.reading.yaml_data import Refused, where

_ID = r"[a-z0-9][a-z0-9-]*"
_INDENTED = re.compile(rf"^( +)({_ID}):[ ]*(?:#.*)?\r?\n(?:[ ]*(?:#.*)?\r?\n)*[ ]+([a-z_]+):", re.M)
_AT_LINE_START = re.compile(rf"^({_ID}):[ ]*(?:#.*)?$", re.M)
# Whether a field holds others is told by its own name: none of these is an id.
_FIELDS = frozenset(name for kind in KINDS.values() if not kind.one_file_each for name in fields_of(kind.model))
# What an entry begins with: before any other, a word without a hyphen is rather a field that is misspelt.
_NAMES = frozenset({"title", "name", "term", "text"})


def of_many(path: str) -> Kind | None:
    """The kind whose entries stand in one file, where this is its path; else None."""
    kind = KINDS.get(PurePosixPath(path).stem)
    return kind if kind and not kind.one_file_each and path.endswith(".yml") else None


def indented(text: str, path: str, data: Any = None) -> Refused | None:
    """What to say of ids that blanks stand before; with `data`, what could be read, of those that became a field of another entry."""
    if not of_many(path):
        return None
    found = [m for m in _INDENTED.finditer(text) if _is_id(m[2], m[3]) and not (isinstance(data, dict) and m[2] in data)]
    if not found:
        return None
    first, lines = found[0], [where(text, each.start(2))[0] for each in found]
    blanks = len(first[1])
    also = f"；第 {'、'.join(map(str, lines[1:]))} 行的编号也是" if lines[1:] else ""
    return Refused("yaml-syntax", lines[0], blanks + 1, f"编号 {first[2]} 前面有 {blanks} 个空格：编号要顶格写{also}",
                   f"删去这一行前面的 {blanks} 个空格，它下面的字段不动")


def _is_id(word: str, below: str) -> bool:
    """Whether a word with a colon is the id of an entry, by the field below it."""
    return word.replace("-", "_") not in _FIELDS and below in (_FIELDS if "-" in word else _NAMES)


def doubled(refused: Refused, text: str, path: str) -> Refused:
    """What is refused, of an id that stands over two entries with what keeps both of them."""
    if refused.code != "duplicate-key" or refused.column != 1 or not of_many(path):
        return refused
    those = {line: (entry_id, body) for line, entry_id, body in sections(text)}
    if refused.line not in those:
        return refused
    entry_id, body = those[refused.line]
    first, other = next((line, said) for line, (each, said) in those.items() if each == entry_id)
    if first == refused.line:
        return refused
    message = f"编号 {entry_id} 写了两次：第 {first} 行和第 {refused.line} 行"
    if other.split() == body.split():
        return Refused("duplicate-key", refused.line, 1, f"{message}，两段一样", f"删去第 {refused.line} 行起的这一段")
    return Refused("duplicate-key", refused.line, 1, f"{message}，两段内容不同", "给其中一段换一个编号，内容都留着")


def sections(text: str) -> Sequence[tuple[int, str, str]]:
    """The entries in a file of many as their text has them: line of the id, the id, what stands below it."""
    found = list(_AT_LINE_START.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    return [(where(text, each.start())[0], each[1], text[each.end():end]) for each, end in zip(found, ends, strict=True)]
