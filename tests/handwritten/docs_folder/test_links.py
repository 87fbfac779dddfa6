"""Links on hand-written pages are checked before a build, each at its line and column."""

from collections.abc import Callable

import pytest

from tests.small_tree import Tree

Told = Callable[[], list[str]]
FRONT = "---\nrender_macros: true\n---\n\n# 说明\n\n"


def _write(tree: Tree, text: str, name: str = "shuo-ming.md") -> None:
    home = tree.docs / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + f"\n[说明]({name})\n", encoding="utf-8")
    (tree.docs / name).write_text(FRONT + text + "\n", encoding="utf-8")


WRONG = {
    "a page that is not there": ("见[甲](topics/nope.md)。", "7:6 broken-link “topics/nope.md”指的文件 topics/nope.md 不存在 | 改正地址，或补上这个文件"),
    "a page made of data by its source": (
        "[甲](practices/wei-yuan-ke-tang.md)",
        '7:5 broken-link “practices/wei-yuan-ke-tang.md”指的文件 practices/wei-yuan-ke-tang.md 不存在 | '
        '条目的页面由数据生成，写宏 {{ practice("wei-yuan-ke-tang") }}，或者以 .html 结尾的地址'),
    "a source that is not there": ("[甲](sources/nope.html)", "7:5 broken-link “sources/nope.html”指的文件 sources/nope.html 不存在 | 改正地址，或补上这个文件"),
    "a practice that is not there": ("[甲](practices/nope.html)", "7:5 broken-link “practices/nope.html”指的文件 practices/nope.html 不存在 | 改正地址，或补上这个文件"),
    "an entry in double brackets": ("[[wei-yuan-ke-tang]]", '7:1 broken-link 手写页面里的 [[wei-yuan-ke-tang]] 不会变成链接 | 写宏 {{ practice("wei-yuan-ke-tang") }}'),
    "a folder": ("[甲](practices/)", "7:5 broken-link “practices/”指的是文件夹 | 写到里面的页面：practices/index.md"),
    "another case": ("![甲](images/TU.png)", "7:6 broken-link “images/TU.png”指的文件 images/TU.png 不存在 | 改正地址，或补上这个文件"),
    "no address": ("[甲]()", "7:5 broken-link 这个链接没有写地址 | 写上地址，或删去链接"),
    "a label without its address": ("[甲][乙]", "7:4 broken-link 链接 [乙] 没有写明指到哪里 | 另起一行写“[乙]: 地址”，或删去方括号"),
    "a note without its words": ("甲[^1]", "7:2 broken-link 脚注 [^1] 没有写明指到哪里 | 另起一行写“[^1]: 说明”，或删去方括号"),
    "a note that nothing names": ("甲\n\n[^9]: 乙", "9:1 unused-note 脚注 [^9] 没有一处用到 | 在正文里写上 [^9]，或删去"),
    "a note that only names itself": ("甲[^1]\n\n[^1]: 丙\n[^9]: 乙，见 [^9]\n\n    再见 [^9]", "10:1 unused-note 脚注 [^9] 没有一处用到 | 在正文里写上 [^9]，或删去"),
    "the address of a label": ("[甲]\n\n[甲]: nope.md", "9:6 broken-link “nope.md”指的文件 nope.md 不存在 | 改正地址，或补上这个文件"),
    "inside a list": ("- 甲\n\n    [乙](nope.md)", "9:9 broken-link “nope.md”指的文件 nope.md 不存在 | 改正地址，或补上这个文件"),
    "inside a table": ("| 甲 |\n|---|\n| [乙](nope.md) |", "9:7 broken-link “nope.md”指的文件 nope.md 不存在 | 改正地址，或补上这个文件"),
    "inside raw": ("{% raw %}[甲](nope.md){% endraw %}", "7:14 broken-link “nope.md”指的文件 nope.md 不存在 | 改正地址，或补上这个文件"),
    "over two lines": ("[甲\n乙](nope.md)", "8:4 broken-link “nope.md”指的文件 nope.md 不存在 | 改正地址，或补上这个文件"),
    "Markdown's ending in HTML": ('<a href="topics/member-duty.md">甲</a>',
                                  "7:1 broken-link “topics/member-duty.md”指的文件 topics/member-duty.md 不存在 | HTML 里的地址写 .html 结尾"),
    "HTML": ("<p><img src='nope.png' alt='甲'></p>", "7:4 broken-link “nope.png”指的文件 nope.png 不存在 | 改正地址，或补上这个文件"),
    "a place on this page": ("[甲](#nope)", "7:5 broken-anchor “#nope”指的位置 #nope 在 shuo-ming.md 里没有 | 改正 # 后面的名字；给标题定名写 {: #名字 }"),
    "a place on a page with macros": ("[甲](topics/member-duty.md#nope)",
                                      "7:5 broken-anchor “topics/member-duty.md#nope”指的位置 #nope 在 topics/member-duty.md 里没有 | 改正 # 后面的名字；给标题定名写 {: #名字 }"),
    "a place on a page made of data": ("[甲](speeches/jia-shi.html#p99)",
                                       "7:5 broken-anchor “speeches/jia-shi.html#p99”指的位置 #p99 在 speeches/jia-shi.html 里没有 | 改正 # 后面的名字；给标题定名写 {: #名字 }"),
    "a place on a page of the project's": ("[甲](glossary.md#nope)",
                                           "7:5 broken-anchor “glossary.md#nope”指的位置 #nope 在 glossary.md 里没有 | 改正 # 后面的名字；给标题定名写 {: #名字 }"),
    "out of the folder": ("[甲](../data/topics.yml)", "7:5 outside-link “../data/topics.yml”指到了网站外面 | 改成网站里面的地址"),
    "from the root": ("[甲](/topics/member-duty.md)", "7:5 absolute-link “/topics/member-duty.md”从根开始，放到子路径下或双击打开会断 | 改成相对地址，例如：../topics/index.md"),
    "a drive": (r"[甲](C:\稿\甲.doc)", r"7:5 leaked-path 页面里有本机的路径 C:\稿\甲.doc | 改成相对路径，例如：data/practices/"),
    "mail": ("<a@b.example>", "7:2 other-address “mailto:a@b.example”不是 http(s) 地址，读者的电脑未必打得开 | 换成 http:// 或 https:// 开头的完整地址；邮箱直接写成文字"),
    "no address at all": ("[甲](http://[)", "7:5 bad-link “http://[”不是合法的地址 | 改正这个地址"),
    "a script": ("[甲](javascript:alert(1))", "7:5 script-address 链接是脚本：“javascript:alert(1)” | 删去，或换成 http(s) 地址"),
    "a script in HTML": ('<a href=" javascript:alert(1)">甲</a>', "7:1 script-address 链接是脚本：“ javascript:alert(1)” | 删去，或换成 http(s) 地址"),
    "a picture from elsewhere": ("![甲](https://x.example/a.png)", "7:6 external-request 打开这一页会向站外请求 https://x.example/a.png | 把文件放进 docs 的 images 文件夹，改成相对地址"),
    "a picture from elsewhere by its label": ("![甲][乙]\n\n[乙]: //x.example/a.png", "9:6 external-request 打开这一页会向站外请求 //x.example/a.png | 把文件放进 docs 的 images 文件夹，改成相对地址"),
    "a style": ("甲\n{: style='color:red' }", "8:4 inline-style 页面里写了 style=“color:red” | 换成 class，样式写进样式文件"),
    "a handler": ("## 甲 {: #a onclick=x() }", "7:12 inline-script 页面里写了 onclick= | 在脚本文件里用 addEventListener"),
    "an address in a list of attributes": ("[甲](index.md){: href='http://[' }", "7:17 bad-link “http://[”不是合法的地址 | 改正这个地址"),
    "a block of script": ("<script>x()</script>", "7:1 inline-script 页面里直接写了脚本 | 移到 docs/assets/javascripts/ 的文件里"),
    "a path of a machine": ("放在 /home/zhang/kb 里", "7:4 leaked-path 页面里有本机的路径 /home/zhang/kb | 改成相对路径，例如：data/practices/"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_once_at_its_place(tree: Tree, told: Told, case: str) -> None:
    text, finding = WRONG[case]
    _write(tree, text)
    assert told() == [f"docs/shuo-ming.md:{finding}"]


RIGHT = (
    "[甲](topics/member-duty.md) [乙](topics/member-duty.html) [丙](practices/wei-yuan-ke-tang.html) [丁](practices/index.md?topic=x)",
    "[甲](sources/hui-bian.html) [乙](sources/hui-bian.html#speeches)",
    "[甲](speeches/jia-shi.html#p1) [乙](#top) [丙](./practices/../index.md) [丁](topics/member%2Dduty.md \"题\")",
    "## 甲 乙\n\n[丙](#甲-乙)\n\n## 丁 {: #x }\n\n[戊](#x)", "甲[^1] [乙] [丙][乙]\n\n[^1]: 说明\n\n[乙]: topics/member-duty.md",
    "![甲](images/tu.png)", "<https://x.example/a> [甲](https://x.example/a_(b)) [乙](<https://x.example/a b>)",
    "`[甲](nope.md)` ``[乙](`nope.md)``\n\n```\n[丙](nope.md)\n```\n\n    [丁](nope.md)", "1. 甲\n\n    ```\n    [乙](nope.md)\n    ```\n",
    "<!-- [甲](nope.md) <a href='nope'> -->\n\n{# [乙](nope.md) #}丙", r"\[甲](nope.md) [乙\](nope.md)", "甲[乙]丙 [ ] x < y [1]",
    '[{{ count("practices") }}](practices/index.md)', "<a id='y'></a>\n\n[甲](#y)", "- [ ] 甲\n- [x] 乙", "*[HTML]: 甲\n\nHTML",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_passes(tree: Tree, told: Told, text: str) -> None:
    _write(tree, text)
    assert told() == []


def test_a_page_that_copies_a_full_text_is_told_where_it_does(tree: Tree, told: Told) -> None:
    tree.with_originals()
    source = (tree.root / "originals/hui-bian.txt").read_text(encoding="utf-8")
    sentence = max((line for line in source.splitlines()), key=len)
    assert told() == []
    _write(tree, f"甲。\n\n{sentence}")
    (line,) = told()
    assert line.startswith("docs/shuo-ming.md:9:1 copied-text 连续 ")


@pytest.mark.parametrize(("name", "text", "finding"), [
    ("images/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<script>x()</script></svg>", "2:1 inline-script"),
    ("images/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'></svg>", "1:1 inline-script"),
    ("images/a.svg", "<svg>\n<image href='http://x.example/a.png'/></svg>", "2:1 external-request"),
    ("assets/stylesheets/kb.css", "p {\n  background: url(https://x.example/a.png) }", "2:19 external-request"),
    ("assets/javascripts/page/menu.js", "fetch('https://x.example/a')", "1:8 external-request"),
])
def test_what_is_copied_as_it_is_asks_nobody_else(tree: Tree, told: Told, name: str, text: str, finding: str) -> None:
    (tree.docs / name).parent.mkdir(parents=True, exist_ok=True)
    (tree.docs / name).write_text(text, encoding="utf-8")
    assert [" ".join(line.split()[:2]) for line in told()] == [f"docs/{name}:{finding}"]
