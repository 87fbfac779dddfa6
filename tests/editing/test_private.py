"""What is staged and may not leave this computer: full texts that nothing is known of, and what they are compared with."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from macros.cli.staged import words
from macros.editing import staged
from macros.findings import Finding
from tests.conftest import PROJECT
from tests.fulltext.test_held_back import FILES
from tests.fulltext.test_prose import SPEECH
from tests.repository import COPIED, git
from tests.small_tree import FIXTURES

Told = Callable[[], list[str]]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 50


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small library, committed; its full text is not there."""
    folder = tmp_path / "ku"
    shutil.copytree(FIXTURES / "small", folder / "data")
    for name in (".gitignore", ".gitattributes"):
        shutil.copy(PROJECT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")
    monkeypatch.chdir(folder)
    return folder


def nothing(*_: object) -> list[Finding]:
    """A library that has no fault: it is not what is asked here."""
    return []


def write(root: Path, name: str, content: str | bytes) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture
def told(root: Path) -> Told:
    def staged_now() -> list[str]:
        git(root, "add", "-f", ".", ":!data/originals")
        found = staged.examine(root, Path("data"), Path("docs"), nothing, words)
        return [f"{f.path}:{f.line}:{f.column} {f.severity.label} {f.code} {f.message}" for f in found]
    return staged_now


@pytest.mark.parametrize("name", ["fa-yan.txt", "发言", "notes/发言.md", "data/发言.md", "data/practices/发言.txt", "docs/fa-yan.txt", "docs/x.html",
                                  "tools/发言.md", "deploy/a.html", "发言.yml", "data.json", "macros/发言.txt", "tests/fixtures/x.txt",
                                  "originals/README.txt", "docs-2/a.md", "a.csv", "x.log", "docs-2/CHANGELOG.md", "tools/LICENSE", "notes/NEWS.md", "a.srt"])
def test_a_full_text_that_was_never_imported_is_refused_where_no_text_belongs(root: Path, told: Told, name: str) -> None:
    write(root, name, SPEECH)
    (found,) = told()
    assert found.startswith(f"{name}:1:1 错误 ") and (" loose-text 有 " in found or "held-back 全文不进仓库" in found)


@pytest.mark.parametrize("raw", [SPEECH.encode("gb18030"), SPEECH.encode("utf-16"), f"<html><p>{SPEECH}</p></html>".encode(),
                                 SPEECH.replace("，", "，\n").encode()])
def test_its_encoding_and_lines_hide_nothing(root: Path, told: Told, raw: bytes) -> None:
    write(root, "a.dat", raw)
    assert [line.partition(" 有 ")[0] for line in told()] == ["a.dat:1:1 错误 loose-text"]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE", "deploy/README.md", "docs/topics/a.md", "docs/index.md",
                                  "data/practices/a.yml", "macros/rules/a.py", "tests/cli/test_a.py", "tests/fixtures/library/data/a.yml",
                                  "docs/assets/javascripts/core/a.js", "overrides/fragments/a.html", ".github/pull_request_template.md",
                                  "data/originals/README.md", ".gitlab/merge_request_templates/Default.md", "schema/a.json"])
def test_what_the_project_says_of_itself_is_committed(root: Path, told: Told, name: str) -> None:
    write(root, name, SPEECH)
    git(root, "add", "-f", name)
    assert told() == []


def test_a_page_as_long_as_a_speech_is_pointed_out(root: Path, told: Told) -> None:
    write(root, "docs/topics/a.md", SPEECH * 3)
    write(root, "docs/contributing/a.md", SPEECH * 3)
    (found,) = told()
    assert found.startswith("docs/topics/a.md:1:1 提醒 loose-text 这一页有 17")


def test_a_short_note_is_committed_anywhere(root: Path, told: Told) -> None:
    write(root, "notes.txt", SPEECH[:300])
    assert told() == []


