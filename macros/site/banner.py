"""What the preview shows of errors: on top of a page, or in the place of a site that is not there yet."""

import re
from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader

from macros.findings import Finding
from macros.site.code_reload import PACKAGE
from macros.text.printable import printable

MANY = 20
# Read when the preview starts: what is saved later may be just what is broken.
_templates = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True,
                         loader=FileSystemLoader(PACKAGE.parent / "overrides" / "partials"))
_BANNER, _PAGE = (_templates.get_template(name) for name in ("broken.html", "nothing-yet.html"))
_BODY = re.compile(rb"<body\b[^>]*>")


def html(findings: Sequence[Finding], *, kept: bool) -> str:
    """The banner, with the first of the findings; `kept` says that the last good site stands below it."""
    shown = [{"path": printable(f.path), "line": f.line, "column": f.column, "message": printable(f.message),
              "cure": printable(f.cure)} for f in findings[:MANY]]
    return _BANNER.render(shown=shown, count=len(findings), more=max(len(findings) - MANY, 0), kept=kept)


def on_top(page: bytes, banner: str) -> bytes:
    """The page with the banner before everything else that it shows."""
    body = _BODY.search(page)
    at = body.end() if body else 0
    return page[:at] + banner.encode() + page[at:]


def alone(banner: str) -> bytes:
    """A page that shows the banner only, and looks again by itself."""
    return _PAGE.render(banner=banner).encode()
