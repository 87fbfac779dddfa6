"""What a # cuts off is told; a comment is left in peace."""

from pathlib import Path

import pytest

from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


@pytest.mark.parametrize(("written", "told"), [
    ("委员轮流讲课 #试行", True), ("委员轮流讲课 # 试行", True), ("委员轮流讲课  # 看第 3 段", False), ("委员轮流讲课#试行", False), ('"委员轮流讲课 #试行"', False),
])
def test_a_sentence_that_is_cut(tmp_path: Path, written: str, told: bool) -> None:
    tree = Tree(tmp_path)
    tree.replace(KE_TANG, "{aspect: how, text: 委员轮流讲课}", f"aspect: how\n        text: {written}")
    assert [line for line in tree.told() if "cut-by-hash" in line] == ([
        f"data/{KE_TANG}:11:22 提醒[cut-by-hash] “#{written.split('#')[1].strip()}”没有读进去：空格加 # 以后的字都是注释 | "
        "是内容，就删去 # 前面的空格，或给整句加双引号；是注释，就另起一行写"] if told else [])


def test_blanks_behind_it_would_be_told_next(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    tree.replace(KE_TANG, "summary: 开办课堂，请", "summary: 开办课堂 #每季一次 请")
    assert [line.partition(" | ")[2] for line in tree.told()] == [
        "是内容，就删去 # 前面的空格，或给整句加双引号；后面汉字之间的空格也删去；是注释，就另起一行写"]
    tree.replace(KE_TANG, "课堂 #每季一次 请", "课堂#每季一次请")
    assert tree.told() == []
