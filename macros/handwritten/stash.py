"""Finished HTML on its way through Markdown: a token goes in, the HTML comes out untouched.

So entry text in a macro's output is never read as Markdown, snippet or heading.
"""

import re

_TOKEN = re.compile("<p>\ue000(\\d+)\ue001</p>|\ue000(\\d+)\ue001")
_BLOCK = re.compile(r"<(?:article|aside|div|dl|form|h[1-6]|nav|ol|p|section|table|ul)\b")


class Stash:
    """The finished pieces of one page."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def put(self, html: str) -> str:
        """A token that stands for `html`."""
        self._pieces.append(html)
        return f"\ue000{len(self._pieces) - 1}\ue001"

    def restore(self, text: str, *, blocks: bool = True) -> str:
        """`text` with every token replaced; a block that Markdown put into a paragraph loses it.

        Without `blocks` lists and tables are left out: what is left is what a person wrote.
        """
        def piece(match: re.Match[str]) -> str:
            html = self._pieces[int(match.group(1) or match.group(2))]
            if not blocks and _BLOCK.match(html):
                return ""
            return f"<p>{html}</p>" if match.group(1) and not _BLOCK.match(html) else html
        return _TOKEN.sub(piece, text)
