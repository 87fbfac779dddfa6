"""What can't be read is told, and breaks off no rule: each file of a library with its full text spoiled in each way, cited by all that can cite it."""

import re
from collections.abc import Callable

import pytest

from tests.small_tree import FIXTURES, Tree

FILES = sorted(file.relative_to(FIXTURES / "small").as_posix() for file in (FIXTURES / "small").rglob("*.yml"))
WAYS: dict[str, Callable[[str], str]] = {
    "a full-width colon": lambda text: re.sub(r"^(\s*[\w-]+):", r"\1：", text, count=1, flags=re.M),
    "its first line gone": lambda text: text.partition("\n")[2],
    "a bracket left open": lambda text: text + "\nrest: [一, 二\n",
    "a number for a text": lambda text: re.sub(": .+", ": 5", text, count=1),
    "nothing in it": lambda _: "",
}


def cited(tree: Tree) -> None:
    """A term and a practice with search words and notes more, of the speech and the source that are spoiled."""
    tree.with_originals()
    tree.write("terms.yml", tree.read("terms.yml") + 't-jiao-shi:\n  term: “讲课”\n  unexplained: true\n  note: 写在第2段。\n  at:\n    - {speech: jia-shi, at: ["2.2"]}\n    - {speech: yi-xian, at: ["1"]}\n')
    tree.replace("practices/wei-yuan-bian-zu.yml", "added:", "keywords: [编组]\nadded:")


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("way", [*WAYS, "gone", "another name"])
def test_a_spoiled_file_is_told_and_breaks_nothing_off(tree: Tree, path: str, way: str) -> None:
    cited(tree)
    file = tree.root / path
    if way == "gone":
        file.unlink()
    elif way == "another name":
        file.rename(file.with_name(f"zz-{file.name}"))
    else:
        file.write_text(WAYS[way](file.read_text("utf-8")), "utf-8")
    assert tree.findings()
