"""`kb diff REV`: what changed since a revision, for a request's description and the release notes."""

from pathlib import Path

import click

from macros.catalog import load
from macros.changes import as_markdown, compare
from macros.diagnostics import errors
from macros.revision import UnknownRevision, catalog_at


@click.command()
@click.argument("revision", metavar="版本")
@click.option("--data", type=click.Path(path_type=Path), default=Path("data"), envvar="DATA", metavar="文件夹",
              help="数据在哪个文件夹（默认 data）。")
def command(revision: str, data: Path) -> None:
    """用读者的话列出与某个版本相比的变化：新增、撤下、删去、修改。

    版本是 git 认识的名字，例如 HEAD、main、v1.0。
    """
    if not data.is_dir():
        raise click.UsageError(f"没有“{data}”这个数据文件夹：在库的根文件夹里运行，或用 --data 指明。")
    now, findings = load(data)
    broken = sorted({f.path for f in errors(findings)})
    if broken:
        click.echo(f"读不了的没有比较：{'、'.join(broken)}", err=True)
    try:
        before = catalog_at(data, revision)
    except UnknownRevision as error:
        raise click.UsageError(str(error)) from None
    click.echo(as_markdown(compare(before, now)))
