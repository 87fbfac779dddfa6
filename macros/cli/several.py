"""A command of which an option is written several times, or with several numbers behind it: who writes the words one behind the other
is told the whole line to write."""

import re
import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from macros.text.printable import printable

# What stands in a line of a shell as it is.
_PLAIN = re.compile(r"[\w./:,=+@%“”‘’《》（）、。，：；！？·—…-]+")


class Several(click.Command):
    """`repeated` are the options that stand before each word of theirs, `joined` those whose numbers stand behind one, with commas."""

    repeated: Sequence[str] = ()
    joined: Sequence[str] = ()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments as click reads them. Raises `click.UsageError`, with the line to write where words are too many."""
        given = list(args)
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if extra := ctx.args:
            told = f"多写了：{' '.join(map(printable, extra))}"
            meant, options = self._meant(given)
            names = "、".join(options)
            how = "后面一次只写一个，有几个就写几次" if set(options) <= set(self.repeated) else "后面的几个号用逗号连着写"
            raise click.UsageError(f"{told}。{names} {how}；整条这样写：\n  {ctx.command_path} {printable(' '.join(map(_quoted, meant)))}" if options else f"{told}。", ctx)
        return left

    def _meant(self, given: Sequence[str]) -> tuple[list[str], list[str]]:
        """The line that was meant, and the options behind which there were several words."""
        flags = {name for each in self.params if isinstance(each, click.Option) and each.is_flag for name in each.opts} | {"--help"}
        made: list[str] = []
        found: list[str] = []
        option, taken = "", 0
        for word in given:
            if word.startswith("--"):
                option, _, value = word.partition("=")
                taken = 1 if value or option in flags else 0
                option = "" if option in flags else option
            elif option and not taken:
                taken = 1
            elif option in (*self.repeated, *self.joined) and not Path(word).is_file():
                found.append(option)
                if option in self.joined:
                    made[-1] = f"{made[-1].rstrip(',，、')},{word.lstrip(',，、')}"
                    continue
                made.append(option)
            made.append(word)
        return made, list(dict.fromkeys(found))


def _quoted(word: str) -> str:
    return word if _PLAIN.fullmatch(word) else shlex.quote(word)
