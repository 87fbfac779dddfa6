"""`--fix` on files that can't be read: other encodings, names for ids, and what it shows."""


import pytest

from macros.editing.mending import mend
from macros.rules import RULES
from macros.rules.rule import Rule
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("path", [KE_TANG, "topics.yml"])
def test_another_encoding_becomes_utf8_to_the_byte(tree: Tree, encoding: str, path: str) -> None:
    before = tree.read(path)
    tree.write(path, before.encode(encoding))
    changed = mend(tree.root, "data")
    assert [one.diff() for one in changed] == [f"data/{path}：内容没有变，只改了编码（存成 UTF-8，没有 BOM）"]
    assert (tree.root / path).read_bytes() == before.encode()


def test_a_name_is_found_once_its_table_can_be_read_again(tree: Tree) -> None:
    before = tree.read("topics.yml"), tree.read(KE_TANG)
    topic, title = next((line[:-1], before[0].split("title: ")[1].split("\n")[0]) for line in before[0].splitlines() if line.endswith(":"))
    tree.replace(KE_TANG, f"[{topic}", f"[{title}")
    tree.write("topics.yml", before[0].encode("gbk"))
    assert len(mend(tree.root, "data")) == 2
    assert (tree.read("topics.yml"), tree.read(KE_TANG)) == before


def test_what_was_done_is_shown_as_a_diff(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: 平台载体")
    [changed] = mend(tree.root, "data")
    assert "-form: 平台载体\n+form: platform" in changed.diff()


def test_only_the_wanted_files_are_touched(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: 平台载体")
    assert mend(tree.root, "data", {"data/topics.yml"}) == []


def test_a_mapping_with_an_unknown_field_is_never_put_in_order(tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "别的: 甲\nform: platform")
    text = tree.read(KE_TANG)
    assert mend(tree.root, "data") == []
    assert tree.read(KE_TANG) == text


def test_bytes_that_are_no_text_stay(tree: Tree) -> None:
    tree.write(KE_TANG, b"\xff\x00\x81\x82")
    assert mend(tree.root, "data") == []


SPOILT = [
    ("form: platform", "form：平台载体。"), ("topics: [member-duty]", "topics:【委员履职】"), ('at: ["2.2"]', "at: （第2段第2项）"),
    ("added: 2026-11-24", "added： 2026年11月24日"), ("form: platform", "ｆｏｒｍ= ｐｌａｔｆｏｒｍ"), ("委员轮流讲课", "[[委员编组]]轮流 讲课１"),
    ("{aspect: how, text: 委员轮流讲课}", "｛text：委员轮流讲课，aspect：怎么做｝"), ("title: 委员课堂", "```yaml\n**title**: 委员\u200b课堂"),
    ("    points:", "\tpoints："), ("speech: jia-shi", "speech: 《甲市的发言》"), ("summary: 开办课堂", "摘要： 开办  课堂"),
]


@pytest.mark.parametrize(("old", "new"), SPOILT)
def test_what_was_mended_once_is_not_mended_again(tree: Tree, old: str, new: str) -> None:
    tree.replace(KE_TANG, old, new)
    mend(tree.root, "data")
    text = tree.read(KE_TANG)
    assert mend(tree.root, "data") == []
    assert tree.read(KE_TANG) == text


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.fix_text], ids=lambda rule: rule.code)
@pytest.mark.parametrize("text", ["甲  乙，１２ＡＢ个", '甲"乙"丙"丁"', " 甲 乙 ", "他说‘好’，\"又说", "第１ 段  x个。。", "甲\n 乙", "“”\"\"", "3 ~ 5 次"])
def test_each_fixer_leaves_its_own_output(rule: Rule, text: str) -> None:
    assert rule.fix_text
    for field in ("text", "raw", "title", "summary", "gist"):
        once = rule.fix_text(field, text)
        assert rule.fix_text(field, once) == once


def test_a_link_with_a_name_gets_its_id_where_one_entry_bears_it(tree: Tree) -> None:
    tree.replace(KE_TANG, "text: 委员轮流讲课", 'text: "与[[委员编组]]和【【委员小组】】一起，[[没有的事]]"')
    mend(tree.root, "data")
    assert 'text: "与[[wei-yuan-bian-zu]]和[[wei-yuan-bian-zu]]一起，[[没有的事]]"' in tree.read(KE_TANG)


def test_of_a_line_in_another_encoding_the_diff_shows_the_line(tree: Tree) -> None:
    before = tree.read(KE_TANG)
    tree.write(KE_TANG, before.encode().replace("委员课堂".encode(), "委员课堂".encode("gbk")))
    [changed] = mend(tree.root, "data")
    assert changed.diff().endswith("+title: 委员课堂\n summary: 开办课堂，请委员轮流讲课。")
    assert tree.read(KE_TANG) == before
