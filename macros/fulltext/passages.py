"""A paragraph of a source: its items and masks, by the convention of the library.

Items are run-in markers of one series (一是 二是, 一要 二要, 首先 其次, 其一 其二, （1）（2）, ① ②, 1. 2. …), in order,
at the start of the paragraph or after 。 ； ：. A mask is one unbroken run of a sign that stands for a
figure or a name (x, ×, *, ○, □, ●, _) or a 某 with what it names; `x-x` are two.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from macros.text.numerals import VAGUE

_DIGITS = "一二三四五六七八九"
_TENS = [*_DIGITS, "十", *(f"十{d}" for d in _DIGITS), "二十"]
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# Marker by marker; where one may be spelled in two ways, both stand there.
_SERIES: tuple[tuple[tuple[str, ...], ...], ...] = (
    *(tuple((f"{n}{word}",) for n in _TENS) for word in ("是", "要", "在于")),
    (("一方面",), ("另一方面", "再一方面")),
    (("首先",), ("其次",), ("再次", "再者", "第三", "最后"), ("最后",)),
    tuple((f"其{n}",) for n in _TENS),
    tuple((f"第{n}步",) for n in _TENS),
    tuple((f"第{n}",) for n in _TENS),
    *(tuple((f"{left}{n}{right}",) for n in _TENS) for left, right in ("（）", "()")),
    *(tuple((f"{left}{n}{right}",) for n in range(1, 30)) for left, right in ("（）", "()")),
    tuple((c,) for c in _CIRCLED),
    tuple(tuple(f"{n}{stop}" for stop in ".．、") for n in range(1, 30)),
)
_BEFORE = r"(?:^|[。；;：:！？!?][”’\"'）)]*)\s*"
# 第一时间, 第二产业, 首先进的, 1.5万: what only begins like a marker. One that ends in a bracket needs nothing after it.
_AFTER = {"第": r"(?=[，,、：:\s]|是|要)", "其": r"(?=[，,、：:\s]|是)", "首": r"(?=[，,、：:\s]|是|要)",
          "1": r"(?=\s*[\u3400-\u9fff“‘《「])"}
_MARKERS = tuple((re.compile(_BEFORE + "(" + "|".join(sorted({re.escape(w) for step in series for w in step}, key=len, reverse=True)) + ")"
                             + _AFTER.get(series[0][0][0], "")), series) for series in _SERIES)

# Not the x of a Latin word, nor the sign between two figures.
_SIGN_MASK = (r"(?<![A-Za-zａ-ｚＡ-Ｚ×])(?!(?<=\d)×\d)[xX×ｘＸ]+(?![A-Za-zａ-ｚＡ-Ｚ])"
              # Stars about words are emphasis, a ring between words a year's zero.
              r"|(?<![*＊])[*＊]+(?=\s{0,3}[\u3400-\u9fff%％‰.．\-—~～，。,、）)])(?![*＊])|(?<![〇○一二三四五六七八九\d])[○◯〇]+(?![〇○一二三四五六七八九\d])"
              r"|(?<![●□■△▲◆◇])[●□■△▲◆◇]++(?=[\u3400-\u9fff%％‰\d.\-—~～])|(?<![A-Za-z0-9_])[_＿]+(?![A-Za-z0-9_])")
_CALLED = "省|市|县|区|州|旗|乡|镇|村|街道|社区|局|部|委|单位|企业|公司|部门|学校|同志|领导|地|组|站|路|小区|庄|镇村"
_NAME_MASK = rf"(?<!某)某+(?:{_CALLED})|(?<!某)某某++|(?<=[\u3400-\u9fff])某(?=[，。、；：）\s]|$)"
_MASK = re.compile(f"{_SIGN_MASK}|{_NAME_MASK}")
# Most texts have none of their signs.
_SIGN = re.compile("[xX×ｘＸ*＊○◯〇●□■△▲◆◇_＿某]")


@dataclass(frozen=True)
class Span:
    """A stretch of a paragraph, from character `start` up to `end`; `text` is the item's marker or the mask."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Passage:
    """One numbered paragraph of a speech: its text, its line in the original, the table rows and the footnotes after it."""

    number: int
    line: int
    text: str
    rows: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @cached_property
    def items(self) -> tuple[Span, ...]:
        return items(self.text)

    @cached_property
    def masks(self) -> tuple[Span, ...]:
        """The masks of the prose; those of a table count with `mask_count`."""
        return masks(self.text)

    @property
    def texts(self) -> tuple[str, ...]:
        """The prose, the rows of its table and its footnotes: what may be quoted from it."""
        return self.text, *self.rows, *self.notes

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """Those of its table, row by row."""
        return tuple(tuple(cell.strip() for cell in row.strip("|").split("|")) for row in self.rows)

    @property
    def mask_count(self) -> int:
        return len(self.masks) + sum(len(masks(row)) for row in self.rows)

    def place(self, offset: int) -> str:
        """The locator (`3`, `3.2`) of a character of the paragraph."""
        inside = [i for i, item in enumerate(self.items, 1) if item.start <= offset]
        return f"{self.number}.{inside[-1]}" if inside else str(self.number)


def items(text: str) -> tuple[Span, ...]:
    """The items of a paragraph; the last one runs to its end. A single marker makes no list."""
    # Most texts have not even the words of a first and a second marker.
    begun = ((pattern, series) for pattern, series in _MARKERS if all(any(word in text for word in step) for step in series[:2]))
    found = [marks for marks in (_marks(text, *of) for of in begun) if len(marks) > 1]
    if not found:
        return ()
    first = min(found, key=lambda marks: marks[0][0])
    ends = [start for start, _ in first[1:]] + [len(text)]
    return tuple(Span(start, end, marker) for (start, marker), end in zip(first, ends, strict=True))


def _marks(text: str, pattern: re.Pattern[str], series: tuple[tuple[str, ...], ...]) -> list[tuple[int, str]]:
    """Where the markers of a series stand, each after the one before it."""
    found: list[tuple[int, str]] = []
    for match in pattern.finditer(text):
        if len(found) < len(series) and match.group(1) in series[len(found)]:
            found.append((match.start(1), match.group(1)))
    return found


def vague(text: str) -> tuple[Span, ...]:
    """The amounts of a text that the source leaves vague (几百, 若干): not masked, and no figures either."""
    return tuple(Span(m.start(), m.end(), m.group()) for m in VAGUE.finditer(text))


def masks(text: str) -> tuple[Span, ...]:
    """The masks of a text, in order."""
    return tuple(Span(m.start(), m.end(), m.group()) for m in _MASK.finditer(text)) if _SIGN.search(text) else ()
