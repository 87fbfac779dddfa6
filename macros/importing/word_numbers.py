"""The numbers that Word writes by itself (一、 （一） 1.): they are no part of a paragraph's text in the file."""

from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

from macros.importing.figures import whole

_CHINESE = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting",
            "taiwaneseCountingThousand", "chineseLegalSimplified", "koreanDigital2"}
_ARABIC = {"decimal", "decimalFullWidth", "decimalZero", "decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
# What Word itself allows.
_DEEPEST, _HIGHEST, _PATTERN_LIMIT = 8, 32767, 255
# Of each level: its kind of number, the text around it, and where it begins.
_Levels = dict[int, tuple[str, str, int]]
_DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """1–99 as 一 … 九十九; other numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


class Numbering:
    """Counts the numbered paragraphs of one document in the order in which they are asked for.

    `numbering` and `styles` are the roots of these parts, or None.
    """

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._of_num: dict[str, _Levels] = {}
        self._of_style: dict[str, tuple[str, int]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if numbering is not None:
            self._read_definitions(numbering)
        for style in styles.iter(qn("w:style")) if styles is not None else ():
            found = _reference(style.find(qn("w:pPr")))
            if found:
                self._of_style[style.get(qn("w:styleId"))] = found

    def _read_definitions(self, root: Any) -> None:
        abstract = {a.get(qn("w:abstractNumId")): _levels(a) for a in root.iter(qn("w:abstractNum"))}
        for num in root.iter(qn("w:num")):
            self._of_num[num.get(qn("w:numId"))] = abstract.get(_value(num, "w:abstractNumId"), {})

    def label(self, paragraph: Any) -> str:
        """The number that Word shows before the paragraph, or "" (bullets have none)."""
        properties = paragraph.find(qn("w:pPr"))
        reference = _reference(properties)
        if reference is None and properties is not None and properties.find(qn("w:pStyle")) is not None:
            reference = self._of_style.get(properties.find(qn("w:pStyle")).get(qn("w:val")))
        num, level = reference or ("", 0)
        levels = self._of_num.get(num, {})
        if level not in levels:
            return ""
        counts = self._counts[num]
        _, pattern, start = levels[level]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._render(num, level, pattern)

    def _render(self, num: str, level: int, pattern: str) -> str:
        for inner in range(level + 1):
            form, _, start = self._of_num[num].get(inner, ("", "", 1))
            number = self._counts[num].get(inner, start)
            if f"%{inner + 1}" not in pattern:
                continue
            if form not in _CHINESE | _ARABIC:
                return ""
            pattern = pattern.replace(f"%{inner + 1}", chinese(number) if form in _CHINESE else str(number))
        return pattern if any(c.isalnum() for c in pattern) else ""


def _levels(definition: Any) -> _Levels:
    found: _Levels = {}
    for level in definition.iter(qn("w:lvl")):
        number = whole(level.get(qn("w:ilvl"), "0"), -1, _DEEPEST)
        pattern = _value(level, "w:lvlText")
        if number >= 0 and len(pattern) <= _PATTERN_LIMIT:
            found[number] = (_value(level, "w:numFmt"), pattern, whole(_value(level, "w:start"), 1, _HIGHEST))
    return found


def _reference(properties: Any) -> tuple[str, int] | None:
    number = properties.find(qn("w:numPr")) if properties is not None else None
    if number is None:
        return None
    num, level = _value(number, "w:numId"), _value(number, "w:ilvl")
    return (num, whole(level, 0, _DEEPEST)) if num and num != "0" else None


def _value(element: Any, name: str) -> str:
    child = element.find(qn(name))
    return (child.get(qn("w:val")) or "") if child is not None else ""
