"""The shell: what the theme puts around a page, rendered once for each kind of page.

The theme renders one page whose values are marks; cut at the marks, it takes the values of every
other page of the kind. MkDocs is not needed for that, and no template is run twice.

A trick of speed: the theme takes milliseconds for a page. Held by tests/site/test_atomic_build.py (the shell
gives what the theme gives) and by every build, for one page of each kind; measured with
bench/without.py shell: without it 1.16 times the CPU in the real library, 1.67 with 1,000 entries (2026-11-28).
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import escape

from macros.pages.page import RenderedPage

SLOTS = ("url", "title", "description", "html", "moved_to")
_MARK = re.compile("kbslot-({})-kbslot".format("|".join(SLOTS)))


# What the theme's conditions leave behind: a third of a page's lines are empty.
_ORPHAN = '<label class="md-overlay" for="__drawer"></label>'
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_AS_IT_IS = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.S)


def tidy(html: str) -> str:
    """HTML without empty lines, but for those that show, and without the theme's label of a menu that these pages don't have."""
    html = html.replace(_ORPHAN, "")
    if "<pre" not in html and "<textarea" not in html:
        return _EMPTY_LINES.sub("\n", html)
    parts = _AS_IT_IS.split(html)
    return "".join(part if i % 2 else _EMPTY_LINES.sub("\n", part) for i, part in enumerate(parts))


def marked(like: RenderedPage) -> RenderedPage:
    """A page in the folder of `like` whose values are marks; values that `like` lacks stay empty."""
    marks = {slot: f"kbslot-{slot}-kbslot" for slot in SLOTS}
    folder = like.url.rpartition("/")[0]
    return RenderedPage(f"{folder}/{marks['url']}.html", marks["title"], marks["description"], marks["html"],
                        moved_to=marks["moved_to"] if like.moved_to else "")


def values(page: RenderedPage) -> Mapping[str, str]:
    """What stands in each slot of a page; all but `html` escaped for text and attributes."""
    name = page.url.rpartition("/")[2].removesuffix(".html")
    return {
        "url": name,
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "html": tidy(page.html),
        "moved_to": str(escape(page.moved_to)),
    }


@dataclass(frozen=True)
class Shell:
    """A rendered page cut at its marks: text, slot, text, slot, …, text."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, rendered: str) -> "Shell":
        return cls(tuple(_MARK.split(rendered)))

    @cached_property
    def key(self) -> str:
        """A digest of the frame, for the keys of the pages in it."""
        return hashlib.md5("\n".join(self.parts).encode(), usedforsecurity=False).hexdigest()

    @cached_property
    def _encoded(self) -> tuple[bytes, ...]:
        # Two thirds of a page are the frame: it is encoded once for all pages of the kind.
        return tuple(part.encode() for part in self.parts)

    def fill(self, page: RenderedPage) -> bytes:
        """The complete HTML of `page`, encoded."""
        given = values(page)
        return b"".join(given[slot].encode() if i % 2 else part
                        for i, (slot, part) in enumerate(zip(self.parts, self._encoded, strict=True)))
