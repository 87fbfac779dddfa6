"""Every page carries the content policy itself, for readers who open it by double-click."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site, finding

_CURE = "在 overrides/main.html 里恢复 Content-Security-Policy，照 DESIGN §4 写"


def check(site: Site, _: Expected) -> Iterator[Finding]:
    for file, page in site.pages.items():
        if page.policy is None:
            yield finding(file, "no-policy", "这一页没有内容安全策略", _CURE)
        elif "default-src 'none'" not in page.policy or "'unsafe-" in page.policy:
            yield finding(file, "weak-policy", f"这一页的内容安全策略放得太宽：{page.policy}", _CURE)
