"""Which heading level a Word paragraph has, in English, Chinese and WPS files alike, and which text a style hides."""

import re
from typing import Any

from docx.oxml.ns import qn

from macros.importing.figures import whole

_NAME = re.compile(r"^(?:heading|标题)\s*([1-9])$", re.I)
_TITLES = ("title", "标题", "文档标题")
_BODY_LEVEL = 9


class Styles:
    """The styles of one document: `root` is the part that holds them, or None."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str | None, Any] = {}
        self._levels: dict[str | None, int] = {}
        self._hidden: dict[str | None, bool] = {}
        for style in root.iter(qn("w:style")) if root is not None else ():
            self._styles.setdefault(style.get(qn("w:styleId")), style)

    def heading_level(self, paragraph: Any) -> int:
        """1 for the document's title, 2 for 标题 1, 3 for 标题 2 …; 0 for text.

        The outline level counts before the name of the style, because editors rename styles.
        """
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return 0
        own = _outline_level(properties)
        if own is not None:
            return own
        style = properties.find(qn("w:pStyle"))
        return self._of_style(style.get(qn("w:val"))) if style is not None else 0

    def hidden(self, element: Any, around: bool = False) -> bool:
        """Whether Word shows no text of a run, or of a paragraph's runs that say nothing else; `around`: that of its paragraph."""
        paragraph = element.tag == qn("w:p")
        properties = element.find(qn("w:pPr" if paragraph else "w:rPr"))
        if properties is None:
            return around
        vanish = None if paragraph else properties.find(qn("w:vanish"))
        if vanish is not None:
            return on(vanish)
        style = properties.find(qn("w:pStyle" if paragraph else "w:rStyle"))
        if style is None:
            return around
        return self._vanishes(style.get(qn("w:val"))) or around

    def _vanishes(self, style_id: str | None) -> bool:
        """Whether a style, or the nearest one that it is based on and that says so, hides its text."""
        chain: dict[str | None, None] = {}
        found: bool | None = None
        while found is None and style_id not in chain:
            chain[style_id] = None
            style = self._styles.get(style_id)
            if style_id in self._hidden or style is None:
                found = self._hidden.get(style_id, False)
                break
            runs = style.find(qn("w:rPr"))
            vanish = runs.find(qn("w:vanish")) if runs is not None else None
            found = on(vanish) if vanish is not None else None
            based = style.find(qn("w:basedOn"))
            style_id = based.get(qn("w:val")) if based is not None else None
        self._hidden |= dict.fromkeys(chain, bool(found))
        return bool(found)

    def _of_style(self, style_id: str | None) -> int:
        """The level of a style, or of the nearest one that it is based on and that has one."""
        # Each style is looked at once in a document, however long the chains and however many use them.
        chain: dict[str | None, None] = {}
        level = None
        while level is None and style_id not in chain:
            chain[style_id] = None
            style = self._styles.get(style_id)
            if style_id in self._levels or style is None:
                level = self._levels.get(style_id, 0)
            else:
                level = _named_level(style)
                based = style.find(qn("w:basedOn"))
                style_id = based.get(qn("w:val")) if based is not None else None
        self._levels |= dict.fromkeys(chain, level or 0)
        return level or 0


def on(switch: Any) -> bool:
    """Whether an element that switches something is there and doesn't say off."""
    return switch is not None and switch.get(qn("w:val")) not in ("0", "false", "off")


def _named_level(style: Any) -> int | None:
    name = style.find(qn("w:name"))
    spelled = (name.get(qn("w:val")) or "").strip() if name is not None else ""
    if spelled.lower() in _TITLES:
        return 1
    found = _NAME.match(spelled)
    if found:
        return int(found.group(1)) + 1
    properties = style.find(qn("w:pPr"))
    return _outline_level(properties) if properties is not None else None


def _outline_level(properties: Any) -> int | None:
    element = properties.find(qn("w:outlineLvl"))
    level = whole(element.get(qn("w:val")), -1, 99) if element is not None else -1
    if level < 0:
        return None
    return 0 if level >= _BODY_LEVEL else level + 2
