import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
SOURCE = "由委员轮流登台,事先张贴课表,课后整理讲稿、分送各小组"


def told(tree: Tree, text: str) -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", SOURCE))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    return [line for line in tree.told() if ":10:" in line]


@pytest.mark.parametrize(("text", "words"), [
    ("张贴课表，刻录光盘，课后整理讲稿", "刻录光盘"),
    ("课后整理讲稿，再评选金牌讲师", "评选金牌讲师"),
    ("委员轮流登台，并现场签到拍照", "现场签到拍照"),
    ("整理讲稿、短视频，分送各小组", "短视频"),
    ("委员轮流登台，为此配齐投影设备。", "配齐投影设备"),
])
def test_a_step_that_nobody_told(tree: Tree, text: str, words: str) -> None:
    assert told(tree, text) == [f"data/practices/wei-yuan-ke-tang.yml:10:{29 + text.index(words)} 提醒[added-in-source] “{words}”，原文第2段里没有讲到 | "
                                "原文没有讲的，删去；讲了的，用原文的字眼写"]


@pytest.mark.parametrize("text", [
    "委员轮着上台讲，课表先贴出来",
    "讲稿课后理好，一份份送到小组",
    "事先张贴课表，用什么软件报名没有写",
    "课后整理讲稿，怎样存档、谁来核对，原文没有说",
    "张贴课表，“金句擂台”是读者的说法",
    "由委员轮流登台，下面分两步说：先贴课表，后送讲稿",
])
def test_the_same_in_other_words_or_what_is_not_claimed(tree: Tree, text: str) -> None:
    assert [line for line in told(tree, text) if "added-in-source" in line] == []


def test_what_another_paragraph_has_is_shown_there(tree: Tree) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("这里向会议汇报", "逐户走访以后,这里向会议汇报"))
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 委员轮流讲课，逐户走访")
    assert [line.partition("] ")[2].partition(" | ")[0] for line in tree.told() if ":10:" in line] == ["“逐户走访”，原文第2段里没有讲到（第1段里有）"]


def test_what_the_practice_is_looked_for_by_is_another_word_for_it(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: ", "keywords: [金牌讲师]\nadded: ")
    assert told(tree, "金牌讲师轮流讲课") == []


def test_but_not_where_it_is_a_small_part_of_them(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: ", "keywords: [奖状]\nadded: ")
    assert [line.partition("“")[2].partition("”")[0] for line in told(tree, "委员轮流登台，颁授鎏金奖状")] == ["颁授鎏金奖状"]


def test_what_a_source_is_called_is_nothing_that_a_speech_says(tree: Tree) -> None:
    assert "title: 研讨发言汇编" in tree.read("sources/hui-bian.yml")
    assert [line.partition("“")[2].partition("”")[0] for line in told(tree, "课后整理讲稿，汇编付印")] == ["汇编付印"]


def test_beside_what_is_wrong_otherwise_it_is_not_told(tree: Tree) -> None:
    [line] = told(tree, "课后整理讲稿，配齐九台投影设备")
    assert "[number-in-source]" in line



def test_an_outline_sums_up_in_words_of_its_own(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("speeches/jia-shi.yml", "gist: 讲编组和课堂。", "gist: 铺垫缘由始末。")
    assert [line for line in tree.told() if "added-in-source" in line] == []
