"""Writes docs/contributing/lian-xi.docx: the invented speech that the guide's ten minutes begin with.

Run `python -m tools.practice_speech` after a change of the text; the guide shows the sha256 of it.
"""

import io
from pathlib import Path

import docx

from macros.runtime import writing

FILE = Path(__file__).resolve().parent.parent / "docs" / "contributing" / "lian-xi.docx"

TITLE = "搭好板凳听民声 把协商送到村口"
# Heading level (0 for a paragraph) and text.
BODY = (
    (0, "青禾县政协"),
    (0, "各位领导、同志们："),
    (0, "青禾县是xx市的一个农业县，全县有x个乡镇。这些年，县政协围着群众身边的事开展协商，现把有关情况汇报如下。"),
    (1, "一、把会场搬到村口"),
    (0, "去年以来，县政协开办了“板凳议事会”。一是由乡镇政协联络组召集，每月第一个周六在村文化广场开会，村民自己带板凳来。"
        "二是议题由村民投票选出，一次只议一件事。三是议定的事由委员跟踪三个月，结果写进村务公开栏。"
        "目前已召开x次，办成小事37件。"),
    (1, "二、让委员走上讲台"),
    (0, "正在全县推行委员讲堂。每个季度由一个界别承办，委员轮流主讲，农技、卫生、法律界别的委员还到村里去讲。"),
    (1, "三、下一步打算"),
    (0, "拟建立“民情快递”机制。委员收到的意见当天登记，三天之内转给有关部门，办理结果由县政协提案委员会每月汇总一次。"),
)


def write(file: Path) -> None:
    document = docx.Document()
    document.core_properties.author = "练习"
    document.core_properties.title = TITLE
    document.add_heading(TITLE, 0)
    for level, text in BODY:
        if level:
            document.add_heading(text, level)
        else:
            document.add_paragraph(text)
    content = io.BytesIO()
    document.save(content)
    writing.replace(file, content.getvalue())


if __name__ == "__main__":
    write(FILE)
