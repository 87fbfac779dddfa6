"""What no reader sees is refused before it is published: on pages, in drawings, in the files of pictures; so are leaks in them."""

from collections.abc import Callable

import pytest

from macros.pipeline import examine
from tests.handwritten.docs_folder.test_links import FRONT
from tests.pictures.made import GPS, chunk, exif, jpeg, png, segment
from tests.small_tree import Tree

Told = Callable[[], list[str]]
GONE = "要给读者看的，去掉这个写法；不要的整段删去"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{}\n</svg>\n'
NOTEPAD = "用记事本打开这个文件，删去它；图的名称写在页面的方括号里：![名称](地址)"


def _page(tree: Tree, text: str) -> None:
    home = tree.docs / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + "\n[说明](shuo-ming.md)\n", encoding="utf-8")
    (tree.docs / "shuo-ming.md").write_text(f"{FRONT}{text}\n", encoding="utf-8")


@pytest.mark.parametrize(("text", "finding"), [
    ("<div hidden>甲</div>", f"7:1 hidden-text <div hidden> 里写的读者看不见，却会随网站公开 | {GONE}"),
    ("甲\n\n<template>乙</template>", f"9:1 hidden-text <template> 里写的读者看不见，却会随网站公开 | {GONE}"),
    ("甲\n{: .kb-sr }", f"8:4 hidden-text .kb-sr 里写的读者看不见，却会随网站公开 | {GONE}"),
    ('<p style="display:none">甲</p>', "7:1 inline-style 页面里写了 style=“display:none” | 换成 class，样式写进样式文件"),
    ('<iframe src="https://x.example/"></iframe>', "7:1 embedded-page <iframe> 会把另一个网页或文件放进这一页 | 换成链接，或把要说的直接写在这一页"),
    ('<object data="nope.pdf"></object>', "7:1 embedded-page <object> 会把另一个网页或文件放进这一页 | 换成链接，或把要说的直接写在这一页"),
    ("甲\n\n<?note 乙?>", f"9:1 hidden-text <? ?> 里写的读者看不见，却会随网站公开 | {GONE}"),
    ('<p class="md-dialog">甲</p>', "7:1 hidden-text <p class=“md-dialog”> 不是这个库的样式，字可能因此看不见 | 去掉这个 class，或换成“组件”一页里 kb- 开头的"),
    ("甲\n{: .md-overlay }", "8:4 hidden-text .md-overlay 不是这个库的样式，字可能因此看不见 | 去掉这个 class，或换成“组件”一页里 kb- 开头的"),
    (f"乙 <span title='{'甲' * 40}'>丙</span>", "7:3 hidden-text <span title> 里写了 40 个汉字以上，多数读者看不见，却会随网站公开 | 写进正文，这里只留一句短的；不要的删去"),
    ("<font color=red>甲</font>", "7:1 inline-style <font> 是旧写法 | 去掉标签，文字留下"),
    ("<div data-kb-file hidden>甲</div>", f"7:1 hidden-text <div hidden> 里写的读者看不见，却会随网站公开 | {GONE}"),
])
def test_what_is_hidden_on_a_page_is_told_once(tree: Tree, told: Told, text: str, finding: str) -> None:
    _page(tree, text)
    assert told() == [f"docs/shuo-ming.md:{finding}"]


def test_a_description_nobody_reads_is_told_at_its_line(tree: Tree, told: Told) -> None:
    _page(tree, "甲")
    page = tree.docs / "shuo-ming.md"
    page.write_text(f"---\ntitle: 说明\ndescription: >-\n  {'乙' * 201}\n---\n\n# 说明\n", encoding="utf-8")
    assert told() == ["docs/shuo-ming.md:3:1 hidden-text 页首的 description 有 201 个字，读者在网页上看不见，却会随网站公开 | 写短些，200 个字以内；要给读者看的写进正文"]
    page.write_text(f"---\ndescription: {'乙' * 200}\n---\n\n# 说明\n", encoding="utf-8")
    assert told() == []


def test_html_that_is_shown_as_code_passes(tree: Tree, told: Told) -> None:
    _page(tree, "写法：`<div hidden>`\n\n```html\n<iframe src='a'></iframe>\n```\n\n<details><summary>甲</summary>乙</details>")
    assert told() == []


def test_a_picture_with_more_than_the_picture_is_told_once_with_the_cure(tree: Tree, told: Told) -> None:
    cure = "打开这张图，截屏另存为 PNG，换上；Windows 上的照片也可以用“属性—详细信息—删除属性和个人信息”"
    (tree.docs / "images/tu.png").write_bytes(png(chunk(b"tEXt", b"Author\0zhang"), behind="全文".encode()))
    (tree.docs / "images/zhao-pian.jpg").write_bytes(jpeg(segment(0xE1, b"Exif\0\0" + exif(GPS))))
    assert told() == [
        f"docs/images/tu.png:1:1 picture-extras 图的文件里除了画面还有：文字说明、图结束以后的内容；读者看不见，却会随网站公开 | {cure}",
        f"docs/images/zhao-pian.jpg:1:1 picture-extras 图的文件里除了画面还有：拍摄地点（GPS）；读者看不见，却会随网站公开 | {cure}"]
    (tree.docs / "images/tu.png").write_bytes(png())
    (tree.docs / "images/zhao-pian.jpg").write_bytes(jpeg())
    assert told() == []


