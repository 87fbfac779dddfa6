"""The command `kb`. One command is one module here, loaded only when it is called for."""

import errno
import importlib
import importlib.util
import io
import os
import sys
from typing import Any

import click

from macros.runtime import chinese, reasons, writing
from macros.text.printable import printable

# Name of the command → its module, in the order in which an editor meets them.
COMMANDS = {
    "new": "new",
    "import": "import_",
    "edit": "edit",
    "check": "check",
    "explain": "explain",
    "suggest-words": "suggest_words",
    "diff": "diff",
    "staged": "staged",
    "outgoing": "outgoing",
    "build": "build",
    "export": "export",
    "publish": "publish",
    "schema": "schema",
}


class _Lazy(click.Group):
    """Finds a command by its name, so that `kb check` need not load what `kb export` needs."""

    def invoke(self, ctx: click.Context) -> Any:
        """What the system refuses where no command foresaw it is told like the rest."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # who reads has seen enough; click ends quietly
                raise
            raise click.ClickException("{}\n  改法：{}".format(*map(printable, reasons.told(error)))) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if importlib.util.find_spec(f"macros.cli.{COMMANDS[name]}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"macros.cli.{COMMANDS[cmd_name]}").command
        command.options_metavar = "[选项]"
        return command


chinese.install()


@click.group(cls=_Lazy, options_metavar="[选项]", subcommand_metavar="命令 [参数]...", context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """市县政协实践库的工具：新建、导入、检查、生成和发布。

    在库的根文件夹里运行；每个命令加 --help 看用法。
    """
    writing.keep_others_out()
    # A pipe on an old Windows takes GBK, and a finding may quote anything.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def program() -> None:
    """`kb` as the shell calls it. What a check has read is left to the system: to free what 10,000 entries hold, object by object,
    would take more than a second."""
    try:
        main()
    except SystemExit as end:
        if sys.argv[1:2] != ["check"] or end.code not in (0, 1):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(end.code))
