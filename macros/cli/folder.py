"""The data folder that a command is given, held to what such a folder is."""

from pathlib import Path

import click

from macros.findings import as_text
from macros.library.catalog import Catalog, load
from macros.model.kinds import KINDS
from macros.reading import data_folder


def need(data: Path) -> None:
    """Ends the command where `data` is no data folder.

    Raises:
        click.UsageError: with what such a folder holds and what to type.
    """
    problem = data_folder.wrong(data)
    if problem:
        raise click.UsageError("：".join(problem) + "。" if not data.is_dir() else f"{problem[0]}。\n  改法：{problem[1]}")


def library(data: Path, shown: str) -> Catalog:
    """The catalogue under `data`, for a command that adds to it.

    Raises:
        click.UsageError: it is no data folder.
        click.ClickException: a folder of it can't be looked into: what is there already is not known.
    """
    need(data)
    catalog, findings = load(data, shown)
    folders = [shown, *(f"{shown}/{name}" for name, kind in KINDS.items() if kind.one_file_each and name in catalog.unread)]
    closed = [finding for finding in findings if finding.path in folders and finding.code == "unreadable"]
    if closed:
        raise click.ClickException(f"看不到库里已有什么，没有写：\n{as_text(closed)}")
    return catalog
