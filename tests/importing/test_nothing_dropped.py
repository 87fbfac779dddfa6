"""Every line of a file is in its text or in a list of what was left out, whole, with the reason; and can be kept.

Files of every format are made at random from lines that each say their own number.
"""

import ast
import io
import random
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from macros.fulltext.lines import key
from macros.importing import from_docx, from_html, from_markdown, from_text
from macros.importing.division.reading import Wish, divided

PACKAGE = Path(from_docx.__file__).parent
KINDS = ("title", "unit", "date", "said", "said", "said", "open", "heading", "numbered", "row", "note", "site", "page", "greeting", "rule", "hidden", "spaced")
SHAPES = {
    "title": "渡口议事棚之记{n}号", "unit": "青渡第{n}县政协", "date": "2024年5月{n}日", "said": "第{n}个渡口的人都来了，当面问，问了就有回音。",
    "open": "第{n}件事还要一年一年做下去", "heading": "先找第{n}处地方", "numbered": "一、先找第{n}处地方", "row": "乡{n}", "note": "第{n}个数由办公室统计。",
    "site": "扫码关注第{n}个公众号", "page": "— {n} —", "greeting": "各位领导、第{n}组的同志们：", "rule": "主持人：下面请第{n}位发言。", "hidden": "内部掌握第{n}条",
    "spaced": "议 事 棚 第 {n}",
}


def lines(seed):
    """Kinds and words of a file of up to 30 lines; each kind with a number of its own."""
    chance = random.Random(seed)  # noqa: S311
    return [(kind, SHAPES[kind].format(n=100 + i)) for i, kind in enumerate(chance.choices(KINDS, k=chance.randint(1, 30)))]


def as_text(made):
    return "\n".join(f"| {text} | 3 |" if kind == "row" else f"[^{i}]: {text}" if kind == "note" else text
                     for i, (kind, text) in enumerate(made) if kind != "hidden").encode()


def as_markdown(made):
    return b"\n\n".join(b"| \xe4\xb9\xa1 | 3 |\n|---|---|\n" + f"| {text} | 3 |".encode() if kind == "row" else f"<!-- {text} -->".encode() if kind == "hidden"
                        else (f"[^{i}]: {text}" if kind == "note" else f"## {text}" if kind == "heading" else text).encode()
                        for i, (kind, text) in enumerate(made))


def as_html(made):
    tags = {"heading": "<h2>{}</h2>", "row": "<table><caption>表</caption><tr><td>{}</td><td>3</td></tr></table>", "site": "<nav>{}</nav>",
            "hidden": '<p style="display: none">{}</p>', "greeting": "<div>{}<br></div>", "numbered": "<ol>{}<li>甲</li></ol>"}
    body = "".join(tags.get(kind, "<p>{}</p>").format(text) for kind, text in made)
    return f"<html><body><header>站名</header>{body}<footer>版权所有</footer></body></html>".encode()


def as_word(made):
    document = docx.Document()
    for kind, text in made:
        if kind == "row":
            table = document.add_table(1, 2)
            table.cell(0, 0).text, table.cell(0, 1).text = text, "3"
        elif kind == "hidden":
            document.add_paragraph("看得见。").add_run(text).font.hidden = True
        elif kind == "note":
            document.element.body.insert(len(document.element.body) - 1, parse_xml(
                f'<w:p {nsdecls("w")}><w:r><w:t>看得见。</w:t></w:r><w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>'))
        else:
            document.add_paragraph(text, style="Heading 2" if kind == "heading" else None)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


FORMATS = {"txt": (as_text, from_text.document), "md": (as_markdown, from_markdown.document),
           "html": (as_html, from_html.document), "docx": (as_word, from_docx.document)}


def inside(read):
    """The words of all that the speeches hold, line by line."""
    for speech in read.collection.speeches:
        yield speech.title
        for section in speech.sections:
            yield section.heading or ""
            for passage in section.passages:
                yield passage.text
                yield from passage.rows


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("seed", range(60))
def test_every_line_is_in_the_text_or_in_a_list(kind, seed):
    write, read = FORMATS[kind]
    made = lines(seed)
    document = read(write(made))
    found = divided(document.text)
    told = [*inside(found), *(line.text for line in (*found.left_out, *document.unseen))]
    told = [key(words) for words in told]
    missing = [text for which, text in made if not (kind == "txt" and which == "hidden") and not any(key(text) in words for words in told)]
    assert missing == []
    assert all(line.why and line.text and line.number > 0 for line in (*found.left_out, *document.unseen))


@pytest.mark.parametrize("seed", range(40))
def test_every_line_left_out_can_be_kept(seed):
    text = from_text.document(as_text(lines(seed))).text
    for line in divided(text).left_out:
        kept = divided(text, Wish(keep=(line.number,)))
        assert line.number not in [other.number for other in kept.left_out]
        assert any(key(line.text) in key(words) for words in inside(kept))


def test_readers_know_nothing_of_speeches_and_the_division_nothing_of_formats():
    def imported(file):
        tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        return {node.module or "" for node in tree if isinstance(node, ast.ImportFrom)} | {
            f"{node.module}.{alias.name}" for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)
            for alias in node.names}
    readers = [*PACKAGE.glob("from_*.py"), *PACKAGE.glob("word_*.py"), PACKAGE / "office.py", PACKAGE / "document.py"]
    division = [*(PACKAGE / "division").glob("*.py")]
    assert len(readers) > 8 and len(division) > 7
    for file in readers:
        assert [name for name in imported(file) if "division" in name or "segments" in name or "fulltext" in name] == [], file.name
    for file in division:
        own = {name for name in imported(file) if name.startswith("macros.importing") and not name.startswith("macros.importing.division")}
        assert own <= {"macros.importing.document", "macros.importing.document.LeftOut",
                       "macros.importing.refused", "macros.importing.refused.Refused"}, file.name


@pytest.mark.parametrize("text", [
    "| 会议 | 地点 |\n| 一 | 村口 |\n\n渡口有了议事棚\n\n{0}\n\n| 乡 | 数 |\n| 甲 | 3 |\n\n{0}\n",
    "渡口有了议事棚\n\n一、先看数\n\n| 乡 | 数 |\n| 甲 | 3 |\n\n二、再看事\n\n| 乡 | 事 |\n| 甲 | 修路 |\n\n{0}\n",
    "渡口有了议事棚\n\n| 乡 | 数 |\n| 甲 | 3 |\n\n各位领导：\n\n{0}\n\n青渡县政协\n\n| 附 | 表 |\n",
    "一尺子量到底\n\n青渡县政协\n\n{0}\n\n| 乡 | 数 |\n\n渡口有了议事棚\n\n白榆市政协\n\n| 乡 | 数 |\n| 乙 | 4 |\n\n{0}\n\n| 丙 | 5 |\n",
])
def test_every_row_of_a_table_has_a_place_or_is_listed(text):
    text = text.format("我们把办公桌搬到了渡口，来的人可以当面问，问了就有回音。")
    found = divided(text)
    rows = [line for line in text.splitlines() if line.startswith("|")]
    kept = [row for speech in found.collection.speeches for p in speech.passages for row in p.rows]
    told = [p.text for speech in found.collection.speeches for p in speech.passages if "　" in p.text]
    left = [line.text for line in found.left_out if line.text.startswith("|")]
    assert sorted([*kept, *left, *(f"| {t.replace('　', ' | ')} |" for t in told)]) == sorted(rows)
