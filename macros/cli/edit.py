"""`kb edit`: the desk, in the browser of this computer."""

import webbrowser
from pathlib import Path

import click

from macros.cli import folder, paths
from macros.runtime import reasons


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="端口", help="在哪个端口；不写就找一个空着的。")
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只打印地址。")
@paths.DATA
@paths.DOCS
def command(port: int, no_browser: bool, data: Path, docs: Path) -> None:
    """打开编写台：在浏览器里导入、填写、检查，不用懂 YAML 和 git。

    只有这台电脑能打开。按 Ctrl C 结束；没有存的都在草稿里，下次接着写。
    """
    folder.need(data)
    try:
        from macros.desk.server import Server
    except ModuleNotFoundError as error:
        raise click.ClickException(f"还缺少编写台要用的程序包 {error.name}：运行 pip install -e '.[desk,office,edit,search]'") from None
    try:
        server = Server(data, docs, port, data.as_posix())
    except OSError as error:
        told = reasons.of(error)
        raise click.ClickException(f"编写台打不开：{told.why}。\n  改法：{'换一个端口（--port），或者不写' if port else told.cure}。") from None
    click.echo(f"编写台：{server.address}")
    click.echo("只有这台电脑能打开，地址里有口令，不要给别人。按 Ctrl C 结束。")
    if not no_browser:
        webbrowser.open_new_tab(server.address)
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("编写台关了。没有存的都在草稿里。")
