"""Patterns for any of many words that look at one character before they try them all: most characters begin none of them."""

import re
from collections.abc import Iterable


def beginning(words: Iterable[str]) -> str:
    """What looks ahead for the first character of any of the words; each begins with a character that stands for itself."""
    return f"(?=[{''.join(sorted({re.escape(word[0]) for word in words}))}])"


def any_of(words: Iterable[str]) -> str:
    """A pattern for the words, in their order."""
    every = list(words)
    return f"{beginning(every)}(?:{'|'.join(every)})"


def longest(words: Iterable[str]) -> str:
    """A pattern for the words, the longest first."""
    return any_of(sorted(words, key=len, reverse=True))
