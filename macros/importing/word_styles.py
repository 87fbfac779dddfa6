"""Which heading level a Word paragraph has, in English, Chinese and WPS files alike."""

import re
from typing import Any

from docx.oxml.ns import qn

_NAME = re.compile(r"^(?:heading|标题)\s*([1-9])$", re.I)
_TITLES = ("title", "标题", "文档标题")
_BODY_LEVEL = 9


def heading_level(paragraph: Any, document: Any) -> int:
    """1 for the document's title, 2 for 标题 1, 3 for 标题 2 …; 0 for text.

    The outline level counts before the name of the style, because editors rename styles.
    """
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return 0
    outline = _outline(properties)
    if outline is not None:
        return 0 if outline >= _BODY_LEVEL else outline + 2
    style_id = properties.find(qn("w:pStyle"))
    return _style_level(document, style_id.get(qn("w:val"))) if style_id is not None else 0


def _style_level(document: Any, style_id: str | None) -> int:
    seen: set[str] = set()
    while style_id and style_id not in seen:
        seen.add(style_id)
        style = next((s for s in document.styles.element.iter(qn("w:style")) if s.get(qn("w:styleId")) == style_id), None)
        if style is None:
            return 0
        name = style.find(qn("w:name"))
        spelled = (name.get(qn("w:val")) or "").strip() if name is not None else ""
        if spelled.lower() in _TITLES:
            return 1
        found = _NAME.match(spelled)
        if found:
            return int(found.group(1)) + 1
        properties = style.find(qn("w:pPr"))
        outline = _outline(properties) if properties is not None else None
        if outline is not None:
            return 0 if outline >= _BODY_LEVEL else outline + 2
        based = style.find(qn("w:basedOn"))
        style_id = based.get(qn("w:val")) if based is not None else None
    return 0


def _outline(properties: Any) -> int | None:
    element = properties.find(qn("w:outlineLvl"))
    value = element.get(qn("w:val")) if element is not None else None
    return int(value) if value and value.isdigit() else None
