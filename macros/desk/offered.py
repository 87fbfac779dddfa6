"""The words that a draft offers as a cue where no progress was read: they stand in its comment, and are chosen with a button."""

import re

from macros.desk.paragraphs import Text, words_at
from macros.reading.document import Document

_OFFER = re.compile(r"[ \t]*# 看来已经做了的，写 done；依据可以用“(?P<cues>.*)”")
_AS_WRITTEN = str.maketrans("‘’", "“”")


def cues(document: Document, account: int, text: Text | None, places: list[str]) -> list[str]:
    """The words that the comment above an account's progress offers, as the source has them at its places; none where it offers nothing
    any more."""
    node = document.node(("accounts", account, "progress", "status"))
    if node is None or text is None:
        return []
    lines, at = document.text.split("\n"), node.start_mark.line - 1
    while at >= 0 and lines[at].lstrip().startswith("#"):
        if found := _OFFER.match(lines[at]):
            words = "\n".join(words_at(text, place) for place in places)
            # A comment has single quotes where the source may have double ones.
            given = [(cue, cue.translate(_AS_WRITTEN)) for cue in found["cues"].split("”、“")]
            return [cue if cue in words else quoted for cue, quoted in given if cue in words or quoted in words]
        at -= 1
    return []
