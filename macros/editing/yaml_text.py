"""Scalars and comments of a draft. A draft is written as text, because its comments are half of it."""

import json
import re
from collections.abc import Iterable

from macros.model.fields import Model, fields_of
from macros.model.vocabulary import Labelled
from macros.text.printable import printable

_PLAIN = re.compile(r"[\u3400-\u9fffa-z][\u3400-\u9fffA-Za-z0-9 、，。；！？（）《》“”·—+-]*")
_WIDTH = 60


def scalar(text: str) -> str:
    """The text as one YAML value, in quotes unless it can't be read otherwise."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text not in ("null", "true", "false", "yes", "no")
    return text if plain else json.dumps(text, ensure_ascii=False)


def curly(text: str) -> str:
    """Straight quotation marks as Chinese ones, in pairs."""
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def comment(text: str, indent: int = 0) -> str:
    # Whatever a file is called, a comment is one line and says nothing to the parser; what can't be shown is no lost character.
    return f"{' ' * indent}# {printable(text).replace(chr(0xfffd), '?')}\n"


def meaning(model: Model, name: str) -> str:
    """What a field is for, as the model declares it: the comment beside what is to be filled in."""
    info = next(i for n, i in fields_of(model).items() if name in (n, i.alias))
    return f"{info.title}：{info.description}"


def choices(values: Iterable[Labelled]) -> str:
    """`mechanism 制度机制；platform 平台载体`."""
    return "；".join(f"{value.value} {value.label}" for value in values)
