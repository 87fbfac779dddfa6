"""`kb check`: every finding in the catalogue, or those of the files that were named."""

import gc
from pathlib import Path

import click

from macros.cli import folder, paths, stopped
from macros.editing.mending import mend
from macros.findings import FORMATS, errors, summary
from macros.pipeline import examine
from macros.runtime import writing


@click.command()
@click.argument("files", nargs=-1, metavar="[文件]...")
@paths.DATA
@paths.DOCS
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text",
              help="text 给人看；json 给程序；github、gitlab 在合并请求的行上批注。")
@click.option("--fix", is_flag=True, help="先把只有一个改法的改好，再检查：编码、全角的冒号括号空格、写成名称的编号、日期、字段次序等。注释保留，改了什么会列出来。")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], data: Path, docs: Path, form: str, fix: bool) -> None:
    """检查整个库，或只看写出的文件。

    没有错误时退出码是 0（可以有提醒），有错误是 1，命令写错是 2。
    """
    folder.need(data)
    shown = _shown(data)
    wanted = {_shown(Path(file)) for file in files}
    for file in sorted(wanted):
        if not file.startswith((f"{shown}/", f"{_shown(docs)}/")):
            raise click.UsageError(f"“{file}”不在数据文件夹 {shown} 里，也不是手写页面。")
    gc.disable()  # a check is over before there is anything to gain from collecting
    try:
        changed = mend(data, shown, wanted) if fix else []
    except writing.Stopped as error:
        raise stopped.failures(error, shown, "改好") from None
    if wanted:  # a file is told of under its new name
        wanted |= {one.path for one in changed if one.was}
    found = [f for f in examine(data, docs, shown, _shown(docs))[2] if not wanted or f.path in wanted]
    if form == "text":
        for one in changed:
            click.echo(f"{one.diff()}\n")
    text = FORMATS[form](found)
    if text:
        click.echo(text)
    if form == "text":
        if changed:
            click.echo(f"改好了 {len(changed)} 个文件：{'、'.join(one.path for one in changed)}")
        click.echo(summary(found))
    ctx.exit(1 if errors(found) else 0)


def _shown(path: Path) -> str:
    """The path as messages show it: from the current folder where it lies in there."""
    absolute = path.absolute()
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()
