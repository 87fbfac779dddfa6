"""docs/ holds what belongs there and nothing else: whatever lies there would be published."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.handwritten.docs_folder.conftest import PICTURE
from tests.small_tree import Tree

Told = Callable[[], list[str]]
PAGE = "# 说明\n\n内容\n"


def test_a_good_folder_has_no_finding(told: Told) -> None:
    assert told() == []


@pytest.mark.parametrize(("name", "finding"), [
    ("发言稿.docx", "docs-file 这个文件会随网站公开 | 移出 docs：全文放到 data/originals/，要给读者看的写成页面（.md）"),
    ("topics/a.wps", "docs-file 这个文件会随网站公开 | 移出 docs：全文放到 data/originals/，要给读者看的写成页面（.md）"),
    ("images/a.pdf", "docs-file 这个文件会随网站公开 | 移出 docs：全文放到 data/originals/，要给读者看的写成页面（.md）"),
    ("lian-xi.docx", "docs-file 这个文件会随网站公开 | 移出 docs：全文放到 data/originals/，要给读者看的写成页面（.md）"),
    ("材料.zip", "docs-file 压缩包会随网站公开 | 移出 docs"),
    ("~$lock.md", "docs-file 这是 Word、WPS 打开文件时留下的锁文件，会随网站公开 | 关掉文档，删去这个文件"),
    ("topics/.~lock.a.md#", "docs-file 这是 Word、WPS 打开文件时留下的锁文件，会随网站公开 | 关掉文档，删去这个文件"),
    ("index.md~", "docs-file 这是临时文件或备份，会随网站公开 | 删去这个文件"),
    ("index.md.bak", "docs-file 这是临时文件或备份，会随网站公开 | 删去这个文件"),
    (".index.md.swp", "docs-file 这是临时文件或备份，会随网站公开 | 删去这个文件"),
    ("images/Thumbs.db", "docs-file 这是系统留下的文件 | 删去这个文件"),
    (".env", "docs-file 点号开头的文件不该进网站 | 删去，或移出 docs"),
    ("新建文本文档.md", "docs-file 这像是复制或新建时自动取的名字，会当成一页公开 | 要留的改名，只用小写拼音、数字和连字符；不要的删去"),
    ("topics/member-duty - 副本.md", "docs-file 这像是复制或新建时自动取的名字，会当成一页公开 | 要留的改名，只用小写拼音、数字和连字符；不要的删去"),
    ("index (1).md", "docs-file 这像是复制或新建时自动取的名字，会当成一页公开 | 要留的改名，只用小写拼音、数字和连字符；不要的删去"),
    ("index（2）.md", "docs-file 这像是复制或新建时自动取的名字，会当成一页公开 | 要留的改名，只用小写拼音、数字和连字符；不要的删去"),
    ("index-copy.md", "docs-file 这像是复制或新建时自动取的名字，会当成一页公开 | 要留的改名，只用小写拼音、数字和连字符；不要的删去"),
    ("Copy of index.md", "docs-file 这像是复制或新建时自动取的名字，会当成一页公开 | 要留的改名，只用小写拼音、数字和连字符；不要的删去"),
    ("practices/shuo-ming.md", "docs-file docs/practices 里没有“shuo-ming.md”的位置 | 这里只放index.md（条目的页面由数据生成）；别的移到库外面"),
    ("tu.png", "docs-file docs 里没有“tu.png”的位置 | 这里只放页面（.md）；别的移到库外面"),
    ("notes.txt", "docs-file docs 里没有“notes.txt”的位置 | 这里只放页面（.md）；别的移到库外面"),
    ("assets/javascripts/page/x.py", "docs-file docs/assets/javascripts/page 里没有“x.py”的位置 | 这里只放页面用的脚本（.js）；别的移到库外面"),
    ("assets/javascripts/x.js", "docs-file docs/assets/javascripts 里没有“x.js”的位置 | 这里只放core、page 两个文件夹；别的移到库外面"),
    ("assets/javascripts/page/gao.js", "docs-file 没有一页用到“gao.js”，它却会公开 | 删去；要用的，写进 macros/handwritten/docs_folder/scripts.py 的名单"),
    ("assets/stylesheets/gao.css", "docs-file 没有一页用到“gao.css”，它却会公开 | 删去；要用的，写进 mkdocs.yml 的 extra_css"),
    ("shuo ming.md", "docs-name 文件名“shuo ming.md”会弄坏网址 | 改名，只用小写拼音、数字和连字符，例如：ban-fa.md"),
    ("说明.md", "docs-name 文件名“说明.md”会弄坏网址 | 改名，只用小写拼音、数字和连字符，例如：ban-fa.md"),
    ("con.md", "docs-name 文件名“con.md”会弄坏网址 | 改名，只用小写拼音、数字和连字符，例如：ban-fa.md"),
    ("README.md", "docs-name 文件名“README.md”会弄坏网址 | 改名，只用小写拼音、数字和连字符，例如：ban-fa.md"),
    ("images/Tu.PNG", "docs-name 文件名“Tu.PNG”会弄坏网址 | 改名，只用小写拼音、数字和连字符，例如：ban-fa.md"),
    ("a%2fb.md", "docs-name 文件名“a%2fb.md”会弄坏网址 | 改名，只用小写拼音、数字和连字符，例如：ban-fa.md"),
])
def test_what_does_not_belong_is_told_once_with_its_cure(tree: Tree, told: Told, name: str, finding: str) -> None:
    file = tree.docs / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(PICTURE if name.lower().endswith(".png") else PAGE.encode())
    assert told() == [f"docs/{name}:1:1 {finding}"]


@pytest.mark.parametrize("name", ["notes/a.md", ".git/config", "templates/x.md", "topics/old/a.md", "assets/fonts/a.woff2"])
def test_a_folder_that_has_no_place_is_told_once(tree: Tree, told: Told, name: str) -> None:
    for more in ("", "2"):
        file = tree.docs / (name + more)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE, encoding="utf-8")
    found = [line for line in told() if "docs-file" in line]
    assert len(found) == 1 and "这个文件夹的位置" in found[0]


def test_scripts_and_styles_that_pages_load_belong(tree: Tree, told: Told) -> None:
    for name in ("javascripts/core/fold.js", "javascripts/page/edit.js", "stylesheets/kb.css"):
        (tree.docs / "assets" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / "docs/assets" / name, tree.docs / "assets" / name)
    assert told() == []


def test_the_practice_file_of_the_guide_is_on_the_list_by_name(tree: Tree, told: Told) -> None:
    (tree.docs / "contributing").mkdir()
    shutil.copy(PROJECT / "docs/contributing/lian-xi.docx", tree.docs / "contributing")
    assert told() == []
    (tree.docs / "contributing/lian-xi-2.docx").write_bytes(b"PK")
    assert [line.split()[1] for line in told()] == ["docs-file"]


def test_a_file_that_somebody_saved_over_the_practice_file_is_named(tree: Tree, told: Told) -> None:
    (tree.docs / "contributing").mkdir()
    shutil.copy(PROJECT / "docs/contributing/lian-xi.docx", tree.docs / "contributing")
    with (tree.docs / "contributing/lian-xi.docx").open("ab") as file:
        file.write(b"x")
    assert told() == ["docs/contributing/lian-xi.docx:1:1 docs-file 这不是指南自带的练习文件，会随网站公开 | "
                      "把自己的文件移出 docs，再取回原来的：git checkout -- docs/contributing/lian-xi.docx"]


def test_a_document_that_calls_itself_a_picture(tree: Tree, told: Told) -> None:
    (tree.docs / "images/tu.png").write_bytes(b"PK\x03\x04")
    assert told() == ["docs/images/tu.png:1:1 docs-file “tu.png”里面不是图片 | 换成真正的图片；别的文件不要改了扩展名放进来"]


def test_a_pipe_is_told_and_not_read(tree: Tree, told: Told) -> None:
    os.mkfifo(tree.docs / "guan-dao.md")
    assert [line.split()[1:3] for line in told()] == [["docs-file", "这不是普通的文件"]]


def test_a_lock_file_is_no_page_in_a_wrong_encoding_as_well(tree: Tree, told: Told) -> None:
    (tree.docs / "~$lock.md").write_bytes(b"\x05\xff\xfe\x00")
    assert [line.split()[1] for line in told()] == ["docs-file"]


def test_a_page_of_a_name_that_is_no_utf8_is_told(tree: Tree, told: Told) -> None:
    Path(os.fsdecode(os.fsencode(tree.docs) + b"/\xb5\xb3.md")).write_text(PAGE, encoding="utf-8")
    assert [line.split()[1] for line in told()] == ["docs-name"]


@pytest.mark.parametrize(("text", "finding"), [
    ("", "empty-page 这一页没有内容，会当成空白页公开"),
    ("---\ntitle: 空\n---\n\n<!-- 待写 -->\n", "empty-page 这一页没有内容，会当成空白页公开"),
    ("---\ntitle：空\n---\n\n内容\n", "front-matter 页首 --- 之间不是“字段名: 值”"),
    ("---\ntitle: 空\n\n内容\n", "front-matter 页首两条 --- 之间读不懂，会原样显示在网页上"),
    ("---\ntitel: 空\n---\n\n内容\n", "front-matter 页首没有“titel”这个字段"),
    ("---\ntemplate: nope.html\n---\n\n内容\n", "front-matter 页首没有“template”这个字段"),
    ("---\ntitle: 2026\n---\n\n内容\n", "front-matter 页首的 title 要写成一句话"),
])
def test_a_page_that_is_no_page(tree: Tree, told: Told, text: str, finding: str) -> None:
    _linked(tree, "kong.md")
    (tree.docs / "kong.md").write_text(text, encoding="utf-8")
    assert [line.partition(" | ")[0].partition(" ")[2] for line in told()] == [finding]


def test_the_same_page_twice_and_a_page_that_nothing_leads_to(tree: Tree, told: Told) -> None:
    (tree.docs / "cao-gao.md").write_text(PAGE, encoding="utf-8")
    assert [line.partition(" | ")[0] for line in told()] == [
        "docs/cao-gao.md:1:1 unlinked-page 没有一页链接到这一页，它却会公开、会被搜到"]
    _linked(tree, "cao-gao.md", "shuo-ming.md")
    (tree.docs / "shuo-ming.md").write_text(f"---\ntitle: 另一页\n---\n{PAGE}", encoding="utf-8")
    assert [line.partition(" | ")[0] for line in told()] == [
        "docs/shuo-ming.md:1:1 same-page 这一页与 docs/cao-gao.md 的内容一样"]


def test_topics_and_their_pages_come_in_pairs(tree: Tree, told: Told) -> None:
    (tree.docs / "topics/member-duty.md").rename(tree.docs / "topics/lv-zhi.md")
    assert told() == [
        "data/topics.yml:1:1 topic-without-page 专题“member-duty”没有页面 docs/topics/member-duty.md | 照别的专题新建这一页，或删去这个专题",
        "docs/topics/lv-zhi.md:1:1 page-without-topic 没有编号为“lv-zhi”的专题 | 在 data/topics.yml 里加上这个专题，或把这一页改名、删去",
    ]


def test_a_topic_whose_id_was_changed_wants_no_page_of_that_id_as_well(tree: Tree, told: Told) -> None:
    tree.replace("topics.yml", "party-building:", "party-work:")
    assert {line.split(" ")[1] for line in told()} == {"unknown-reference", "page-without-topic"}
    tree.write("topics.yml", tree.read("topics.yml").replace("party-work:", "party-building:") + "xin-de:\n  title: 新的\n  question: 怎样？\n  scope: 收新的。\n  order: 3\n")
    assert [line.split(" ")[1] for line in told()] == ["topic-without-page"]


@pytest.mark.parametrize(("name", "wanted"), [("practices/index.md", "practice_index()"), ("glossary.md", "glossary()"), ("speeches/index.md", "speeches()")])
@pytest.mark.parametrize("text", ["# 页\n\n内容 {}\n", "---\nrender_macros: true\n---\n\n# 页\n\n{{# {} #}}\n"])
def test_a_page_that_must_list_entries_and_does_not(tree: Tree, told: Told, name: str, wanted: str, text: str) -> None:
    (tree.docs / name).parent.mkdir(exist_ok=True)
    (tree.docs / name).write_text(text.replace("{{#", "{#").replace("#}}", "#}").replace("{}", wanted), encoding="utf-8")
    assert [line.partition(" | ")[0] for line in told()] == [
        f"docs/{name}:1:1 missing-list 这一页没有列出条目：没有调用宏 {wanted}"]


def test_a_missing_folder_is_told(tree: Tree, told: Told) -> None:
    tree.docs.rename(tree.docs.with_name("elsewhere"))
    assert told() == ["docs:1:1 no-docs 没有这个手写页面的文件夹 | 在库的根文件夹里运行，或用 DOCS=文件夹 指明手写页面在哪里"]


def _linked(tree: Tree, *pages: str) -> None:
    home = tree.docs / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + "".join(f"\n[{page}]({page})\n" for page in pages), encoding="utf-8")
