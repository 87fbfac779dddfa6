"""`kb publish`: put the site before readers, take a step back, pack it to carry away, verify a copy."""

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from macros import publishing
from macros.cli import paths
from macros.findings import Finding
from macros.library import catalog
from macros.publishing import access, checksums, edition, files, handover, settings, target
from macros.publishing.checks import Expected
from macros.publishing.failure import shown, told
from macros.publishing.flow import Make, Published
from macros.reading import data_folder
from macros.runtime import moment
from macros.site import fingerprint
from macros.site import target as site_target
from macros.site.atomic_build import PROJECT, BuildFailed, build, commit_time
from macros.text import machine_paths
from macros.text.listing import some

_SHOWN = 50
# What of the project a build reads besides data and docs.
_PARTS = ("macros", "overrides", "mkdocs.yml", "requirements/site.txt")
_FOLDER = paths.FOLDER


@click.command()
@click.argument("dest", type=_FOLDER, required=False, metavar="[DEST]")
@click.option("--keep", type=click.IntRange(1), default=5, metavar="数目", help="留几个版本，当前的算一个（默认 5）。")
@click.option("--rollback", is_flag=True, help="退回上一个版本，不生成。")
@click.option("--zip", "zip_to", type=paths.PATH, metavar="文件或文件夹",
              help="打成一个压缩包，拿到别处双击就能看。")
@click.option("--verify", "copy", type=paths.FOLDER, metavar="文件夹",
              help="核对一份解压或复制出来的文件夹，不生成。")
@click.option("--check", "only_check", is_flag=True, help="只看能不能发布，什么都不写；可以和 --site 一起用。")
@click.option("--site", type=_FOLDER, metavar="文件夹", help="用这个生成好的文件夹，不重新生成；照样检查。")
@click.option("--data", type=_FOLDER, default=Path("data"), envvar="DATA", metavar="文件夹",
              help="数据在哪个文件夹（默认 data）。")
@click.option("--docs", type=_FOLDER, default=Path("docs"), envvar="DOCS", metavar="文件夹",
              help="手写页面在哪个文件夹（默认 docs）。")
@click.pass_context
def command(ctx: click.Context, dest: Path | None, keep: int, rollback: bool, zip_to: Path | None, copy: Path | None,
            only_check: bool, site: Path | None, data: Path, docs: Path) -> None:
    """把网站发布到 DEST：生成、检查、压缩，再换上 DEST/current。

    中途失败、断电、磁盘满，读者看到的都还是原来那一版。服务器指向 DEST/current，配置见 deploy/。
    """
    if rollback and (dest is None or zip_to or site):
        raise click.UsageError("--rollback 只和 DEST 一起用，例如：kb publish /srv/kb --rollback")
    if copy is not None and (dest or zip_to or site or rollback):
        raise click.UsageError("--verify 单独用，例如：kb publish --verify /srv/kb/current")
    if only_check and (dest or zip_to or copy or rollback):
        raise click.UsageError("--check 只和 --site 一起用，例如：kb publish --check --site site")
    if dest is None and zip_to is None and copy is None and not only_check:
        raise click.UsageError("写明发布到哪个文件夹，例如：kb publish /srv/kb")
    try:
        if copy is not None:
            _verify(copy)
        elif rollback and dest:
            before, now = publishing.roll_back(dest)
            outcome = f"已从 {before} 退回到 {now}" if before else f"原来的 current 不见了，已换上最新的 {now}"
            _readable(dest / "current", outcome)
            click.echo(f"{outcome}。")
        elif only_check:
            click.echo(f"可以发布：{_checked(site, data, docs)} 个文件，没有不对的地方。")
        else:
            _need(data)
            _keep_apart(dest, zip_to, [data, docs, *([site] if site else [])])
            made_here = () if site else (data, docs)
            _publish(dest, keep, zip_to, _maker(site, data, docs), data, made_here)
    except publishing.PublishFailed as failure:
        click.echo(f"出错了：{failure}", err=True)
        ctx.exit(1)
    except publishing.SiteRefused as refused:
        _tell(refused.findings)
        kept = "不能发布" if only_check else "没有发布，读者看到的还是原来那一版"
        click.echo(f"有 {len(refused.findings)} 处不对，{kept}。", err=True)
        ctx.exit(1)


def _publish(dest: Path | None, keep: int, zip_to: Path | None, make: Make, data: Path, inputs: Sequence[Path]) -> None:
    known, when, expected = settings.read(PROJECT), _moment(), _expected(data)
    if zip_to:
        # Nobody knows of which commit a site is that was built before.
        which = edition.of(PROJECT, [*inputs, *(PROJECT / part for part in _PARTS)]) if inputs else edition.Edition(edition.version())
        file = handover.file_for(zip_to, which)
        count = publishing.hand_over(file, make, expected, name=known.name, moment=when, edition=which)
        click.echo(f"已打包：{file}，{count} 个文件，{which.words}。解压后双击 start.html。")
    if dest:
        _tell_published(dest, publishing.publish(dest, make, expected, keep=keep))


