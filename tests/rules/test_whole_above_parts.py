from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_whole_that_is_further_than_its_part(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "{to: wei-yuan-ke-tang, as: complement}", "{to: wei-yuan-ke-tang, as: part}")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:10:24 错误[whole-above-parts] 整体写了“已实施”，它的组成部分在这一篇里最多是“推进中”"
        " | 把整体改成 under-way（推进中），依据用说这一步的原话；或者核对各部分的进展",
    ]


def test_a_part_that_another_speech_tells_says_nothing_here(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "{to: wei-yuan-ke-tang, as: complement}", "{to: wei-yuan-ke-tang, as: part}")
    tree.replace(KE_TANG, 'speech: jia-shi\n    at: ["2.2"]', 'speech: yi-xian\n    at: ["1"]')
    assert not [line for line in tree.told() if "whole-above-parts" in line]


def test_a_part_whose_stage_is_unclear_says_nothing(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "{to: wei-yuan-ke-tang, as: complement}", "{to: wei-yuan-ke-tang, as: part}")
    tree.replace(KE_TANG, "{status: under-way, cue: 正在, scope: local}", "{status: unclear}")
    assert tree.told() == []
