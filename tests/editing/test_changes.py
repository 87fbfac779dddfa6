"""What a change of the library is called in readers' words."""


import pytest

from macros.editing.changes import as_markdown, compare
from macros.library.catalog import Catalog, load
from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.fixture
def before(tree: Tree) -> Catalog:
    return load(tree.root)[0]


def told(before: Catalog, tree: Tree) -> str:
    return as_markdown(compare(before, load(tree.root)[0]))


def test_nothing_changed(before: Catalog, tree: Tree) -> None:
    tree.write(KE_TANG, "# 说明\n" + tree.read(KE_TANG))
    assert told(before, tree) == "没有变化。"


def test_a_new_practice_is_told_with_who_runs_it(before: Catalog, tree: Tree) -> None:
    tree.copy(KE_TANG, "practices/shu-shi.yml", ("title: 委员课堂", "title: 委员书室"))
    assert told(before, tree) == """\
## 做法
- 新增：委员书室（shu-shi）
  - 开办课堂，请委员轮流讲课。
  - 类型：平台载体
  - 专题：“委员履职”
  - 甲市政协（编组与课堂）：推进中（依据“正在”，本段），出处 第2段·二是
    - 怎么做：委员轮流讲课
    - 数字：每月讲课，不少于2（原文“每月至少两次”）
  - 页面：practices/shu-shi.html"""


def test_with_the_address_of_the_site_titles_are_links(before: Catalog, tree: Tree) -> None:
    tree.replace(KE_TANG, "form: platform", "form: activity")
    (tree.root / BIAN_ZU).unlink()
    now = load(tree.root)[0]
    rows = as_markdown(compare(before, now), "https://kb.example.org/").splitlines()
    assert "- 修改：[委员课堂](https://kb.example.org/practices/wei-yuan-ke-tang.html)（wei-yuan-ke-tang）" in rows
    # What is gone has no page to lead to.
    assert "- 删去：委员编组（wei-yuan-bian-zu）" in rows


def test_a_new_practice_of_several_tellers_is_told_whole(before: Catalog, tree: Tree) -> None:
    tree.copy(BIAN_ZU, "practices/fen-zu.yml", ("title: 委员编组", "title: 委员分组"))
    assert told(before, tree) == """\
## 做法
- 新增：委员分组（fen-zu）
  - 把委员编进小组，按小组开展活动。
  - 又称：委员小组
  - 类型：组织设置
  - 专题：“委员履职”、“党建”
  - 问题：“委员参加活动少怎么办？”
  - 相关做法：配套 “委员课堂”
  - 原文未说明：各组有多少人
  - 甲市政协（编组与课堂）：已实施（依据“已经编成”，本段），出处 第2段·一是
    - 怎么做：全体委员都编入小组
    - 数字：小组的数目，原文隐去（“x个活动小组”）
  - xx县政协（县里的编组）：计划（依据“谋划”，全篇），出处 第1段、第2段
    - 怎么做：谋划按行业编组（第1段）
    - 靠什么保障：发挥“三联”的作用（第2段）
  - 页面：practices/fen-zu.html"""


def test_a_new_speech_is_told_paragraph_by_paragraph(before: Catalog, tree: Tree) -> None:
    (tree.root / "speeches/jia-shi.yml").rename(tree.root / "speeches/jia-shi-er.yml")
    rows = told(before, tree).splitlines()
    start = rows.index("- 新增：把委员编起来用起来（jia-shi-er）")
    assert rows[start + 1:start + 9] == [
        "  - 简称：编组与课堂", "  - 来源：“研讨发言汇编”", "  - 单位：“甲市政协”", "  - 提纲", "    - 第1段：交代背景，没有做法：只讲形势，没有讲做法",
        "    - 一、建强队伍", "    - 第2段：讲编组和课堂（一是，委员编入小组；二是，开办课堂），原文隐去 1 处",
        "  - 页面：speeches/jia-shi-er.html"]


