"""`kb import`: the file that an editor has becomes drafts of a source, its speeches and practices."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli import paths
from macros.cli.several import Several
from macros.library.similarity import folded
from macros.runtime import today
from macros.text.printable import printable

if TYPE_CHECKING:
    from macros.importing.choice import Take
    from macros.importing.plan import Plan

# By its first line a report is known again, and may be written over.
_FIRST = "kb import 的报告"


class _Import(Several):
    repeated = ("--title", "--unit")
    joined = ("--split", "--keep", "--leave", "--take")


@click.command(name="import", cls=_Import)
@click.argument("file", type=paths.PATH, metavar="文件")
@click.option("--source", "source_id", metavar="编号", help="来源的编号，例如 shi-xian-zheng-xie-hui-yi-2022；不写就由名称的拼音拟一个。")
@click.option("--split", "split_at", metavar="行号", help="各篇从全文的哪几行开始，例如 --split 12,48,90。")
@click.option("--one", is_flag=True, help="全文只有一篇。")
@click.option("--title", "titles", multiple=True, metavar="题目", help="篇名；有几篇就依次写几次，每个前面都写 --title，例如 --title 甲 --title 乙。")
@click.option("--unit", "units", multiple=True, metavar="单位", help="单位；有几篇就依次写几次，每个前面都写 --unit，例如 --unit 甲 --unit 乙。")
@click.option("--occasion", metavar="会议", default="", help="在什么会议上讲的；各篇都是它，写一次。")
@click.option("--keep", "kept", multiple=True, metavar="行号", help="略去的行里要留作正文的，例如 --keep 31,32。")
@click.option("--leave", "left", multiple=True, metavar="行号", help="收进了正文、其实不是正文的行，例如 --leave 121,123；照样在报告里列出。")
@click.option("--take", metavar="编号", help="起草哪些名称：写报告里的编号，例如 --take 1,3,5；all 全部，none 一个也不要。不写就起草像是做法的，最多 12 个。写的是库里已有的做法，就把要填的几行加到它的 accounts 末尾。")
@click.option("--verbose", is_flag=True, help="报告里的长单子全部列出：略去的每一行、把握不大的名称、要加的 accounts。")
@click.option("--report", "report_file", type=paths.PATH, metavar="文件", help="把全部列出的报告写进一个文本文件，例如 --report 报告.txt；屏幕上仍是短的。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="格式", help="text 给人看，json 给程序用。")
@click.option("--dry-run", is_flag=True, help="只看认出了什么、会写哪些文件，什么都不写。")
@paths.DATA
@click.pass_context
def command(ctx: click.Context, file: Path, source_id: str | None, split_at: str | None, one: bool,
            titles: tuple[str, ...], units: tuple[str, ...], occasion: str, kept: tuple[str, ...], left: tuple[str, ...], take: str | None, verbose: bool, report_file: Path | None,
            form: str, dry_run: bool, data: Path) -> None:
    """把 Word（.docx）、文本、Markdown、网页或有文字层的 PDF 文件导入成草稿；装了 LibreOffice 的，.doc、.wps、.rtf、.odt 也行。

    全文放进 data/originals/（不提交），另写来源、发言和做法的草稿；要由人决定的都写着“待填”。
    已有的文件一概不改。分得不对，用 --split、--one 改；也可以在文件里每篇前面另起一行写“【分篇】”。
    """
    try:
        from macros.importing import as_json, choice, joining, plan, reading, report
    except ModuleNotFoundError as error:
        raise click.ClickException(f"还缺少导入要用的程序包 {error.name}：运行 pip install -e '.[office,edit,search]'") from None
    from macros.cli import folder, stopped
    from macros.importing.division.reading import Wish
    from macros.importing.refused import Refused
    from macros.runtime.writing import Stopped

    shown = data.as_posix()
    if one and split_at:
        raise click.UsageError("--one 和 --split 只能用一个。")
    wish = Wish(_numbers("--split", (split_at,) if split_at else ()), one, titles, units, _numbers("--keep", kept), _numbers("--leave", left), occasion.strip())
    if both := sorted(set(wish.keep) & set(wish.leave)):
        raise click.UsageError(f"第 {both[0]} 行又写在 --keep 里，又写在 --leave 里：只留一个。")
    taken = choice.read(take) if take is not None else choice.Take()
    if taken is None:
        raise click.UsageError(f"--take 后面写名称的编号，用逗号隔开，或者 all、none：“{printable(take or '')}”不是。")
    if report_file is not None:
        _free(report_file, data)
    catalog = folder.library(data, shown)
    try:
        read = reading.document(file)
        prepared = plan.prepare(read.text, file.name, catalog, data, today.here(), source_id, wish, taken)
        if prepared.choice.left and not dry_run and form == "text" and sys.stdin.isatty():
            prepared = plan.prepare(read.text, file.name, catalog, data, today.here(), source_id, wish, _asked(prepared))
        prepared = joining.joined(prepared, data, taken)
        if not dry_run:
            plan.write(prepared, data)
    except Refused as refused:
        if form == "json":
            click.echo(json.dumps({"version": as_json.VERSION, "error": {"message": refused.message, "cure": refused.cure}}, ensure_ascii=False, indent=1))
        click.echo(f"{printable(str(file))}：{refused.message}\n  改法：{refused.cure}", err=True)
        ctx.exit(1)
    except Stopped as error:
        raise stopped.failures(error, shown) from None
    except OSError as error:
        raise stopped.failure(error, error.filename) from None
    if report_file is not None:
        _kept(report_file, [printable(line) for line in report.lines(prepared, catalog, shown, dry_run, read.unseen)])
    if form == "json":
        click.echo(json.dumps(as_json.whole(prepared, shown, dry_run, read.unseen), ensure_ascii=False, indent=1))
        return
    for line in report.lines(prepared, catalog, shown, dry_run, read.unseen, whole=verbose):
        click.echo(printable(line))
    if report_file is not None:
        click.echo(f"全部列出的报告：{printable(str(report_file))}")


def _free(file: Path, data: Path) -> None:
    """Refuses a report in the data folder, where nothing but entries may be, or in the place of another file."""
    if file.resolve().is_relative_to(data.resolve()):
        raise click.UsageError(f"报告里有原文的话，不能写在 {data.as_posix()} 里：换个地方，例如 --report ../报告.txt。")
    if file.is_dir() or (file.exists() and not file.read_bytes().startswith(_FIRST.encode("utf-8-sig"))):
        raise click.UsageError(f"“{printable(str(file))}”已经有了，又不是导入的报告，没有动它：换个文件名。")


def _kept(file: Path, lines: Sequence[str]) -> None:
    """Writes a report as an old Notepad shows it; an earlier one is replaced."""
    from macros.cli import stopped
    from macros.runtime import writing

    content = "".join(f"{line}\r\n" for line in (_FIRST, *lines)).encode("utf-8-sig")
    try:
        if file.exists():
            writing.replace(file, content)
        else:
            writing.create(file, content, private=True)
    except OSError as error:
        raise stopped.failure(error, error.filename or str(file)) from None


def _asked(prepared: "Plan") -> "Take":
    """Which names are drafted, where there are more than are drafted unasked."""
    from macros.importing import choice

    numbers = prepared.choice.numbers
    for key in (*(k for k in numbers if k in prepared.choice.taken), *prepared.choice.left):
        first = next(c.name for told in prepared.speeches for c in told.candidates if folded(c.name) == key)
        click.echo(printable(f"  {numbers[key]}. {first}"))
    while True:
        said = click.prompt(f"像是做法的名称有这些，起草哪几个（写编号，all 全部，回车要最像的 {choice.UNASKED} 个）", default="", show_default=False)
        taken = choice.Take() if not said.strip() else choice.read(said)
        if taken is not None and not (taken.numbers or frozenset()) - set(numbers.values()):
            return taken
        click.echo("请写上面的编号，用逗号隔开，例如 1,3,5；也可以写 all、none。")


def _numbers(option: str, given: tuple[str, ...]) -> tuple[int, ...]:
    """The line numbers after an option, in order, each once."""
    parts = [part for text in given for part in re.split(r"[,，、\s]+", text.strip()) if part]
    wrong = [part for part in parts if not re.fullmatch(r"[1-9]\d{0,6}", part)]
    if wrong:
        raise click.UsageError(f"{option} 后面写全文的行号，用逗号隔开：“{printable(wrong[0])}”不是行号。")
    return tuple(sorted({int(part) for part in parts}))
