"""What a person is told when a file could not be written: why, what is done, what is left, and how to go on."""

from collections.abc import Iterable

import click

from macros.findings import printable
from macros.runtime import reasons
from macros.runtime.writing import Changed, Stopped

_MINE = {
    Changed: ("读了以后又有人改过它，没有动它", "看一下是谁在改"),
    FileExistsError: ("刚刚被别人建好了，没有动它", "看一下是谁在写"),
}


def reason(error: OSError) -> tuple[str, str]:
    """Why the disk refused, and what to do before trying again."""
    mine = next((told for kind, told in _MINE.items() if isinstance(error, kind)), None)
    return mine or (reasons.reason(error), reasons.cure(error))


def failure(error: OSError, file: object) -> click.ClickException:
    """One file was not written; what was there is as it was."""
    why, cure = reason(error)
    return click.ClickException(printable(f"“{file}”写不进去：{why}。") + f"\n  改法：{cure}，再运行一次。")


def failures(stopped: Stopped, shown: str, done: str = "写好") -> click.ClickException:
    """Some of several files were not written. `shown` is what their common folder is called."""
    why, cure = reason(stopped.error)
    first = stopped.left[0].as_posix()
    text = [f"“{first}”写不进去：{why}。", *_listed(f"已经{done}，都是完整的", stopped.done),
            *_listed(f"还没有{done}", stopped.left),
            f"  改法：{cure}，再运行一次同样的命令，会接着{done}其余的；{shown} 里已有的文件没有损坏。"]
    return click.ClickException("\n".join(map(printable, text)))


def _listed(title: str, files: Iterable[object]) -> list[str]:
    names = [str(file) for file in files]
    return [f"{title}（{len(names)} 个）：", *(f"  {name}" for name in names)] if names else []
