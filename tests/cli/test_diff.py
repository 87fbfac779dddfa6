"""`kb diff`: the library now against what git remembers."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(folder), "-c", "user.name=甲", "-c", "user.email=a@example.org", *arguments],
                          check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Tree:
    monkeypatch.chdir(tree.root.parent)
    monkeypatch.delenv("DATA", raising=False)
    git(tree.root.parent, "init", "-q", "-b", "main")
    git(tree.root.parent, "commit", "-q", "--allow-empty", "-m", "empty")
    git(tree.root.parent, "tag", "empty")
    git(tree.root.parent, "add", "data")
    git(tree.root.parent, "commit", "-q", "-m", "first")
    return tree


def kb(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], prog_name="kb")


def test_what_changed_since_a_revision(repository: Tree) -> None:
    repository.replace(KE_TANG, "status: under-way, cue: 正在", "status: done, cue: 已")
    assert kb("HEAD").output == """\
## 做法
- 修改：委员课堂（wei-yuan-ke-tang）
  - 甲市政协（编组与课堂），进展：推进中 → 已实施（依据：已）
"""


def test_everything_is_new_where_there_was_nothing(repository: Tree) -> None:
    output = kb("empty").output
    assert output.startswith("那时还没有 data 这个文件夹，现有的全部算新增。\n\n## 做法\n")
    assert output.count("- 新增：") == 11
    assert "- 新增：让委员动起来（yi-xian）" in output


def test_nothing_changed(repository: Tree) -> None:
    assert kb("HEAD").output == "没有变化。\n"


def test_what_can_not_be_read_is_named(repository: Tree) -> None:
    repository.write(KE_TANG, "title: [")
    result = kb("HEAD")
    assert (result.stdout, result.stderr) == ("没有变化。\n", f"读不了的没有比较：data/{KE_TANG}\n")


@pytest.mark.parametrize("revision", ["v9", "--output=x", "HEAD:data"])
def test_an_unknown_revision_is_told(repository: Tree, revision: str) -> None:
    result = kb("--", revision)
    assert result.exit_code == 2
    assert f"出错了：git 里没有“{revision}”这个版本。" in result.output


def test_outside_of_git_it_is_told(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.root.parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tree.root.parent.parent))
    result = kb("HEAD")
    assert result.exit_code == 2
    assert "出错了：这个数据文件夹不在 git 仓库里，没有以前的版本可比。" in result.output


def test_what_others_added_since_is_no_difference(repository: Tree) -> None:
    root = repository.root.parent
    git(root, "switch", "-q", "-c", "mine")
    repository.replace(KE_TANG, "status: under-way, cue: 正在", "status: done, cue: 已")
    git(root, "commit", "-q", "-a", "-m", "mine")
    git(root, "switch", "-q", "main")
    repository.copy(KE_TANG, "practices/bie-ren-de.yml", ("title: 委员课堂", "title: 别人的课堂"))
    git(root, "add", "data")
    git(root, "commit", "-q", "-m", "别人加的")
    git(root, "switch", "-q", "mine")
    base = git(root, "log", "-1", "--format=%h（%cs，first）", "HEAD~1")
    assert kb("main").output == f"""\
与“main”分出来的地方比较：{base}。

## 做法
- 修改：委员课堂（wei-yuan-ke-tang）
  - 甲市政协（编组与课堂），进展：推进中 → 已实施（依据：已）
"""


def test_a_revision_before_is_itself_what_is_compared_with(repository: Tree) -> None:
    git(repository.root.parent, "tag", "v1.0")
    repository.replace(KE_TANG, "form: platform", "form: activity")
    git(repository.root.parent, "commit", "-q", "-a", "-m", "later")
    assert kb("v1.0").output.startswith("## 做法\n- 修改：委员课堂（wei-yuan-ke-tang）\n")


def test_titles_lead_to_the_site(repository: Tree) -> None:
    repository.replace(KE_TANG, "form: platform", "form: activity")
    assert "[委员课堂](https://kb.example.org/practices/wei-yuan-ke-tang.html)" in kb("HEAD", "--site", "https://kb.example.org").output


def refused(revision: str) -> str:
    result = kb(revision)
    assert result.exit_code == 2
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.output.partition("出错了：")[2].strip()


def test_histories_that_have_nothing_in_common(repository: Tree) -> None:
    root = repository.root.parent
    git(root, "switch", "-q", "--orphan", "other")
    git(root, "commit", "-q", "--allow-empty", "-m", "other")
    git(root, "switch", "-q", "main")
    assert refused("other") == (
        "“other”与现在的版本没有共同的起点，是两段互不相干的历史，不能比。核对版本的名字，或者是不是克隆错了仓库。")


def test_a_branch_without_commits_has_everything_before_it(repository: Tree) -> None:
    git(repository.root.parent, "symbolic-ref", "HEAD", "refs/heads/new")
    assert kb("main").output == "没有变化。\n"


@pytest.fixture
def shallow(repository: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of the last commit alone of `mine`, with main fetched as it is there: also alone."""
    root = repository.root.parent
    git(root, "switch", "-q", "-c", "mine")
    git(root, "commit", "-q", "--allow-empty", "-m", "mine")
    git(root, "switch", "-q", "main")
    git(root, "commit", "-q", "--allow-empty", "-m", "theirs")
    clone = tmp_path / "shallow"
    git(root, "clone", "-q", "--depth", "1", "--branch", "mine", f"file://{root}", str(clone))
    monkeypatch.chdir(clone)
    return clone