def test_what_is_the_projects_own_says_so_where_a_review_sees_it(root: Path, told: Told) -> None:
    write(root, "tests/fixtures/编造的 发言.txt", SPEECH)
    write(root, "deploy/图.png", PNG)
    assert len(told()) == 2
    with (root / ".gitattributes").open("a", encoding="utf-8") as file:
        file.write('"/tests/fixtures/编造的 发言.txt" text kb-own\ndeploy/图.png kb-own\n')
    assert told() == []
    # It excuses nothing that a full text here has too.
    shutil.copytree(FIXTURES / "small-originals", root / "data/originals")
    write(root, "tests/fixtures/编造的 发言.txt", f"{SPEECH}{COPIED}")
    assert "full-text" in told()[0]


@pytest.mark.parametrize("line", ["* kb-own", "** kb-own", "notes/** kb-own", "/notes/*.txt kb-own", "notes/ kb-own", "notes/?.txt kb-own", "a.txt kb-own",
                                  "[attr]notes/a.txt kb-own", "# notes/a.txt kb-own", "notes/a.txt -kb-own", "notes/a.txt kb-own=x", "notes/a.txt kb-own\nnotes/a.txt !kb-own"])
def test_only_a_file_by_its_own_name_is_the_projects_own(root: Path, told: Told, line: str) -> None:
    write(root, "notes/a.txt", SPEECH)
    write(root, ".gitattributes", f"{line}\n")
    assert [line.partition(" 有 ")[0] for line in told()] == ["notes/a.txt:1:1 错误 loose-text"]


def test_what_a_review_does_not_see_makes_nothing_the_projects_own(root: Path, told: Told, tmp_path: Path) -> None:
    write(root, "notes/a.txt", SPEECH)
    write(root, ".git/info/attributes", "notes/a.txt kb-own\n")
    write(root, "notes/.gitattributes", "a.txt kb-own\n")
    write(tmp_path, "attributes", "notes/a.txt kb-own\n")
    git(root, "config", "core.attributesFile", str(tmp_path / "attributes"))
    assert len(told()) == 1
    # What lies in the working tree only is in no commit.
    write(root, ".gitattributes", "notes/a.txt kb-own\n")
    assert len(staged.examine(root, Path("data"), Path("docs"), nothing, words)) == 1
    assert told() == []


@pytest.mark.parametrize("name", FILES)
def test_what_office_saves_as_text_is_refused(root: Path, told: Told, name: str) -> None:
    write(root, f"docs/{name}", FILES[name])
    write(root, "a.md", FILES[name].encode("utf-16"))
    assert told() == [f"{path}:1:1 错误 held-back 这是Office 另存的网页或 XML，只是换了名字，不进仓库" for path in ("a.md", f"docs/{name}")]


def test_pictures_lie_where_pages_have_them(root: Path, told: Told) -> None:
    for name in ("扫描.png", "data/第1页.jpg", "第2页.txt", "docs/x.png"):
        write(root, name, PNG)
    for name in ("docs/images/a.png", "docs/topics/images/a.png", "tests/publishing/site/a.png"):
        write(root, name, PNG)
    assert [line.partition(":")[0] for line in told()] == ["data/第1页.jpg", "docs/x.png", "扫描.png", "第2页.txt"]
    assert told()[0] == "data/第1页.jpg:1:1 错误 held-back 图片只放在页面的 images 文件夹里，别处的多半是扫描件"


def test_a_name_that_is_a_stretch_of_a_full_text_is_refused(root: Path, told: Told) -> None:
    shutil.copytree(FIXTURES / "small-originals", root / "data/originals")
    long = COPIED.replace(",", "/")[:100]
    write(root, f"notes/{long}.md", "x")
    (found,) = told()
    assert found == f"notes/{long}.md:1:1 错误 full-text 文件名里有原文的 60 个字以上"
    git(root, "rm", "-rq", "--cached", "notes")
    shutil.rmtree(root / "notes")
    write(root, f"notes/{COPIED[:20]}.md", "x")
    assert told() == []


LONG = SPEECH.replace("，", "").replace("。", "")[:45]


