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


TERM = """t-san-shai:
  term: 三晒
  {explained}
  at:
    - {{speech: jia-shi, at: ["2"]}}
  note: {note}
"""
SOURCE = "三是请各乡镇的老委员和县区委员每季度轮流坐班,实行\"三晒\"(晒账本、晒名册、晒照片),让市县两级政协看得见。"


def of_term(tree: Tree, note: str, explained: str = "expansion: 晒账本、晒名册、晒照片", at: str = "2") -> list[str]:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台。", f"由委员轮流登台。{SOURCE}"))
    tree.write("terms.yml", tree.read("terms.yml") + TERM.format(explained=explained, note=note).replace('at: ["2"]', f'at: ["{at}"]'))
    return [line.partition("terms.yml:")[2] for line in tree.told() if "terms.yml" in line]


@pytest.mark.parametrize(("note", "expected"), [
    ("原文写每周坐班。", "11:12 提醒[number-in-source] “每周”这个频次，原文第2段里没有（第2段写的是“…老委员和县区委员每季度轮流坐班”） | 照原文改；原文没有的，删去；自己数出来的，把数的东西逐个列出来"),
    ("已晒过12次。", "11:12 错误[number-in-source] “12次”这个数，原文第2段里没有 | 照原文改；原文没有的，删去；自己数出来的，把数的东西逐个列出来"),
    ("由秘书长坐班。", "11:10 提醒[doer-in-source] “秘书长”，原文第2段里没有 | 照原文写是谁；原文没有说的，删去"),
    ("请的是港澳委员。", "11:12 提醒[doer-in-source] “港澳委员”，原文第2段里没有 | 照原文写是谁；原文没有说的，删去"),
    ("各园区都坐班。", "11:10 提醒[place-in-source] “园区”，原文第2段里没有说到 | 照原文写在哪里；原文没有说的，删去"),
    ("给省市两级政协看。", "11:10 提醒[level-in-source] “省市两级”的级别与原文不同：第2段写的是“让市县两级政协看得见” | 照原文写是哪一级的"),
    ("叫作“四晒”。", "11:12 提醒[quote-in-source] 引号里的“四晒”，原文里没有，也不是库里的名称（原文写的是“三晒”） | "),
    ("解释写在第1段。", f"11:13 提醒[note-in-source] “晒账本”不在第1段，原文在第2段 | {CURE}"),
])
def test_a_note_is_held_to_the_paragraphs_of_its_term(tree: Tree, note: str, expected: str) -> None:
    [line] = of_term(tree, note)
    assert line.startswith(expected)


@pytest.mark.parametrize("note", [
    "用在老委员坐班的一项里。", "三样东西都晒出来，晒到什么程度没有写。", "一年几次、多久没有写清。", "按季坐班，与“四晒”不是一回事。", "乡镇、县区都请。",
    "市、县两级政协都看得见。", "解释写在第2段的括号里。", "三项里的前两项是文字，后一项是图。", "说法见于第二段，不见于第三段。", "每季度一回，乡镇的老委员坐班。",
    "第1段讲的是近年来的形势，这里讲坐班。", "统一安排，再三强调，只有这一个叫法。", "省政协看不看，没有说。", "说的是坐班，不是讲课，更不是每月讲课。", "括号里逐个写明。",
])
def test_a_note_in_words_of_ones_own(tree: Tree, note: str) -> None:
    assert of_term(tree, note) == []


@pytest.mark.parametrize(("note", "told"), [
    ("指账本、名册。", "指账本、名册"), ("坐班时用，意思是晒出来。", "意思是晒出来"), ("指什么没有写。", ""), ("指两种晒法。", ""), ("指这三样。", ""), ("指出三样东西。", ""), ("晒什么没有解释。", ""),
])
def test_what_is_said_to_be_unexplained_is_not_explained(tree: Tree, note: str, told: str) -> None:
    lines = of_term(tree, note, "unexplained: true")
    assert [line.partition("] ")[2] for line in lines] == ([
        f"写着原文没有解释（unexplained），说明里却写了所指：“{told}” | 原文有解释的，写进所指（expansion），删去 unexplained: true；原文没有的，从说明里删去"] if told else [])


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("level: city", "level: county\n  note: 发言讲的是市里的事，本库列为市级", [f"data/organizations.yml:4:10 提醒[note-in-source] 层级写了 county（县级），说明里写的是“列为市级” | {CURE}"]),
    ("level: city", "level: city\n  note: 发言讲的是市里的事，按市级列", []),
    ("level: city", "level: city\n  note: 是设区的市，按市级列", [f"data/organizations.yml:5:10 提醒[note-in-source] 说明里写的“设区的市”，原文里没有写明 | {CURE}"]),
    ("level: city", "level: city\n  note: 是地级市还是县级市没有写，按市级列", []),
    ("name: 甲市政协", "name: 申市政协", [f"data/organizations.yml:2:9 提醒[note-in-source] 名称“申市政协”与原文写法（raw）“甲市政协”差了字 | {CURE}"]),
])
def test_what_a_body_is_called_and_of_which_level_it_is(tree: Tree, old: str, new: str, expected: list[str]) -> None:
    assert [line for line in told(tree, "organizations.yml", old, new) if "note-in-source" in line] == expected


@pytest.mark.parametrize(("note", "words"), [("解释了联的是哪三家", "解释了联的是哪三家"), ("写明了所指", "写明了所指"), ("没有说明了什么", ""), ("没有写明是哪三家", ""), ("说明了政协的做法", "")])
def test_a_note_that_says_that_the_source_explains_what_it_does_not(tree: Tree, note: str, words: str) -> None:
    assert [line.partition("] ")[2] for line in told(tree, "terms.yml", 'at: ["2"]}', f'at: ["2"]}}\n  note: {note}') if "note-in-source" in line] == (
        [f"写着原文没有解释（unexplained），说明里却写“{words}” | {CURE}"] if words else [])
