import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
CURE = "引号里照抄原文的话；原文没有这句话、说的又是原文有的事，去掉引号，用自己的话写；原文没有的事，删去"


def test_words_that_nobody_said(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "text: 委员轮流讲课", "text: 委员轮流讲课，称为“板凳讲堂”")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:10:39 提醒[quote-in-source] 引号里的“板凳讲堂”，原文里没有，也不是库里的名称 | " + CURE]


@pytest.mark.parametrize(("words", "near"), [
    ("“台”", ""), ("“轮流”", ""), ("“轮岗”", ""), ("“怎么讲”", ""), ("“板凳”", ""), ("“街坊邻里”", "（原文写的是“街坊邻居”）"),
])
def test_words_however_short_and_what_they_are_like(tree: Tree, words: str, near: str) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "summary:", "keywords: [怎么讲好, 板凳]\nsummary:")
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: 委员{words}讲课")
    told = [line for line in tree.told() if "quote-in-source" in line]
    cure = "照原文写“街坊邻居”；说的不是它，就用自己的话写原文有的事；只去掉引号，还是原文没有的话" if near else CURE
    assert told == ([] if words[1:-1] in "由委员轮流登台" else [
        f"data/practices/wei-yuan-ke-tang.yml:11:32 提醒[quote-in-source] 引号里的{words}，原文里没有，也不是库里的名称{near} | {cure}"])


def test_words_of_another_paragraph_are_not_those_of_the_cited_one(tree: Tree) -> None:
    tree.with_originals()
    tree.replace("practices/wei-yuan-bian-zu.yml", "text: 谋划按行业编组,", "text: 谋划按行业编组，设“联络点”,")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:19:39 提醒[quote-in-source] 引号里的“联络点”不在所引的第1段，在第2段 | "
        "照所引的段写；这一句说的确实是那一段的事，才把那一段写进出处（at）"]


def test_a_question_may_quote_any_paragraph(tree: Tree) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "added:", "unsaid: [“形势”是什么形势]\nadded:")
    assert tree.told() == []


@pytest.mark.parametrize("words", ["“委员轮流登台”", "不同于“三联”", "“委员小组”", "“养老，停车”的反面“停车和养老”", "“建强队伍”"])
def test_words_of_the_speech_and_names(tree: Tree, words: str) -> None:
    tree.with_originals()
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: 委员轮流讲课，{words}")
    assert [line for line in tree.told() if "养老，停车" not in line] == []


@pytest.mark.parametrize(("text", "near"), [
    ("从“观众”变为“演员”", "主角"), ("从“看客”变为“主角”", "观众"), ("从“看客”变为“演员”", ""), ("像“演员”，不像“观众”", ""),
])
def test_what_the_source_quotes_beside_it_is_what_to_write(tree: Tree, text: str, near: str) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", '由委员轮流登台,从"观众"变为"主角"'))
    tree.replace(KE_TANG, "text: 委员轮流讲课", f"text: {text}")
    [line] = [line for line in tree.told() if "quote-in-source" in line]
    assert (f"照原文写“{near}”；" in line) is bool(near)
