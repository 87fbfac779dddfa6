"""No picture holds more than the picture, and no drawing what nobody sees: for files that came by another way than `docs`."""

from collections.abc import Iterator
from pathlib import Path

from macros import pictures
from macros.findings import Finding
from macros.html import hidden, unseen
from macros.publishing.checks.expected import Expected
from macros.publishing.site import Site, finding


def check(site: Site, _: Expected) -> Iterator[Finding]:
    for file in site.files:
        suffix = Path(file).suffix.lower()
        if suffix == ".svg" and site.is_plain(file):
            for found in hidden.in_drawing(site.text(file)):
                yield finding(file, *unseen.in_drawing(found), found.line, found.column)
        elif suffix in pictures.SUFFIXES and site.is_plain(file) and (extras := pictures.extras(suffix, (site.root / file).read_bytes())):
            yield finding(file, *unseen.in_picture(extras))
