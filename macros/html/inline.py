"""What stands inline on a page and a strict policy forbids, said for people."""

from macros.html.page import Inline

_SHOWN = 40
# What does harm in a picture that is opened by itself; its styles do none.
IN_PICTURES = ("script", "handler", "address")


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
