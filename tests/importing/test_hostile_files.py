"""Files of every sort, under every name: read, or refused with what to do; never a traceback."""

import os
import random
import re

import pytest
import yaml
from click.testing import CliRunner

from macros.cli.import_ import command
from macros.editing.yaml_text import comment
from macros.fulltext.segments import segment
from macros.importing import reading
from macros.importing.refused import Refused
from macros.reading.document import Document, parse
from tests.importing.hostile import DOCUMENT, NUMBERING, STYLES, ordinary, packed

SENTENCE = "我们建立三日回音制度，群众满意。"


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


def run(*arguments):
    """Exit code and output; whatever is raised but an exit is raised here."""
    return CliRunner().invoke(command, [str(a) for a in arguments], catch_exceptions=False)


def test_a_pipe_a_device_a_folder_and_a_closed_file_are_refused_at_once(data, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    told = {name: run(tmp_path / name, "--dry-run") for name in ("pipe.txt", "folder.docx", "zero.txt", "loop.txt")}
    assert {name: result.exit_code for name, result in told.items()} == dict.fromkeys(told, 1)
    for name in ("pipe.txt", "folder.docx", "zero.txt"):
        assert "这不是普通的文件" in told[name].output or "这里该是文件，却是文件夹" in told[name].output
    assert "链接绕成了圈" in told["loop.txt"].output
    assert all("  改法：" in result.output for result in told.values())


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody who may not read")
def test_a_file_that_may_not_be_read_says_so(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(SENTENCE)
    file.chmod(0)
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.setuid(65534)
        try:
            reading.read(file)
        except Refused as refused:
            os.write(into, refused.message.encode())
        finally:
            os._exit(0)
    os.close(into)
    os.waitpid(child, 0)
    with os.fdopen(out, "rb") as stream:
        assert stream.read().decode() == "文件打不开：没有权限"


def test_a_file_given_through_a_link_is_read(data, tmp_path):
    (tmp_path / "a.txt").write_text(f"把茶馆变成议事的地方\n{SENTENCE}\n")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert run(tmp_path / "b.txt", "--dry-run").exit_code == 0


@pytest.mark.parametrize("name", ["a\nkind: x\nyear: 2000.txt", "a\rkind: x.txt", "a\u2028kind: x.txt", "a\x85kind: x.txt", "a\x1b[31m.txt",
                                  os.fsdecode(b"\xff\xfe\xd6\xd0.txt"), "a # b: [c.txt", "-.txt", "'\".txt", "%s{}.txt"])
def test_a_file_name_is_no_more_than_words_in_a_comment(data, tmp_path, name):
    (tmp_path / name).write_text(f"把茶馆变成议事的地方\n{SENTENCE}\n")
    result = run(tmp_path / name, "--source", "cha-guan")
    assert result.exit_code == 0, result.output
    document = parse((data / "sources/cha-guan.yml").read_bytes(), "x.yml")
    assert isinstance(document, Document)
    assert list(document.data) == ["title", "kind", "year", "found_at", "sha256", "cut", "rights"]
    assert document.data["kind"] == "待填"


def test_a_comment_is_one_line_whatever_it_says():
    for sign in ("\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\0", "\ud800"):
        assert yaml.safe_load(comment(f"甲{sign}乙: 丙") + "a: b") == {"a": "b"}


@pytest.mark.parametrize("source", ["con", "index", "nul", "com1", "LPT9", "甲", "a b", "../x", "", "-a", "a" * 65, "a\nb", "\ud800"])
def test_an_id_that_no_entry_can_have_is_no_source(data, tmp_path, source):
    (tmp_path / "a.txt").write_text(SENTENCE)
    result = run(tmp_path / "a.txt", "--source", source)
    assert result.exit_code == 1
    assert "不能用：" in result.output
    assert list(data.iterdir()) == []


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "big5", "hz", "utf-7", "iso2022_jp_2"]


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "docx"])
def test_bytes_of_every_sort_are_read_or_refused(data, tmp_path, suffix):
    text = "我們建立三日回音制度。"
    contents = [text.encode(encoding, "replace") for encoding in ENCODINGS]
    contents += [f"<meta charset={name}>{SENTENCE}".encode() for name in ("x", "utf-16", "", "base64", "\0", "idna")]
    contents += [b"\xff\xfe", b"\xef\xbb\xbf", b"\xff\xfe\x00\xd8a\x00", "我".encode("utf-16")[:-1], b"\xed\xa0\x80", bytes(range(256)),
                 b"{\\rtf1 a}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), packed(ordinary()), random.Random(1).randbytes(5000),  # noqa: S311
                 bytes(range(1, 32)) + text.encode(), "，。；：“”\n".encode() * 50, "\u200b\ufeff\ue000\u0301".encode() * 50]
    for content in contents:
        file = tmp_path / f"a.{suffix}"
        file.write_bytes(content)
        result = run(file, "--dry-run")
        assert result.exit_code == 0 or (result.exit_code == 1 and "  改法：" in result.output), content[:40]


