from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_slogan_without_glossary_entry(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "谋划按行业编组", "谋划按“四统一”编组")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:19:32 提醒[undefined-term] 用了“四统一”，术语表里没有 | 原文有这个简称，就在 terms.yml 里加上（原文没有解释的，写 unexplained: true）；原文有这几个字、没有引号，去掉引号；原文没有的，照原文的话写",
    ]


def test_a_slogan_that_the_glossary_or_a_practice_has_may_stand(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "谋划按行业编组", "谋划按“三联”编组，用“一方面”来讲")
    assert tree.told() == []


def test_a_slogan_is_seen_however_the_file_writes_it(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml", "text: 委员轮流讲课", 'text: "委员按“\\\n          四轮换\\u4e00”讲课"')
    assert [line.partition(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-ke-tang.yml:10:29 提醒[undefined-term] 用了“四轮换一”，术语表里没有",
    ]


def test_the_name_that_the_speech_has_in_quotes_may_stand_in_its_outline(tree: Tree) -> None:
    tree.replace("speeches/jia-shi.yml", "gist: 讲编组和课堂。", "gist: 讲“两编一讲”。")
    assert [line.partition("] ")[2].partition(" | ")[0] for line in tree.told()] == ["用了“两编一讲”，术语表里没有"]
    tree.with_originals()
    told = [line for line in tree.told() if "undefined-term" in line]
    assert len(told) == 1
    text = tree.read("originals/hui-bian.txt")
    tree.write("originals/hui-bian.txt", text.replace("由委员轮流登台", "推行“两编一讲”,由委员轮流登台"))
    assert [line for line in tree.told() if "undefined-term" in line] == []


def test_the_name_that_differs_by_its_number_is_what_to_write(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "谋划按行业编组", "谋划按“四联”编组")
    [line] = tree.told()
    assert line.endswith("用了“四联”，术语表里没有 | 库里有“三联”：说的是它，照它写；原文有这个简称，才在 terms.yml 里加上（原文没有解释的，写 unexplained: true）")
