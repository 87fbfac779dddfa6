"""The library as a table, one row an account: what the .csv and the .xlsx both write."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from macros import urls
from macros.exports.records import Record, Records
from macros.relations import Graph
from macros.vocabulary import Aspect

T = TypeVar("T", covariant=True)


@dataclass(frozen=True)
class Cell:
    """Text, and the address that it leads to where there is one."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in characters, and its cell for a practice's account."""

    label: str
    width: int
    cell: Callable[[Record, Record], Cell]


def rows(graph: Graph) -> Iterator[list[Cell]]:
    """The cells of each account, practices in the order in which the speeches tell of them."""
    records = Records(graph)
    for pid in graph.practice_ids:
        practice = records.practice(pid)
        for account in practice["accounts"]:
            yield [column.cell(practice, account) for column in COLUMNS]


class Sheet(Protocol[T]):
    """A file that takes the table row by row."""

    def add(self, cells: list[Cell]) -> None: ...

    def done(self) -> T: ...


def written(graph: Graph, *sheets: Sheet[Any]) -> list[Any]:
    """What each of these files has in it after all rows; the rows are made once for all of them."""
    for cells in rows(graph):
        for sheet in sheets:
            sheet.add(cells)
    return [sheet.done() for sheet in sheets]


def address(site: str, url: str) -> str:
    """`url` under the address of the site, or as it is when the site has no address."""
    return f"{site.rstrip('/')}/{url}" if site else url


def figure(record: Record) -> str:
    """A figure as one line: what it counts, as the source writes it, and its state."""
    parts = [record["state_label"]]
    if record["value"] is not None:
        parts.append(f"{record['bound_label'] or ''}{record['value']}")
    members = "、".join(record["members"])
    if members and record["raw"]:
        parts.append(f"所列：{members}")
    # The source's own quotation marks become the inner ones.
    written = f"“{record['raw'].replace('“', '‘').replace('”', '’')}”" if record["raw"] else members
    return f"{record['label']}：{written}（{'；'.join(parts)}；{_places(record)}）"


def _plain(key: str) -> Callable[[Record, Record], Cell]:
    return lambda practice, account: Cell(practice[key])


def _joined(key: str) -> Callable[[Record, Record], Cell]:
    return lambda practice, account: Cell("、".join(practice[key]))


def _of_account(key: str) -> Callable[[Record, Record], Cell]:
    return lambda practice, account: Cell(account[key] or "")


def _of_progress(key: str) -> Callable[[Record, Record], Cell]:
    return lambda practice, account: Cell(account["progress"][key] or "")


def _aspect(aspect: Aspect | None) -> Callable[[Record, Record], Cell]:
    value = aspect and aspect.value
    return lambda practice, account: Cell("\n".join(
        f"{point['text']}（{_places(point)}）" for point in account["points"] if point["aspect"] == value))


def _places(record: Record) -> str:
    return "、".join(record["at_labels"])


def _title(practice: Record, account: Record) -> Cell:
    return Cell(practice["title"], practice["url"])


def _place(practice: Record, account: Record) -> Cell:
    return Cell(_places(account), urls.place(account["speech"], account["at"][0]))


def _figures(practice: Record, account: Record) -> Cell:
    return Cell("\n".join(figure(f) for f in account["figures"]) or "原文未说明")


def _related(practice: Record, account: Record) -> Cell:
    return Cell("、".join(f"{link['title']}（{link['as_label']}）" for link in practice["related"]))


def _distinct(practice: Record, account: Record) -> Cell:
    return Cell("\n".join(f"{other['title']}：{other['why']}" for other in practice["distinct_from"]))


COLUMNS: tuple[Column, ...] = (
    Column("做法", 24, _title),
    Column("别名", 20, _joined("aliases")),
    Column("摘要", 44, _plain("summary")),
    Column("类型", 10, _plain("form_label")),
    Column("专题", 16, _joined("topic_labels")),
    Column("问题", 24, _joined("problem_labels")),
    Column("单位", 18, _of_account("organization_label")),
    Column("层级", 8, _of_account("level_label")),
    Column("篇次", 6, lambda practice, account: Cell(str(account["order"]))),
    Column("篇名", 30, _of_account("speech_title")),
    Column("本篇叫法", 18, _of_account("name")),
    Column("出处", 18, _place),
    Column("进展", 10, _of_progress("status_label")),
    Column("依据", 18, _of_progress("cue")),
    Column("依据范围", 10, _of_progress("scope_label")),
    *(Column(aspect.label, 36, _aspect(aspect)) for aspect in Aspect),
    Column("其他要点", 36, _aspect(None)),
    Column("数字", 36, _figures),
    Column("原文未说明", 24, _joined("unsaid")),
    Column("相关做法", 28, _related),
    Column("不要混淆", 28, _distinct),
    Column("来源", 30, _of_account("source_label")),
    Column("收录日期", 12, _plain("added")),
    Column("编号", 20, _plain("id")),
    Column("网址", 36, lambda practice, account: Cell(practice["url"], practice["url"])),
)
