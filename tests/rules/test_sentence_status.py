import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
SAID = "二是正在开办委员课堂,每月至少两次,由委员轮流登台。"


def said(tree: Tree, sentence: str) -> list[str]:
    """What the rule finds where the source says this in place of `SAID`."""
    tree.with_originals()
    text = tree.read("originals/hui-bian.txt")
    assert SAID in text
    tree.write("originals/hui-bian.txt", text.replace(SAID, sentence))
    return [line for line in tree.told() if "sentence-status" in line]


def test_a_sentence_with_one_word_is_right(tree: Tree) -> None:
    assert said(tree, SAID) == []


def test_a_sentence_that_also_says_something_less(tree: Tree) -> None:
    assert said(tree, "二是打算在县里正在办的基础上开办委员课堂,每月至少两次。") == [
        "data/practices/wei-yuan-ke-tang.yml:8:24 错误[sentence-status] 依据“正在”的那一句里还有“打算”，说明是“计划”"
        " | 取走得最近的：改成 status: planned（计划）、cue: 打算；两个词说的不是一件事，就写 exempt: [{rule: sentence-status, why: 理由}]（不检查）",
    ]


def test_a_semicolon_ends_a_statement(tree: Tree) -> None:
    assert said(tree, "二是正在开办委员课堂,每月至少两次;打算再办夜校。") == []


def test_words_that_often_mean_something_else_do_not_count_beside_the_cue(tree: Tree) -> None:
    assert said(tree, "二是正在开办委员课堂,将重要内容各讲一遍,每月至少两次。") == []


def test_a_cue_that_says_nothing_by_itself_is_told_alone(tree: Tree) -> None:
    tree.replace(KE_TANG, "cue: 正在", "cue: 开办")
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("二是正在开办", "二是打算开办"))
    assert [line.partition("[")[2].partition("]")[0] for line in tree.told() if "original-text" not in line] == ["progress-reading"]


@pytest.mark.parametrize(("sentence", "word"), [
    ("二是在6个村设课堂,每月至少两次。", None),
    ("二是力争在6个村设课堂,每月至少两次。", "力争"),
    ("二是说课堂。下一步，再走两步。在6个村设课堂。", "下一步"),
])
def test_a_count_in_a_plan_is_nothing_done(tree: Tree, sentence: str, word: str | None) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: done, cue: 在6个村设课堂")
    plan = f"依据“在6个村设课堂”的那一句或前面领起的话里有“{word}”，说的不是已经做到的" \
        f" | 是打算，改成 status: planned（计划）、cue: {word}；那个词说的是另一件事，就写 exempt: [{{rule: sentence-status, why: 理由}}]（不检查）"
    assert [line.partition("] ")[2] for line in said(tree, sentence)] == ([plan] if word else [])


@pytest.mark.parametrize(("cue", "sentence", "word"), [
    ("9件烦心事得到化解", "二是探索开办委员课堂,帮助9件烦心事得到化解,每月至少两次。", None),
    ("得到化解", "二是探索开办委员课堂,帮助9件烦心事得到化解,每月至少两次。", None),
    ("得到化解", "二是打算开办委员课堂,每月至少两次,帮助9件烦心事得到化解。", "打算"),
    ("开办委员课堂,每月坐", "二是开办委员课堂,每月坐堂至少两次。", None),
    ("开办委员课堂,每月坐", "二是拟开办委员课堂,每月坐堂至少两次。", "拟"),
    ("建成", "二是委员课堂在各乡建成,每月至少两次。", None),
    ("建成", "二是要求年底前委员课堂在各乡建成,每月至少两次。", "要求"),
    ("建成", "二是委员课堂年底前全部建成,每月至少两次。", "年底前"),
    ("建成", "二是委员课堂按要求在各乡建成,每月至少两次。", None),
])
def test_what_was_looked_for_and_found_is_done_and_what_is_asked_for_is_not(tree: Tree, cue: str, sentence: str, word: str | None) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", f"status: done, cue: \"{cue}\"")
    plan = f"依据“{cue}”的那一句或前面领起的话里有“{word}”，说的不是已经做到的" \
        f" | 是打算，改成 status: planned（计划）、cue: {word}；那个词说的是另一件事，就写 exempt: [{{rule: sentence-status, why: 理由}}]（不检查）"
    assert [line.partition("] ")[2] for line in said(tree, sentence)] == ([plan] if word else [])


def test_what_is_looked_for_without_a_result_stays_looked_for(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: done, cue: 得到化解")
    assert [line.partition("] ")[2].partition(" | ")[0] for line in said(tree, "二是探索开办委员课堂,烦心事得到化解,每月至少两次。")] == ["依据“得到化解”的那一句里还有“探索”，说明是“探索”"]
