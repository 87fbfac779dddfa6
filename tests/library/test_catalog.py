"""Files and folders of `data/`: which are read, which are refused, and what an entry's place is."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.library.catalog import Catalog, load
from macros.model.kinds import KINDS
from macros.reading.document import Released
from macros.runtime.file_cache import Memory
from tests.small_tree import FIXTURES, Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.fixture(scope="module")
def small() -> Catalog:
    return load(FIXTURES / "small")[0]


def told(tree: Tree) -> list[str]:
    return [f"{f.path} [{f.code}] {f.message} | {f.cure}" for f in sorted(load(tree.root)[1])]


def test_a_library_without_a_folder_is_told_so(tmp_path: Path) -> None:
    catalog, findings = load(tmp_path / "nothing")
    assert [(f.path, f.line, f.column, f.code, f.message) for f in findings] == [("data", 1, 1, "no-data", "没有这个数据文件夹")]
    assert not catalog.practices


def test_topics_and_speeches_have_their_order_and_lists_keep_theirs(tree: Tree) -> None:
    tree.write("speeches/aaa.yml", tree.read("speeches/yi-xian.yml").replace("order: 2", "order: 3"))
    catalog, findings = load(tree.root)
    assert not findings
    assert list(catalog.speeches) == ["jia-shi", "yi-xian", "aaa"]
    assert list(catalog.topics) == ["member-duty", "party-building"]
    assert list(catalog.organizations) == ["jia-shi-zheng-xie", "xx-xian-zheng-xie"]


def test_withdrawn_entries_are_read_but_not_current(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nwithdrawn: {on: 2026-12-01, reason: 原文更正}")
    catalog, _ = load(tree.root)
    assert list(catalog.practices) == ["wei-yuan-bian-zu", "wei-yuan-ke-tang"]
    assert list(catalog.current_practices) == ["wei-yuan-bian-zu"]


@pytest.mark.parametrize(("name", "expected"), [
    ("全员入委.yml", "文件名“全员入委.yml”不能用：只许小写字母、数字和连字符，最多 64 个字符 | 文件名用小写拼音、数字和连字符，例如：quan-yuan-ru-wei.yml"),
    ("index.yml", "文件名“index.yml”不能用：这个名字另有用处 | 文件名用小写拼音、数字和连字符，例如：quan-yuan-ru-wei.yml"),
    ("CON.yml", "文件名“CON.yml”不能用：这个名字另有用处 | 文件名用小写拼音、数字和连字符，例如：quan-yuan-ru-wei.yml"),
    ("lpt1.yml", "文件名“lpt1.yml”不能用：这个名字另有用处 | 文件名用小写拼音、数字和连字符，例如：quan-yuan-ru-wei.yml"),
    ("-x.yml", "文件名“-x.yml”不能用：只许小写字母、数字和连字符，最多 64 个字符 | 改名为 x.yml"),
    ("Ke-tang.yml", "文件名“Ke-tang.yml”不能用：只许小写字母、数字和连字符，最多 64 个字符 | 改名为 ke-tang.yml"),
    ("ke-tang.yml.txt", "做法的文件名要以 .yml 结尾 | 改名为 ke-tang.yml（Windows 藏起了 .txt：在“查看”里勾上“文件扩展名”就看得到），或移走这个文件"),
    ("wei-yuan-ke-tang - 副本.yml", "“wei-yuan-ke-tang - 副本.yml”像是复制或备份出来的副本 | 要留的是 wei-yuan-ke-tang.yml，这一份删去"),
    ("新建文本文档.txt", "“新建文本文档.txt”是新建以后没有改名的文件 | 用不着就删去；要留就改名为 编号.yml，编号用小写拼音，例如：quan-yuan-ru-wei.yml"),
    ("ke-tang.yaml", "做法的文件名要以 .yml 结尾 | 改名为 ke-tang.yml，或移走这个文件"),
    ("说明.docx", "做法的文件名要以 .yml 结尾 | 改名为 编号.yml，编号用小写拼音，例如：quan-yuan-ru-wei.yml；不是条目就移走"),
])
def test_a_file_name_that_can_be_no_address(tree: Tree, name: str, expected: str) -> None:
    tree.write(f"practices/{name}", tree.read(KE_TANG))
    assert told(tree) == [f"data/practices/{name} [bad-file-name] {expected}"]


def test_names_that_differ_in_case_alone(tree: Tree) -> None:
    tree.write("practices/Wei-yuan-ke-tang.yml", tree.read(KE_TANG))
    assert told(tree) == [
        "data/practices/Wei-yuan-ke-tang.yml [bad-file-name] “Wei-yuan-ke-tang.yml”与“wei-yuan-ke-tang.yml”只差大小写，"
        "在 Windows 上是同一个文件 | 留一个；确是两条就换一个编号",
    ]


def test_a_name_with_a_line_break_stays_in_its_line(tree: Tree) -> None:
    tree.write("practices/a\nb.yml", "title: 甲")
    assert [line.partition(" ")[0] for line in told(tree)] == ["data/practices/a�b.yml"]


def test_a_folder_among_the_entries(tree: Tree) -> None:
    (tree.root / "practices" / "old").mkdir()
    assert told(tree) == ["data/practices/old [bad-file-name] 做法的文件夹里不能再有文件夹 | 把文件直接放在 practices/ 下"]


def test_a_misspelt_folder_is_nobodys(tree: Tree) -> None:
    (tree.root / "practises").mkdir()
    assert told(tree) == ["data/practises [unknown-file] data 文件夹里不该有“practises” | 是不是 practices？"]


def test_a_file_that_holds_no_fields(tree: Tree) -> None:
    tree.write(KE_TANG, "- 甲\n- 乙\n")
    tree.write("topics.yml", "只有一句话\n")
    assert told(tree) == [
        f"data/{KE_TANG} [wrong-shape] 文件不是“字段: 内容”的样子 | 第一行写 title: 标题，照编写指南里的样例填。先改好它：引用它的 1 处暂不检查",
        "data/topics.yml [wrong-shape] 文件不是“编号: 内容”的样子 | 每个专题一段，第一行写编号和冒号，下面缩进写字段。先改好它：引用它的 2 处暂不检查",
    ]


def test_a_key_that_can_be_no_id_and_one_without_fields(tree: Tree) -> None:
    tree.write("topics.yml", tree.read("topics.yml") + "党建:\n  title: 甲\nempty:\n")
    assert told(tree) == [
        "data/topics.yml [bad-id] 编号“党建”不能用：只许小写字母、数字和连字符，最多 64 个字符 | 编号用小写拼音、数字和连字符",
        "data/topics.yml [wrong-shape] “empty”下面没有字段 | 在下一行缩进两个空格写字段",
    ]


def test_links_to_an_unreadable_entry_are_not_wrong_as_well(tree: Tree) -> None:
    tree.write(KE_TANG, "title: [")
    assert [f.code for f in tree.findings()] == ["yaml-syntax"]


def test_findings_name_the_entry_that_they_are_about(tree: Tree) -> None:
    catalog, _ = load(tree.root)
    finding = catalog.finding("topics", "party-building", ("title",), "x", "甲", "乙")
    assert (finding.path, finding.line, finding.column, finding.excerpt, finding.about) == (
        "data/topics.yml", 7, 10, "  title: 党建", ("topics", "party-building"))


def _released(tree: Tree) -> Catalog:
    """The catalogue of a tree, read, asked about its last entry, and released."""
    catalog, _ = load(tree.root)
    entry = list(catalog.origins)[-1]
    list(catalog.strings(*entry))
    catalog.prose(*entry)
    catalog.finding(*entry, ("title",), "code", "message", "cure")
    catalog.release()
    return catalog


@pytest.mark.parametrize("ask", [
    lambda catalog, entry: list(catalog.strings(*entry)),
    lambda catalog, entry: catalog.prose(*entry),
    lambda catalog, entry: list(catalog.written("委员")),
    lambda catalog, entry: catalog.finding(*entry, ("title",), "code", "message", "cure"),
    lambda catalog, entry: catalog.finding(*entry, ("title",), "code", "message", "cure", key=True),
    lambda catalog, entry: catalog.finding(*entry, (), "code", "message", "cure", needle="委员"),
    lambda catalog, entry: catalog.origins[entry].document.once("x", lambda: 1),
    lambda catalog, entry: catalog.origins[entry].document.line(1),
    lambda catalog, entry: catalog.origins[entry].document.node(("title",)),
    lambda catalog, entry: catalog.origins[entry].document.data,
])
def test_what_was_released_is_not_answered_for(tree: Tree, ask: Callable[[Catalog, tuple[str, str]], object]) -> None:
    catalog = _released(tree)
    for entry in catalog.origins:
        with pytest.raises(Released, match=r"data/.*\.yml: asked for after Catalog\.release\(\), which forgets what only checks need"):
            ask(catalog, entry)


def test_what_pages_need_is_there_after_the_release(tree: Tree) -> None:
    kept, catalog = load(tree.root)[0], _released(tree)
    assert list(catalog.entries()) == list(kept.entries())
    assert catalog.whole()
    assert (catalog.has("practices", "wei-yuan-ke-tang"), catalog.has("practices", "nobody")) == (True, False)
    assert {origin.document.path for origin in catalog.origins.values()} == {origin.document.path for origin in kept.origins.values()}


def test_what_could_not_be_read_may_be_there(tree: Tree) -> None:
    tree.write(KE_TANG, "title: [")
    tree.write("topics.yml", tree.read("topics.yml").encode("gbk"))
    catalog, _ = load(tree.root)
    assert [catalog.has("practices", i) for i in ("wei-yuan-ke-tang", "wei-yuan-bian-zu", "nobody")] == [True, True, False]
    assert [catalog.claims("practices", i) for i in ("wei-yuan-ke-tang", "nobody")] == [True, False]
    assert [catalog.claims("topics", "member-duty"), catalog.has("topics", "member-duty"), catalog.has("topics", "nobody")] == [False, True, True]
    assert (catalog.unread, catalog.missing, catalog.unknown) == ({"topics"}, frozenset(), {"topics"})
    assert [catalog.whole(*kinds) for kinds in (("terms", "speeches"), ("practices",), ("terms", "practices"), ("topics",), ())] == [
        True, False, False, False, False]


def test_a_kind_that_is_missed_is_unknown_too(tree: Tree) -> None:
    (tree.root / "topics.yml").unlink()
    catalog, _ = load(tree.root)
    assert (catalog.unread, catalog.missing, catalog.unknown, catalog.whole("topics"), catalog.whole("terms")) == (
        frozenset(), {"topics"}, {"topics"}, False, True)


def test_an_id_has_the_kind_that_it_stands_in(small: Catalog) -> None:
    assert [small.kind_of(i) for i in ("t-san-lian", "jia-shi", "nobody")] == ["terms", "speeches", None]


def test_withdrawn_speeches_are_not_current(tree: Tree) -> None:
    tree.replace("speeches/yi-xian.yml", "outline:", "withdrawn: {on: 2026-12-01, reason: 原文更正}\noutline:")
    assert list(load(tree.root)[0].current_speeches) == ["jia-shi"]


def test_a_problem_is_answered_by_each_practice_once(tree: Tree) -> None:
    tree.replace(KE_TANG, "accounts:", "problems: [weak-participation, weak-participation]\naccounts:")
    assert load(tree.root)[0].answering == {"weak-participation": ("wei-yuan-bian-zu", "wei-yuan-ke-tang")}


def test_an_id_of_before_leads_to_that_of_now(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", "formerly: [ke-tang, jiang-tang]\nadded:")
    assert load(tree.root)[0].former == {("practices", "ke-tang"): "wei-yuan-ke-tang", ("practices", "jiang-tang"): "wei-yuan-ke-tang"}


def test_the_published_come_before_the_new_and_the_early_before_the_late(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-bian-zu.yml", "added: 2026-11-24", "added: 2026-11-25")
    catalog, _ = load(tree.root)
    assert catalog.from_old_to_new("practices") == ["wei-yuan-ke-tang", "wei-yuan-bian-zu"]
    assert catalog.from_old_to_new("practices") == ["wei-yuan-ke-tang", "wei-yuan-bian-zu"]
    unpublished = replace(catalog, new=frozenset({("practices", "wei-yuan-ke-tang"), ("topics", "member-duty")}))
    assert unpublished.from_old_to_new("practices") == ["wei-yuan-bian-zu", "wei-yuan-ke-tang"]
    assert unpublished.from_old_to_new("topics") == ["party-building", "member-duty"]


def test_what_was_saved_since_is_what_changed_what_is_new_and_what_is_gone(tree: Tree) -> None:
    memory = Memory()
    before, _ = load(tree.root, memory=memory)
    assert load(tree.root, memory=memory)[0].saved_since(before) == []
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员新课堂")
    tree.copy("speeches/yi-xian.yml", "speeches/bing.yml")
    (tree.root / "sources" / "hui-bian.yml").unlink()
    now, _ = load(tree.root, memory=memory)
    assert sorted(now.saved_since(before)) == [("practices", "wei-yuan-ke-tang"), ("sources", "hui-bian"), ("speeches", "bing")]


def test_the_texts_of_an_entry_are_those_of_its_file(small: Catalog) -> None:
    assert small.prose("topics", "party-building").splitlines() == ["党建", "政协里的党组织怎么建？", "收支部设置的做法。", "2"]
    assert small.prose("topics", "member-duty").splitlines()[0] == "委员履职"
    assert small.prose("topics", "party-building").splitlines()[0] == "党建"
    assert (("title",), "党建") in list(small.strings("topics", "party-building"))
    assert small.data("topics", "party-building")["order"] == "2"


def test_a_sign_is_written_in_every_entry_of_its_file(small: Catalog) -> None:
    assert list(small.written("政协里的党组织")) == [("topics", "member-duty"), ("topics", "party-building")]
    assert list(small.written("[[")) == [("practices", "wei-yuan-bian-zu")]


def test_a_finding_points_at_the_value_the_field_or_the_words(small: Catalog) -> None:
    def place(**asked: Any) -> tuple[int, int]:
        found = small.finding("topics", "party-building", ("question",), "x", "甲", "乙", **asked)
        return found.line, found.column

    assert [place(), place(key=True), place(needle="党组织")] == [(8, 13), (8, 3), (8, 17)]


@pytest.mark.parametrize("denied", [os.R_OK, os.X_OK])
def test_a_folder_that_may_not_be_looked_into_is_told_once(tree: Tree, monkeypatch: pytest.MonkeyPatch, denied: int) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != tree.root or not mode & denied)
    catalog, findings = load(tree.root)
    assert [(f.path, f.code) for f in findings] == [("data", "unreadable")]
    assert catalog.unread == KINDS.keys()


def test_topics_of_one_place_and_speeches_of_several_sources_have_their_order(tree: Tree) -> None:
    tree.replace("topics.yml", "order: 1", "order: 2")
    tree.copy("sources/hui-bian.yml", "sources/a-bian.yml")
    tree.copy("speeches/yi-xian.yml", "speeches/zzz.yml", ("source: hui-bian", "source: a-bian"), ("order: 2", "order: 9"))
    tree.copy("speeches/yi-xian.yml", "speeches/aaa.yml", ("short: 县里的编组", "short: 再讲编组"))
    catalog, _ = load(tree.root)
    assert list(catalog.topics) == ["member-duty", "party-building"]
    assert list(catalog.speeches) == ["zzz", "jia-shi", "aaa", "yi-xian"]


def test_files_that_nobody_reads_make_a_kind_unknown_only_where_it_is_lacking(tree: Tree) -> None:
    (tree.root / "topics.yml").rename(tree.root / "topic.yml")
    tree.write("term.yml", "甲")
    catalog, _ = load(tree.root)
    assert (catalog.unread, catalog.missing) == ({"topics"}, frozenset())