def test_a_shallow_clone_is_named_with_the_cure(shallow: Path) -> None:
    git(shallow, "fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    assert refused("origin/main") == "这是浅克隆，历史不全，找不到“origin/main”与现在的共同起点。运行 git fetch --unshallow，再比。"
    git(shallow, "fetch", "-q", "--unshallow")
    assert kb("origin/main").output.endswith("没有变化。\n")


def test_a_branch_that_was_never_fetched_is_named_with_the_cure(shallow: Path) -> None:
    said = refused("origin/main")
    assert said == ("git 里没有“origin/main”这个版本。"
                    "本机还没有取过它：运行 git fetch origin main:refs/remotes/origin/main，再比。")
    git(shallow, "fetch", "-q", "origin", "main:refs/remotes/origin/main")
    assert "没有这个版本" not in kb("origin/main").output


def test_a_tag_in_a_shallow_clone(shallow: Path) -> None:
    assert refused("v1.0") == "git 里没有“v1.0”这个版本。这是浅克隆，只有最近的几个版本：运行 git fetch --unshallow --tags，再比。"


@pytest.mark.parametrize(("revision", "cure"), [
    ("main", "有 origin/main，写它就行。"),
    ("HEAD~1..HEAD", "只写一个版本，不写范围。"),
    ("HEAD:data", "这个名字在 git 里是一个文件夹。只写版本的名字，例如 HEAD；比哪个文件夹由 --data 定。"),
    ("HEAD^{tree}", "这个名字在 git 里是一个文件夹。只写版本的名字，例如 HEAD；比哪个文件夹由 --data 定。"),
    ("HEAD:data/topics.yml", "这个名字在 git 里是一个文件。只写版本的名字，例如 HEAD；比哪个文件夹由 --data 定。"),
    ("nowhere", "运行 git branch -a 和 git tag，看有哪些名字可写。"),
])
def test_a_missing_revision_comes_with_a_cure(repository: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                              revision: str, cure: str) -> None:
    root = repository.root.parent
    git(root, "branch", "mine")
    git(root, "clone", "-q", "--branch", "mine", f"file://{root}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert refused(revision) == f"git 里没有“{revision}”这个版本。{cure}"


def test_a_repository_without_commits(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree.root.parent)
    git(tree.root.parent, "init", "-q")
    assert refused("HEAD") == "git 里没有“HEAD”这个版本。这个仓库还没有提交过。"


def test_a_repository_of_another_owner_is_named_with_the_cure(repository: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    # Whoever runs the tests may trust every repository.
    for settings in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(settings, os.devnull)
    root = repository.root.parent.resolve()
    assert refused("HEAD") == ("这个 git 仓库属于另一个用户，git 不肯读它。确认来路可靠，运行一次："
                               f"git config --global --add safe.directory {root}")


def test_inside_a_bare_repository(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tree.root.parent / "bare.git"
    git(tree.root.parent, "init", "-q", "--bare", str(bare))
    tree.root.rename(bare / "data")
    monkeypatch.chdir(bare)
    assert refused("HEAD") == "这里是 git 自己存放东西的地方（或裸仓库），不是工作的文件夹。换到克隆出来的文件夹里再运行。"


def test_data_in_a_submodule(repository: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(repository.root.parent), "library")
    git(outer, "commit", "-q", "-m", "outer")
    monkeypatch.chdir(outer)
    assert kb("HEAD", "--data", "library/data").output == "没有变化。\n"
    git(outer, "submodule", "deinit", "-q", "--all")
    (outer / "library" / "data").mkdir()
    assert "那时还没有 data 这个文件夹" in kb("HEAD", "--data", "library/data").output


def test_git_that_is_not_there(repository: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert refused("HEAD") == "没有安装 git，或者找不到它。装好 git 再试。"


def test_a_repository_that_is_damaged(repository: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository.root.parent
    blob = git(root, "rev-parse", f"HEAD:data/{KE_TANG}")
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert refused("HEAD") == f"git 里“data/{KE_TANG}”的内容不完整。运行 git fsck 看看缺了什么。"


def test_links_of_the_past_are_not_followed(repository: Tree, tmp_path: Path) -> None:
    root = repository.root.parent
    secret = tmp_path / "secret.yml"
    secret.write_text(repository.read(KE_TANG).replace("委员课堂", "外面的"), encoding="utf-8")
    (tmp_path / "outside").mkdir()
    (root / "data/practices/wai-mian.yml").symlink_to(secret)
    repository.root.joinpath("speeches").rename(root / "data/kept")
    (root / "data/speeches").symlink_to(root / "data/kept")
    git(root, "add", "-A", "data")
    git(root, "commit", "-q", "-m", "links")
    (root / "data/practices/wai-mian.yml").unlink()
    output = kb("HEAD").output
    assert "外面的" not in output
    # What the link led to was no part of the library then, so now it is new.
    assert "- 新增：让委员动起来（yi-xian）" in output


def test_names_in_chinese_and_with_blanks(repository: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository.root.parent
    elsewhere = root / "我们 的库"
    repository.root.rename(root / "moved")
    elsewhere.mkdir()
    (root / "moved").rename(elsewhere / "数 据")
    git(root, "add", "-A", "我们 的库")
    git(root, "commit", "-q", "-m", "moved")
    monkeypatch.chdir(elsewhere)
    assert kb("HEAD", "--data", "数 据").output == "没有变化。\n"
    (elsewhere / "数 据" / KE_TANG).unlink()
    assert "- 删去：委员课堂（wei-yuan-ke-tang）" in kb("HEAD", "--data", "数 据").output
