"""Texts that programs choke on: each stands in an entry as it was written, or is refused at its place."""

import json
import random
from pathlib import Path

import pytest

from macros.findings import FORMATS, Finding
from macros.library.catalog import load
from macros.reading.document import Document, parse, read
from tests.small_tree import Tree

LITERAL = [
    "undefined", "null", "NULL", "(null)", "nil", "true", "false", "None", "NaN", "-Infinity", "0", "1.00", "1/0", "0x0", "1E+02", "１２３", "08:30", "2022-05-01",
    "0xabad1dea", "9" * 400, "1,000,000.00", "1'000", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><svg/onload=x>", "javascript:alert(1)",
    "'; DROP TABLE x; --", "' OR 1=1 -- 1", "$(touch x)", "`id`", "${HOME}", "{{ config }}", "{% raw %}", "{# #}", "%s%n%x", "../../etc/passwd", "C:\\con\\con", "a\\nb",
    "&lt;&#39;&amp;", "<!--", "]]>", "--", "...", "- a", "? a", ": a", "a: b", "# a", "a #b", "|", ">", "@a", "`a", "!a", "*a", "&a", "[a]", "{a}", '"', "'", '""', "''",
    "Ω≈ç√∫˜µ≤≥÷", "åß∂ƒ©˙∆", "田中さんにあげて下さい", "사회과학원", "Ⱥ", "İıſß", "👾🙇💁", "0️⃣".replace("\ufe0f", ""), "🇺🇸", "הָיְתָה", "الكل", "ก็", "अनुच्छेद", "ÅÅ",
    "１２３", "（╯°□°）╯", "⁰⁴⁵", "₀₁₂", "𝕿𝖍𝖊", "Ｔｈｅ", "ǈ", "\u00a0", "\u3000", "a\u0301b\u0323", "=1+1", "+1", "@SUM(1)", "=cmd|' /C calc'!A0",
]
REFUSED = [
    "a\0b", "\x1b[31m", "\x7f", "\x85", "\u00ad", "\u200b", "\u202e", "\u2066", "\u2028", "\ufeff", "\ufffe", "\uffff", "\ue000", "\U000e0041", "\U0010ffff", "0️⃣",
    "Z\u0351\u036b\u0343\u036a\u0302", "T̫̺̳o̬̜ ì̬͎̲̟nv̖̗̻̣̹̕o͖̗̠̜̤k͍͚̹͖̼e̦̗̪͍̪͍", "\u0489" * 9,
]


def written(text: str) -> list[str]:
    """The text in double quotes as it is, in double quotes as escapes, and in single quotes."""
    return [json.dumps(text, ensure_ascii=False), '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"', "'" + text.replace("'", "''") + "'"]


@pytest.mark.parametrize("text", LITERAL)
def test_what_is_text_is_read_as_it_was_written(text: str) -> None:
    for form in written(text):
        found = parse(f"a: b\ntitle: {form}\n".encode(), "x.yml")
        assert isinstance(found, Document) and found.data == {"a": "b", "title": text}, form


@pytest.mark.parametrize("text", REFUSED)
def test_what_nobody_can_see_is_refused_where_it_stands(text: str) -> None:
    for form in written(text):
        found = parse(f"a: b\ntitle: {form}\n".encode(), "x.yml")
        assert isinstance(found, Finding) and (found.code, found.line) == ("control-character", 2), form
        assert found.column > 7


ODD_YAML = [
    "%YAML 1.2\n---\na: b\n", "--- |\n a\n", "--- >2\n  a\n", "? a\n: b\n", "? |\n  a\n: b\n", "a: |+\n\n\n", "a: >-\n  b\n\n  c\n", "[a, [b: c]]", "{a, b: }", "{? a: b}",
    "a: !!str b", "&a a: *a", "- - - a\n", "-\n-\n", "a:\n- b\n-  - c\n", "'a\n\n b'", '"a\\\n  b"', "a: b\n...\n", "---\n---\n", "...\n", "# a", "\n\n", "a:b", "a : b", "a\tb: c",
    "a:\tb", "\ta: b", "a: 'b''c'", "a: b'c", "a: [b,]", "a: {b: c,}", "a: - b", "a: b: c", "a: @b", "a: %b", "!<tag:x> a", "a: ! b", "<<: {a: b}", "=: a", "~: a", "? : a", "{[a]: b}",
    "\"a\": \"b\" # c", "a: \"b\"c", "a: 'b", "a: [b", "a: {b", "a: |\n\tb", "a: |1\n b\n", "a: |0\n b\n", "\r\na: b\r\n", "a: b\rc: d\r", "a: b\x0c",
]


@pytest.mark.parametrize("place", ["practices/a-b.yml", "topics.yml", "sources/hui-bian.yml"])
def test_odd_yaml_in_any_file_is_told(tmp_path: Path, place: str) -> None:
    tree = Tree(tmp_path)
    for text in ODD_YAML:
        tree.write(place, text)
        findings = load(tree.root)[1]
        assert findings, text
        assert all(form(findings) for form in FORMATS.values())


def test_three_hundred_damaged_entries_are_read_or_told(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    file = next((tree.root / "practices").iterdir())
    text, chance = file.read_text(encoding="utf-8"), random.Random(13)  # noqa: S311
    pieces = ["\t", "\n", ": ", "- ", '"', "'", "\\x00", "\\u0301" * 5, "[", "}", "&a ", "*a", "!!x ", "\ufeff", "\0", "|\n", "#", "² ", "null", "9" * 50, "\r"]
    told = 0
    for _ in range(300):
        changed = text
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(changed))
            changed = changed[:at] + chance.choice([*pieces, ""]) + changed[at + chance.choice([0, 0, 1, 9]):]
        file.write_bytes(changed.encode())
        findings = load(tree.root)[1]
        assert all(f.line > 0 and f.column > 0 and f.cure for f in findings)
        told += bool(findings)
    assert told > 150


@pytest.mark.parametrize("folder", ["practices", "speeches", "sources"])
def test_a_folder_of_entries_that_is_none_is_told(tmp_path: Path, folder: str) -> None:
    tree = Tree(tmp_path)
    for file in (tree.root / folder).iterdir():
        file.unlink()
    (tree.root / folder).rmdir()
    tree.write(folder, "a: b\n")
    waiting = {"practices": "", "speeches": "。先改好它：引用它的 5 处暂不检查", "sources": "。先改好它：引用它的 2 处暂不检查"}[folder]
    assert (f"data/{folder}:1:1 错误[unreadable] 文件夹打不开：路径里有一段是文件，不是文件夹 | 检查它是不是文件夹、有没有读取权限{waiting}"
            in tree.told())


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, "topics.yml")
    assert isinstance(found, Finding) and found.message == "这不是普通的文件"
