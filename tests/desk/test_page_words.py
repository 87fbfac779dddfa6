"""What an import says of its options is said in the words of the page."""

import pytest

from macros.desk.page_words import on_page

NAMES = {4: "渡口书屋"}


@pytest.mark.parametrize(("note", "said"), [
    ("--take 的 4 号没有另写：practices/du-kou.yml 已经讲到这一篇；要改，直接改那个文件；要重新起草，先删去它",
     "“渡口书屋”没有另写：做法“渡口书屋”已经讲到这一篇；要改，打开那一条改；要重新起草，先把它撤下"),
    ("照上次的不变，仍是一篇（--one）；要改，写上 --split", "照上次的不变，仍是一篇；要改，点开“分得不对？”"),
    ("上次收进正文的照旧收着：第 8 行；要略去，加 --leave 行号", "上次收进正文的照旧收着：第8行；要略去，把那一行的勾去掉"),
    ("--unit 写了 4 个，只有 1 篇：“乙县政协”没有用上", "单位写了 4 个，只有 1 篇：“乙县政协”没有用上"),
    ("要用登记时的那个文件；确是另一份来源，用 --source 另给一个编号", "要用登记时的那个文件；确是另一份来源，请管库的人用命令导入"),
    ("接不上，没有动它；加 --verbose 列出要加的几行，抄进去", "接不上，没有动它，抄进去"),
])
def test_no_option_is_named(note, said):
    assert on_page(note, NAMES, {"du-kou": "渡口书屋"}.get) == said
