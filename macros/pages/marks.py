"""Entry text as HTML: escaped, with the masks of the source marked."""

import re

from markupsafe import Markup, escape

# A run of x that stands where a digit or a name was: beside a Chinese character, a plus or
# hyphen between two, or a quotation mark. `x` in Latin words or code is left alone.
_MASK = re.compile(r"(?<![A-Za-z0-9])x+(?![A-Za-z0-9])")
_BESIDE = re.compile(r"[\u4e00-\u9fff+\-“”·]")
_NARROW_COMMA = re.compile("(?<=[\u4e00-\u9fff”）]),(?=[\u4e00-\u9fff“（])")


def masked(value: str) -> Markup:
    """Escaped text in which every mask of the source is marked as 原文隐去.

    A half-width comma between Chinese characters, as web pages have it, is shown full-width.
    """
    if "," in value:
        value = _NARROW_COMMA.sub("，", value)
    if "x" not in value:
        return escape(value)
    out, end = "", 0
    for match in _MASK.finditer(value):
        around = value[max(0, match.start() - 1):match.start()] + value[match.end():match.end() + 1]
        if _BESIDE.search(around):
            out += str(escape(value[end:match.start()])) + _mark(match.group())
            end = match.end()
    return Markup(out) + escape(value[end:])  # noqa: S704 - escaped, but for the marks


# Beside the mark, for who rests on it (page/legend.js has the same).
EXPLAINED = "原文在这里用 x 遮住了数或名称，照抄，不猜，也不当作零"


def _mark(mask: str) -> str:
    """An image with a name: screen readers say it, a copy into Word keeps the plain x."""
    return f'<span class="kb-mask" role="img" aria-label="{mask}，原文隐去" title="原文隐去：{EXPLAINED}">{mask}</span>'
