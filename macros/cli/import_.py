"""`kb import`: the file that an editor has becomes drafts of a source, its speeches and practices."""

from pathlib import Path

import click

from macros.cli import paths
from macros.runtime import today
from macros.text.printable import printable


@click.command(name="import")
@click.argument("file", type=paths.PATH, metavar="文件")
@click.option("--source", "source_id", metavar="编号", help="来源的编号，例如 shi-xian-zheng-xie-hui-yi-2022；不写就由名称的拼音拟一个。")
@click.option("--dry-run", is_flag=True, help="只看认出了什么、会写哪些文件，什么都不写。")
@paths.DATA
@click.pass_context
def command(ctx: click.Context, file: Path, source_id: str | None, dry_run: bool, data: Path) -> None:
    """把 Word（.docx）、文本、Markdown 或网页文件导入成草稿。

    全文放进 data/originals/（不提交），另写来源、发言和做法的草稿；要由人决定的都写着“待填”。
    已有的文件一概不改。
    """
    try:
        from macros.importing import plan, reading, report
    except ModuleNotFoundError as error:
        raise click.ClickException(f"还缺少导入要用的程序包 {error.name}：运行 pip install -e '.[office,edit,search]'") from None
    from macros.cli import folder, stopped
    from macros.importing.refused import Refused
    from macros.runtime.writing import Stopped

    shown = data.as_posix()
    catalog = folder.library(data, shown)
    try:
        prepared = plan.prepare(reading.read(file), file.name, catalog, data, today.here(), source_id)
        if not dry_run:
            plan.write(prepared, data)
    except Refused as refused:
        click.echo(f"{printable(str(file))}：{refused.message}\n  改法：{refused.cure}", err=True)
        ctx.exit(1)
    except Stopped as error:
        raise stopped.failures(error, shown) from None
    except OSError as error:
        raise stopped.failure(error, error.filename) from None
    for line in report.lines(prepared, catalog, shown, dry_run):
        click.echo(printable(line))
