"""In the section for what the sources do not say every sentence denies something."""

import pytest

from tests.handwritten.docs_folder.prose import KE_TANG, told
from tests.small_tree import Tree

HEADING = "## 原文没有说的 {: #unsaid }\n\n"
CURE = "写明什么没有写、没有说；原文说了的，从这一节删去"


@pytest.mark.parametrize(("prose", "place", "shown"), [
    (f"{HEADING}课表由谁排，有两篇讲到。", "11:1", "课表由谁排，有两篇讲到。"),
    (f"{HEADING}听课的人数没有写。讲稿印成了册，{KE_TANG}里有。", "11:10", "讲稿印成了册，里有。"),
    ("## 没有说的 {: .small #unsaid }\n\n课表由谁排，教室设在哪里，听课要不要报名，讲课的人几点到场，都写明。\n\n## 别的 {: #other }\n\n委员轮流讲课。", "11:1", "…哪里，听课要不要报名，讲课的人几点到场，都写明。"),
])
def test_a_sentence_that_says_what_is_said(tree: Tree, prose: str, place: str, shown: str) -> None:
    assert [line for line in told(tree, prose) if "negation-in-source" in line] == [
        f"{place} warning negation-in-source 这一节写原文没有说的，这一句却没有说什么没有写：“{shown}” | {CURE}"]


@pytest.mark.parametrize("prose", [
    f"{HEADING}课表由谁排，没有一篇谈到。教室在哪里未写明。人数原文隐去了。{KE_TANG}只说到轮流讲课。",
    "委员轮流讲课。\n\n" + HEADING + "课表没有写。",
    "## 课堂 {: #class }\n\n委员轮流讲课。",
])
def test_what_is_not_said_and_what_stands_elsewhere(tree: Tree, prose: str) -> None:
    assert [line for line in told(tree, prose) if "negation-in-source" in line] == []
