"""The empty Word document in the layout of GB/T 9704, made once a build.

The browser writes paragraphs and tables in its styles and packs the file (`core/word.js`), so an entry costs
nothing here. The document travels as its parts in a script: XML texts by their names in the package.
"""

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any

from macros.exports.records import dumps
from macros.library.graph import Graph

ADDRESS = "assets/data/word-template.js"

# What the browser puts its own values in the place of.
TITLE_SLOT = "@title@"
DATE_SLOT = "2000-01-01T00:00:00Z"

SONG, FANGSONG, HEI, KAI = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312"
TITLE_FONT = "方正小标宋简体"

# What a machine without the font shows instead: Windows has 仿宋 and 楷体 where older systems had the GB2312 ones.
SUBSTITUTES = {TITLE_FONT: "小标宋,华文中宋,STZhongsong,Noto Serif CJK SC", FANGSONG: "仿宋,FangSong,STFangsong",
               KAI: "楷体,KaiTi,STKaiti", HEI: "SimHei,Noto Sans CJK SC", SONG: "SimSun,Noto Serif CJK SC"}

# Margins and the distance of the page number, in millimetres; sizes and line pitch in points.
MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26, "footer_distance": 23}
TITLE_SIZE, BODY_SIZE, NUMBER_SIZE, SOURCE_SIZE, TABLE_SIZE, ASIDE_SIZE = 22, 16, 14, 10.5, 9, 12
LINE, TITLE_LINE, SOURCE_LINE, TABLE_LINE, ASIDE_LINE = 28, 36, 16, 12, 20

_STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Footer",
           "Default Paragraph Font", "Normal Table", "No List")
# Parts of python-docx's own template that an empty document does not need.
_DROPPED = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml", "numbering", "webSettings")


def files(graph: Graph) -> Mapping[str, str]:
    """The script with the template, the same for every library. Needs python-docx (the extra `office`)."""
    return {ADDRESS: script()}


@cache
def script() -> str:
    """The template as a script, made once a process."""
    return f"(window.KB_DATA=window.KB_DATA||{{}}).wordTemplate={dumps(parts()).decode()};\n"


