"""`kb staged`: what git would commit now, for the hook that runs before a commit."""

from pathlib import Path

import click

from macros import pipeline
from macros.cli import paths
from macros.editing import staged
from macros.findings import Finding, as_text, errors, summary
from macros.runtime.git import GitProblem


@click.command()
@click.option("--data", type=paths.PATH, default=Path("data"), envvar="DATA", metavar="文件夹",
              help="数据在哪个文件夹（默认 data）。")
@click.option("--docs", type=paths.PATH, default=Path("docs"), envvar="DOCS", metavar="文件夹",
              help="手写页面在哪个文件夹（默认 docs）。")
@click.pass_context
def command(ctx: click.Context, data: Path, docs: Path) -> None:
    """核对 git add 过的内容：条目和手写页面有没有错误，有没有全文混在里面。

    提交以前由 .githooks 里的钩子运行。没有错误时退出码是 0，有错误是 1。
    """
    try:
        found = staged.examine(Path.cwd(), data, docs, _checked)
    except GitProblem as problem:
        raise click.ClickException(str(problem)) from None
    if found:
        click.echo(as_text(found))
        click.echo(summary(found))
    if errors(found):
        click.echo("没有提交：先改好上面的错误，git add，再提交。", err=True)
        ctx.exit(1)


def _checked(data: Path, docs: Path, shown_data: str, shown_docs: str, texts_in: Path) -> list[Finding]:
    return pipeline.examine(data, docs, shown_data, shown_docs, texts_in=texts_in)[2]
