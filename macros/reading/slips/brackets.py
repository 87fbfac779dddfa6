"""Brackets and braces: one left open, one too many, and the signs between what they hold."""

import re
from collections.abc import Iterator

from macros.reading.slips.slip import FIELD, KNOWN, Edit, Line, Slip, lines

_PAIRS = {"{": "}", "[": "]"}
_BETWEEN_IDS = re.compile(r"(?<=[a-z0-9\"'”])(?P<sign> *[，、；;､﹐] *)(?=[a-z0-9\"'“])")
_BETWEEN_FIELDS = re.compile(rf"(?P<sign> *[，、；;､] *)(?={KNOWN} *[:：])")
# What no line within brackets begins with: an item of a list, a field.
_BEGINS = re.compile(rf"[ \t]*(?:- |{KNOWN} *[:：](?: |$))|[a-z0-9][a-z0-9_-]* *[:：]")
# A list in brackets goes on for so many lines at most.
_MOST_LINES = 60
_SEGMENT = re.compile(rf"(?P<sign>, *)(?!{KNOWN} *[:：])(?![a-z_]+ *:)(?=[^\s\"'\[\]{{}}])")

# Where a content within brackets begins, where it ends in braces and in a list, and blanks that would be told of next.
_OPENS = re.compile(r"[\[{]\s*|,\s+|:\s+")
_ENDS, _ENDS_IN_LIST = re.compile(rf"\s*(?:, *{KNOWN}:|[\]}}]+\s*$)"), re.compile(r"\s*(?:, |,?\s*$|[\]}]+\s*$)")
_BLANKS = re.compile("(?<=[一-鿿])[ \t]+(?=[一-鿿])")


def between_ids(text: str) -> Iterator[Slip]:
    """A full-width comma between ids or locators."""
    for line in lines(text):
        signs = [m for m in _BETWEEN_IDS.finditer(line.text) if "[" in line.text[:m.start()] or "［" in line.text[:m.start()] or "【" in line.text[:m.start()]]
        if signs:
            edits = tuple((line.start + m.start(), line.start + m.end(), ", ") for m in signs)
            sign = signs[0].group().strip()
            yield Slip(line.start + signs[0].start(), f"两项之间是“{sign}”，不是半角逗号", "换成半角逗号加一个空格：, ", (edits,), sure=True)


def between_fields(text: str) -> Iterator[Slip]:
    """A full-width comma between the fields inside braces."""
    for line in lines(text):
        signs = [m for m in _BETWEEN_FIELDS.finditer(line.text) if "{" in line.text[:m.start()] or "｛" in line.text[:m.start()]]
        if signs:
            edits = tuple((line.start + m.start(), line.start + m.end(), ", ") for m in signs)
            name = re.match(KNOWN, line.text[signs[0].end():])
            sign = signs[0].group().strip()
            yield Slip(line.start + signs[0].start(), f"字段 {name.group() if name else ''} 前面是“{sign}”，不是半角逗号",
                       "换成半角逗号加一个空格：, ", (edits,), sure=True)


def unseparated(text: str) -> Iterator[Slip]:
    """No comma at all between the fields inside braces."""
    for line in lines(text):
        if "{" in line.text:
            for found in re.finditer(rf"(?<=[^\s{{,，]) +(?={KNOWN}: )", line.text[line.text.index("{"):]):
                at = line.start + line.text.index("{") + found.start()
                yield Slip(at, "两个字段之间少了逗号", "在它们之间补上半角逗号加一个空格：, ", (((at, at + len(found.group()), ", "),),))


def comma_in_text(text: str) -> Iterator[Slip]:
    """A common comma in a text inside braces, where it ends the field."""
    for line in lines(text):
        if "{" not in line.text:
            continue
        signs = [m for m in _SEGMENT.finditer(line.text, line.text.index("{")) if not _in_list(line.text, m.start())]
        if signs:
            edits = tuple((line.start + m.start(), line.start + m.end(), "，") for m in signs)
            near = line.text[max(0, signs[0].start() - 6):signs[0].end() + 6]
            yield Slip(line.start + signs[0].start(), f"花括号里的内容有半角逗号：“{near}”", "把它换成全角逗号“，”，或给整句加双引号", (edits,))


def _in_list(line: str, at: int) -> bool:
    before = line[:at]
    return before.count("[") > before.count("]") or before.count('"') % 2 == 1


def unbalanced(text: str) -> Iterator[Slip]:
    """A bracket or brace that is opened in a line and not closed, or closed and not opened."""
    rows = list(lines(text))
    across = _across(rows)
    for line in rows:
        if re.search(r"[\[\]{}]", line.text) and line.number not in across:
            yield from _judged(line)


