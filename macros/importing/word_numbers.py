"""The numbers that Word writes by itself (一、 （一） 1.): they are no part of a paragraph's text in the file."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from docx.oxml.ns import qn

from macros.importing.figures import whole

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


def _of(signs: str) -> Callable[[int], str]:
    """One sign for each number; digits beyond."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb … as Word goes on."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 260 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 400:
        return str(number)
    found = ""
    for value, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        found += sign * (number // value)
        number %= value
    return found


_CIRCLED = _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_IN_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
               "koreanDigital2")
_WRITTEN: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(_IN_CHINESE, chinese),
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: chinese(number).translate(str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "decimal": str,
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalZero": lambda number: f"{number:02}",
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _CIRCLED),
    "decimalEnclosedParen": lambda number: f"({number})",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


class Numbering:
    """Counts the numbered paragraphs of one document in the order in which they are asked for.

    `numbering` and `styles` are the roots of these parts, or None.
    """

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._of_num: dict[str, _Levels] = {}
        self._of_style: dict[str, tuple[str, int]] = {}
        # Lists of one definition count on, whatever their own number, but where one of them begins anew.
        self._list: dict[str, str] = {}
        self._anew: dict[str, dict[int, int]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for style in styles.iter(qn("w:style")) if styles is not None else ():
            found = _reference(style.find(qn("w:pPr")))
            if found:
                self._of_style[style.get(qn("w:styleId"))] = found
        if numbering is not None:
            self._read_definitions(numbering)

    def _read_definitions(self, root: Any) -> None:
        definitions = {a.get(qn("w:abstractNumId")): a for a in root.iter(qn("w:abstractNum"))}
        levels = {name: _levels(definition) for name, definition in definitions.items()}
        of = {num.get(qn("w:numId")): _value(num, "w:abstractNumId") for num in root.iter(qn("w:num"))}
        for num in root.iter(qn("w:num")):
            own = name = of[num.get(qn("w:numId"))]
            # A definition may only name the style that has another one.
            linked = _value(definitions[name], "w:numStyleLink") if name in definitions else ""
            if linked in self._of_style:
                name = of.get(self._of_style[linked][0], name)
            self._of_num[num.get(qn("w:numId"))] = {**levels.get(name, {}), **_levels(num)}
            self._list[num.get(qn("w:numId"))] = f"definition {own}"
            self._anew[num.get(qn("w:numId"))] = _overrides(num)

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
        counts = self._counts[self._list[num]]
        _, pattern, start = levels[level]
        anew = self._anew[num].pop(level, None)
        counts[level] = anew if anew is not None else counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return self._render(num, level, pattern)

    def _render(self, num: str, level: int, pattern: str) -> str:
        for inner in range(level + 1):
            form, _, start = self._of_num[num].get(inner, ("", "", 1))
            number = self._counts[self._list[num]].get(inner, start)
            if f"%{inner + 1}" not in pattern:
                continue
            if form not in _WRITTEN:
                return ""
            pattern = pattern.replace(f"%{inner + 1}", _WRITTEN[form](number))
        return pattern if any(c.isalnum() for c in pattern) else ""


def _levels(definition: Any) -> _Levels:
    found: _Levels = {}
    for level in definition.iter(qn("w:lvl")):
        number = whole(level.get(qn("w:ilvl"), "0"), -1, _DEEPEST)
        pattern = _value(level, "w:lvlText")
        if number >= 0 and len(pattern) <= _PATTERN_LIMIT:
            found[number] = (_value(level, "w:numFmt"), pattern, whole(_value(level, "w:start"), 1, _HIGHEST))
    return found


def _overrides(num: Any) -> dict[int, int]:
    """At which number a list begins anew, by level."""
    found = {}
    for override in num.iter(qn("w:lvlOverride")):
        start = whole(_value(override, "w:startOverride"), -1, _HIGHEST)
        if start >= 0:
            found[whole(override.get(qn("w:ilvl")), 0, _DEEPEST)] = start
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
