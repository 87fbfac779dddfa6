"""One mistake, one message: what can't be read, or is not there, is told; what only follows from it is not."""

import json
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.handwritten.docs_folder import PROJECT, addresses, linked
from macros.pipeline import examine
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
EVERY = ("practices", "speeches", "sources", "topics.yml", "problems.yml", "organizations.yml")


def told(tree: Tree) -> list[str]:
    """Every finding, reminders too."""
    return [f"{f.path}:{f.line}:{f.column} {f.code} {f.message}" for f in examine(tree.root, tree.docs)[2]]


def use_it_all(tree: Tree) -> None:
    """Makes every kind of entry needed in every way, so that each could be missed."""
    tree.write(KE_TANG, tree.read(KE_TANG).rstrip() + "\nexempt:\n  - {rule: near-duplicate, why: 说明}\n")
    tree.replace(KE_TANG, "summary: ", 'summary: "[[t-wu]]、[[t-liu]]与[[wei-yuan-bian-zu]]，发挥“三联三带”作用。" #')
    tree.write("terms.yml", tree.read("terms.yml") + "".join(
        f"{name}:\n  term: {term}\n  unexplained: true\n  at:\n    - {{speech: jia-shi, at: [\"1\"]}}\n"
        for name, term in (("t-wu", "三联三带"), ("t-liu", "五步法"))))
    (tree.docs / "index.md").write_text(
        '---\nrender_macros: true\n---\n\n{{ practices() }}\n\n{{ practice("wei-yuan-ke-tang") }}、{{ speech("jia-shi") }}、'
        '{{ practices(topic="party-building") }}\n\n[甲](practices/wei-yuan-ke-tang.html)\n', encoding="utf-8")


@pytest.fixture
def full(tree: Tree) -> Tree:
    use_it_all(tree)
    assert [line.split()[1] for line in told(tree)] == ["useless-exemption"]
    return tree


def moved(tree: Tree, name: str) -> None:
    path = tree.root / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.mark.parametrize("name", [*EVERY, "terms.yml"])
def test_a_kind_that_is_not_there_is_told_in_one_line(full: Tree, name: str) -> None:
    moved(full, name)
    (line,) = told(full)
    assert line.startswith(f"data/{name}:1:1 missing-part 没有这个文件{'' if name.endswith('.yml') else '夹'}，")


@pytest.mark.parametrize("name", [*EVERY, "terms.yml"])
@pytest.mark.parametrize("how", ["a pipe", "a link to itself", "nonsense"])
def test_a_kind_that_can_not_be_read_is_told_in_one_line(full: Tree, name: str, how: str) -> None:
    moved(full, name)
    if how == "a pipe":
        os.mkfifo(full.root / name)
    elif how == "a link to itself":
        (full.root / name).symlink_to(name)
    else:
        full.write(name, "- [甲".encode("gbk"))
    (line,) = told(full)
    assert line.startswith(f"data/{name}:1:1 ")


def test_a_misspelt_name_is_told_and_nothing_is_missed(full: Tree) -> None:
    (full.root / "practices").rename(full.root / "practises")
    (full.root / "topics.yml").rename(full.root / "topics.yaml")
    assert told(full) == ["data/practises:1:1 unknown-file data 文件夹里不该有“practises”",
                          "data/topics.yaml:1:1 unknown-file data 文件夹里不该有“topics.yaml”"]


def test_a_folder_that_was_emptied(full: Tree) -> None:
    moved(full, "speeches")
    (full.root / "speeches").mkdir()
    (line,) = told(full)
    assert line.startswith("data/speeches:1:1 missing-part 这个文件夹是空的，别处有 ")


@pytest.mark.parametrize("name", [KE_TANG, "practices/wei-yuan-bian-zu.yml", "speeches/jia-shi.yml", "sources/hui-bian.yml"])
@pytest.mark.parametrize("content", ["title: [", "标题: 甲".encode("gbk"), "", "- 甲\n"])
def test_one_entry_that_can_not_be_read(full: Tree, name: str, content: str | bytes) -> None:
    full.write(name, content)
    (line,) = told(full)
    assert line.startswith(f"data/{name}:")


