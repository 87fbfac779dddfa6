"""Rendered HTML back to the text that a reader sees, for the search index."""

from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "nav", "noscript", "button", "form"})


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _SILENT:
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def plain_text(html: str) -> str:
    """The visible text of an HTML fragment, white space folded."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return " ".join(" ".join(parser.words).split())
