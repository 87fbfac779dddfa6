"""What a page may show: full texts only to those who may read them, a writer's remarks to nobody."""

import re
import sys

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from macros.publishing.settings import allows

_REMARK = re.compile(r"<!--.*?-->", re.S)


def may_show_originals(config: MkDocsConfig, *, serving: bool) -> bool:
    """Whether pages show full texts: where their owner allows it, and to the editor at this very machine.

    Raises:
        Abort: nobody can tell from the setting whether its owner does.
    """
    try:
        allowed = allows(config.extra["publish_originals"])
    except ValueError as error:
        raise Abort(f"没有生成网站：{error}") from None
    host = str(config.dev_addr.host)
    local = serving and (host in ("localhost", "::1") or host.startswith("127."))
    if serving and not (allowed or local):
        print(f"预览开在 {host}，别的电脑也看得到：全文不显示。", file=sys.stderr)
    return allowed or local


def without_remarks(html: str) -> str:
    """A page's HTML without comments; in code they stand escaped, and stay."""
    return _REMARK.sub("", html)