@pytest.mark.parametrize("kind", ["topics", "problems", "organizations", "terms"])
def test_an_entry_of_a_file_of_many_that_has_no_fields(full: Tree, kind: str) -> None:
    # Every entry is called by somebody; what is left of it is its id.
    lines = full.read(f"{kind}.yml").split("\n")
    first = next(i for i, line in enumerate(lines) if line.endswith(":") and not line.startswith(" "))
    last = next((i for i in range(first + 1, len(lines)) if lines[i] and not lines[i].startswith((" ", "#"))), len(lines))
    full.write(f"{kind}.yml", "\n".join([*lines[:first], f"{lines[first]} 甲", *lines[last:]]))
    (line,) = told(full)
    assert line.startswith(f"data/{kind}.yml:{first + 1}:1 wrong-shape ")


@pytest.mark.parametrize(("old", "new"), [("wei-yuan-ke-tang.yml", "Wei-yuan-ke-tang.yml"), ("wei-yuan-ke-tang.yml", "wei-yuan-ke-tang.yaml")])
def test_an_entry_with_a_wrong_name(full: Tree, old: str, new: str) -> None:
    (full.root / "practices" / old).rename(full.root / "practices" / new)
    (line,) = told(full)
    assert line.startswith(f"data/practices/{new}:1:1 bad-file-name ")


def test_its_own_siblings_are_told_with_it(full: Tree) -> None:
    moved(full, "speeches")
    full.replace("practices/wei-yuan-bian-zu.yml", "form: ", "form: 乱写 #")
    assert [line.split()[1] for line in told(full)] == ["unknown-value", "missing-part"]


def test_a_library_may_do_without_terms_and_problems(tree: Tree) -> None:
    moved(tree, "terms.yml")
    assert [line.split()[1] for line in told(tree)] == ["text-link"], "one link alone is a slip of the pen"


@pytest.mark.parametrize("name", ["README.md", "readme.md"])
def test_a_folder_in_the_place_of_the_readme(tree: Tree, name: str) -> None:
    (tree.root / name).mkdir()
    assert told(tree) == [f"data/{name}:1:1 unknown-file “{name}”该是文件，却是文件夹"]


@pytest.mark.parametrize(("place", "line"), [
    ("data/originals", "data/originals:1:1 original-unreadable originals 不是文件夹"),
    ("data/README.md", "data/README.md:1:1 unreadable 这不是普通的文件"),
    ("data/x", "data/x:1:1 unknown-file data 文件夹里不该有“x”"),
    ("data/speeches/jia-shi.yml", "data/speeches/jia-shi.yml:1:1 unreadable 这不是普通的文件"),
    ("docs/index.md", "docs/index.md:1:1 docs-file 这不是普通的文件"),
    ("docs/topics/party-building.md", "docs/topics/party-building.md:1:1 docs-file 这不是普通的文件"),
    ("docs/topics", "docs/topics:1:1 docs-file 这不是普通的文件"),
    ("docs/images/tu.png", "docs/images/tu.png:1:1 docs-file 这不是普通的文件"),
])
def test_a_pipe_is_told_once(tree: Tree, tmp_path: Path, place: str, line: str) -> None:
    file = tmp_path / place
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    assert told(tree) == [line]