@pytest.mark.parametrize(("was", "now", "lines"), [
    ("开办课堂。请委员讲课。", "开办课堂。请委员轮流讲课。", ["摘要改了一句：请委员讲课。 → 请委员轮流讲课。"]),
    ("开办课堂。请委员讲课。", "开办课堂。每月一次。请委员讲课。", ["摘要加了一句：每月一次。"]),
    ("开办课堂；请委员讲课。谁都能来！", "开办课堂；谁都能来！", ["摘要删了一句：请委员讲课。"]),
    ("开办课堂。请委员讲课。", "请委员讲课。开办课堂。", ["摘要里的句子换了次序：开办课堂。请委员讲课。 → 请委员讲课。开办课堂。"]),
    ("开办课堂。", "请委员轮流讲课。", ["摘要：开办课堂。 → 请委员轮流讲课。"]),
    ("开办课堂。开办课堂。", "开办课堂。", ["摘要删了一句：开办课堂。"]),
])
def test_a_summary_is_compared_sentence_by_sentence(tree: Tree, was: str, now: str, lines: list[str]) -> None:
    tree.replace(KE_TANG, "开办课堂，请委员轮流讲课。", was)
    before = load(tree.root)[0]
    tree.replace(KE_TANG, f"summary: {was}", f"summary: {now}")
    assert told(before, tree).splitlines()[2:] == [f"  - {line}" for line in lines]


def test_points_are_recognised_when_they_are_reworded(before: Catalog, tree: Tree) -> None:
    tree.replace(BIAN_ZU, "{aspect: how, text: 谋划按行业编组, at: [\"1\"]}",
                 "{aspect: lead, text: 谋划按界别和行业编组, at: [\"2\"]}\n      - {aspect: rhythm, text: 每季度碰头一次, every: quarter, raw: 每季度碰头, at: [\"2\"]}")
    assert told(before, tree).splitlines()[2:] == [
        "  - xx县政协（县里的编组），要点：谋划按行业编组 → 谋划按界别和行业编组",
        "  - xx县政协（县里的编组），要点“谋划按界别和行业编组”，方面：怎么做 → 谁来做",
        "  - xx县政协（县里的编组），要点“谋划按界别和行业编组”，出处：第1段 → 第2段",
        "  - xx县政协（县里的编组），要点增加：每季度碰头一次（每季度，原文“每季度碰头”）",
    ]


def test_an_outline_is_compared_paragraph_by_paragraph(before: Catalog, tree: Tree) -> None:
    tree.replace("speeches/jia-shi.yml", "gist: 委员编入小组", "gist: 委员编入活动小组")
    tree.replace("speeches/jia-shi.yml", "masks: 1", "masks: 2")
    tree.replace("speeches/jia-shi.yml", "一、建强队伍", "一、建强委员队伍")
    assert told(before, tree).splitlines()[2:] == [
        "  - 小标题：一、建强队伍 → 一、建强委员队伍",
        "  - 第2段，隐去处数：1 → 2",
        "  - 第2段，一是，大意：委员编入小组 → 委员编入活动小组",
    ]


def test_a_paragraph_more(before: Catalog, tree: Tree) -> None:
    tree.replace("speeches/yi-xian.yml", "      - {gist: 拟设立联络点。}", "      - {gist: 新添的一段。}\n      - {gist: 拟设立联络点。}")
    assert told(before, tree).splitlines()[2:] == ["  - 段数：2 → 3", "  - 提纲增加：新添的一段"]


def test_changed_fields_are_told_by_label(before: Catalog, tree: Tree) -> None:
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员讲堂\naliases: [委员课堂]")
    tree.replace(KE_TANG, "form: platform", "form: activity")
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [party-building]")
    assert told(before, tree) == """\
## 做法
- 修改：委员讲堂（wei-yuan-ke-tang）
  - 标题：委员课堂 → 委员讲堂
  - 又称增加：委员课堂
  - 类型：平台载体 → 活动品牌
  - 专题增加：“党建”
  - 专题减少：“委员履职”"""


