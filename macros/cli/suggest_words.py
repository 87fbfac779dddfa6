"""`kb suggest-words`: words that readers may look for an entry by, for an editor to judge; nothing is written."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from macros.cli import folder, paths
from macros.editing.search_words import proposed
from macros.library.catalog import Catalog
from macros.model.titles import title_of
from macros.reading.meant import nearest_of

# Where what is accepted is written, by kind of entry.
_FIELDS = {"practices": "keywords", "problems": "synonyms"}


@click.command()
@click.argument("entry", metavar="条目")
@paths.DATA
def command(entry: str, data: Path) -> None:
    """提议一条做法的检索词，或一个问题的其他问法：从它自己的要点、它的问题、术语和别条的检索词里来。

    条目写编号或名称。只是提议，一个也不会自己写进去：合适的由编辑写进 keywords（做法）或 synonyms（问题）。
    """
    catalog = folder.library(data, str(data))
    kind, entry_id, found = _found(catalog, entry)
    words = proposed(catalog, kind, asdict(found))
    file = f"{kind}/{entry_id}.yml" if kind == "practices" else f"{kind}.yml"
    if not words:
        click.echo(f"{title_of(found)}：没有可以提议的词了。读者会怎样找它，由编辑想：别家的叫法、日常说法、遇到的难处。")
        return
    click.echo(f"{title_of(found)}（{file}）可以考虑的检索词；合适的写进 {_FIELDS[kind]}：")
    for word in words:
        click.echo(f"  {word.word}\t{word.why}")


def _found(catalog: Catalog, entry: str) -> tuple[str, str, Any]:
    every: dict[str, Mapping[str, Any]] = {"practices": catalog.practices, "problems": catalog.problems}
    for kind, entries in every.items():
        for entry_id, found in entries.items():
            if entry in (entry_id, title_of(found)):
                return kind, entry_id, found
    known = {entry_id: title_of(found) for entries in every.values() for entry_id, found in entries.items()}
    like = nearest_of(entry, known)
    hint = f"是不是 {like}（{known[like]}）？" if like else "条目写编号（文件名去掉 .yml）或名称。"
    raise click.UsageError(f"没有“{entry}”这条做法或问题。{hint}")
