import pytest

from tests.repository import git
from tests.rules.conftest import told
from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_a_topic_with_the_id_of_a_practice(tree: Tree) -> None:
    tree.replace("topics.yml", "party-building:\n", "wei-yuan-ke-tang:\n")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:5:23 错误[unknown-reference] 没有编号为“party-building”的专题 | 先新建这个专题，或改成已有的编号：member-duty（委员履职）、wei-yuan-ke-tang（党建）",
        "data/topics.yml:6:1 错误[duplicate-id] 编号“wei-yuan-ke-tang”已经用于做法 | 给这个专题换一个编号，例如 wei-yuan-ke-tang-2",
    ]


def test_a_former_id_still_in_use(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "added: 2026-11-24", "added: 2026-11-24\nformerly: [wei-yuan-ke-tang]")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:25:12 错误[duplicate-id] 旧编号“wei-yuan-ke-tang”已经用于做法 | 旧编号只能写已经不用的编号",
    ]


@pytest.mark.parametrize("path", ["sources/wei-yuan-ke-tang.yml", "practices/jia-shi.yml", "speeches/wei-yuan-bian-zu.yml", "practices/member-duty.yml"])
def test_the_new_entry_is_asked_for_another_id_whatever_its_kind(published: Tree, path: str) -> None:
    kind = path.partition("/")[0]
    first = {"sources": "hui-bian", "practices": "wei-yuan-ke-tang", "speeches": "yi-xian"}[kind]
    published.copy(f"{kind}/{first}.yml", path)
    assert [line.split(" ")[0] for line in told(published) if "duplicate-id" in line] == [f"data/{path}:1"]


def test_a_new_entry_under_a_former_id(published: Tree) -> None:
    published.replace(BIAN_ZU, "added: 2026-11-24", "added: 2026-11-24\nformerly: [lao-bian-zu]")
    git(published.root.parent, "commit", "-q", "-a", "-m", "renamed before")
    published.copy("sources/hui-bian.yml", "sources/lao-bian-zu.yml", ("title: ", "title: 又一份"))
    assert [line for line in told(published) if "duplicate-id" in line] == [
        "data/sources/lao-bian-zu.yml:1 error duplicate-id 编号“lao-bian-zu”是做法 wei-yuan-bian-zu 的旧编号，旧网址转到那里 | 给这个来源换一个编号，例如 lao-bian-zu-2"]
