from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_slogan_without_glossary_entry(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "谋划按行业编组", "谋划按“四统一”编组")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:19:32 提醒[undefined-term] 用了“四统一”，术语表里没有 | 是你自己加的引号，去掉引号就好；原文有这个简称，才在 terms.yml 里加上（原文没有解释，就写 unexplained: true）",
    ]


def test_a_slogan_that_the_glossary_or_a_practice_has_may_stand(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "谋划按行业编组", "谋划按“三联”编组，用“一方面”来讲")
    assert tree.told() == []


def test_a_slogan_is_seen_however_the_file_writes_it(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", "text: 委员轮流讲课", 'text: "委员按“\\\n          四轮换\\u4e00”讲课"')
    assert [line.partition(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-ke-tang.yml:10:29 提醒[undefined-term] 用了“四轮换一”，术语表里没有",
    ]
