"""What a change of the library is called in readers' words."""

from pathlib import Path

import pytest

from macros.catalog import Catalog, load
from macros.changes import as_markdown, compare
from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


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
  - 甲市政协（编组与课堂）：推进中"""


def test_changed_fields_are_told_by_label(before: Catalog, tree: Tree) -> None:
    tree.replace(KE_TANG, "title: 委员课堂", "title: 委员讲堂\naliases: [委员课堂]")
    tree.replace(KE_TANG, "form: platform", "form: activity")
    tree.replace(KE_TANG, "topics: [member-duty]", "topics: [party-building]")
    assert told(before, tree) == """\
## 做法
- 修改：委员讲堂（wei-yuan-ke-tang）
  - 标题：委员课堂 → 委员讲堂
  - 别名增加：委员课堂
  - 类型：平台载体 → 活动品牌
  - 专题增加：“党建”
  - 专题减少：“委员履职”"""


def test_changed_accounts_are_told_by_who_tells(before: Catalog, tree: Tree) -> None:
    tree.replace(BIAN_ZU, "status: planned, cue: 谋划", "status: pilot, cue: 试点")
    tree.replace(BIAN_ZU, "text: 全体委员都编入小组", "text: 委员编入小组")
    tree.replace(BIAN_ZU, "raw: x个活动小组", "raw: x个小组")
    assert told(before, tree) == """\
## 做法
- 修改：委员编组（wei-yuan-bian-zu）
  - 甲市政协（编组与课堂），要点增加：委员编入小组
  - 甲市政协（编组与课堂），要点减少：全体委员都编入小组
  - 甲市政协（编组与课堂），数字增加：名目 小组的数目，状态 原文隐去，原文写法 x个小组
  - 甲市政协（编组与课堂），数字减少：名目 小组的数目，状态 原文隐去，原文写法 x个活动小组
  - xx县政协（县里的编组），进展：计划 → 试点（依据：试点）"""


def test_an_account_more_or_less(before: Catalog, tree: Tree) -> None:
    tree.replace(KE_TANG, "    figures:", "  - speech: yi-xian\n    at: [\"1\"]\n    progress: {status: unclear}\n    points: [{text: 甲}]\n    figures:")
    tree.replace(BIAN_ZU, tree.read(BIAN_ZU)[tree.read(BIAN_ZU).index("  - speech: yi-xian"):tree.read(BIAN_ZU).index("related:")], "")
    assert told(before, tree).splitlines()[1:3] == ["- 修改：委员编组（wei-yuan-bian-zu）", "  - 减少一家：xx县政协（县里的编组）"]
    assert "  - 增加一家：xx县政协（县里的编组），不明" in told(before, tree).splitlines()


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
