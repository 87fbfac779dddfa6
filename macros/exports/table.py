"""The library as a table, one row an account: what the .csv and the .xlsx both write."""

from collections.abc import Iterator
from typing import NamedTuple

from macros.exports.declared import Record
from macros.exports.records import Records
from macros.library import urls
from macros.library.graph import Graph
from macros.model.vocabulary import Aspect


class Column(NamedTuple):
    """A column: its heading and its width in characters."""

    label: str
    width: int


class Row(NamedTuple):
    """The texts of a row, one a column, and the addresses that those of `LINKED` lead to."""

    texts: list[str]
    links: tuple[str, ...]


COLUMNS: tuple[Column, ...] = (
    Column("做法", 24),
    Column("又称", 20),
    Column("摘要", 44),
    Column("类型", 10),
    Column("专题", 16),
    Column("问题", 24),
    Column("单位", 18),
    Column("层级", 8),
    Column("来源", 30),
    Column("篇次", 6),
    Column("篇名", 30),
    Column("本篇叫法", 18),
    Column("出处", 18),
    Column("进展", 10),
    Column("依据", 18),
    Column("依据范围", 10),
    *(Column(aspect.label, 36) for aspect in Aspect),
    Column("其他要点", 36),
    Column("数字", 36),
    Column("原文没有说", 24),
    Column("相关做法", 28),
    Column("不要混淆", 28),
    Column("收录日期", 12),
    Column("编号", 20),
    Column("网址", 36),
)
_LABELS = [column.label for column in COLUMNS]
# The columns whose cells lead somewhere, by their place.
LINKED = tuple(map(_LABELS.index, ("做法", "出处", "网址")))
_ASPECTS = (*(aspect.value for aspect in Aspect), None)


def rows(graph: Graph, site: str = "") -> Iterator[Row]:
    """The row of each account, practices in the order in which the speeches tell of them.

    `site` is the address of the site, which makes the texts of the last column whole.
    """
    for practice in Records(graph).practices():
        yield from of(practice, site)


def of(practice: Record, site: str = "") -> Iterator[Row]:
    """The rows of one practice, from its record."""
    for account in practice["accounts"]:
        place = urls.place(account["speech"], account["at"][0])
        yield Row(_texts(practice, account, site), (practice["url"], place, practice["url"]))


def _texts(practice: Record, account: Record, site: str) -> list[str]:
    """The cells in the order of `COLUMNS`."""
    progress, points = account["progress"], _points(account)
    # What another speech does not say is no matter of this row.
    unsaid = [each for each in practice["unsaid"] if each["speech"] in (None, account["speech"])]
    return [
        practice["title"],
        "、".join(practice["aliases"]),
        practice["summary"],
        practice["form_label"],
        "、".join(practice["topic_labels"]),
        "、".join(practice["problem_labels"]),
        account["organization_label"],
        account["level_label"],
        account["source_label"],
        str(account["order"]),
        account["speech_title"],
        account["name"] or "",
        _places(account),
        progress["status_label"],
        progress["cue"] or "",
        progress["scope_label"] or "",
        *("\n".join(points.get(aspect) or _asked(unsaid, aspect)) for aspect in _ASPECTS),
        "\n".join(map(figure, account["figures"])),
        "、".join(each["what"] for each in unsaid),
        "、".join(f"{link['title']}（{link['as_label']}）" for link in practice["related"]),
        "\n".join(f"{other['title']}：{other['why']}" for other in practice["distinct_from"]),
        practice["added"],
        practice["id"],
        address(site, practice["url"]),
    ]


def _asked(unsaid: list[Record], aspect: str | None) -> list[str]:
    """What an editor found the source not to say of an aspect."""
    return [f"原文没有说：{each['what']}" for each in unsaid if aspect and each["aspect"] == aspect]


def _points(account: Record) -> dict[str | None, list[str]]:
    """An account's points by their aspect, each with its places."""
    found: dict[str | None, list[str]] = {}
    for point in account["points"]:
        found.setdefault(point["aspect"], []).append(f"{point['text']}{_rhythm(point)}（{_places(point)}）")
    return found


def _rhythm(point: Record) -> str:
    """How often, where the point says it: 〔每年，不少于1次；原文“每年至少参加一次”〕."""
    if not point["every"]:
        return ""
    times = point["times"]
    often = "" if not times else ("" if "隐去" in point["text"] else "，次数原文隐去") if times["value"] is None else f"，{times['bound_label'] or ''}{times['value']}次"
    return f"〔{point['every_label']}{often}；原文“{point['raw'].replace('“', '‘').replace('”', '’')}”〕"


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


def _places(record: Record) -> str:
    return "、".join(record["at_labels"])
