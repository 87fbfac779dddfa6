"""How much one import takes: beyond it a file is refused at once instead of keeping an editor waiting."""

import re
from collections.abc import Sequence

from macros.importing.refused import Refused

SIZE_LIMIT = 20 * 1024 * 1024
# A year's speeches of a whole province have fewer.
CHARACTERS_LIMIT = 2_000_000
LINES_LIMIT = 50_000
PAGES_LIMIT = 2_000
# No paragraph of a speech is as long; what a program takes time over is mostly one endless line.
LINE_LIMIT = 50_000
SPEECHES_LIMIT = 1_000
# Names for which a draft would be written, and places where any name stands.
NAMES_LIMIT = 1_000
PLACES_LIMIT = 20_000

_PARTS = "把它分成几个文件，一次会议一个，分别导入"


def check_size(text: str) -> None:
    """Raises `Refused` for a text that has too many characters or lines, or a line that is too long."""
    check_characters(len(text))
    # Blank lines cost nothing.
    lines = re.split(r"\r\n|\r|\n", text)
    if sum(map(bool, lines)) > LINES_LIMIT:
        raise Refused(f"文件里的段落超过 {LINES_LIMIT // 10_000} 万个", _PARTS)
    longest = max(range(len(lines)), key=lambda i: len(lines[i]))
    if len(lines[longest]) > LINE_LIMIT:
        raise Refused(f"第 {longest + 1} 行有 {len(lines[longest])} 个字，不像一段话", "按原文分段，一段一行，再导入")


def check_characters(count: int) -> None:
    """Raises `Refused` for more characters than anybody reads."""
    if count > CHARACTERS_LIMIT:
        raise Refused(f"文件里有 {count // 10_000} 万字，超过 {CHARACTERS_LIMIT // 10_000} 万字", _PARTS)


def check_pages(count: int) -> None:
    """Raises `Refused` for a PDF of too many pages."""
    if count > PAGES_LIMIT:
        raise Refused(f"PDF 有 {count} 页，超过 {PAGES_LIMIT} 页", _PARTS)


def too_large() -> Refused:
    """What is said of a file of more bytes than are read."""
    return Refused(f"文件超过 {SIZE_LIMIT // 1024 // 1024} MB", "删去文件里的图片，只留文字，再导入")


def check_speeches(speeches: Sequence[object]) -> None:
    """Raises `Refused` for more speeches than anybody holds."""
    if len(speeches) > SPEECHES_LIMIT:
        raise Refused(f"认出 {len(speeches)} 篇发言，超过 {SPEECHES_LIMIT} 篇", _PARTS)


def check_names(names: int, places: int) -> None:
    """Raises `Refused` for more candidates than anybody reads."""
    if names > NAMES_LIMIT or places > PLACES_LIMIT:
        raise Refused(f"认出 {names} 个候选做法，提到 {places} 处，多得看不过来", _PARTS)
