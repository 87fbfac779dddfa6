"""Lines: a sentence that goes on in the next one, a line indented more or less than its like."""

import re
from collections.abc import Iterator

from macros.reading.slips.slip import FIELD, KNOWN, Line, Slip, lines

_BEGINS = re.compile(rf"(?:- |-$|#|[\[\]{{}}\"']|{FIELD} *:(?: |$))")
_FIRST = re.compile(rf"[ \t]*(?:- +)?(?P<name>{KNOWN}): +(?=[^\s{{|>#])")
# A label in Chinese may be a word of a text.
_SECOND = re.compile(rf"[ \t]+(?P<name>(?=[a-z]){KNOWN}):(?: |$)")
_PROSE = re.compile("[\u4e00-\u9fff]")
_FIELD = re.compile(rf"(?:- +)?(?P<name>{FIELD}) *:(?: |$)|- ")


def together(text: str) -> Iterator[Slip]:
    """Two fields in one line that is no pair of braces."""
    for line in lines(text):
        found = _FIRST.match(line.text)
        second = _SECOND.search(line.text, found.end()) if found else None
        if found and second:
            at, name = line.start + second.start(), second.group("name")
            yield Slip(line.start + second.start("name"), f"两个字段写在了一行：{found.group('name')} 和 {name}",
                       f"{name} 另起一行写，左边与 {found.group('name')} 对齐",
                       (((at, line.start + second.start("name"), "\n" + " " * found.start("name")),),))


def folded(text: str) -> Iterator[Slip]:
    """A sentence that goes on in the next line, which then says nothing by itself."""
    above: Line | None = None
    for line in lines(text):
        if not line.content or line.content.startswith("#"):
            continue
        prose = bool(_PROSE.search(line.content)) and not _BEGINS.match(line.content)
        if prose and not re.match(r"[\w-]+ *[:：=]", line.content) and not (above and _PROSE.search(_FIELD.sub("", above.content, count=1))):
            at = line.start + line.indent
            yield Slip(at, "这一行不是任何字段的内容", "是哪个字段的内容，就写到那个字段后面；是写给自己看的，就在行首加上 # ；不要的就删去",
                       (((at, at, "# "),),), guess=True)
        elif prose and above:
            words = line.content if len(line.content) <= 12 else line.content[:12] + "……"
            joint = " " if re.search(r"[A-Za-z0-9]$", above.content) and re.match(r"[A-Za-z0-9]", line.content) else ""
            yield Slip(above.start + above.indent, f"这一句折成了两行：下一行“{words}”没有接在后面", "把下一行接到这一行的末尾，一句话写在一行里",
                       (((above.start + len(above.text.rstrip()), line.start + line.indent, joint),),), guess=True)
        above = line


def misaligned(text: str, near: int) -> Iterator[Slip]:
    """Lines near the one of that number whose indentation is not that of their like, the likeliest first."""
    fields = [line for line in lines(text) if _FIELD.match(line.content)]
    deepest = max((line.indent for line in fields), default=0)
    found = []
    for i, line in enumerate(fields):
        if not near - 4 <= line.number <= near + 1:
            continue
        around = {other.indent for other in fields[max(0, i - 3):i + 4]} | _above(fields[:i]) | {deepest + 2}
        block = _block(text, line)
        for indent in around - {line.indent}:
            for below in ([], block):
                found.append((len(below) > 0, abs(line.number - near), abs(indent - line.indent), line.number,
                              _moved(line, [line, *below], indent)))
    yield from (each[-1] for each in sorted(found, key=lambda each: each[:-1]))


def _above(fields: list[Line]) -> set[int]:
    """The indentations of what the last of these lines stands in."""
    indents: set[int] = set()
    for line in reversed(fields):
        if not indents or line.indent < min(indents):
            indents.add(line.indent)
    return indents


def _block(text: str, first: Line) -> list[Line]:
    """The lines below one that are indented deeper."""
    below = []
    for line in lines(text):
        if line.number > first.number and line.content:
            if line.indent <= first.indent:
                break
            below.append(line)
    return below


def _moved(line: Line, moved: list[Line], indent: int) -> Slip:
    edits = tuple((each.start, each.start + each.indent, " " * max(0, each.indent + indent - line.indent)) for each in moved)
    way = "多" if line.indent > indent else "少"
    return Slip(line.start + line.indent, f"缩进没有对齐：这一行前面有 {line.indent} 个空格，{way}了 {abs(line.indent - indent)} 个",
                f"改成 {indent} 个空格，与同一级的字段左边对齐", (edits,), guess=True)
