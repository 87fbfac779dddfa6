"""What is checked in a built folder before it is published. One check is one file; this is their only list."""

from macros.findings import Finding
from macros.publishing.checks import counts, external, inline, leaks, links, names, originals, policy, unseen
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site

CHECKS = (names, links, external, inline, policy, leaks, originals, unseen, counts)


def examine(site: Site, expected: Expected) -> list[Finding]:
    """All findings about a built folder, sorted by place; none when it may be published."""
    if "index.html" not in site.present:
        return [Finding("index.html", 1, 1, "no-site", "这个文件夹里没有首页，不是生成好的网站", "先运行 make site，再指明生成的文件夹")]
    return sorted(finding for check in CHECKS for finding in check.check(site, expected))


__all__ = ["CHECKS", "Expected", "examine"]
