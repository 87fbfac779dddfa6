"""A part of the library that is gone is told once, in whole sentences; one that was never there is not."""

import shutil

import pytest

from macros.library.catalog import load
from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
RESTORE = "从 git 里取回来（git checkout -- data/{0}），或从备份里放回；"


def gone(tree: Tree, *names: str) -> Tree:
    for name in names:
        path = tree.root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return tree


def told(tree: Tree) -> list[str]:
    """Place and message of what is missing; the cures are held below."""
    return [f"{f.path}:{f.line}:{f.column} {f.message}" for f in load(tree.root, "data")[1] if f.code == "missing-part"]


def linked(tree: Tree, *targets: str) -> Tree:
    """The library with links to these in a text of a practice."""
    tree.write(BIAN_ZU, tree.read(BIAN_ZU).replace("summary: ", f"summary: 见{''.join(f'[[{target}]]' for target in targets)}", 1))
    return tree


@pytest.mark.parametrize(("name", "message", "new"), [
    ("organizations.yml", "没有这个文件，别处有 2 处提到单位", "确实没有单位的，就新建它，写上提到的编号"),
    ("topics.yml", "没有这个文件，别处有 3 处提到专题", "确实没有专题的，就新建它，写上提到的编号"),
    ("problems.yml", "没有这个文件，别处有 1 处提到问题", "确实没有问题的，就新建它，写上提到的编号"),
    ("sources", "没有这个文件夹，别处有 2 处提到来源", "新库用 kb import 导入第一份"),
    ("speeches", "没有这个文件夹，别处有 5 处提到发言", "新库用 kb import 导入第一份"),
    ("practices", "没有这个文件夹，发言和问题都没有做法可看", "新库用 kb new practice 写第一条"),
])
def test_what_others_name_is_missed_where_it_should_lie(tree: Tree, name: str, message: str, new: str) -> None:
    (found,) = [f for f in load(gone(tree, name).root, "data")[1] if f.code == "missing-part"]
    assert (found.path, found.line, found.column, found.message) == (f"data/{name}", 1, 1, message)
    assert found.cure == RESTORE.format(name) + new


@pytest.mark.parametrize(("name", "message"), [("sources", "这个文件夹是空的，别处有 2 处提到来源"), ("topics.yml", "这个文件是空的，别处有 3 处提到专题")])
def test_what_was_emptied_is_called_empty(tree: Tree, name: str, message: str) -> None:
    gone(tree, name)
    if name.endswith(".yml"):
        tree.write(name, "{}\n")
    else:
        (tree.root / name).mkdir()
    assert told(tree) == [f"data/{name}:1:1 {message}"]


def test_nothing_is_missed_of_what_nobody_needs(tree: Tree) -> None:
    assert told(tree) == []
    assert told(gone(tree, "terms.yml")) == []


def test_links_that_lead_nowhere_tell_of_the_file_that_held_them(tree: Tree) -> None:
    # One link to a term stands in the library already.
    gone(linked(tree, "t-jia", "t-yi", "t-jia", "wei-yuan-ke-tang"), "terms.yml")
    assert told(tree) == ["data/terms.yml:1:1 没有这个文件，文字里有 4 处链接找不到条目，例如 [[t-jia]]"]


def test_two_such_links_are_enough_and_one_is_a_slip_of_the_pen(tree: Tree) -> None:
    assert told(gone(tree, "terms.yml")) == []
    assert len(told(linked(tree, "t-yi"))) == 1


def test_the_links_are_the_reason_for_one_file_only_and_for_no_folder(tree: Tree) -> None:
    tree.write(BIAN_ZU, tree.read(BIAN_ZU).replace("problems: [weak-participation]\n", ""))
    linked(tree, "t-jia", "t-yi")
    assert told(tree) == [], "all parts are there"
    assert len(told(gone(tree, "terms.yml", "problems.yml"))) == 1


def test_where_an_entry_can_not_be_read_the_links_may_be_to_it(tree: Tree) -> None:
    tree.write("topics.yml", "- 甲\n")
    assert told(gone(linked(tree, "t-jia", "t-yi"), "terms.yml")) == []


def without_practices(tree: Tree) -> Tree:
    """The library without practices and without anything that waits for one."""
    gone(tree, "practices", "problems.yml")
    for speech in ("yi-xian", "jia-shi"):
        path = f"speeches/{speech}.yml"
        tree.write(path, f"""\
title: {speech}
short: {speech}
order: {1 if speech == "yi-xian" else 2}
source: hui-bian
organization: {"xx-xian-zheng-xie" if speech == "yi-xian" else "jia-shi-zheng-xie"}
outline:
  - paragraphs:
      - gist: 讲学习。
        no_practice: 只讲意义
""")
    return tree


def test_practices_are_missed_where_a_speech_or_a_problem_waits_for_one(tree: Tree) -> None:
    problems = tree.read("problems.yml")
    assert told(without_practices(tree)) == []
    tree.write("problems.yml", problems)
    line = "data/practices:1:1 没有这个文件夹，发言和问题都没有做法可看"
    assert told(tree) == [line]
    gone(tree, "problems.yml")
    tree.replace("speeches/yi-xian.yml", "        no_practice: 只讲意义\n", "")
    assert told(tree) == [line]
    (tree.root / "practices").mkdir()
    assert told(tree) == [], "a new library: the folder is there"
