"""A file or folder as somebody types it: an empty word is no path, and `~` is their home."""

import os
from pathlib import Path
from typing import Any

import click


class TypedPath(click.Path):
    """Like `click.Path`, giving a `pathlib.Path`: `~` is followed even where no shell did, an empty word is refused."""

    def __init__(self, *, exists: bool = False, file_okay: bool = True) -> None:
        super().__init__(exists=exists, file_okay=file_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not os.fspath(value).strip():
            self.fail("这里是空的，要写一个文件夹或文件", param, ctx)
        return super().convert(os.path.expanduser(value), param, ctx)  # noqa: PTH111 - a string, which click checks


PATH = TypedPath()
FOLDER = TypedPath(file_okay=False)

# The two folders that most commands ask for.
DATA = click.option("--data", type=PATH, default=Path("data"), envvar="DATA", metavar="文件夹", help="数据在哪个文件夹（默认 data）。")
DOCS = click.option("--docs", type=PATH, default=Path("docs"), envvar="DOCS", metavar="文件夹", help="手写页面在哪个文件夹（默认 docs）。")
