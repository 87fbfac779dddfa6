from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_words_that_the_paragraph_lacks(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "cue: 正在", "cue: 正在开设")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:8:40 错误[cue-in-source] 依据“正在开设”在原文第2段里没有 | 照抄原文的词语；写错了段号就改出处（at）",
    ]


def test_words_that_the_speech_lacks(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(BIAN_ZU, "cue: 谋划", "cue: 打算")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:17:38 错误[cue-in-source] 依据“打算”在原文这篇发言里没有 | 照抄原文的词语；写错了段号就改出处（at）",
    ]
