"""Rows in a workbook that was made with only one: the XML of its cells, texts and links.

A trick of speed: XlsxWriter takes five times as long for the table. Held to what it writes, part by part, by
tests/exports/test_tables.py; measured with bench/without.py rows: without it the same CPU in the real library, 1.09 times with
1,000 entries, 1.19 with 10,000 (2026-11-28).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from macros.exports import table

# What the pattern's one link leads to, below the address of the site.
EXAMPLE = "example.html"

_SHEET, _LINKS, _TEXTS = "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/sharedStrings.xml"
# What XML or Excel would not read as it stands: `_x0009_` is how a workbook writes a tab.
_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

Numbers = Sequence[int | None]


def filled(pattern: Mapping[str, str], texts: Iterable[str], rows: Sequence[Numbers],
           links: Sequence[Sequence[str]]) -> dict[str, Iterator[str]]:
    """The parts of a workbook in which `pattern` has only its last row, piece by piece.

    A row has the number of each cell's text among `texts`, which begin with the header's, and None
    where a cell is empty. The first rows have the addresses that their `table.LINKED` lead to.
    """
    parts = {_SHEET: _sheet(pattern[_SHEET], rows, links), _TEXTS: _shared(pattern[_TEXTS], list(texts), rows)}
    if links:
        parts[_LINKS] = _relations(pattern[_LINKS], links)
    return parts


def _sheet(pattern: str, rows: Sequence[Numbers], links: Sequence[Sequence[str]]) -> Iterator[str]:
    before, example, after = _cut(pattern, f'<row r="{len(rows) + 1}".*?</row>')
    *linked, plain = re.findall(r' s="(\d+)"', example)
    yield before
    names = [_name(i) for i in range(len(table.COLUMNS))]
    unlinked = [(f'<c r="{name}', f'" s="{plain}" t="s"><v>') for name in names]
    with_links = [(start, f'" s="{linked[0]}" t="s"><v>' if i in table.LINKED else end)
                  for i, (start, end) in enumerate(unlinked)] if links else unlinked
    for number, row in enumerate(rows, 2):
        around = with_links if number - 2 < len(links) else unlinked
        cells = [f"{start}{number}{end}{text}</v></c>"
                 for (start, end), text in zip(around, row, strict=True) if text is not None]
        yield f'<row r="{number}" spans="1:{len(names)}">{"".join(cells)}</row>'
    if links:
        before, _, after = _cut(after, "(?<=<hyperlinks>).*?(?=</hyperlinks>)")
        yield before
        yield from _hyperlinks(links, [names[i] for i in table.LINKED])
    yield after


def _hyperlinks(links: Sequence[Sequence[str]], names: Sequence[str]) -> Iterator[str]:
    relation = 0
    for number, addresses in enumerate(links, 2):
        for name, address in zip(names, addresses, strict=True):
            relation += 1
            _, _, place = address.partition("#")
            location = f' location="{place}"' if place else ""
            yield f'<hyperlink ref="{name}{number}" r:id="rId{relation}"{location}/>'


def _relations(pattern: str, links: Iterable[Sequence[str]]) -> Iterator[str]:
    before, example, after = _cut(pattern, "<Relationship .*?/>")
    start, middle, end = re.split(rf'(?<="rId)1(?=")|{re.escape(EXAMPLE)}', example)
    yield before
    for i, address in enumerate((address for addresses in links for address in addresses), 1):
        yield f"{start}{i}{middle}{address.partition('#')[0]}{end}"
    yield after


def _shared(pattern: str, texts: Sequence[str], rows: Iterable[Numbers]) -> Iterator[str]:
    before, _, after = _cut(pattern, "<si>.*</si>")
    count = len(table.COLUMNS) + sum(len(row) - row.count(None) for row in rows)
    yield re.sub(r' count="\d+" uniqueCount="\d+"', f' count="{count}" uniqueCount="{len(texts)}"', before)
    for text in texts:
        written = _SPECIAL.sub(_escaped, text)
        space = ' xml:space="preserve"' if written != written.strip() else ""
        yield f"<si><t{space}>{written}</t></si>"
    yield after


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    return _ENTITIES.get(char) or f"_x{ord(char):04X}_"


def _cut(text: str, pattern: str) -> tuple[str, str, str]:
    """`text` before, in and after what `pattern`, which has no group, matches first."""
    before, found, after = re.split(f"({pattern})", text, maxsplit=1, flags=re.DOTALL)
    return before, found, after


def _name(column: int) -> str:
    """A, …, Z, AA, …"""
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)
