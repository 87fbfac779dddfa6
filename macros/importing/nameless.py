"""Words for a draft without anybody's name: what a library says of a practice names no person."""

from macros.text.persons import likely, persons


def named(text: str) -> bool:
    """Whether words name a person, or are likely to: 委员韦素芬前后跑."""
    return next(persons(text), None) is not None or next(likely(text), None) is not None


def without(words: str) -> str:
    """What stands behind the last person that words name (走访 of 主席李建国走访); "" where a name is there and nothing says where it ends."""
    found = list(persons(words))
    rest = words[found[-1].offset + len(found[-1].words):] if found else words
    return "" if named(rest) else rest