def parts() -> dict[str, str]:
    """The package's parts by name, each an XML text, in a stable order."""
    out = io.BytesIO()
    _document().save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def _document() -> Any:
    import datetime

    from docx import Document

    document = Document()
    _drop_parts(document)
    _styles(document)
    _fonts(document)
    _page(document)
    _page_numbers(document)
    _settings(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = TITLE_SLOT, "市县政协实践库", ""
    properties.last_modified_by, properties.language = "", "zh-CN"
    properties.created = properties.modified = datetime.datetime.fromisoformat(DATE_SLOT)
    return document


def _drop_parts(document: Any) -> None:
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if any(relation.reltype.endswith(name) for name in _DROPPED):
                del owner.rels[key]


def _styles(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn

    for style in list(document.styles):
        if style.name not in _STYLES:
            style.delete()
    defaults = document.styles.element.find(qn("w:docDefaults"))
    defaults.getparent().remove(defaults)
    _style(document, "Normal", FANGSONG, BODY_SIZE, LINE, align=WD_ALIGN_PARAGRAPH.JUSTIFY, indent=True)
    _style(document, "Title", TITLE_FONT, TITLE_SIZE, TITLE_LINE, align=WD_ALIGN_PARAGRAPH.CENTER)
    for level, font in enumerate((HEI, KAI, FANGSONG), 1):
        heading = _style(document, f"Heading {level}", font, BODY_SIZE, LINE,
                         align=WD_ALIGN_PARAGRAPH.LEFT, indent=True, level=level)
        heading.font.bold = level == 3
    _style(document, "Footer", SONG, NUMBER_SIZE, None)
    _memo_styles(document)


def _memo_styles(document: Any) -> None:
    """What a memo has besides: the line with its date, the table with its caption, the list of sources."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    center, left = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
    for name, font, size, line, align, keep in (
            ("Memo Date", KAI, NUMBER_SIZE, LINE, center, True), ("Memo Caption", HEI, SOURCE_SIZE, LINE, center, True),
            ("Table Head", HEI, TABLE_SIZE, TABLE_LINE, center, False), ("Table Text", SONG, TABLE_SIZE, TABLE_LINE, left, False),
            ("Memo Aside", KAI, ASIDE_SIZE, ASIDE_LINE, WD_ALIGN_PARAGRAPH.JUSTIFY, False),
            ("Memo Source", FANGSONG, SOURCE_SIZE, SOURCE_LINE, WD_ALIGN_PARAGRAPH.JUSTIFY, False)):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style = _style(document, name, font, size, line, align=align, indent=name == "Memo Aside")
        style.base_style = document.styles["Normal"]
        style.paragraph_format.keep_with_next = keep or None


def _style(document: Any, name: str, font: str, size: float, line: int | None, *,
           align: Any = None, indent: bool = False, level: int | None = None) -> Any:
    """The style `name` with nothing of its old looks."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn

    style = document.styles[name]
    for tag in ("w:rPr", "w:pPr", "w:link"):
        for old in style.element.findall(qn(tag)):
            style.element.remove(old)
    # Quotes and dashes belong to both scripts: with one font for both they keep it in every program.
    style.font.name, style.font.size = font, _points(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    layout = style.paragraph_format
    layout.space_before = layout.space_after = _points(0)
    layout.alignment = align
    if line is None:
        layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    else:
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, _points(line)
    # Two characters, whatever their size; the twips beside it are for programs that do not count characters.
    layout.first_line_indent = _points(2 * size) if indent else _points(0)
    style.element.pPr.ind.set(qn("w:firstLineChars"), "200" if indent else "0")
    if level:
        layout.keep_with_next = True
        _child(style.element.pPr, "w:outlineLvl", {"w:val": str(level - 1)})
    _child(style.element.rPr, "w:lang", {"w:val": "en-US", "w:eastAsia": "zh-CN"})
    return style


def _fonts(document: Any) -> None:
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import OxmlElement

    fonts = OxmlElement("w:fonts")
    for name, others in SUBSTITUTES.items():
        font = _child(fonts, "w:font", {"w:name": name})
        _child(font, "w:altName", {"w:val": others})
        _child(font, "w:charset", {"w:val": "86"})
        _child(font, "w:family", {"w:val": "modern" if name == HEI else "roman"})
        _child(font, "w:pitch", {"w:val": "auto"})
    table = next(r.target_part for r in document.part.rels.values() if r.reltype.endswith("/fontTable"))
    table._blob = serialize_part_xml(fonts)


def _page(document: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, millimetres in MARGINS.items():
        setattr(section, name, Mm(millimetres))
    # The line pitch is that of the styles, not of a grid.
    grid = section._sectPr.find(qn("w:docGrid"))
    grid.getparent().remove(grid)


def _settings(document: Any) -> None:
    """What python-docx's template says of its own author's machine gives way to Chinese."""
    from docx.oxml.ns import qn

    settings = document.settings.element
    settings.remove(settings.find(qn("w:zoom")))
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")


def _page_numbers(document: Any) -> None:
    """— 1 —: on the right of odd pages, on the left of even ones, a character from the edge."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, align, side in ((section.footer, WD_ALIGN_PARAGRAPH.RIGHT, "right_indent"),
                                (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT, "left_indent")):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style, paragraph.alignment = document.styles["Footer"], align
        setattr(paragraph.paragraph_format, side, _points(NUMBER_SIZE))
        _run(paragraph, "— ")
        _field(paragraph, "PAGE")
        _run(paragraph, " —")


def _run(paragraph: Any, text: str = "") -> Any:
    from docx.oxml.ns import qn

    run = paragraph.add_run(text)
    # Dashes belong to both scripts; the hint keeps them in the Chinese font.
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    return run


def _field(paragraph: Any, instruction: str) -> None:
    for kind in ("begin", None, "separate", "1", "end"):
        run = _run(paragraph, kind if kind == "1" else "")
        if kind is None:
            _child(run._r, "w:instrText", {"xml:space": "preserve"}).text = f" {instruction} "
        elif kind != "1":
            _child(run._r, "w:fldChar", {"w:fldCharType": kind})


def _child(parent: Any, tag: str, attributes: Mapping[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    child = OxmlElement(tag)
    for name, value in attributes.items():
        child.set(qn(name), value)
    parent.append(child)
    return child


def _points(value: float) -> Any:
    from docx.shared import Pt

    return Pt(value)