def test_a_name_that_is_an_article_is_refused(root: Path, told: Told) -> None:
    write(root, f"notes/{LONG}.md", "x")
    write(root, f"{LONG[:25]}/{'_'.join(LONG[25:])}", "x")
    (root / "link").symlink_to(LONG)
    (root / "short").symlink_to(LONG[:39])
    write(root, f"notes/{LONG[:39]}.md", "x")
    assert sorted(told()) == sorted([f"{LONG[:25]}/{'_'.join(LONG[25:])}:1:1 错误 loose-text 文件名里有连着的 45 个汉字，是文章，不是名字",
                                     "link:1:1 错误 loose-text 链接指向的名字里有连着的 45 个汉字，是文章，不是名字",
                                     f"notes/{LONG}.md:1:1 错误 loose-text 文件名里有连着的 45 个汉字，是文章，不是名字"])


def as_docx(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    document.add_paragraph(text)
    document.save(str(file))


@pytest.mark.parametrize("name", ["2022/发言.txt", "2022/下半年/README.md", "发言.html", "发言.docx", "2022/发言.dat"])
def test_full_texts_are_compared_in_folders_below_and_as_word_files(root: Path, told: Told, name: str) -> None:
    file = root / "data/originals" / name
    if name.endswith((".docx", ".dat")):
        as_docx(file, COPIED)
    else:
        write(file.parent, file.name, f"<p>{COPIED}</p>" if name.endswith("html") else COPIED)
    write(root, "a.md", f"x\n{COPIED}")
    assert [line.partition("：")[0] for line in told()] == ["a.md:2:1 错误 full-text 从这里起有原文的 60 个字以上"]


def test_full_texts_that_say_nothing_are_named_in_one_line(root: Path, told: Told, tmp_path: Path) -> None:
    originals = root / "data/originals"
    for name, content in (("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), ("2022/b.docx", b"PK\x03\x04"), ("c.pdf", b"%PDF-1.4"),
                          ("d.bin", bytes(range(256)) * 9)):
        write(originals, name, content)
    (originals / "e.txt").symlink_to(tmp_path / "elsewhere.txt")
    write(originals, ".DS_Store", b"\0\xff")
    write(originals, "README.md", "x")
    assert told() == ["data/originals:1:1 提醒 original-not-compared 全文里有读不出文字的（a.doc、c.pdf、d.bin 等 5 份），抄自它们的查不出来"]


def test_where_all_can_be_compared_nothing_is_said(root: Path, told: Told) -> None:
    shutil.copytree(FIXTURES / "small-originals", root / "data/originals")
    write(root, "data/originals/gbk.txt", SPEECH.encode("gb18030"))
    as_docx(root / "data/originals/发言.docx", SPEECH)
    assert told() == []


def test_a_message_is_held_to_the_same(root: Path) -> None:
    shutil.copytree(FIXTURES / "small-originals", root / "data/originals")

    def places(text: str) -> list[tuple[int, int]]:
        write(root, ".git/MESSAGE", text)
        found = staged.message(root, Path("data"), Path("docs"), root / ".git/MESSAGE", words)
        return [(finding.line, finding.column) for finding in found]

    assert places(f"收录发言\n\n{COPIED}\n") == [(3, 1)]
    assert places(COPIED.replace(",", ",\n")) == [(1, 1)]
    assert places("收录发言\n\n用自己的话写的说明。\n") == []
    # An article that nothing is known of, too; 400 characters are one.
    for raw in (SPEECH.encode(), SPEECH.encode("gb18030"), f"收录\n\n{SPEECH}".encode()):
        (root / ".git/MESSAGE").write_bytes(raw)
        (found,) = staged.message(root, Path("data"), Path("docs"), root / ".git/MESSAGE", words)
        assert (found.code, found.message.partition(" 有 ")[2] or found.message[:4]) == ("loose-text", "有 5" + found.message[3])
    assert places(SPEECH[:400]) == []
    # What git shows below is no part of the message.
    assert places(f"收录发言\n# 删除：{COPIED}\n# ------------------------ >8 ------------------------\n-{COPIED}\n") == []
