"""kb export: the library as files for other programs."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import click

from macros import rules
from macros.cli import folder, paths, stopped
from macros.exports import bulk, csv_, json_api, xlsx
from macros.findings import as_text, errors, summary
from macros.library.catalog import load
from macros.library.graph import Graph
from macros.reading import published
from macros.runtime import owned
from macros.site import atomic_build, target
from macros.site.atomic_build import PROJECT

_USE = target.Use("导出的文件", False, lambda: f"用 --out 换一个还不存在的文件夹，例如 --out {target.free('dist/export')}")
FORMATS = ("json", "csv", "xlsx", "bulk")


@click.command("export")
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True,
              help="导出的格式，可以写几次；不写就是 json、csv、xlsx。")
@click.option("--bulk", "as_bulk", is_flag=True, help="导出搜索引擎的批量文件，等于 --format bulk。")
@click.option("--analyser", type=click.Choice(list(bulk.ANALYSERS)), default="smartcn", show_default=True,
              help="搜索引擎装的中文分词；cjk 不用装插件。")
@click.option("--out", type=paths.FOLDER, default=Path("dist/export"), show_default=True,
              help="写到哪个文件夹。")
@click.option("--data", type=paths.FOLDER, default=Path("data"), show_default=True,
              envvar="DATA", help="数据文件夹。")
@click.option("--site", default="", envvar="SITE_URL", metavar="网址", help="网站的地址，写了表格里就有完整的链接。")
def command(formats: tuple[str, ...], as_bulk: bool, analyser: str, out: Path, data: Path, site: str) -> None:
    """把实践库导出成 JSON、表格或搜索引擎的批量文件。"""
    if problem := published.wrong(site, address=True):
        raise click.UsageError(f"网站的地址（--site 或 SITE_URL）{problem[1]}。\n  改法：{problem[2]}")
    chosen = [*formats, "bulk"] if as_bulk else list(formats) or ["json", "csv", "xlsx"]
    graph = _graph(data)
    try:
        place = target.real(out)
        target.examine(place, atomic_build.inputs(PROJECT, data, PROJECT / "docs"), out, _USE)
        files = {path: content for name in dict.fromkeys(chosen) for path, content in _files(graph, name, analyser, site)}
        if strange := owned.strangers(place, files):
            raise target.TargetRefused(f"“{out}”里的 {'、'.join(strange[:5])} 不是导出时写的，或者后来改过，没有动它们",
                                       f"把它们移走或改名，再导出；或{_USE.elsewhere()}")
        owned.write(place, files, lambda path: _tell(f"写好 {out / path}（{_size(len(files[path]))}）"))
        # A smaller library has fewer parts: one left over would be loaded with the new ones.
        for path in owned.sweep(place, files, "bulk/") if "bulk" in chosen else ():
            _tell(f"删去 {out / path}（上次导出的，这次没有了）")
    except target.TargetRefused as refused:
        raise click.ClickException(f"没有导出：{refused}") from None
    except OSError as error:
        why, cure = stopped.reason(error)
        raise click.ClickException(f"写不了 {error.filename or out}：{why}。写着“写好”的都是完整的。\n"
                                   f"  改法：{cure}，再运行一次；或换一个 --out 文件夹再试。") from None


def _tell(line: str) -> None:
    """A line on the screen; whoever has read enough of them (| head) stops no file from being written."""
    with contextlib.suppress(BrokenPipeError):
        click.echo(line)


def _graph(data: Path) -> Graph:
    """The library under `data`; ends the command with all findings when it is broken."""
    folder.need(data)
    catalog, findings = load(data, str(data))
    findings.extend(rules.check(catalog))
    if errors(findings):
        click.echo(as_text(errors(findings)), err=True)
        click.echo(summary(findings), err=True)
        raise SystemExit(1)
    return Graph(catalog)


def _files(graph: Graph, name: str, analyser: str, site: str) -> Iterator[tuple[str, bytes]]:
    if name == "json":
        yield from ((path, text.encode()) for path, text in json_api.files(graph).items())
    elif name == "csv":
        yield "practices.csv", csv_.text(graph, site).encode()
    elif name == "xlsx":
        yield "practices.xlsx", xlsx.content(graph, site)
    else:
        yield from ((f"bulk/{path}", text.encode()) for path, text in bulk.files(graph, analyser))


def _size(count: int) -> str:
    return f"{count / 1000:.1f} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
