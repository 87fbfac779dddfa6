"""`kb schema`: writes the JSON Schemas that editors read, or says whether they are fresh."""

from pathlib import Path

import click

from macros.cli import paths, stopped
from macros.editing.json_schema import files, fresh
from macros.runtime import writing


@click.command()
@click.option("--out", type=paths.FOLDER, default=Path(), metavar="文件夹", help="库的根文件夹（默认当前文件夹）。")
@click.option("--check", is_flag=True, help="只看是不是最新的，不写。")
@click.pass_context
def command(ctx: click.Context, out: Path, check: bool) -> None:
    """由数据模型生成编辑器用的字段说明（JSON Schema）。

    .vscode 里已有的设置都留着，只添上没有的。
    """
    if not (out / "data").is_dir():
        raise click.ClickException(f"“{out}”不是库的根文件夹，里面没有 data，没有写。\n  改法：在库的根文件夹里运行，或用 --out 指明。")
    stale, by_hand = {}, []
    for name in files():
        there = _text(out / name)
        wanted = fresh(name, there)
        if wanted is None:
            by_hand.append(name)
        elif wanted != there:
            stale[name] = wanted
    for name in by_hand:
        click.echo(f"提醒：{name} 里有注释，或者写得不合 JSON，没有动它；要用库的设置，照这样自己添上：\n{files()[name]}", err=True)
    if check:
        for name in stale:
            click.echo(f"{name} 不是最新的，运行 kb schema")
    else:
        _write(out, stale)
    if not stale:
        click.echo("都是最新的。")
    ctx.exit(1 if check and stale else 0)


def _write(out: Path, stale: dict[str, str]) -> None:
    for name, text in stale.items():
        try:
            writing.replace(out / name, text.encode())
        except OSError as error:
            raise stopped.failure(error, (out / name).as_posix()) from None
        click.echo(f"写好了 {name}")


def _text(file: Path) -> str | None:
    # git on Windows may have given it other line ends; it is the same schema.
    return file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else None
