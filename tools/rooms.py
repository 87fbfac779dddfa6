"""The rooms of macros/, and who imports whom: the layers that tests/test_layers.py holds, the picture in the guide.

Usage: python tools/rooms.py            print the picture
       python tools/rooms.py --write    put it into docs/contributing/architecture.md
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[1]
GUIDE = PROJECT / "docs" / "contributing" / "architecture.md"
# Lowest first. An import goes down only, and there is none between the rooms of one floor.
FLOORS = (
    ("text", "pictures"), ("findings", "html", "runtime"), ("model",), ("reading",), ("library",), ("fulltext", "search", "exports", "pages"),
    ("rules",), ("editing", "handwritten", "publishing"), ("importing",), ("pipeline",), ("site",), ("desk",), ("cli",),
)
# What only these rooms may import.
OUTSIDE = {"mkdocs": {"site", ""}, "mkdocs_macros": {"site", ""}, "click": {"cli", "site"}, "flask": {"desk"}, "waitress": {"desk"}, "werkzeug": {"desk"}}  # MkDocs is a program of click's
BEGIN, END = "```text\n", "```"


class Import(NamedTuple):
    """`module` imports `target`, both dotted, at a line."""

    module: str
    target: str
    line: int


def room(module: str) -> str:
    """The room that a module of macros/ is in; macros/__init__.py is in none."""
    return module.split(".")[1] if "." in module else ""


def imports(package: Path) -> Iterator[Import]:
    """Every import of every module of a package, those inside functions too."""
    for file in sorted(package.rglob("*.py")):
        module = ".".join(file.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (Import(module, alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level:
                yield Import(module, f"{package.name}.{module.split('.')[1]}", node.lineno)
            elif isinstance(node, ast.ImportFrom) and node.module == package.name:
                yield from (Import(module, f"{package.name}.{alias.name}", node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield Import(module, node.module or "", node.lineno)


def upward(found: Iterator[Import], package: str = "macros") -> Iterator[str]:
    """A line for each import that the layers forbid, with the module that makes it."""
    height = {name: number for number, names in enumerate(FLOORS) for name in names}
    homeless: set[str] = set()
    for module, target, line in found:
        here, outer = room(module), target.partition(".")[0]
        there = room(target) if outer == package else ""
        where = f"{module.replace('.', '/')}.py:{line}"
        if outer in OUTSIDE and here not in OUTSIDE[outer]:
            yield f"{where}: {module} imports {outer}, which only {'/'.join(sorted(OUTSIDE[outer] - {''}))} may"
        for name in {here, there} - {"", *height} - homeless:
            homeless.add(name)
            yield f"{where}: {name} is in no layer"
        if here and there and here != there and here in height and height[here] <= height.get(there, -1):
            yield f"{where}: {module} imports {target}, which is no lower"


def arrows(found: Iterator[Import]) -> Mapping[str, set[str]]:
    """The rooms that each room imports."""
    to: defaultdict[str, set[str]] = defaultdict(set)
    for module, target, _ in found:
        if target.partition(".")[0] == "macros":
            here, there = room(module), room(target)
            to[here] |= {there} - {"", here} if here else set()
            if there:
                to[there] |= set()
    return {name: there for name, there in to.items() if name}


def floors(to: Mapping[str, set[str]]) -> dict[str, int]:
    """How high each room stands: one above the highest that it imports.

    Raises:
        ValueError: rooms import one another; it names them.
    """
    known: dict[str, int] = {}

    def floor(name: str, above: tuple[str, ...]) -> int:
        if name in above:
            raise ValueError(f"no floors: {' → '.join((*above[above.index(name):], name))}")
        if name not in known:
            known[name] = 1 + max((floor(below, (*above, name)) for below in sorted(to[name])), default=0)
        return known[name]

    for name in to:
        floor(name, ())
    return known


def picture(to: Mapping[str, set[str]]) -> str:
    """One line a room, the highest floor first, with the rooms below that it imports."""
    height = floors(to)
    width = max(map(len, to))
    ordered = sorted(to, key=lambda name: (-height[name], name))
    lines = [f"{height[name]:>2}  {name:<{width}}  {' '.join(sorted(to[name], key=lambda n: (-height[n], n))) and '→ '}"
             f"{' '.join(sorted(to[name], key=lambda n: (-height[n], n)))}".rstrip() for name in ordered]
    return "\n".join(lines) + "\n"


def in_guide(text: str) -> tuple[int, int]:
    """Where the picture stands in the guide's page: after the heading `{: #imports }`."""
    start = text.index(BEGIN, text.index("{: #imports }")) + len(BEGIN)
    return start, text.index(END, start)


def main(arguments: list[str]) -> None:
    drawn = picture(arrows(imports(PROJECT / "macros")))
    if arguments == ["--write"]:
        text = GUIDE.read_text(encoding="utf-8")
        start, end = in_guide(text)
        GUIDE.write_text(text[:start] + drawn + text[end:], encoding="utf-8")
    else:
        print(drawn, end="")


if __name__ == "__main__":
    main(sys.argv[1:])
