from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
YI = "speeches/yi-xian.yml"


def test_a_link_to_a_withdrawn_practice(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nwithdrawn: {on: 2026-11-25, reason: 原文更正}")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:22:10 错误[withdrawn-link] 做法“wei-yuan-ke-tang”已经撤下 | 删去这一项，或换成现有的编号",
    ]


def test_accounts_and_citations_of_a_withdrawn_speech(tree: Tree) -> None:
    tree.replace(YI, "拟设立联络点。}", "拟设立联络点。}\nwithdrawn: {on: 2026-11-25, reason: 原文更正}")
    assert tree.told() == [
        "data/speeches/yi-xian.yml:11:1 错误[withdrawn-link] 发言“yi-xian”撤下了，还有 3 处链接到它：data/practices/wei-yuan-bian-zu.yml:15、data/problems.yml:5、data/terms.yml:5"
        " | 把这些地方写着它的那一项删去，或换成现有的编号；文字里的链接去掉双方括号",
    ]
