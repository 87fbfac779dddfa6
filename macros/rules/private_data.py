"""What belongs to one person is in no file that is published: numbers of phones and cards, addresses, names in chats."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.reading import settings
from macros.reading.document import Document
from macros.reading.yaml_data import where
from macros.rules.rule import Rule
from macros.text.personal import Personal, personal

_PROJECT = Path(__file__).resolve().parents[2]
_LABELS = {"card": "身份证号码", "bank": "银行卡号码", "mobile": "手机号码", "landline": "电话号码", "plate": "车牌号码", "chat": "QQ 或微信号码", "mail": "邮箱"}
# A card's last sign may be a letter, which no number has.
_RUN = re.compile("[0-9]{5,}")
# Nobody's, whosever settings name it.
_NEVER = ("card", "bank")


def check_library(catalog: Catalog) -> Iterator[Finding]:
    last = None
    for origin in catalog.origins.values():
        if origin.document is not last:
            last = origin.document
            # Comments are published with the file.
            yield from last.once("private", partial(_in, last))


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    document = catalog.origins[kind, entry_id].document
    return document.once("private", partial(_in, document))


def _in(document: Document) -> tuple[Finding, ...]:
    return tuple(_at(document, found) for found in told(document.text))


def _at(document: Document, found: Personal) -> Finding:
    line, column = where(document.text, found.offset)
    return Finding(document.path, line, column, RULE.code, message(found), CURE, excerpt=masked(document.line(line)))


def told(text: str) -> list[Personal]:
    """The numbers and addresses in a text that nobody has named as the library's own contact."""
    found = sorted(personal(text), key=lambda one: one.offset)
    own = settings.contact(_PROJECT) if found else ""
    return [one for one in found if one.kind in _NEVER or one.words not in own]


def message(found: Personal) -> str:
    return f"这里有{_LABELS[found.kind]} {found.masked}，会公开"


def masked(text: str) -> str:
    """The text without anybody's numbers, everything else in its place."""
    for found in personal(text):
        kept = 1 if found.kind == "mail" else 3
        hidden = found.words[:kept] + "*" * (len(found.words) - kept)
        text = text[:found.offset] + hidden + text[found.offset + len(found.words):]
    return text


def alone(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those on the same lines that would say the number again; what they show of such a line is masked."""
    every = list(findings)
    lines = {(f.path, f.line) for f in every if f.code == RULE.code}
    for finding in every:
        if finding.code == RULE.code or (finding.path, finding.line) not in lines:
            yield finding
        elif finding.code == "copied-text" or finding.code.endswith("-in-source"):
            continue  # what is held against the text there has the number in it
        elif not any(_says(finding, found.words) for found in personal(finding.excerpt)):
            yield replace(finding, excerpt=masked(finding.excerpt))


def _says(finding: Finding, words: str) -> bool:
    said = finding.message + finding.cure
    return words in said or any(part in said for part in (*words.replace("-", " ").split(), *_RUN.findall(words)) if len(part) >= 3)


CURE = "删去，写办公室或部门，不写个人的；是这个库自己的联系方式，就写进 mkdocs.yml 的 extra.contact"
RULE = Rule(
    code="private-data",
    title="不写个人的号码和地址",
    why="电话、身份证、银行卡、车牌、邮箱，公开了就会被人收集，再也收不回来。条目（连同 # 后面的注释）、手写页面、图里的都查；遮住几位的不算。"
        "库自己的联系方式写进 mkdocs.yml 的 extra.contact，就不再提示。",
    wrong="有事找张某，手机号写全 11 位",
    right="有事找办公室",
    check_library=check_library,
    looks_at=looks_at,
)
