"""What git has on the main branch and the library has no more."""

from pathlib import Path

import pytest

from tests.repository import git
from tests.rules.conftest import told
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def commit(tree: Tree) -> str:
    return git(tree.root.parent, "rev-parse", "HEAD")[:12]


def test_a_deleted_entry_with_links_is_one_error(published: Tree) -> None:
    (published.root / KE_TANG).unlink()
    back = f"放回旧文件（git checkout {commit(published)} -- data/{KE_TANG}）"
    assert told(published) == [
        f"data/{KE_TANG}:1 error gone-entry 已经发布的做法“委员课堂”（wei-yuan-ke-tang）没有了，旧网址会打不开，还有 1 处写着它：data/practices/wei-yuan-bian-zu.yml:22"
        " | 改了编号，或并进了另一条：在那一条里写 formerly: [wei-yuan-ke-tang]，再把上面 1 处都改成那一条的编号；"
        f"确要撤下：{back}，文件末尾加一行 withdrawn: {{on: 2027-03-01, reason: 原因}}，再把上面 1 处都删去"]


def test_it_stays_an_error_on_a_branch_where_it_is_committed(published: Tree) -> None:
    git(published.root.parent, "checkout", "-q", "-b", "branch")
    (published.root / KE_TANG).unlink()
    git(published.root.parent, "commit", "-q", "-a", "-m", "gone")
    assert [line.split()[2] for line in told(published)] == ["gone-entry"]
    git(published.root.parent, "branch", "-f", "main", "branch")
    assert "gone-entry" not in str(told(published))


def test_a_renamed_entry_is_told_at_its_new_place(published: Tree) -> None:
    (published.root / KE_TANG).rename(published.root / "practices/jiang-tang.yml")
    published.replace("practices/jiang-tang.yml", "请委员轮流讲课。", "请委员讲课。")
    (line,) = told(published)
    assert line.startswith("data/practices/jiang-tang.yml:1 error gone-entry 做法“委员课堂”（wei-yuan-ke-tang）不见了，jiang-tang 与它大半相同：是改了编号吗？")
    assert "| 改了编号：在 jiang-tang 里写 formerly: [wei-yuan-ke-tang]，再把上面 1 处都改成 jiang-tang；不用改的：把文件名改回 wei-yuan-ke-tang.yml；" in line


def test_renamed_and_said_so(published: Tree) -> None:
    (published.root / KE_TANG).rename(published.root / "practices/jiang-tang.yml")
    published.replace("practices/jiang-tang.yml", "added: 2026-11-24", "added: 2026-11-24\nformerly: [wei-yuan-ke-tang]")
    published.replace("practices/wei-yuan-bian-zu.yml", "to: wei-yuan-ke-tang", "to: jiang-tang")
    assert told(published) == []


def test_a_former_id_is_kept_when_the_entry_is_renamed_again(published: Tree) -> None:
    published.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nformerly: [jiu-ke-tang]")
    git(published.root.parent, "commit", "-q", "-a", "-m", "renamed before")
    (published.root / KE_TANG).rename(published.root / "practices/jiang-tang.yml")
    published.replace("practices/jiang-tang.yml", "formerly: [jiu-ke-tang]", "formerly: [wei-yuan-ke-tang]")
    published.replace("practices/wei-yuan-bian-zu.yml", "to: wei-yuan-ke-tang", "to: jiang-tang")
    assert told(published) == [
        "data/practices/jiang-tang.yml:14 error gone-entry 旧编号 jiu-ke-tang 不见了，它的旧网址会打不开"
        " | 写 formerly: [wei-yuan-ke-tang, jiu-ke-tang]：改过几次编号，每个旧编号都留着"]


def test_a_key_in_a_file_of_many(published: Tree) -> None:
    published.write("terms.yml", published.read("terms.yml").replace("t-san-lian:", "t-san-lian-zhi:"))
    (line,) = told(published)
    assert line.startswith("data/terms.yml:2 error gone-entry 术语“三联”（t-san-lian）不见了，t-san-lian-zhi 与它大半相同：")
    assert "| 把 t-san-lian-zhi 的编号改回 t-san-lian（术语没有旧编号可写）；" in line


def test_what_cannot_be_read_is_not_gone(published: Tree) -> None:
    (published.root / KE_TANG).unlink()
    published.write("practices/wei-yuan-bian-zu.yml", "title: [委员编组")
    assert [line.split()[2] for line in told(published)] == ["yaml-syntax"]


@pytest.mark.parametrize("broken", ["no repository", "no commit", "ignored"])
def test_where_git_does_not_say_nothing_is_told(tree: Tree, tmp_path: Path, broken: str) -> None:
    if broken != "no repository":
        git(tree.root.parent, "init", "-q", "-b", "main")
    if broken == "ignored":
        (tree.root.parent / ".gitignore").write_text("data/\n", encoding="utf-8")
        git(tree.root.parent, "add", ".")
        git(tree.root.parent, "commit", "-q", "-m", "x")
    (tree.root / KE_TANG).unlink()
    assert "gone-entry" not in str(told(tree))