RHYTHM = "{aspect: rhythm, text: 委员轮流讲课, every: month, times: {state: given, value: 1}, raw: 每月一次}"
# What an editor writes where: (file, before, after, what is told of it).
NEW_FIELDS: dict[str, tuple[str, str, str, list[str]]] = {
    "keywords": (KE_TANG, "summary:", "keywords: [讲堂, 讲课]\nsummary:", ["检索词增加：讲堂；讲课"]),
    "exploring": (BIAN_ZU, "status: planned, cue: 谋划", "status: exploring, cue: 探索", ["xx县政协（县里的编组），进展：计划 → 探索（依据：探索）"]),
    "an interval": (KE_TANG, "{aspect: how, text: 委员轮流讲课}", RHYTHM, [
        "甲市政协（编组与课堂），要点“委员轮流讲课”，方面：怎么做 → 多久一次", "甲市政协（编组与课堂），要点“委员轮流讲课”，补上间隔：每月",
        "甲市政协（编组与课堂），要点“委员轮流讲课”，补上次数：1次", "甲市政协（编组与课堂），要点“委员轮流讲课”，补上原文写法：每月一次"]),
    "what is not said": (KE_TANG, "added:", "unsaid: [效果, {what: 谁出钱, speech: jia-shi, aspect: support}]\nadded:",
                         ["原文未说明增加：效果；谁出钱（“把委员编起来用起来”，靠什么保障）"]),
    "whose silence it is": (BIAN_ZU, "unsaid: [各组有多少人]", "unsaid: [{what: 各组有多少人, speech: yi-xian, aspect: how}]", [
        "原文未说明“各组有多少人”，补上发言：“让委员动起来”", "原文未说明“各组有多少人”，补上方面：怎么做"]),
    "a correction": (KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nchanges: [{on: 2026-12-01, what: 摘要改了一处}]",
                     ["更正增加：2026-12-01，摘要改了一处"]),
    "a review": (KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nreviewed: {on: 2026-12-01, by: 提案委办公室}",
                 ["补上审读：2026-12-01，提案委办公室"]),
    "the topic of a problem": ("problems.yml", "synonyms:", "topic: member-duty\n  synonyms:", ["补上专题：“委员履职”"]),
    "what nobody answers": ("problems.yml", "synonyms:", "unsaid: [请假怎样算]\n  synonyms:", ["原文未说明增加：请假怎样算"]),
    "what tells bodies apart": ("organizations.yml", "name_state: masked", "name_state: masked\n  distinguisher: 编组", ["补上区分：编组"]),
    "the short name of a source": ("sources/hui-bian.yml", "year:", "short: 研讨汇编\nyear:", ["补上简称：研讨汇编"]),
    "the day of a source": ("sources/hui-bian.yml", "year: 2024", "year: 2024\ndate: 2024-05-01", ["补上日期：2024-05-01"]),
}


@pytest.mark.parametrize("field", NEW_FIELDS)
def test_each_field_is_told_by_label_and_in_readers_words(before: Catalog, tree: Tree, field: str) -> None:
    path, old, new, lines = NEW_FIELDS[field]
    tree.replace(path, old, new)
    assert told(before, tree).splitlines()[2:] == [f"  - {line}" for line in lines]


def test_how_often_is_told_when_it_changes(tree: Tree) -> None:
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", RHYTHM)
    before = load(tree.root)[0]
    tree.replace(KE_TANG, "every: month, times: {state: given, value: 1}, raw: 每月一次", "every: quarter, times: {state: redacted}, raw: 每季度x次")
    assert told(before, tree).splitlines()[2:] == [f"  - 甲市政协（编组与课堂），要点“委员轮流讲课”，{line}" for line in (
        "间隔：每月 → 每季度", "次数：1次 → 次数原文隐去", "原文写法：每月一次 → 每季度x次")]


def test_a_formulation_is_told_with_where_it_stands(before: Catalog, tree: Tree) -> None:
    tree.write("formulations.yml", "f-gong-shi:\n  text: 坚持大团结大联合\n  at:\n    - {speech: jia-shi, at: [\"1\"]}\n")
    assert told(before, tree) == """\
## 提法
- 新增：坚持大团结大联合（f-gong-shi）
  - 出处：“把委员编起来用起来” 第1段
  - 页面：glossary.html#f-gong-shi"""


