"""`kb outgoing`: what a push would take away from here, for the hook that runs before it."""

import sys
from pathlib import Path

import click

from macros.cli import paths
from macros.cli.staged import need, tell, words
from macros.editing import outgoing
from macros.runtime.git import Git, GitProblem


@click.command()
@click.argument("remote", default="origin", metavar="[远程]")
@click.option("--hook", is_flag=True, help="由 git 的 pre-push 钩子运行：推送哪些，git 从标准输入告诉。")
@paths.DATA
@paths.DOCS
@click.pass_context
def command(ctx: click.Context, remote: str, hook: bool, data: Path, docs: Path) -> None:
    """核对还没有推送到“远程”（默认 origin）的每一次提交：里面有没有全文，有没有看不见内容的文件。

    推送以前由 .githooks 里的钩子运行。没有错误时退出码是 0，有错误是 1。
    """
    need(ctx, data, docs)
    try:
        here = Path.cwd()
        pushed = outgoing.updates(sys.stdin.buffer.read().decode("utf-8", "surrogateescape").splitlines()) if hook else _here(here)
        found, oldest = outgoing.examine(here, data, docs, remote, pushed, words)
    except GitProblem as problem:
        raise click.ClickException(str(problem)) from None
    tell(ctx, found, _cure(hook, oldest))


def _here(folder: Path) -> list[outgoing.Update]:
    """The branch that is checked out; nothing before the first commit."""
    head = Git(folder).ask("rev-parse", "--verify", "--quiet", "HEAD")
    return [outgoing.Update("HEAD", head, "")] if head else []


def _cure(hook: bool, oldest: str | None) -> str:
    said = "没有推送" if hook else "现在还不能推送"
    if oldest is None:
        return f"{said}：先改好上面的错误。"
    return (f"{said}：上面的提交里有不该出去的，后来删去也还在历史里，要改那一次提交。\n"
            f"  改法：就是最近一次提交的，拿走文件（git rm --cached）或改好、git add，再 git commit --amend；"
            f"更早的，先 git rebase -i {oldest[:7]}^（是第一次提交的，git rebase -i --root），把写明的提交前面的 pick 改成 edit，"
            "停下时同样改好，再 git rebase --continue。")
