from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_speech_that_does_not_tell_of_the_practice(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", "unsaid: [{what: 讲了多少课, speech: yi-xian, aspect: effect}]\nadded:")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:13:32 错误[unsaid-speech] 发言 yi-xian 没有讲到这条做法，“讲了多少课”就没有地方写“原文未说明”"
        " | 改成讲到它的发言（可写：jia-shi），或只写这句话，不写发言（speech）和方面（aspect）",
    ]


def test_one_that_does_and_a_plain_text(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", "unsaid: [{what: 讲了多少课, speech: jia-shi, aspect: effect}, 讲哪些题目]\nadded:")
    assert tree.told() == []


def test_a_speech_that_is_not_there_is_told_once(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", "unsaid: [{what: 讲了多少课, speech: bing-xian, aspect: effect}]\nadded:")
    assert [line.split("错误")[1].split("]")[0] for line in tree.told()] == ["[unknown-reference"]


def test_where_the_account_names_no_speech_that_is_there_it_is_told_once(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", "unsaid: [{what: 讲了多少课, speech: jia-shi, aspect: effect}]\nadded:")
    tree.replace(KE_TANG, "- speech: jia-shi", "- speech: jia-shy")
    assert [line.split("错误")[1].split("]")[0] for line in tree.told()] == ["[unknown-reference"]
