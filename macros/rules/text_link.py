"""`[[id]]` in a text must lead to an entry that has a page."""

import re
from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.library.naming import Names, called_by
from macros.library.references import links_of, text_links
from macros.model.inline_links import LINK
from macros.model.kinds import KINDS
from macros.rules.rule import Rule
from macros.text.edit_distance import nearest

_OPENING = "【［〔"
# What is left where the links are blanked: two brackets that are closed by one or by none, one that is closed by two, and a link in one more.
_HALF = re.compile(r"\[\[[a-z0-9-]+\]?|\[\[[^\[\]\0，。；、]{1,80}\]?|\[[^\[\]\0，。；、]{1,80}\]\]|\]\]|(?P<more>\[\0+|\0+\])")
_BRACKETS = re.compile(r"[【［〔]{2}\s*([^【［〔】］〕\[\]]{1,80}?)\s*[】］〕]{2}")


def check_library(catalog: Catalog) -> Iterator[Finding]:
    if catalog.unknown - {"sources"}:
        return  # it may lead to any kind
    ids = {entry_id for kind, entry_id in catalog.claimed if kind != "sources"}
    former = {old for _, old in catalog.former}
    names: Names | None = None
    for kind, entry_id, place, wrong, written in text_links(catalog):
        if wrong in ids or wrong in former:
            continue
        names = names or Names(catalog)
        called = names.linked(wrong)
        like = called or nearest(wrong, ids)
        target = catalog.kind_of(like) if like else None
        cure = (f"写编号：[[{called}]]" if called else f"是不是 [[{like}]]（{KINDS[target].label}）？" if like and target
                else _without(wrong))
        yield catalog.finding(kind, entry_id, place, RULE.code, f"文字里的链接 {written} 没有对应的条目", cure, needle=written)
    yield from _full_width(catalog, ids)
    yield from _half_open(catalog, ids | former)


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    text = catalog.origins[kind, entry_id].document.text
    links = [target for _, target, _ in links_of(catalog, kind, entry_id)]
    return links, text if any(sign * 2 in text for sign in (*_OPENING, "[", "]")) else "", called_by(catalog.data(kind, entry_id))


def _without(written: str) -> str:
    """What to write where there is no such entry: an id is no word of a text, a name is."""
    return ("把它连双方括号一起换成要说的名称（编号不能留在文字里），或改成已有的编号" if re.fullmatch("[a-z0-9-]+", written)
            else "删去双方括号，或改成已有的编号")


def _half_open(catalog: Catalog, ids: set[str]) -> Iterator[Finding]:
    """Links with a bracket too few or too many, which are shown as they are written."""
    names: Names | None = None
    for kind, entry_id in dict.fromkeys(entry for sign in ("[[", "]]") for entry in catalog.written(sign)):
        for place, text in catalog.strings(kind, entry_id):
            rest = LINK.sub(lambda link: "\0" * len(link.group()), text) if "[[" in text or "]]" in text else ""
            for found in _HALF.finditer(rest):
                if found["more"] and rest.count("[") == rest.count("]"):
                    continue  # a link in brackets of the sentence
                written = text[found.start():found.end()]
                words = written.strip("[] ")
                names = names or Names(catalog)
                meant = words if words in ids else names.linked(words)
                what = "多了一个方括号" if found["more"] else "少了一个方括号" if written[-1] == "]" and written[0] == "[" else "缺了方括号"
                yield catalog.finding(kind, entry_id, place, RULE.code, f"链接 {written} {what}，不会成为链接",
                                      f"两边各写两个，写成 [[{meant or words}]]" if meant or found["more"] else "是链接，就写成 [[编号]]；不是，就删去方括号", needle=written)


def _full_width(catalog: Catalog, ids: set[str]) -> Iterator[Finding]:
    """Links in full-width brackets, which are shown as they are written."""
    names = Names(catalog)
    for kind, entry_id in dict.fromkeys(entry for sign in _OPENING for entry in catalog.written(sign * 2)):
        for place, text in catalog.strings(kind, entry_id):
            for found in _BRACKETS.finditer(text):
                meant = found.group(1) if found.group(1) in ids else names.linked(found.group(1))
                if meant:
                    yield catalog.finding(kind, entry_id, place, RULE.code, f"{found.group()} 用了全角括号，不会成为链接",
                                          f"换成半角括号，括号里写编号：[[{meant}]]", needle=found.group())


def mended(text: str, catalog: Catalog, names: Names) -> str:
    """The text of a file with the ids of entries in the place of names that only one of them has."""
    known = {entry_id for kind, entry_id in catalog.claimed if kind != "sources"} | {old for _, old in catalog.former}

    def right(found: re.Match[str]) -> str:
        written = found.group(1)
        meant = written if written in known else names.linked(written)
        return f"[[{meant}]]" if meant else found.group()

    return _BRACKETS.sub(right, LINK.sub(right, text))


RULE = Rule(
    code="text-link",
    title="文字里的 [[编号]] 要存在",
    why="[[编号]] 在页面上显示成那一条的标题并链接过去；编号不存在就无处可去。",
    wrong="text: 与[[quan-yuan-ruwei]]配合",
    right="text: 与[[quan-yuan-ru-wei]]配合",
    check_library=check_library,
    looks_at=looks_at,
)
