"""`kb build`: the whole site, or nothing."""

import os
import time
from pathlib import Path

import click

from macros.cli import paths
from macros.reading import settings
from macros.site.atomic_build import PROJECT, BuildFailed, BuildRefused, build


@click.command(help="生成网站。有错误就全部列出，原来的网站保持不变。")
@click.option("--data", type=paths.PATH, default=lambda: os.environ.get("DATA") or "data", metavar="文件夹", help="数据文件夹，默认 data。")
@click.option("--docs", type=paths.PATH, default=lambda: os.environ.get("DOCS") or "docs", metavar="文件夹", help="手写页面的文件夹，默认 docs。")
@click.option("--site", type=paths.PATH, default=lambda: os.environ.get("SITE") or "site", metavar="文件夹", help="网站放到哪里，默认 site。")
def command(data: Path, docs: Path, site: Path) -> None:
    began = time.monotonic()
    try:
        result = build(PROJECT, data=data, docs=docs, site=site)
    except BuildFailed as failed:
        kept = "，原来的网站没有动" if site.is_dir() and not isinstance(failed, BuildRefused) else ""
        why = f"：{failed.message}\n  改法：{failed.cure}" if failed.message else "。"
        raise click.ClickException(f"没有生成网站{kept}{why}") from None
    size = f"{result.pages} 页，{result.files} 个文件，{result.size / 1e6:.1f} MB"
    what = f"{result.changed} 个文件有变化" if result.changed else "没有变化，文件都没有动"
    click.echo(f"网站在 {site}：{size}；{what}；用时 {time.monotonic() - began:.1f} 秒。")
    if not settings.contact(PROJECT):
        click.echo("提示：还没有写读者有疑问、发现错了找谁。写在 mkdocs.yml 的 extra.contact（办公室的电话、邮箱），不写，网页上只能请读者找给他网站的人。")
