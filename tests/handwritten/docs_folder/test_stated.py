"""What the prose of a page states is held against the entries that it links, or those under its topic."""

import pytest

from macros.pipeline import examine
from tests.handwritten.docs_folder.prose import BIAN_ZU, FRONT, JIA, KE_TANG, told
from tests.small_tree import Tree

CURE = "照条目改；条目里也没有的，先写进条目，或从这里删去"
ELSEWHERE = "核对说的是哪一条：是那一条的，用宏连上它，写在它后面；不是的，照这一句所讲的条目改"


@pytest.mark.parametrize(("prose", "expected"), [
    (f"{KE_TANG}办了，到课率95%。",
     [f"9:41 error number-in-source “95%”这个数，做法“委员课堂”里没有 | {CURE}"]),
    (f"{BIAN_ZU}编成6个活动小组。",
     ["9:37 error number-in-source “6个”里的数，原文隐去了：做法“委员编组”写的是“x个活动小组” | 照原文写 x，或不写数；数出来的也不补"]),
    (f"{BIAN_ZU}也每月活动两次。",
     [f"9:36 warning number-in-source “每月活动两次”不在这一句所讲的条目里，在做法“委员课堂”里（“每月至少两次”） | {ELSEWHERE}"]),
    (f"看{KE_TANG}，称为“板凳课”。",
     [f"9:40 warning quote-in-source 引号里的“板凳课”，做法“委员课堂”里没有 | {CURE}"]),
    (f"看{KE_TANG}，由县文旅局来讲。",
     [f"9:39 warning name-in-source “文旅局”，做法“委员课堂”里没有 | {CURE}"]),
    ("全市收到意见381条。", [f"9:7 error number-in-source “381条”这个数，这个专题的条目里没有 | {CURE}"]),
    ("见于丁寨镇。", [f"9:3 warning name-in-source “丁寨镇”，这个专题的条目里没有 | {CURE}"]),
])
def test_what_no_entry_has_is_told_at_its_place(tree: Tree, prose: str, expected: list[str]) -> None:
    assert told(tree, prose) == expected


YI = '{{ organization("xx-xian-zheng-xie") }}'


@pytest.mark.parametrize(("prose", "expected"), [
    # What a body tells of a practice is asked, not all that it tells.
    (f"看{BIAN_ZU}：{JIA}每月活动两次。", [f"9:76 warning number-in-source “每月活动两次”不在这一句所讲的条目里，在单位“甲市政协”里（“每月至少两次”） | {ELSEWHERE}"]),
    (f"{JIA}和{YI}都讲{BIAN_ZU}：前者编组，后者收到意见318条。", ["9:128 error number-in-source"]),
    (f"{BIAN_ZU}两家都讲到，选两个县先编。", ["9:42 warning number-in-source “两个”这个数"]),
    # Where it tells nothing of it, or the sentence has turned, all is meant.
    (f"看{BIAN_ZU}；{JIA}每月讲两次课。", []),
    (f"{YI}讲{BIAN_ZU}；{JIA}的{KE_TANG}每月两次。", []),
])
def test_what_is_told_by_whom(tree: Tree, prose: str, expected: list[str]) -> None:
    lines = told(tree, prose)
    assert [line[:len(short)] for line, short in zip(lines, expected, strict=True)] == expected


@pytest.mark.parametrize("prose", [
    f"{KE_TANG}每月2次，委员轮流讲。",
    f"{JIA}每月讲两回课。",
    f"有两条：{BIAN_ZU}和{KE_TANG}。",
    "这里看三件事：怎样编组，怎样学习，怎样考评。",
    f"{BIAN_ZU}有2家讲到，办法不同。",
    f"{BIAN_ZU}里有“三联”，又叫“委员小组”。",
    "共有{{ count(\"practices\") }}条。",
    "## 三十年的9个做法",
    f"看{KE_TANG}（[2019年的95%](../index.md)）。",
    "1. 甲[^1]\n2. 见 [1]\n\n[^1]: 说明",
    "本页2026年11月24日更新，版本 1.2.0。",
    "写这一页用了三天。",
    "甲市政协讲过。",
    "可以打电话问县政协办公室。",
])
def test_what_stands_in_the_data_or_is_no_fact_is_left_in_peace(tree: Tree, prose: str) -> None:
    assert told(tree, prose) == []


def test_the_whole_library_bears_out_a_page_without_a_topic(tree: Tree) -> None:
    (tree.docs / "index.md").write_text("---\nrender_macros: true\n---\n\n# 库\n\n{{ practices() }}\n\n每月至少2次，收到意见1237条。\n", encoding="utf-8")
    assert [f"{f.path}:{f.line}:{f.column} {f.message}" for f in examine(tree.root, tree.docs)[2]] == ["docs/index.md:9:12 “1237条”这个数，库里没有"]


def test_with_the_full_text_the_cited_paragraphs_count_too(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-ke-tang.yml",
                 "    figures:\n      - {label: 每月讲课, state: given, value: 2, bound: at-least, raw: 每月至少两次}\n", "")
    before = told(tree, f"{KE_TANG}每月2次。")
    tree.with_originals()
    assert [line.split()[2] for line in before] == ["number-in-source"]
    assert not [line for line in told(tree, f"{KE_TANG}每月2次。") if line.startswith("9:")]


def test_pages_that_call_no_macros_and_the_guide_are_left_in_peace(tree: Tree) -> None:
    (tree.docs / "contributing").mkdir()
    for name, front in (("contributing/a.md", FRONT), ("b.md", "# 别的\n\n")):
        (tree.docs / name).write_text(front + "收到意见1237条。\n", encoding="utf-8")
    assert [f for f in examine(tree.root, tree.docs)[2] if f.code == "number-in-source"] == []


def test_one_mistake_is_one_message(tree: Tree) -> None:
    assert [line.split()[2] for line in told(tree, f"{KE_TANG}又叫“丁寨镇95%课”。")] == ["quote-in-source"]


@pytest.mark.parametrize(("prose", "expected"), [
    (f"{JIA}是县级政协，办了课堂。", [f"9:41 warning level-in-source “县级”与库里的单位不同：单位“甲市政协”的层级是市级 | {CURE}"]),
    (f"{JIA}是一家市级政协，办了课堂。", []),
])
def test_the_level_of_a_body(tree: Tree, prose: str, expected: list[str]) -> None:
    assert told(tree, prose) == expected


def test_a_person_with_an_office(tree: Tree) -> None:
    assert told(tree, f"{JIA}的课堂由主任赵建军讲。") == [
        "9:44 warning named-person “主任赵建军”里像是有人的姓名：赵建军 | 写职务，不写姓名：主任；不是人名，就换一个说法"]


def test_digits_of_an_address_are_told_once(tree: Tree) -> None:
    assert [line.split()[2] for line in told(tree, f"{JIA}办了课堂，邮箱office2022@126.com。")] == ["private-data"]


@pytest.mark.parametrize(("listed", "found"), [("工业、商贸、林业", []), ("工业、水利、林业", ["水利"])])
def test_a_list_of_a_page(tree: Tree, listed: str, found: list[str]) -> None:
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace("由委员轮流登台", "讲工业、商贸、林业、交通,由委员轮流登台"))
    lines = [line for line in told(tree, f"{KE_TANG}讲{listed}。") if "list-in-source" in line]
    assert [line.partition("“")[2].partition("”")[0] for line in lines] == found
