"""What stands in `mkdocs.yml`, read without MkDocs: each text with its place, and the variable that gave it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = "mkdocs.yml"


class _Loader(yaml.CSafeLoader):
    """Reads over the tags that MkDocs knows (`!!python/name:…`): their values are not needed."""


def _env(loader: _Loader, node: yaml.Node) -> Any:
    """`!ENV [NAME, default]` as MkDocs reads it: the variable, in the type that YAML gives it."""
    name, default = _given(node)
    return loader.construct_object(default) if not name and default else yaml.safe_load(os.environ[name]) if name else None


def _given(node: yaml.Node) -> tuple[str, yaml.Node | None]:
    """The variable that is set, or "" and the node of what holds without it."""
    names = node.value if isinstance(node, yaml.SequenceNode) else [node]
    # What holds without a variable is no name of one, even where there is one of that name.
    names, default = (names[:-1], names[-1]) if len(names) > 1 else (names, None)
    return next((name.value for name in names if isinstance(name, yaml.ScalarNode) and name.value in os.environ), ""), default


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
_Loader.add_constructor("!ENV", _env)


@dataclass(frozen=True)
class Setting:
    """A text of the settings: the names that lead to it, its line and column, the variable that gave it or ""."""

    place: tuple[str, ...]
    text: str
    line: int
    column: int
    variable: str = ""


def values(project: Path) -> dict[str, Any]:
    """The settings of a project; none where it has no file for them.

    Raises:
        yaml.YAMLError: the file is no YAML.
        OSError, UnicodeDecodeError: it can't be read.
    """
    file = project / FILE
    data = yaml.load(file.read_text(encoding="utf-8-sig"), Loader=_Loader) if file.is_file() else None  # noqa: S506 - a SafeLoader
    return data if isinstance(data, dict) else {}


def texts(project: Path) -> Iterator[Setting]:
    """Every text of the settings in the order of the file; nothing where they can't be read, which is told where they are used."""
    try:
        file = project / FILE
        root = yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=_Loader) if file.is_file() else None
        found = list(_texts(root, ())) if root else []
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):  # the last where an anchor holds itself
        return
    yield from found


def contact(project: Path) -> str:
    """What `extra.contact` names, one or several: whom readers may turn to."""
    return "\n".join(setting.text for setting in texts(project) if setting.place[:2] == ("extra", "contact"))


def _texts(node: yaml.Node, place: tuple[str, ...]) -> Iterator[Setting]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _texts(value, (*place, str(key.value)))
        return
    variable, default = _given(node) if node.tag == "!ENV" else ("", None)
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if variable:
        yield Setting(place, os.environ[variable], line, column, variable)
    elif default is not None:
        yield from _texts(default, place)
    elif node.tag == "!ENV":
        return
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item, place)
    elif isinstance(node, yaml.ScalarNode):
        yield Setting(place, node.value, line, column)
