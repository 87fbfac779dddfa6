"""`kb new practice|speech`: asks what a person knows, and writes the rest as a skeleton to fill."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from macros.cli import folder, paths, stopped
from macros.editing.scaffold import skeleton
from macros.importing.ids import propose, taken
from macros.library.catalog import Catalog
from macros.library.similarity import Names, folded
from macros.model.describe import values
from macros.model.fields import TO_FILL, fields_of
from macros.model.kinds import KINDS
from macros.model.titles import title_of
from macros.reading.filenames import bad_id
from macros.reading.meant import nearest_of
from macros.runtime import today, writing

Answers = dict[str, Any]

_id = click.option("--id", "entry_id", metavar="编号", help="编号；不写就由标题的拼音得来。")
_quiet = click.option("--no-input", is_flag=True, help="不提问；没有写明的都留“待填”。")


@click.group(subcommand_metavar="命令 [参数]...")
def command() -> None:
    """新建一条：问几个问题，写出带说明的骨架。"""


@command.command(options_metavar="[选项]")
@click.option("--title", metavar="名称", help="做法的名称，用原文的叫法。")
@click.option("--form", metavar="类型", help="类型，写值或中文，例如 mechanism 或 制度机制。")
@click.option("--topic", "topics", multiple=True, metavar="专题", help="专题的编号或名称，可写几次。")
@click.option("--speech", metavar="发言", help="讲到它的发言的编号。")
@click.option("--at", "places", multiple=True, metavar="出处", help="第几段或第几段.第几项，例如 3.1，可写几次。")
@_id
@paths.DATA
@_quiet
def practice(title: str | None, form: str | None, topics: tuple[str, ...], speech: str | None, places: tuple[str, ...],
             entry_id: str | None, data: Path, no_input: bool) -> None:
    """新建一个做法。"""
    catalog = _catalog(data)
    ask = _Ask(no_input)
    title = title or ask.needed("做法叫什么（用原文的叫法）", "--title")
    _refuse_draft(catalog, "practices", title, entry_id)
    _warn_of_likeness(catalog, title)
    entry_id = _checked_id(catalog, entry_id or ask.text("编号", propose(title, taken(catalog))))
    forms = values(fields_of(KINDS["practices"].model)["form"])
    form = form or ask.text(f"类型（{_listing(forms)}；回车留待填）", "")
    known = _titles(catalog, "topics")
    topics = topics or tuple(ask.text(f"专题（{_listing(known)}；几个用空格隔开，回车留待填）", "").split())
    speech = speech or ask.text("哪篇发言讲到它（发言的编号；回车留待填）", "")
    places = places or tuple(ask.text("在第几段或第几段.第几项（例如 3.1；回车留待填）", "").split())
    given: Answers = {"title": title, "added": today.here()}
    if form:
        given["form"] = _value(form, forms, "类型")
    if topics:
        given["topics"] = [_value(topic, known, "专题") for topic in topics]
    account: Answers = {}
    if speech:
        account["speech"] = _value(speech, _titles(catalog, "speeches"), "发言")
    if places:
        account["at"] = list(places)
    if account:
        given["accounts"] = [account]
    _write(data, "practices", entry_id, given)


@command.command(options_metavar="[选项]")
@click.option("--title", metavar="篇名", help="发言的标题，照原文。")
@click.option("--short", metavar="简称", help="出处里显示的短名。")
@click.option("--order", type=int, metavar="数", help="在来源里是第几篇。")
@click.option("--source", metavar="来源", help="来源的编号或名称。")
@click.option("--organization", metavar="单位", help="发言单位的编号或名称。")
@click.option("--paragraphs", type=click.IntRange(1, 99), metavar="数", help="有几段；小标题不算段。")
@_id
@paths.DATA
@_quiet
def speech(title: str | None, short: str | None, order: int | None, source: str | None, organization: str | None,
           paragraphs: int | None, entry_id: str | None, data: Path, no_input: bool) -> None:
    """新建一篇发言。有 Word 或网页文件时用 kb import 更省事。"""
    catalog = _catalog(data)
    ask = _Ask(no_input)
    title = title or ask.needed("发言的标题（照原文）", "--title")
    _refuse_draft(catalog, "speeches", title, entry_id)
    short = short or ask.text("简称（出处里显示；回车留待填）", "")
    entry_id = _checked_id(catalog, entry_id or ask.text("编号", propose(short or title, taken(catalog))))
    source = source or ask.text(f"来源（{_listing(_titles(catalog, 'sources'))}；回车留待填）", "")
    organization = organization or ask.text("单位（编号或名称；回车留待填）", "")
    order = order or ask.number("在来源里是第几篇（回车留待填）")
    paragraphs = paragraphs or ask.number("有几段（小标题不算；回车先写一段）") or 1
    given: Answers = {"title": title, "outline": [{"paragraphs": [{} for _ in range(paragraphs)]}]}
    for name, value in (("short", short), ("order", order)):
        if value:
            given[name] = value
    for name, value, kind in (("source", source, "sources"), ("organization", organization, "organizations")):
        if value:
            given[name] = _value(value, _titles(catalog, kind), KINDS[kind].label)
    _write(data, "speeches", entry_id, given)


class _Ask:
    """Questions, or none at all: then every answer is the one that a bare return key would give."""

    def __init__(self, silent: bool) -> None:
        self._silent = silent

    def text(self, question: str, default: str) -> str:
        if self._silent:
            return default
        return str(click.prompt(question, default=default, show_default=bool(default), prompt_suffix="：")).strip()

    def needed(self, question: str, option: str) -> str:
        if self._silent:
            raise click.UsageError(f"缺少 {option}。")
        return str(click.prompt(question, prompt_suffix="：")).strip()

    def number(self, question: str) -> int | None:
        answer = self.text(question, "")
        if answer and not re.fullmatch(r"[1-9]\d?", answer):
            raise click.UsageError(f"“{answer}”不是 1 到 99 的数字。")
        return int(answer) if answer else None


def _catalog(data: Path) -> Catalog:
    return folder.library(data, data.as_posix())


def _refuse_draft(catalog: Catalog, kind: str, title: str, entry_id: str | None) -> None:
    """Ends the command when there is a draft of this title already, unless the id says that another is meant."""
    for (known, draft), origin in catalog.origins.items():
        if known == kind and draft not in catalog.of(kind) and not entry_id:
            data = origin.document.data
            if isinstance(data, dict) and folded(str(data.get("title"))) == folded(title):
                raise click.ClickException(f"已经有“{title}”的草稿（{origin.document.path}），还没有填好，没有另建一份。\n"
                                           "  改法：接着填那一份；真的是另一条，用 --id 给它另一个编号。")


def _checked_id(catalog: Catalog, entry_id: str) -> str:
    problem = bad_id(entry_id)
    if problem:
        raise click.UsageError(f"编号“{entry_id}”不能用：{problem}。")
    if entry_id in taken(catalog):
        raise click.UsageError(f"编号“{entry_id}”已经用了，换一个，例如 {propose(entry_id, taken(catalog))}。")
    return entry_id


def _titles(catalog: Catalog, kind: str) -> Mapping[str, str]:
    """The entries of a kind by id; a draft that still says 待填 can be named too."""
    drafts = {entry_id: "草稿" for known, entry_id in sorted(catalog.claimed) if known == kind}
    return drafts | {i: title_of(e) for i, e in catalog.of(kind).items()}


def _value(written: str, known: Mapping[str, str], label: str) -> str:
    """The value that was meant: as written, or by its Chinese name."""
    by_label = {name: value for value, name in known.items()}
    value = written if written in known else by_label.get(written)
    if value is None:
        like = nearest_of(written, known)
        hint = f"是不是 {like}（{known[like]}）？" if like else f"可写：{_listing(known)}"
        raise click.UsageError(f"没有“{written}”这个{label}。{hint}")
    return value


def _listing(known: Mapping[str, str]) -> str:
    return "、".join(f"{value} {label}" for value, label in known.items())


def _warn_of_likeness(catalog: Catalog, title: str) -> None:
    names = Names()
    same = {folded(n): pid for pid, p in catalog.practices.items() for n in (p.title, *p.aliases)}
    for pid, entry in catalog.practices.items():
        names.nearest(pid, (entry.title, *entry.aliases))
    key = folded(title)
    part = next((pid for name, pid in same.items() if min(len(name), len(key)) >= 4 and (name in key or key in name)), None)
    like = same.get(key) or names.nearest("", (title,)) or part
    if like:
        click.echo(f"库里已有“{catalog.practices[like].title}”（practices/{like}.yml）。"
                   "是同一个做法，就到那里的 accounts 加一项，不必新建。", err=True)


def _write(data: Path, kind: str, entry_id: str, given: Answers) -> None:
    file = data / kind / f"{entry_id}.yml"
    text = skeleton(kind, given)
    try:
        writing.create(file, text.encode())
    except FileExistsError:
        raise click.ClickException(f"{file.as_posix()} 刚刚有人建好了，没有动它。\n  改法：打开它看看；是另一条的，再运行一次，换一个编号（--id）。") from None
    except OSError as error:
        raise stopped.failure(error, file.as_posix()) from None
    click.echo(f"写好了 {file.as_posix()}，里面有 {text.count(TO_FILL)} 处“{TO_FILL}”。")
    click.echo("接下来：")
    click.echo(f"  1. 打开它，按每个字段上面的说明填好“{TO_FILL}”；用不上的可选字段不用管。")
    click.echo(f"  2. 运行 kb check {file.as_posix()}，照提示改到没有错误。")
    click.echo("  3. 运行 make serve，看页面对不对。")
