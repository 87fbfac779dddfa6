"""What of the settings ends up on the site is fit for it: addresses that readers can open, and nothing secret in them.

No message repeats an address that may hold a password.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from macros.findings import Finding
from macros.reading import settings
from macros.reading.settings import Setting
from macros.text import machine_paths, secrets

# Where the machine's own folders stand, and what MkDocs alone reads.
_NOT_SHOWN = (("docs_dir",), ("site_dir",), ("theme", "custom_dir"), ("hooks",), ("watch",), ("plugins",), ("validation",),
              ("markdown_extensions",), ("extra", "data"), ("INHERIT",))
_ADDRESSES = (("site_url",), ("repo_url",), ("extra", "edit_address"))
_USER = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^/\s?#]*@|^[^/\s?#@]+:[^/\s?#@]+@", re.I)
_SECRET = re.compile(r"[?&;#](?:[\w.-]*(?:token|secret|passw(?:or)?d|passwd|pwd|api[_-]?key|access[_-]?key|credential|signature)|auth|sig|key)=[^&;#{}\s]"
                     rf"|\b{secrets.MADE}", re.I)
_NEW_ONE = "再到发给你的地方作废它，换一个新的"


def check(project: Path) -> Iterator[Finding]:
    """A finding for each setting that must not be published as it is, at its place in `mkdocs.yml`."""
    for setting in settings.texts(project):
        if any(setting.place[:len(place)] == place for place in _NOT_SHOWN):
            continue
        problem = wrong(setting.text, address=setting.place in _ADDRESSES)
        if problem:
            code, message, cure = problem
            yield Finding(settings.FILE, setting.line, setting.column, code, f"{_named(setting)}{message}", cure)


def wrong(text: str, *, address: bool) -> tuple[str, str, str] | None:
    """Code, message (to follow the setting's name) and cure for a text that would be published; None where it may be.

    With `address` it must lead to a site, where it is not empty.
    """
    text = text.strip()
    if _USER.search(text):
        return "secret-address", "的地址里带着用户名或密码（@ 前面的部分），每一页都会写上它", f"删去 // 和 @ 之间的部分，连 @ 一起；密码已经写进文件或给人看过的，{_NEW_ONE}"
    if _SECRET.search(text):
        return "secret-address", "里带着口令（token、key 一类），每一页都会写上它", f"删去它，只留地址；{_NEW_ONE}"
    if not text:
        return None
    if address and not _is_http(text):
        return "site-address", "不是 http:// 或 https:// 开头的完整地址，读者打不开，还会说出这台电脑上的路径", \
            "写网站在浏览器里的地址，例如 https://kb.example.gov.cn/；还没有就留空"
    if not address and next(machine_paths.written(text, machine_paths.private()), None):
        return "leaked-path", "里有本机的路径，网页上会写出来", "删去路径"
    return None


def _is_http(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", text)


def _named(setting: Setting) -> str:
    return f"环境变量 {setting.variable} " if setting.variable else f"{'.'.join(setting.place)} "
