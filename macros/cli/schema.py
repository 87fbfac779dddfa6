"""`kb schema`: writes the JSON Schemas that editors read, or says whether they are fresh."""

from pathlib import Path

import click

from macros.cli import paths, stopped
from macros.editing.json_schema import files
from macros.runtime import writing


@click.command()
@click.option("--out", type=paths.FOLDER, default=Path(), metavar="文件夹",
              help="库的根文件夹（默认当前文件夹）。")
@click.option("--check", is_flag=True, help="只看是不是最新的，不写。")
@click.pass_context
def command(ctx: click.Context, out: Path, check: bool) -> None:
    """由数据模型生成编辑器用的字段说明（JSON Schema）。"""
    stale = [name for name, text in files().items() if not _is(out / name, text)]
    if check:
        for name in stale:
            click.echo(f"{name} 不是最新的，运行 kb schema")
        ctx.exit(1 if stale else 0)
    for name in stale:
        try:
            writing.replace(out / name, files()[name].encode())
        except OSError as error:
            raise stopped.failure(error, (out / name).as_posix()) from None
        click.echo(f"写好了 {name}")
    if not stale:
        click.echo("都是最新的。")


def _is(file: Path, text: str) -> bool:
    # git on Windows may have given it other line ends; it is the same schema.
    return file.is_file() and file.read_bytes().replace(b"\r\n", b"\n") == text.encode()
