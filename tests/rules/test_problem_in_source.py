import pytest

from tests.small_tree import Tree

CURE = "核对段号；那里只有办法、没有提出问题的，删去这一处"


def told(tree: Tree, title: str = "委员参加活动少怎么办？", at: str = "2", speech: str = "yi-xian") -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("关于停车和养老的意见", '关于停车和养老的意见,要走出"老三样"').replace("由委员轮流登台", "由委员轮流登台,登台的人年年老面孔"))
    tree.replace("problems.yml", "title: 委员参加活动少怎么办？", f"title: {title}")
    tree.replace("problems.yml", '{speech: yi-xian, at: ["1"]}', f'{{speech: {speech}, at: ["{at}"]}}')
    return [line.partition("problems.yml:")[2] for line in tree.told() if "problem-in-source" in line]


@pytest.mark.parametrize(("title", "speech", "at", "expected"), [
    ("委员参加活动少怎么办？", "yi-xian", "2", "原文 2 没有说到这个问题，1 才说到"),
    ("怎样走出“老三样”？", "jia-shi", "2.2", "原文 2.2 没有说到这个问题，没有“老三样”，2.1 才说到"),
    ("怎样走出“老三样”？", "jia-shi", "1", "原文 1 没有说到这个问题，没有“老三样”，2.1 才说到"),
    ("怎样防止冷场尴尬？", "yi-xian", "1", "原文 1 没有说到这个问题"),
])
def test_a_place_that_speaks_of_something_else(tree: Tree, title: str, speech: str, at: str, expected: str) -> None:
    assert [line.partition("] ")[2] for line in told(tree, title, at, speech)] == [f"{expected} | {CURE}"]


@pytest.mark.parametrize(("title", "speech", "at"), [
    ("委员参加活动少怎么办？", "yi-xian", "1"), ("怎样走出“老三样”？", "jia-shi", "2.1"), ("怎样走出“老三样”？", "jia-shi", "2"),
    # The quotes are the reader's: what the rest says counts.
    ("登台讲课年年“老一套”怎么办？", "jia-shi", "2.2"),
])
def test_a_place_that_names_it(tree: Tree, title: str, speech: str, at: str) -> None:
    assert told(tree, title, at, speech) == []


def test_another_way_to_put_it(tree: Tree) -> None:
    tree.replace("problems.yml", "synonyms: [", "synonyms: [重新编组, ")
    assert told(tree, "怎样防止冷场尴尬？", "1") == []
