"""Quotation marks: Chinese ones where the common ones belong, one left open, one closed in the middle."""

import re
from collections.abc import Iterator
from itertools import pairwise

from macros.reading.slips.slip import FIELD, Edit, Slip, lines

_OPENING, _CLOSING = "“”„‟＂「『‘’", "“”‟＂」』‘’"
# A value, or an item of a list, in a pair of which one at least is no common mark.
_PAIR = re.compile(rf"(?:: +|^[ \t]*- +|[\[,，［【] *)(?P<open>[\"'{_OPENING}])(?P<words>[^\"'{_OPENING}{_CLOSING}\n]*)(?P<close>[\"'{_CLOSING}])"
                   r"(?= *(?:[,，、\]}］】｝\r]|$))", re.M)
# A value that begins with a common mark.
_BEGUN = re.compile(rf"(?:^[ \t]*(?:- +)?(?:{FIELD}: +)?|[{{,] *{FIELD}: +|[\[,] *)(?P<mark>[\"'])", re.M)
_LINK = re.compile(r"\[\[[^\[\]]+\]\]")
# What joins words that are quoted one by one, and several of them with blanks alone between.
_JOINED = re.compile("[、和与及或]?|以及|或者")
_SEVERAL = re.compile(r"\"[^\"]*\"(?:\s+\"[^\"]*\")+")


def chinese(text: str) -> Iterator[Slip]:
    """Chinese quotation marks around an id, a locator or a text that needs common ones."""
    for found in _PAIR.finditer(text):
        if found.group("open") == found.group("close") and found.group("open") in "\"'":
            continue
        words = found.group("words")
        # An id needs no marks; a locator is a number without them.
        mark = "" if re.fullmatch(r"[a-z][a-z0-9-]*", words) else '"'
        edits = ((found.start("open"), found.end("open"), mark), (found.start("close"), found.end("close"), mark))
        # Whoever writes a link in a sentence is told to put marks around it; around a link alone they may be those of the name.
        typed = found.group("open") + found.group("close") == "“”" and bool(_LINK.search(words)) and not _LINK.fullmatch(words)
        cure = f'换成半角双引号："{words}"' if mark else f"不用引号，写成 {words}"
        if mark and found.group("open") == "“" and not re.fullmatch(r"[0-9.]+", words):
            cure += f'；“ ”本来就在内容里的，外面再加一对："“{_cut(words)}”"'
        yield Slip(found.start("open"), f"{found.group('open')}{words}{found.group('close')} 的引号不是半角引号", cure, (edits,),
                   sure=typed or bool(re.fullmatch(r"[a-z0-9.-]+", words)))


def part(text: str) -> Iterator[Slip]:
    """Only the beginning of a text in quotation marks: what stands behind the second one is no text to YAML."""
    for line in lines(text):
        for found in _BEGUN.finditer(line.text):
            mark = found.group("mark")
            close = line.text.find(mark, found.end())
            after = line.text[close + 1:] if close > 0 else ""
            if not after.strip() or re.match(r" *(?:[,\]}:]| #)", after):
                continue
            value, at = _value(line.text, found), line.start + found.start("mark")
            marks = [m.start() for m in re.finditer(mark, value)]
            edits = tuple((at + i, at + i + 1, "“”"[n % 2]) for n, i in enumerate(marks))
            better = "".join("“”"[marks.index(i) % 2] if i in marks else c for i, c in enumerate(value))
            if _whole(value, marks):
                yield _both(at, value, marks, better, edits)
            elif len(marks) % 2 == 0:
                items = line.content.startswith("- ") and _SEVERAL.fullmatch(value)
                yield Slip(at, f"引号只括住了前半句：{_cut(value)}",
                           f"是两项，后一项另起一行、前面写 - ；是一项，引号换成中文引号：{_cut(better)}" if items else
                           f"引号换成中文引号：{_cut(better)}，或用引号括住整句",
                           (edits,), sure=mark == '"' and not _SEVERAL.fullmatch(value))
            else:
                yield _odd(at, mark, value, marks)


def _whole(value: str, marks: list[int]) -> bool:
    """Whether the marks at both ends may hold the whole value, with pairs of them inside; words that are only joined are quoted one by one."""
    between = [value[a + 1:b].strip() for a, b in pairwise(marks)][1::2]
    return len(marks) > 2 and len(marks) % 2 == 0 and marks[-1] == len(value) - 1 and not all(_JOINED.fullmatch(words) for words in between)


