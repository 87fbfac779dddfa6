"""What a check says is said for people who are no programmers: no codes, no jargon, no name of a field without its Chinese one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.model import describe
from macros.model.kinds import KINDS
from macros.model.vocabulary import Labelled
from macros.reading.slips.slip import NAMES
from macros.rules import reference
from tests.conftest import PROJECT

SOURCES = ("rules/*.py", "reading/*.py", "reading/slips/*.py", "library/naming.py", "library/silenced.py", "model/*.py")
FIELDS = {name for name in NAMES if name.isascii()}
VALUES = {each.value for kind in Labelled.__subclasses__() for each in kind}
JARGON = re.compile(r"U\+|YAML|JSON|Unicode|ASCII|锚点|转义|控制字符|双向|零宽|私用区|十六进制|正则|指令|字节|解析|键值|字符串|布尔|枚举|元素|数组|序列化|exempt(?!: )", re.I)
WORD = re.compile(r"(?<![A-Za-z0-9_./{\[-])[a-z][a-z_]*(?:-[a-z]+)*(?![A-Za-z0-9_./-])")
# What is typed, not told: commands with their options.
TYPED = re.compile(r"(?:kb|git) [a-z]+(?: [^\s（）；，。]+)*|--[a-z]+|[\w{}.]*/[\w{}./]*|\[\[?[^\]]*\]\]?")
CHINESE = re.compile("[\u4e00-\u9fff]")


def texts(source: str) -> Iterator[tuple[int, str]]:
    """The Chinese texts in a module with their lines, an expression in them as §; docstrings and the samples of codes left out."""
    tree = ast.parse(source)
    apart: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("wrong", "right", "example"):
            apart.update(map(id, ast.walk(node)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Code":
            apart.update(id(part) for sample in node.args[3:] for part in ast.walk(sample))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "compile":
            apart.update(map(id, ast.walk(node)))
        if isinstance(node, ast.JoinedStr):
            apart.update(id(part) for part in node.values)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            apart.add(id(node.value))
    for node in ast.walk(tree):
        text = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "§" for part in node.values)
        if id(node) not in apart and CHINESE.search(text):
            yield node.lineno, text  # type: ignore[attr-defined]


def strange(text: str) -> list[str]:
    """The words of a text that an editor does not know."""
    found = [match.group() for match in JARGON.finditer(text)]
    said = TYPED.sub("…", text)
    for match in WORD.finditer(said):
        word, before, after = match.group(), said[:match.start()], said[match.end():]
        # `name: …` is typed as it stands; 中文（name） and name（中文） tell what it is.
        explained = re.match(r"[:：]|（|…?）", after) or re.search(r"[（][^（）]*$", before) or re.search(r"[a-z_]: \[?(?:[a-z-]+, )*$", before)
        if word in FIELDS | VALUES and not explained:
            found.append(word)
    return found


@pytest.mark.parametrize("path", sorted(str(file.relative_to(PROJECT / "macros")) for pattern in SOURCES for file in (PROJECT / "macros").glob(pattern)))
def test_every_message_is_in_words_that_an_editor_knows(path: str) -> None:
    source = (PROJECT / "macros" / path).read_text(encoding="utf-8")
    assert [f"{line}: {word}: {text}" for line, text in texts(source) for word in strange(text)] == []


def test_titles_and_reasons_are_in_words_that_an_editor_knows() -> None:
    assert [f"{code.code}: {word}" for code in reference() for text in (code.title, code.why) for word in strange(text)] == []


def test_what_a_field_means_is_told_in_words_that_an_editor_knows() -> None:
    assert [f"{info.title}: {word}" for kind in KINDS.values() for info in describe.fields_of(kind.model).values()
            for word in strange(info.description or "")] == []


@pytest.mark.parametrize(("text", "words"), [
    ("这里的“１”是 U+FF11", ["U+"]), ("不是人名，就写 exempt", ["exempt", "exempt"]), ("就改 progress 和依据", ["progress"]),
    ("把 status 写成 unclear", ["status", "unclear"]), ("不合 YAML 的写法", ["YAML"]), ("删去 at，核对后再写", ["at"]),
    ("写 formerly: [旧编号]", []), ("改进展（status）", []), ("写 unclear（不明）", []), ("写 status: unclear", []), ("kb check --fix 会改", []),
])
def test_a_strange_word_is_found(text: str, words: list[str]) -> None:
    assert strange(text) == words


def test_the_texts_of_a_module_are_all_found() -> None:
    source = (Path(PROJECT) / "macros/rules/planned_as_done.py").read_text(encoding="utf-8")
    assert any("进展（status）" in text for _, text in texts(source))
