"""Nothing on a page needs what the strict policy forbids."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.publishing.checks.expected import Expected
from macros.publishing.page import Inline, parse
from macros.publishing.site import Site, finding

_SHOWN = 40
# What does harm in a picture that is opened by itself; its styles do none.
IN_PICTURES = ("script", "handler", "address")


def check(site: Site, _: Expected) -> Iterator[Finding]:
    for file, page in site.pages.items():
        for inline in page.inline:
            yield _finding(file, inline)
    for file in site.files:
        if file.lower().endswith(".svg") and site.is_plain(file):
            for inline in parse(site.text(file)).inline:
                if inline.kind in IN_PICTURES:
                    yield _finding(file, inline)


def _finding(file: str, inline: Inline) -> Finding:
    return finding(file, *told(inline), inline.line, inline.column)


def told(inline: Inline) -> tuple[str, str, str]:
    """Code, message and cure for something that stands inline."""
    detail = inline.detail if len(inline.detail) <= _SHOWN else inline.detail[:_SHOWN] + "…"
    return {
        "script": ("inline-script", "页面里直接写了脚本", "移到 docs/assets/javascripts/ 的文件里"),
        "style": ("inline-style", "页面里直接写了 <style>", "移到 docs/assets/stylesheets/ 的文件里"),
        "style-attribute": ("inline-style", f"页面里写了 style=“{detail}”", "换成 class，样式写进样式文件"),
        "handler": ("inline-script", f"页面里写了 {detail}=", "在脚本文件里用 addEventListener"),
        "address": ("script-address", f"链接是脚本：“{detail}”", "删去，或换成 http(s) 地址"),
    }[inline.kind]
