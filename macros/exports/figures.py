"""The table of 数字 as .csv, a row a rhythm or an amount."""

import csv
import io
from collections.abc import Iterator

from macros.exports.csv_ import literal
from macros.library import urls
from macros.library.amounts import Row, amounts
from macros.library.graph import Graph
from macros.library.plain import plain
from macros.model import locators
from macros.model.vocabulary import FigureState

ADDRESS = urls.FIGURES_CSV
COLUMNS = ("多久一次、数字", "间隔", "做法", "单位", "层级", "内容", "原文写法", "写明或隐去", "所列名称", "进展", "依据", "来源", "篇名", "出处", "专题", "网址")
_STATES = {**{state.value: state.label for state in FigureState}, "regular": "只说定期"}


def files(graph: Graph, site: str = "") -> Iterator[tuple[str, str]]:
    """Address and text of the file; it begins with the BOM that Excel asks for. `site` makes the addresses whole."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    found = amounts(graph)
    for heading, rows in found.rhythms.items():
        writer.writerows([literal(cell) for cell in ("多久一次", heading, *_cells(graph, row, site))] for row in rows)
    for row in (*found.given, *found.redacted, *found.listed):
        writer.writerow([literal(cell) for cell in ("数字", "", *_cells(graph, row, site))])
    yield ADDRESS, "\ufeff" + out.getvalue()


def _cells(graph: Graph, row: Row, site: str) -> tuple[str, ...]:
    telling, catalog = row.telling, graph.catalog
    progress, url = telling.account.progress, urls.entry("practices", telling.practice_id)
    return (
        "、".join(each.practice.title for each in row.tellings), graph.name_of(telling.organization_id), telling.organization.level.label, plain(row.text, catalog),
        row.raw, _STATES.get(row.state, ""), "、".join(row.members), "、".join(status.label for status in row.statuses), progress.cue or "",
        catalog.sources[telling.speech.source].title, telling.speech.title, "、".join(locators.label(telling.speech, at) for at in row.at),
        "、".join(catalog.topics[topic].title for topic in row.topics), f"{site.rstrip('/')}/{url}" if site else url,
    )
