"""`kb diff REV`: what changed since a revision, for a request's description and the release notes."""

from pathlib import Path

import click

from macros.cli import folder, paths
from macros.editing.changes import as_markdown, compare
from macros.editing.revision import UnknownRevision, before
from macros.findings import errors
from macros.library.catalog import load


@click.command()
@click.argument("revision", metavar="版本")
@paths.DATA
@click.option("--site", default="", metavar="网址", help="网站的地址，写了就给出到各页的链接。")
def command(revision: str, data: Path, site: str) -> None:
    """用读者的话列出与某个版本相比的变化：新增、撤下、删去、修改。

    版本是 git 认识的名字，例如 HEAD、main、v1.0；比的是与它分出来以后的变化，别人后来加进去的不算。
    """
    folder.need(data)
    now, findings = load(data)
    broken = sorted({f.path for f in errors(findings)})
    if broken:
        click.echo(f"读不了的没有比较：{'、'.join(broken)}", err=True)
    try:
        earlier = before(data, revision)
    except UnknownRevision as error:
        raise click.UsageError(str(error)) from None
    for remark in earlier.remarks:
        click.echo(f"{remark}\n")
    click.echo(as_markdown(compare(earlier.catalog, now), site))
