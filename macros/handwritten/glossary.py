"""The terms by the first letter of their pinyin, as a reader looks them up."""

import re
from collections.abc import Mapping

from macros.model.entries import Term

# What begins with a number or is hidden has no letter.
OTHERS = "数、x"
_QUOTES = re.compile(r"[“”‘’《》〈〉（）()\s]+")


def by_initial(terms: Mapping[str, Term]) -> dict[str, list[tuple[str, Term]]]:
    """Letter → the terms that begin with it, letters and terms in the order of their pinyin; what has no letter last."""
    # Loaded when a page asks: a check needs no pinyin.
    from macros.search.pinyin import table
    readings = table([term.term for term in terms.values()])
    found: dict[str, list[tuple[str, str, Term]]] = {}
    for term_id, term in terms.items():
        bare = _QUOTES.sub("", term.term)
        spoken = " ".join(syllable or sign.lower() for syllable, sign in zip(readings.read(bare), bare, strict=True))
        first = spoken[:1].upper()
        letter = first if "A" <= first <= "Z" and not bare.startswith("x") else OTHERS
        found.setdefault(letter, []).append((spoken, term_id, term))
    return {letter: [(term_id, term) for _, term_id, term in sorted(found[letter], key=lambda each: each[:2])]
            for letter in sorted(found, key=lambda letter: (letter == OTHERS, letter))}
