"""`kb staged`: what git would commit now, for the hooks that run before a commit."""

from collections.abc import Collection
from pathlib import Path

import click

from macros.cli import folder, paths
from macros.editing import staged
from macros.findings import Finding, as_text, errors, summary
from macros.runtime.git import Git, GitProblem
from macros.text.printable import printable


@click.command()
@click.option("--message", "file", type=paths.PATH, metavar="文件", help="只核对这个文件里的提交说明。")
@paths.DATA
@paths.DOCS
@click.pass_context
def command(ctx: click.Context, file: Path | None, data: Path, docs: Path) -> None:
    """核对 git add 过的内容：条目和手写页面有没有错误，有没有全文混在里面。

    提交以前由 .githooks 里的钩子运行。没有错误时退出码是 0，有错误是 1。
    """
    need(ctx, data, docs)
    try:
        found = (staged.examine(Path.cwd(), data, docs, _checked, words) if file is None
                 else staged.message(Path.cwd(), data, docs, file, words))
    except GitProblem as problem:
        raise click.ClickException(str(problem)) from None
    what = "git add，再提交" if file is None else f"再提交；写好的说明还在“{file.as_posix()}”里"
    tell(ctx, found, f"没有提交：先改好上面的错误，{what}。")


def tell(ctx: click.Context, found: Collection[Finding], refusal: str) -> None:
    """Prints what was found; where an error is among it, says the refusal and ends the command with 1."""
    if found:
        click.echo(as_text(found))
        click.echo(summary(found))
    if errors(found):
        click.echo(refusal, err=True)
        ctx.exit(1)


def need(ctx: click.Context, data: Path, docs: Path) -> None:
    """Ends the command where somebody has named a folder that is none; a repository may have none yet.

    Folders are looked for here, then at the root of the repository, where git runs its hooks.

    Raises:
        click.UsageError: with what such a folder holds and what to type.
    """
    data, docs = (_there(name) for name in (data, docs))
    if data.is_dir() or _named(ctx, "data"):
        folder.need(data)
    if not docs.is_dir() and _named(ctx, "docs"):
        raise click.UsageError(f"没有“{printable(str(docs))}”这个手写页面的文件夹：在库的根文件夹里运行，或用 --docs 指明。")


def _there(name: Path) -> Path:
    if name.is_dir():
        return name
    try:
        at_root = Git(Path.cwd()).root() / name
    except GitProblem as problem:
        raise click.ClickException(str(problem)) from None
    return at_root if at_root.is_dir() else name


def _named(ctx: click.Context, option: str) -> bool:
    return ctx.get_parameter_source(option) != click.core.ParameterSource.DEFAULT


def words(raw: bytes) -> str | None:
    """The text of a Word file's bytes, or None where it has none or what reads it is not installed."""
    try:
        from macros.importing import from_docx
        from macros.importing.refused import Refused
    except ModuleNotFoundError:
        return None
    try:
        return from_docx.read(raw) or None
    except (Refused, RecursionError):
        return None


def _checked(data: Path, docs: Path, shown_data: str, shown_docs: str, texts_in: Path) -> list[Finding]:
    from macros import pipeline  # a message and a push ask nothing of the library

    return pipeline.examine(data, docs, shown_data, shown_docs, texts_in=texts_in)[2]
