"""Full-width brackets and braces where YAML wants its own, with the signs between what they hold."""

import re
from collections.abc import Iterator

from macros.reading.slips.slip import FIELD, KNOWN, NAMES, Edit, Line, Slip, lines

_TO = {"［": "[", "］": "]", "【": "[", "】": "]", "〔": "[", "〕": "]", "（": "[", "）": "]", "(": "[", ")": "]", "「": "[", "」": "]",
       "｛": "{", "｝": "}"}
_CLOSING = {"[": "］】〕）)」]", "{": "｝}"}
_OPENS = re.compile(rf"(?:(?P<name>{FIELD})(?P<colon> *[:：] *)|^[ \t]*- *)(?P<open>[［【〔（(｛「\[{{])", re.M)
_NEXT = re.compile(rf" *[,，、；;] *{KNOWN} *[:：]")
_BETWEEN = re.compile(r" *[，、；;､﹐] *")
_COLON = re.compile(rf"(?:^|[{{,，、；;])\s*(?P<name>{KNOWN})(?P<colon> *： *)")
_QUOTES = re.compile("[“”‘’＂]")
_SHORT = re.compile(r"[a-z0-9.\-\s,，、；;､﹐\"'“”‘’＂]*")
# Lists of words that hold no comma themselves.
_WORDS = frozenset({"aliases", "keywords", "members", "synonyms"})


def brackets(text: str) -> Iterator[Slip]:
    """Lines in which an opening or closing sign is no common one; the signs inside are changed with it."""
    for line in lines(text):
        if not any(sign in line.text for sign in _TO):
            continue
        pairs = [pair for found in _OPENS.finditer(line.text) for pair in [_pair(line.text, found)] if pair]
        wrong = sorted(at for _, places in pairs for at in places if line.text[at] in _TO)
        if wrong:
            yield _slip(line, pairs, wrong)


def _pair(line: str, opened: re.Match[str]) -> tuple[re.Match[str], list[int]] | None:
    """The places of an opening sign and of the one that closes it; None where nothing stands in between."""
    begin = opened.start("open")
    kind = _TO.get(line[begin], line[begin])
    after = _NEXT.search(line, begin) if kind == "[" else None
    end = len(line[begin:after.start() if after else len(line)].rstrip()) + begin
    if kind == "[" and not after:  # the braces around close behind it
        while end - 1 > begin and line[end - 1] in _CLOSING["{"]:
            end -= 1
    if end - 1 <= begin:
        return None
    return opened, [begin, *([end - 1] if line[end - 1] in _CLOSING[kind] else [])]


def _slip(line: Line, pairs: list[tuple[re.Match[str], list[int]]], wrong: list[int]) -> Slip:
    signs: list[Edit] = [(at, at + 1, _TO[line.text[at]]) for at in wrong]
    several: list[Edit] = []  # what may be a comma of a sentence as well
    for opened, places in pairs:
        kind = _TO.get(line.text[places[0]], line.text[places[0]])
        inside = line.text[places[0] + 1:places[-1] if len(places) > 1 else len(line.text)]
        signs.extend(_colon(opened, line.text))
        if kind == "{":
            signs.extend(_fields(inside, places[0] + 1))
        elif _SHORT.fullmatch(inside) or NAMES.get(opened.group("name") or "") in _WORDS:
            signs.extend(_items(inside, places[0] + 1))
        else:
            several.extend(_items(inside, places[0] + 1))
    trials = [_moved(signs, line.start), *([_moved([*signs, *several], line.start)] if several else [])]
    pair = "{ }" if _TO[line.text[wrong[0]]] in "{}" else "[ ]"
    if listed := _listed(line.text, pairs):
        trials, pair = [_moved(listed, line.start)], "[ ]"
    more = "；括号里的逗号、冒号、引号也用半角" if len(trials[-1]) > len(wrong) else ""
    return Slip(line.start + wrong[0], f"{line.text[wrong[0]]} 不是半角括号", f"换成半角括号 {pair}{more}", tuple(trials), sure=True)


def _listed(line: str, pairs: list[tuple[re.Match[str], list[int]]]) -> list[Edit]:
    """Braces around ids without any field: a list is meant."""
    if len(pairs) != 1 or len(pairs[0][1]) != 2:
        return []
    opened, (begin, end) = pairs[0]
    inside = line[begin + 1:end]
    if line[begin] not in "｛{" or not _SHORT.fullmatch(inside):
        return []
    return [*_colon(opened, line), (begin, begin + 1, "["), *_items(inside, begin + 1), (end, end + 1, "]")]


def _colon(opened: re.Match[str], line: str) -> list[Edit]:
    if opened.group("name") is None or opened.group("colon") == ": ":
        return []
    return [(*opened.span("colon"), ": ")]


def _fields(inside: str, start: int) -> list[Edit]:
    """Commas and colons between the fields of a pair of braces."""
    return [*((start + m.start("colon"), start + m.end("colon"), ": ") for m in _COLON.finditer(inside) if inside[m.end():m.end() + 1] not in tuple(_TO)),
            *((start + m.start(), start + m.start() + len(sign.group()), ", ") for m in _NEXT.finditer(inside)
              if (sign := re.match(r" *[,，、；;] *", m.group())) and sign.group().strip() != ",")]


def _items(inside: str, start: int) -> list[Edit]:
    """Commas and quotation marks between the items of a list."""
    return [*((start + m.start(), start + m.end(), ", ") for m in _BETWEEN.finditer(inside)),
            *((start + m.start(), start + m.end(), '"') for m in _QUOTES.finditer(inside) if _SHORT.fullmatch(inside))]


def _moved(edits: list[Edit], start: int) -> tuple[Edit, ...]:
    return tuple(sorted({(a + start, b + start, new) for a, b, new in edits}))
