"""The verbs of the table of words: where one stands in a text, and which kind it is of."""

import re
from functools import lru_cache

from macros.importing.words import either, words
from macros.text.beginnings import beginning


@lru_cache(maxsize=1)
def longest() -> re.Pattern[str]:
    """Every verb of the table, the longest first, whatever its kind."""
    w = words()
    every = {*w.against, *w.naming, *w.made, *w.done, *w.using}
    return re.compile(f"{beginning(every)}(?:{either(every)})")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    w = words()
    return {word: name for name in ("using", "done", "made", "naming", "against") for word in getattr(w, name)}


def verb(word: str) -> str:
    """The kind of a verb of the table: against, naming, made, done, using."""
    return _kinds()[word]
