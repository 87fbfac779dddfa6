import pytest

from tests.small_tree import Tree

CURE = "照原文改；原文没有说的，删去"


def told(tree: Tree, path: str, old: str, new: str) -> list[str]:
    tree.with_originals()
    tree.replace(path, old, new)
    return tree.told()


@pytest.mark.parametrize(("path", "old", "new", "expected"), [
    ("speeches/yi-xian.yml", "outline:", "occasion: 2024年5月在丁寨镇召开的会议\noutline:",
     f"data/speeches/yi-xian.yml:6:19 提醒[note-in-source] 场合里的“丁寨镇”、“2024年5月”，原文里没有 | {CURE}"),
    ("organizations.yml", "raw: xx县政协\n", "raw: xx县政协\n  note: 是唐山市的一个县\n", f"data/organizations.yml:11:10 提醒[note-in-source] 说明里的“唐山”，原文里没有 | {CURE}"),
    ("practices/wei-yuan-ke-tang.yml", "added:", "keywords: [八讲, 课堂]\nadded:", f"data/practices/wei-yuan-ke-tang.yml:13:12 提醒[note-in-source] 检索词里的“八讲”，原文里没有 | {CURE}"),
    ("terms.yml", 'at: ["2"]}', 'at: ["2"]}\n  note: “三联”见于第一节', ""),
])
def test_what_no_source_has(tree: Tree, path: str, old: str, new: str, expected: str) -> None:
    assert told(tree, path, old, new) == ([expected] if expected else [])


def test_a_year_that_is_older_than_what_it_tells_of(tree: Tree) -> None:
    tree.replace("sources/hui-bian.yml", "title: 研讨发言汇编", "title: 2024年研讨发言汇编")
    assert told(tree, "sources/hui-bian.yml", "year: 2024", "year: 2023") == [
        f"data/sources/hui-bian.yml:3:7 提醒[note-in-source] 来源的名称里是 2024 年，这里却写了 2023 年 | {CURE}"]


def test_a_section_that_has_other_words(tree: Tree) -> None:
    tree.replace("terms.yml", "term: 三联", "term: 编成")
    tree.replace("terms.yml", "{speech: yi-xian", "{speech: jia-shi")
    assert told(tree, "terms.yml", 'at: ["2"]}', 'at: ["2"]}\n  note: “活动小组”见于第二节') == [
        f"data/terms.yml:6:17 提醒[note-in-source] “活动小组”不在第二节，原文在第1节 | {CURE}"]


@pytest.mark.parametrize("keyword", ["每月2次", "3联", "xx县", "课堂"])
def test_words_that_readers_type(tree: Tree, keyword: str) -> None:
    assert told(tree, "practices/wei-yuan-bian-zu.yml", "added:", f"keywords: [{keyword}]\nadded:") == []


def test_a_note_may_name_another_speech_by_its_short_title(tree: Tree) -> None:
    tree.replace("speeches/jia-shi.yml", "short: 编组与课堂", "short: 168工作模式")
    assert told(tree, "organizations.yml", "raw: xx县政协\n", "raw: xx县政协\n  note: 与甲市政协〔168工作模式〕不是一个单位\n") == []
    tree.replace("organizations.yml", "〔168", "〔169")
    assert len(tree.told()) == 1
