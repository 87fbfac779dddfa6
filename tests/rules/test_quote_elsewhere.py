from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return tree.told()


def test_the_words_of_another_speech(tree: Tree) -> None:
    assert told(tree, "用“三联”来讲课") == [
        "data/practices/wei-yuan-ke-tang.yml:10:31 提醒[quote-elsewhere] 引号里的“三联”不是这一篇的话，是发言“县里的编组”里的 | 照这一篇的原文写；说的是另一篇的，写进那一篇的做法里"]


def test_the_words_of_its_own_speech_and_names(tree: Tree) -> None:
    assert told(tree, "“委员课堂”里委员轮流讲课，与“委员编组”“委员小组”配套") == []


def test_what_it_is_set_apart_from(tree: Tree) -> None:
    assert told(tree, "与“三联”不同，委员轮流讲课") == []
