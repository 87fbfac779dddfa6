from tests.small_tree import Tree

OTHER = "\nyi-xian-zheng-xie:\n  name: xx县政协\n  name_state: masked\n  level: county\n  raw: xx县政协\n"


def test_two_bodies_of_one_name(tree: Tree) -> None:
    tree.write("organizations.yml", tree.read("organizations.yml").rstrip() + OTHER)
    assert tree.told() == [
        "data/organizations.yml:11:1 错误[namesakes] 与 xx-xian-zheng-xie 在页面上都显示成“xx县政协”"
        " | 确实是同一家，就合并；不是，就各写一个 distinguisher（最多六个字，例如它主要讲的做法：全员入委）",
    ]


def test_a_word_of_their_own_tells_them_apart(tree: Tree) -> None:
    tree.write("organizations.yml", tree.read("organizations.yml").rstrip() + OTHER.replace("masked\n", "masked\n  distinguisher: 全员入委\n"))
    assert tree.told() == []
    tree.replace("organizations.yml", "name: xx县政协\n  name_state: masked\n", "name: xx县政协\n  name_state: masked\n  distinguisher: 全员入委\n")
    assert ["都显示成“xx县政协〔全员入委〕”" in line for line in tree.told()] == [True]