def test_pipes_among_the_templates(tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project/overrides/partials").mkdir(parents=True)
    os.mkfifo(tmp_path / "project/overrides/partials/a.html")
    monkeypatch.setattr(linked, "PROJECT", tmp_path / "project")
    assert told(tree) == ["overrides/partials/a.html:1:1 unreadable 这不是普通的文件"]


def test_a_page_that_is_no_utf_8_may_lead_to_another(tree: Tree) -> None:
    (tree.docs / "ban-fa.md").write_text("# 办法\n", encoding="utf-8")
    (tree.docs / "index.md").write_bytes("# 首页\n\n[办法](ban-fa.md)\n".encode("gbk"))
    assert told(tree) == ["docs/index.md:1:1 encoding 文件不是 UTF-8 编码的文本"]


@pytest.fixture
def open_tree() -> Iterator[Tree]:
    """A library that any user can reach; the folders of pytest are their owner's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Tree(Path(folder))


@pytest.fixture(scope="module")
def open_project() -> Iterator[Path]:
    """What the check looks at of the project itself, where any user can reach it: a home may be closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        for name in ("docs", "overrides"):
            shutil.copytree(PROJECT / name, Path(folder, name))
        yield Path(folder)


def as_nobody(work: Callable[[], list[str]], project: Path) -> list[str]:
    """What `work` gives to a user who owns nothing here, with the project at `project`."""
    work()  # what is loaded only when it is needed may lie where nobody but us can read
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            for name, module in list(sys.modules.items()):
                if name.startswith("macros.") and getattr(module, "PROJECT", None) == PROJECT:
                    vars(module)["PROJECT"] = project
            addresses._OWN = project / "docs"
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
            with os.fdopen(writing, "w") as stream:
                try:
                    found = work()
                except Exception:
                    found = [traceback.format_exc()]
                json.dump(found, stream)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    found: list[str] = json.loads(answer)
    return found


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can look as another user")
@pytest.mark.parametrize(("place", "line"), [
    ("data", "data:1:1 unreadable 文件夹打不开：没有权限"),
    ("data/practices", "data/practices:1:1 unreadable 文件夹打不开：没有权限"),
    ("data/speeches", "data/speeches:1:1 unreadable 文件夹打不开：没有权限"),
    ("data/topics.yml", "data/topics.yml:1:1 unreadable 文件打不开：没有权限"),
    ("data/speeches/jia-shi.yml", "data/speeches/jia-shi.yml:1:1 unreadable 文件打不开：没有权限"),
    ("data/originals", "data/originals:1:1 original-unreadable originals 文件夹打不开：没有权限"),
    ("data/originals/hui-bian.txt", "data/originals/hui-bian.txt:1:1 original-unreadable 这份原文打不开：没有权限"),
    ("docs", "docs:1:1 unreadable 这个文件夹打不开"),
    ("docs/topics", "docs/topics:1:1 unreadable 这个文件夹打不开"),
    ("docs/index.md", "docs/index.md:1:1 unreadable 文件打不开：没有权限"),
    ("docs/images", "docs/images:1:1 unreadable 这个文件夹打不开"),
    ("docs/images/tu.png", "docs/images/tu.png:1:1 unreadable 文件打不开：没有权限"),
])
@pytest.mark.parametrize("mode", [0, 0o444, 0o111])
def test_what_is_closed_is_told_once(open_tree: Tree, open_project: Path, place: str, line: str, mode: int) -> None:
    open_tree.with_originals()
    images = open_tree.docs / "images"
    images.mkdir()
    (images / "tu.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (open_tree.docs / "ban-fa.md").write_text("# 办法\n\n![图](images/tu.png)\n", encoding="utf-8")
    index = open_tree.docs / "index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\n[办法](ban-fa.md)、[党建](topics/party-building.md)\n", encoding="utf-8")
    closed = open_tree.root.parent / place
    if closed.is_file():
        mode = 0
    closed.chmod(mode)
    try:
        found = as_nobody(lambda: told(open_tree), open_project)
    finally:
        closed.chmod(0o755)
    assert found == [line]


@pytest.mark.parametrize("prose", [
    '{{ organization("jia-shi-zheng-xie") }}的{{ practice("wei-yuan-ke-tang") }}每月一次。',
    '{{ organization("jia-shi-zheng-xie") }}办起课堂，见{{ practice("wei-yuan-ke-tang") }}。',
])
def test_an_account_of_a_speech_that_is_not_there_is_told_in_one_line_beside_a_page_that_says_whose_it_is(tree: Tree, prose: str) -> None:
    page = tree.docs / "topics/member-duty.md"
    page.write_text('---\nrender_macros: true\n---\n\n# 委员履职\n\n{{ topic_lead("member-duty") }}\n\n' + prose + "\n", encoding="utf-8")
    before = told(tree)
    tree.replace(KE_TANG, "speech: jia-shi", "speech: jia-shii")
    new = [line for line in told(tree) if line not in before]
    assert [line.split()[1] for line in new] == ["unknown-reference"], new


def test_a_macro_in_full_width_braces_is_no_quotation(tree: Tree) -> None:
    tree.with_originals()
    (tree.docs / "index.md").write_text('---\nrender_macros: true\n---\n\n{{ practices() }}\n\n{{ practice("wei-yuan-bian-zu") }}与｛｛ practice("wei-yuan-ke-tang") ｝｝配合。\n',
                                        encoding="utf-8")
    assert [line.split()[1] for line in told(tree) if "index.md" in line] == ["macro-syntax"]