def _tell_published(dest: Path, done: Published) -> None:
    if done.left:
        click.echo(f"提醒：{done.left}；下次发布时再清理。", err=True)
    _readable(dest / "current", f"{done.release} 已经换上" if done.new else f"内容和当前版本 {done.release} 一样")
    if done.new:
        click.echo(f"已发布：{dest / 'current'} → {done.release}，{done.files} 个文件。")
    else:
        click.echo(f"内容和当前版本 {done.release} 一样，没有新建版本。")
    if done.removed:
        click.echo(f"清理了 {len(done.removed)} 个旧版本：{'、'.join(done.removed)}。")


def _readable(folder: Path, outcome: str) -> None:
    """Says so when the server's account can't read `folder`: nobody is served, whatever was put there."""
    found = access.of(folder)
    if found.barred:
        message, cure = found.trouble
        raise publishing.PublishFailed(f"{outcome}，但是{message}", cure)
    if found.note:
        click.echo(f"提醒：{found.note}", err=True)


def _keep_apart(dest: Path | None, zip_to: Path | None, inputs: Sequence[Path]) -> None:
    around = [*inputs, *(PROJECT / part for part in (*_PARTS, ".git"))]
    places = [dest] if dest else []
    if zip_to:
        places.append(handover.file_for(zip_to, edition.Edition("")).parent)
    for place in places:
        target.keep_apart(place, around, fingerprint.is_site)


def _checked(site: Path | None, data: Path, docs: Path) -> int:
    """How many files a site has that may be published: the one given, or one built for this alone."""
    expected = _expected(data)
    if site is not None:
        _as_built(site)
        return publishing.inspect(site, expected)
    with tempfile.TemporaryDirectory(prefix="kb-") as folder:
        made = Path(folder) / "site"
        _maker(None, data, docs)(made)
        return publishing.inspect(made, expected)


def _need(data: Path) -> None:
    problem = data_folder.wrong(data)
    if problem:
        raise publishing.PublishFailed(*problem)


def _expected(data: Path) -> Expected:
    """What a site is held against. Raises PublishFailed where there is no data folder."""
    _need(data)
    texts = () if settings.read(PROJECT).publish_originals else _originals(data)
    return Expected(catalog.load(data)[0], texts, machine_paths.private(PROJECT, data.resolve()))


def _maker(site: Path | None, data: Path, docs: Path) -> Make:
    if site is not None:
        _as_built(site)
        return lambda target: files.copy(site, target)

    def build_into(target: Path) -> None:
        try:
            build(PROJECT, data=data, docs=docs, site=target)
        except BuildFailed as failed:
            why = f"：{failed.message}" if failed.message else ""
            raise publishing.PublishFailed(f"网站没有生成出来，没有发布{why}", failed.cure or "先改好上面列出的问题") from None

    return build_into


def _as_built(site: Path) -> None:
    """Nothing, when a folder that a build made is as the build left it; of one that was copied here nobody can tell."""
    try:
        mark = fingerprint.read(site)
    except ValueError:
        mark = None
    if not mark or mark.folder:
        return
    strange = site_target.own(fingerprint.unknown(fingerprint.scan(site), mark.files, mark.before))
    if strange:
        raise publishing.PublishFailed(f"“{site}”里有不是生成出来的、或者生成以后改过的文件：{some(sorted(strange))}", "移走它们，重新生成（kb build），再发布")


def _verify(copy: Path) -> None:
    with told(copy, "没有核对完"):
        findings = checksums.verify(copy)
    if findings:
        _tell(findings)
        raise publishing.PublishFailed(f"核对没有通过：{len(findings)} 个文件不对", "换一份完整的")
    if not handover.is_unpacked(copy):
        _readable(copy, "每个文件都和清单一致")
    click.echo("核对通过：每个文件都和清单一致。")


def _tell(findings: Sequence[Finding]) -> None:
    click.echo(shown(findings[:_SHOWN]), err=True)
    if len(findings) > _SHOWN:
        click.echo(f"……另有 {len(findings) - _SHOWN} 处。", err=True)


def _originals(data: Path) -> tuple[str, ...]:
    """The full texts beside the entries; the folder's own README is ours."""
    found = sorted(p for p in (data / "originals").rglob("*") if p.is_file() and p.name != "README.md")
    return tuple(p.read_bytes().decode("utf-8", errors="ignore") for p in found)


def _moment() -> datetime | None:
    """The time of the commit, so that the same commit packs to the same bytes."""
    try:
        given = moment.given()
    except moment.BadMoment as bad:
        raise publishing.PublishFailed(str(bad), "改正它，或删去这个环境变量") from None
    seconds = min(max(int(commit_time(PROJECT)), 0), moment.LATEST) if given is None else given
    return datetime.fromtimestamp(seconds, UTC) if seconds or given is not None else None