def _across(rows: list[Line]) -> set[int]:
    """The numbers of the lines of what is opened in one of them and closed in a later one, as it should be."""
    across: set[int] = set()
    for i, first in enumerate(rows):
        if first.number in across or first.content.startswith("#") or not _walk(first.text)[0]:
            continue
        whole, those = first.text, [first.number]
        for line in rows[i + 1:i + 1 + _MOST_LINES]:
            if _BEGINS.match(line.text) or not line.content:
                break
            whole, those = f"{whole} {line.text}", [*those, line.number]
            opened, missing, extra = _walk(whole)
            if missing or extra:
                break
            if not opened:
                across.update(those)
                break
    return across


def _judged(line: Line) -> Iterator[Slip]:
    opened, missing, extra = _walk(line.text)
    end = line.start + len(line.text.rstrip())
    if missing:  # closed by the sign of another: [a, b}
        where, sign, begin = missing
        yield Slip(line.start + begin, f"这里的 {sign} 没有关上", f"在它的内容后面补上 {_PAIRS[sign]}",
                   (((line.start + where, line.start + where, _PAIRS[sign]),),))
    elif opened:
        closing = "".join(_PAIRS[line.text[i]] for i in reversed(opened))
        first = opened[-1]
        body = line.text.rstrip()
        inside = len(body) - len(body.rstrip("]}"))
        trials: list[tuple[Edit, ...]] = [((end, end, closing),)]
        if inside:
            trials.append(((end - inside, end - inside, closing),))
        trials.extend(((line.start + m.start(), line.start + m.start(), closing),) for m in re.finditer(rf", *{KNOWN}:", body) if m.start() > first)
        trials.append(tuple((line.start + i, line.start + i + 1, "") for i in opened))
        yield Slip(line.start + first, f"这里的 {line.text[first]} 没有关上", f"在它的内容后面补上 {closing[0]}", tuple(trials))
    for i in extra:
        yield _unopened(line, i)


def _unopened(line: Line, i: int) -> Slip:
    sign = line.text[i]
    front = re.match(r"[ \t]*(?:- +)?", line.text)
    begin = line.start + (front.end() if front else 0)
    other = "{" if sign == "}" else "["
    value = re.search(rf"{FIELD}: +", line.text)
    trials: list[tuple[Edit, ...]] = [((begin, begin, other),), ((line.start + i, line.start + i + 1, ""),)]
    if value:
        trials.insert(0, ((line.start + value.end(), line.start + value.end(), other),))
    return Slip(line.start + i, f"这里的 {sign} 没有对应的 {other}", f"在这一项的开头补上 {other}；多写了就删去 {sign}", tuple(trials))


def _walk(line: str) -> tuple[list[int], tuple[int, str, int] | None, list[int]]:
    """The places left open, the first one closed by another's sign (where, its sign, its place), those never opened."""
    opened: list[int] = []
    extra: list[int] = []
    quote = ""
    for i, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and re.search(r"(?:^|[\s\[{,])$", line[:i]):
            quote = sign
        elif sign in "[{":
            opened.append(i)
        elif sign in "]}":
            if opened and _PAIRS[line[opened[-1]]] == sign:
                opened.pop()
            elif opened and any(_PAIRS[line[j]] == sign for j in opened):
                return [], (i, line[opened[-1]], opened[-1]), []
            else:
                extra.append(i)
    return opened, None, extra


def hash_inside(text: str) -> Iterator[Slip]:
    """` #` inside braces or brackets: the rest of the line, the closing sign too, is a comment."""
    for line in lines(text):
        found = re.search(r"(?<=\S)(?P<sign>[ \t]+#)", line.text)
        if found and re.search(r"[\[{]", line.text[:found.start()]) and re.search(r"[\]},]\s*$", line.text):
            yield _commented(line, found.start("sign"), found.end("sign"))


def _commented(line: Line, start: int, end: int) -> Slip:
    """The slip of a content that has blanks and a # at these places of a line; its cure is the content in quotes, as it is to be written."""
    words = line.text
    begin = max(m.end() for m in _OPENS.finditer(words, 0, end - 1))
    opened = _walk(words[:start])[0]
    stop = (_ENDS if opened and words[opened[-1]] == "{" else _ENDS_IN_LIST).search(words, end)
    last = stop.start() if stop else len(words)
    content = _BLANKS.sub("", words[begin:last])
    trials: list[tuple[Edit, ...]] = [((line.start + start, line.start + end, "#"),)] if begin < start else []
    if '"' not in content:
        trials.insert(0, ((line.start + begin, line.start + last, f'"{content}"'),))
    return Slip(line.start + end - 1, "内容里有空格加 #，后面的字（连同右括号）都成了注释",
                f'给这一句加双引号：\"{content}\"' if '"' not in content else "删去 # 前面的空格", tuple(trials))