def _both(at: int, value: str, marks: list[int], apart: str, edits: tuple[Edit, ...]) -> Slip:
    """The slip of a value in marks, with the same marks inside: they may be meant for single words as well."""
    signs = {i: "“”"[n % 2] for n, i in enumerate(marks[1:-1])}
    whole = "".join(signs.get(i, c) for i, c in enumerate(value))
    inner = tuple((at + i, at + i + 1, sign) for i, sign in signs.items())
    return Slip(at + marks[1], f"整句的引号里面又用了 {value[0]}：{_cut(value)}",
                f"里面的 {value[0]} 换成中文引号“ ”，写成 {_cut(whole)}；本来是分开引用的，写成 {_cut(apart)}", (inner, edits))


def _odd(at: int, mark: str, value: str, marks: list[int]) -> Slip:
    """A mark at the beginning that nothing closes, before words in a pair of them; which of the marks is one too many, a person sees."""
    if item := re.match(rf"{mark}(?P<words>[^,，{mark}]+)(?=[,，] *{mark})", value):  # of a list the first alone is not closed
        end = at + item.end()
        return Slip(at, f"引号 {mark} 没有关上：{_cut(value)}", f"在逗号前面补上引号，写成 {item.group()}{mark}", (((end, end, mark),),))
    pairs = {i: "“”"[n % 2] for n, i in enumerate(marks[1:])}
    better = "".join(pairs.get(i, c) for i, c in enumerate(value) if i)
    edits = ((at, at + 1, ""), *((at + i, at + i + 1, sign) for i, sign in pairs.items()))
    return Slip(at, f"引号 {mark} 不成对，一共 {len(marks)} 个：{_cut(value)}", f"删去开头的引号，里面的引号换成中文引号：{_cut(better)}", (edits,))


def _value(line: str, found: re.Match[str]) -> str:
    """The value that begins with a mark, to the end of the line or of the braces."""
    rest = line[found.start("mark"):].rstrip()
    if re.match(r"[ \t]*(?:- +)?(?:\{|.*\[)", line[:found.start("mark")]):
        end = re.search(rf", *{FIELD}:|\}}$|\]\}}?$", rest)
        return rest[:end.start()] if end else rest
    return rest


def left_open(text: str) -> Iterator[Slip]:
    """A quotation mark that is not closed in its line."""
    for line in lines(text):
        for found in _BEGUN.finditer(line.text):
            mark, rest = found.group("mark"), line.text[found.end():]
            if mark in rest.replace("\\" + mark, ""):
                continue
            at = line.start + found.start("mark")
            end = line.start + len(line.text.rstrip())
            ends = [end, *(line.start + m.start() for m in re.finditer(rf"[\]}}]+$|, *{FIELD}:|\}}", line.text) if m.start() > found.start("mark"))]
            last = re.search(r"[”＂’]", rest)
            swapped = ((line.start + found.end() + last.start(), line.start + found.end() + last.end(), mark),) if last else None
            adding = tuple(((i, i, mark),) for i in ends)
            yield Slip(at, f"引号 {mark} 没有关上：{_cut(line.text[found.start('mark'):])}",
                       _closing(mark, rest),
                       (*((swapped,) if swapped else ()), *adding, ((at, at + 1, ""),)))


def _closing(mark: str, rest: str) -> str:
    """What to write where a mark is not closed: in brackets it belongs in front of the sign that closes them, or of the next field."""
    inside = re.search(rf", *{FIELD}:|[\]}}]+ *$", rest)
    words = rest[:inside.start()] if inside else ""
    return (f"在 {inside.group().strip()[0]} 前面补上引号，写成 {mark}{_cut(words)}{mark}" if inside and words
            else f"在这一句末尾补上同样的引号 {mark}，或删去开头的引号")


def closed_only(text: str) -> Iterator[Slip]:
    """A quotation mark inside a text in quotation marks of the same kind."""
    for line in lines(text):
        found = re.match(rf"[ \t]*(?:- +)?{FIELD}: +(\")(?P<words>.*)(\")[ \t]*$", line.text)
        if found and '"' in found.group("words").replace('\\"', ""):
            at = line.start + found.start("words")
            marks = [m.start() for m in re.finditer('"', found.group("words"))]
            edits = tuple((at + i, at + i + 1, "“”"[n % 2]) for n, i in enumerate(marks))
            yield Slip(at + marks[0], f"整句的引号里面又用了半角引号：{_cut(line.text[found.start(1):])}", "里面的引号换成中文引号“”", (edits,))


def _cut(words: str) -> str:
    return words if len(words) <= 24 else words[:24] + "……"