VALUES = ["²", "", "-1", "9" * 40, "x", "true", "Heading1", "../x", "\u0301"]


def mutated(chance, xml):
    """The XML with one to three things done to it that a damaged file may show."""
    for _ in range(chance.randint(1, 3)):
        tags = [m.span() for m in re.finditer("<[^>]+>", xml)]
        if len(tags) < 3:
            break
        (start, end), (other, stop) = sorted((chance.choice(tags), chance.choice(tags)))
        values = [m.span(1) for m in re.finditer('"([^"]*)"', xml)]
        match chance.randrange(6):
            case 0:
                xml = xml[:start] + xml[end:]
            case 1:
                xml = xml[:end] + xml[start:]
            case 2 if values:
                first, last = chance.choice(values)
                xml = xml[:first] + chance.choice(VALUES) + xml[last:]
            case 3:
                xml = xml[:start] + re.sub(r' [\w:]+="[^"]*"', "", xml[start:end], count=1) + xml[end:]
            case 4:
                # From a tag to the next that closes it: gone or twice, and the file is mostly still well-formed.
                name = re.match(r"<([\w:]+)", xml[start:end])
                close = f"</{name[1]}>" if name else "\0"
                if not xml[start:end].endswith("/>") and (last := xml.find(close, end)) > 0:
                    last += len(close)
                    xml = xml[:start] + chance.choice(["", xml[start:last] * 2]) + xml[last:]
            case 5:
                xml = xml[:other] + xml[start:end] + xml[stop:]
    return xml


def test_two_hundred_damaged_word_files_are_read_or_refused(data, tmp_path):
    chance = random.Random(19)  # noqa: S311
    codes = []
    for _ in range(200):
        parts = ordinary()
        name = chance.choice([DOCUMENT, DOCUMENT, NUMBERING, STYLES, "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"])
        parts[name] = mutated(chance, parts[name].decode()).encode()
        try:
            segment(reading._READERS[".docx"](packed(parts)).text)
            codes.append(0)
        except Refused as refused:
            assert refused.cure
            codes.append(1)
    # Both ends are reached: the damage is neither all harmless nor all fatal.
    assert 40 < sum(codes) < 160


def test_three_hundred_damaged_packages_are_read_or_refused():
    chance = random.Random(26)  # noqa: S311
    raw = packed(ordinary())
    for _ in range(300):
        broken = bytearray(raw)
        for _ in range(chance.randint(1, 6)):
            # The directory at the end is where most goes wrong.
            at = chance.randrange(len(raw)) if chance.random() < 0.4 else len(raw) - 1 - chance.randrange(1200)
            broken[at] = chance.randrange(256)
        try:
            reading._READERS[".docx"](bytes(broken))
        except Refused as refused:
            assert refused.cure