def test_changed_accounts_are_told_by_who_tells(before: Catalog, tree: Tree) -> None:
    tree.replace(BIAN_ZU, "status: planned, cue: 谋划", "status: pilot, cue: 试点")
    tree.replace(BIAN_ZU, "text: 全体委员都编入小组", "text: 委员编入小组")
    tree.replace(BIAN_ZU, "raw: x个活动小组", "raw: x个小组")
    assert told(before, tree) == """\
## 做法
- 修改：委员编组（wei-yuan-bian-zu）
  - 甲市政协（编组与课堂），要点：全体委员都编入小组 → 委员编入小组
  - 甲市政协（编组与课堂），数字“小组的数目”，原文写法：x个活动小组 → x个小组
  - xx县政协（县里的编组），进展：计划 → 试点（依据：试点）"""


def test_an_account_more_or_less(before: Catalog, tree: Tree) -> None:
    tree.replace(KE_TANG, "    figures:", "  - speech: yi-xian\n    at: [\"1\"]\n    progress: {status: unclear}\n    points: [{text: 甲}]\n    figures:")
    tree.replace(BIAN_ZU, tree.read(BIAN_ZU)[tree.read(BIAN_ZU).index("  - speech: yi-xian"):tree.read(BIAN_ZU).index("related:")], "")
    assert told(before, tree).splitlines()[1:3] == ["- 修改：委员编组（wei-yuan-bian-zu）", "  - 减少一家：xx县政协（县里的编组）"]
    rows = told(before, tree).splitlines()
    at = rows.index("  - 增加一家：xx县政协（县里的编组）：不明，出处 第1段")
    assert rows[at + 1] == "    - 要点：甲"


def test_a_withdrawn_practice(before: Catalog, tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nwithdrawn: {on: 2026-12-01, reason: 原文更正}")
    assert told(before, tree) == "## 做法\n- 撤下：委员课堂（wei-yuan-ke-tang）\n  - 2026-12-01，原文更正"


def test_a_new_id_that_keeps_the_old_address(before: Catalog, tree: Tree) -> None:
    tree.copy(KE_TANG, "practices/ke-tang.yml", ("added: 2026-11-24", "added: 2026-11-24\nformerly: [wei-yuan-ke-tang]"))
    (tree.root / KE_TANG).unlink()
    assert told(before, tree) == "## 做法\n- 改编号：委员课堂（ke-tang）\n  - 旧编号增加：wei-yuan-ke-tang"


def test_two_practices_merged(before: Catalog, tree: Tree) -> None:
    (tree.root / KE_TANG).unlink()
    tree.replace(BIAN_ZU, "added: 2026-11-24", "added: 2026-11-24\nformerly: [wei-yuan-ke-tang]")
    assert "- 删去：委员课堂（wei-yuan-ke-tang）\n  - 并入“委员编组”（wei-yuan-bian-zu），旧地址转到那里" in told(before, tree)


def test_a_practice_that_is_gone_without_trace(before: Catalog, tree: Tree) -> None:
    (tree.root / KE_TANG).unlink()
    assert told(before, tree) == (
        "## 做法\n- 删去：委员课堂（wei-yuan-ke-tang）\n  - 讲到它的有 甲市政协（编组与课堂）；没有留下旧地址")


def test_what_can_not_be_read_now_is_not_called_removed(before: Catalog, tree: Tree) -> None:
    tree.write(KE_TANG, "title: [")
    assert told(before, tree) == "没有变化。"


def test_a_link_of_another_relation(before: Catalog, tree: Tree) -> None:
    tree.replace(BIAN_ZU, "as: complement", "as: part")
    assert told(before, tree) == """\
## 做法
- 修改：委员编组（wei-yuan-bian-zu）
  - 相关做法“委员课堂”，关系：配套 → 组成部分"""


def test_another_place_of_a_term_and_of_a_problem(before: Catalog, tree: Tree) -> None:
    tree.replace("terms.yml", '{speech: yi-xian, at: ["2"]}', '{speech: yi-xian, at: ["1"]}')
    tree.replace("problems.yml", '{speech: yi-xian, at: ["1"]}', '{speech: jia-shi, at: ["2.1"]}')
    assert told(before, tree) == """\
## 问题
- 修改：委员参加活动少怎么办？（weak-participation）
  - 原文提到处：“让委员动起来” → “把委员编起来用起来”
  - 原文提到处“把委员编起来用起来”，出处：第1段 → 第2段·一是

## 术语
- 修改：三联（t-san-lian）
  - 出处“让委员动起来”，出处：第2段 → 第1段"""