def test_a_picture_that_does_not_belong_is_told_once(tree: Tree, told: Told) -> None:
    (tree.docs / "tu.png").write_bytes(png(behind=b"PK"))
    (tree.docs / "images/jia.png").write_bytes(b"no picture")
    assert [line.split(" ")[1] for line in told()] == ["docs-file", "docs-file"]


@pytest.mark.parametrize(("inside", "finding"), [
    ("<title>甲</title>", f"2:1 hidden-text 图里的 <title> 读者看不见，却会随网站公开 | {NOTEPAD}"),
    ("<!-- 甲 -->", f"2:1 hidden-text 注释 <!-- --> 读者看不见，却会随网站公开 | {NOTEPAD}"),
    ("<g inkscape:label='甲'/>", f"2:1 hidden-text 绘图软件留下的 inkscape:label 读者看不见，却会随网站公开 | {NOTEPAD}"),
    ("<text>存在 D:\\资料\\甲.docx</text>", "2:10 leaked-path 文件里有本机的路径 D:\\资料\\甲.docx | 用记事本打开这个文件，删去这个路径"),
])
def test_what_is_hidden_in_a_drawing_is_told_at_its_place(tree: Tree, told: Told, inside: str, finding: str) -> None:
    (tree.docs / "images/tu.svg").write_text(SVG.format(inside), encoding="utf-8")
    assert told() == [f"docs/images/tu.svg:{finding}"]


@pytest.mark.parametrize("text", [r"放在 D:\资料 里", r"见 \\wen-jian\共享", "见 file:///srv/a.docx", "见 vscode://file/srv/a", "在~/kb 里", "`D:/kb/a`"])
def test_a_path_of_a_machine_on_a_page(tree: Tree, told: Told, text: str) -> None:
    _page(tree, text)
    (line,) = told()
    assert line.startswith("docs/shuo-ming.md:7:") and " leaked-path 页面里有本机的路径 " in line


@pytest.mark.parametrize("link", ["[甲](file:///D:/a.doc)", "[甲](vscode://file/srv/a.md)", "<a href='D:/a.doc'>甲</a>", "[甲](/home/zhang/kb)",
                                  "[甲](\\\\\\\\nas\\\\a)", "<file:///D:/a.doc>", "![甲](file:///D:/a.png)", "[甲](~/a.md)"])
def test_a_link_to_a_machine_is_told_once(tree: Tree, told: Told, link: str) -> None:
    _page(tree, link.replace("\\\\", "\\"))
    assert [line.split(" ")[1] for line in told()] == ["leaked-path"]


def test_the_guide_may_show_in_code_how_paths_look(tree: Tree, told: Told) -> None:
    (tree.docs / "contributing").mkdir()
    page = tree.docs / "contributing/index.md"
    page.write_text("# 指南\n\n不写 `D:\\资料`、`file:///a/b`。\n\n```\n\\\\server\\share\ncd /home/ni/ku\ncd C:\\Users\\ni\\ku\n```\n", encoding="utf-8")
    assert told() == []
    page.write_text("# 指南\n\n放在 D:\\资料。`/home/ni/ku`、`/home/zhang/kb`\n", encoding="utf-8")
    assert {line.partition(" | ")[2] for line in told()} == {"改成相对路径，例如：data/practices/；举例的，写成代码，用户名写 ni：`/home/ni/ku`"}
    assert [line.partition(" ")[2].partition(" |")[0] for line in told()] == [
        "leaked-path 页面里有本机的路径 D:\\资料", "leaked-path 页面里有本机的路径 /home/zhang/kb"]


def test_what_belongs_to_one_person_is_told_on_pages_and_in_drawings(tree: Tree) -> None:
    _page(tree, "找张某 13812345678，写 zhang@163.com，身份证 11010519491231002X；另见 138****5678。")
    (tree.docs / "images/tu.svg").write_text(SVG.format("<text>13812345678</text>"), encoding="utf-8")
    cure = "删去，写办公室或部门，不写个人的；是这个库自己的联系方式，就写进 mkdocs.yml 的 extra.contact"
    found = examine(tree.root, tree.docs)[2]
    assert [f"{f.path}:{f.line}:{f.column} {f.severity.value} {f.code} {f.message} | {f.cure}" for f in found] == [
        f"docs/images/tu.svg:2:7 error private-data 这里有手机号码 138****78，会公开 | {cure}",
        f"docs/shuo-ming.md:7:5 error private-data 这里有手机号码 138****78，会公开 | {cure}",
        f"docs/shuo-ming.md:7:19 error private-data 这里有邮箱 z***@163.com，会公开 | {cure}",
        f"docs/shuo-ming.md:7:37 error private-data 这里有身份证号码 110****2X，会公开 | {cure}"]
    assert not any(number in str(found) for number in ("13812345678", "zhang@", "11010519491231002X"))


def test_what_opens_something_is_told_on_pages_and_not_repeated(tree: Tree) -> None:
    _page(tree, "见 [甲](https://wang:Ab12!q@kb.cn/)，口令：abc1234。")
    found = examine(tree.root, tree.docs)[2]
    assert "Ab12!q" not in str(found) and "abc1234" not in str(found)
    assert [f"{f.path}:{f.line}:{f.column} {f.severity.value} {f.code} {f.message}" for f in found] == [
        "docs/shuo-ming.md:7:7 error secret-address 地址 https://****@kb.cn 里带着用户名和密码，会公开",
        "docs/shuo-ming.md:7:38 warning secret 这里像是写了密码或口令 a****，会公开"]
