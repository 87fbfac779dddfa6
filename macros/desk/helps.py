"""What an import writes into a draft as help for whoever fills it in: it goes when everything is decided, what a person wrote stays."""

import re
from collections.abc import Iterator

from macros.editing.yaml_text import choices
from macros.importing.drafts import HEAD
from macros.model import describe
from macros.model.fields import Model, fields_of
from macros.model.kinds import KINDS
from macros.model.vocabulary import Form, Status
from macros.reading.document import Document, parse

_LINE = re.compile(r"[ \t]*# (?P<said>.*)")
# What is said besides of a name, of a practice's parts, of a paragraph; not where a full text comes from and what was said when it came.
_SAID = re.compile("|".join((
    "先看：", "同一处还有“.*不是一回事就另建一个文件$", "名称取自原文；不是一个可以学的做法，就删去本文件$", f"类型：{re.escape(choices(Form))}", f"进展：{re.escape(choices(Status))}",
    "可选的还有 problems、", "没有读到说明进展的词；", "看来已经做了的，写 done；依据可以用“", "原文说得含糊的（", "原文写的是从几到几（", "评定的条件、打算做到的数（",
    r"第\d+段，全文第 \d+ 行（data/originals/", "读到的单位：.*它的一条在 organizations.yml", "有做法引用本段；", "最后一项之后还有属于整段的话")))


def without(text: str, kind: str, path: str) -> str:
    """The text of an entry's file without these comments, where an import wrote it; it says what it said."""
    if HEAD not in text:
        return text
    told = (HEAD, *_meanings(KINDS[kind].model))
    kept = "".join(line for line in text.splitlines(keepends=True) if not _help(line.rstrip("\r\n"), told))
    before, after = (parse(each.encode(), path) for each in (text, kept))
    return kept if isinstance(before, Document) and isinstance(after, Document) and before.data == after.data else text


def _help(line: str, told: tuple[str, ...]) -> bool:
    found = _LINE.fullmatch(line)
    return bool(found and (found["said"].startswith(told) or _SAID.match(found["said"])))


def _meanings(model: Model) -> Iterator[str]:
    """What the fields of a model are for, as a draft says it above each."""
    yield from (f"{info.title}：{info.description}" for info in fields_of(model).values() if info.title and info.description)
    for below in describe.models(model).values():
        yield from _meanings(below)
