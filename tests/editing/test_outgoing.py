"""Before a push every commit that goes out is looked at, however it came to be: real repositories, with a remote beside."""

import shutil
from pathlib import Path

import pytest

from macros.cli.staged import words
from macros.editing import outgoing
from macros.runtime.git import GitProblem
from tests.editing.test_private import LONG, PNG, write
from tests.fulltext.test_prose import SPEECH
from tests.repository import COPIED, git
from tests.small_tree import FIXTURES


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the small library, pushed to a bare one beside it; the full text is here."""
    folder = tmp_path / "ku"
    shutil.copytree(FIXTURES / "small", folder / "data")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "user.name", "x")
    git(folder, "config", "user.email", "x@localhost")
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    write(folder, ".gitignore", "originals/\n")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")
    git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(folder, "push", "-q", "origin", "main")
    shutil.copytree(FIXTURES / "small-originals", folder / "data/originals")
    return folder


def commit(root: Path, name: str, content: str | bytes, message: str = "x") -> str:
    write(root, name, content)
    git(root, "add", "-f", name)
    git(root, "commit", "-q", "-m", message)
    return git(root, "rev-parse", "HEAD")


def found(root: Path, ref: str = "HEAD", old: str = "", remote: str = "origin") -> tuple[list[str], str | None]:
    update = outgoing.Update(ref, git(root, "rev-parse", ref), old)
    told, oldest = outgoing.examine(root, Path("data"), Path("docs"), remote, [update], words)
    return [f"{f.path}:{f.line} {f.code} {f.message.partition('：“')[0]}" for f in told], oldest


def test_what_the_remote_has_is_not_looked_at_again(root: Path) -> None:
    commit(root, "a.txt", COPIED)
    git(root, "push", "-q", "origin", "main")
    commit(root, "b.txt", "x")
    assert found(root) == ([], None)


def test_a_text_that_was_taken_away_again_goes_out_all_the_same(root: Path) -> None:
    bad = commit(root, "a.txt", f"x\n{COPIED}")
    git(root, "rm", "-q", "a.txt")
    git(root, "commit", "-q", "-m", "gone")
    commit(root, "b.txt", "x")
    assert found(root) == ([f"a.txt:2 full-text 提交 {bad[:7]}：从这里起有原文的 60 个字以上"], bad)


@pytest.mark.parametrize("name", ["b.docx", "data/originals/q.txt", "页.png", "fa-yan.txt"])
def test_every_kind_is_found(root: Path, name: str) -> None:
    bad = commit(root, name, PNG if name.endswith("png") else SPEECH)
    told, oldest = found(root)
    assert ([line.split(":")[0] for line in told], oldest) == ([name], bad)


def other_branch(root: Path) -> str:
    git(root, "switch", "-q", "-c", "other")
    bad = commit(root, "a.txt", COPIED, "pasted")
    git(root, "switch", "-q", "main")
    return bad


def test_a_fast_forward_is_seen(root: Path) -> None:
    bad = other_branch(root)
    git(root, "merge", "-q", "--ff-only", "other")
    assert found(root)[1] == bad


def test_a_cherry_pick_and_a_rebase_are_seen(root: Path) -> None:
    other_branch(root)
    commit(root, "b.txt", "x")
    git(root, "cherry-pick", "other")
    assert found(root)[1] == git(root, "rev-parse", "HEAD")
    git(root, "reset", "-q", "--hard", "HEAD^")
    git(root, "switch", "-q", "other")
    git(root, "rebase", "-q", "main")
    assert found(root)[1] == git(root, "rev-parse", "HEAD")


def test_a_merge_is_asked_for_what_it_brought_itself(root: Path) -> None:
    bad = other_branch(root)
    git(root, "push", "-q", "origin", "other")
    commit(root, "b.txt", "x")
    git(root, "merge", "-q", "--no-edit", "other")
    # The other branch is out already.
    assert found(root) == ([], None)
    git(root, "reset", "-q", "--hard", "HEAD^")
    git(root, "merge", "-q", "--no-commit", "--no-ff", "other")
    write(root, "c.txt", COPIED)
    git(root, "add", "c.txt")
    git(root, "commit", "-q", "-m", "merged")
    told, oldest = found(root)
    assert oldest == git(root, "rev-parse", "HEAD") != bad
    assert [line.split(":")[0] for line in told] == ["c.txt"]


def test_a_new_remote_gets_the_whole_history(root: Path, tmp_path: Path) -> None:
    bad = commit(root, "a.txt", COPIED)
    git(root, "rm", "-q", "a.txt")
    git(root, "commit", "-q", "-m", "gone")
    git(root, "push", "-q", "origin", "main")
    assert found(root) == ([], None)
    assert found(root, remote=str(tmp_path / "another.git"))[1] == bad
    # What the other side has under that name is known from the push itself.
    assert found(root, remote=str(tmp_path / "another.git"), old=git(root, "rev-parse", "HEAD")) == ([], None)


def test_a_message_or_a_name_that_repeats_a_full_text(root: Path) -> None:
    bad = commit(root, "b.txt", "x", f"收录\n\n{COPIED}")
    assert found(root) == ([f"提交说明:3 full-text 提交 {bad[:7]}：从这里起有原文的 60 个字以上"], bad)
    git(root, "commit", "-q", "--amend", "-m", "收录")
    commit(root, f"{COPIED[:40]}/{COPIED[40:]}".replace("。", "") + ".md", "x")
    assert found(root)[0][0].endswith("文件名里有原文的 60 个字以上")


def test_a_message_that_is_an_article(root: Path) -> None:
    bad = commit(root, "b.txt", "x", f"收录\n\n{SPEECH}")
    told, oldest = found(root)
    assert oldest == bad
    assert told[0].startswith(f"提交说明:1 loose-text 提交 {bad[:7]}：有 5")


def test_the_projects_own_is_what_its_commit_names(root: Path) -> None:
    write(root, ".git/info/attributes", "a.txt kb-own\n")
    bad = commit(root, "a.txt", SPEECH)
    commit(root, ".gitattributes", "a.txt kb-own\n")
    assert found(root)[1] == bad
    git(root, "reset", "-q", "--hard", "HEAD~2")
    (root / ".git/info/attributes").unlink()
    commit(root, ".gitattributes", "a.txt kb-own\n")
    commit(root, "a.txt", SPEECH)
    # As it was with that commit, whatever lies here now.
    commit(root, ".gitattributes", "x\n")
    assert found(root) == ([], None)


def cures(root: Path, ref: str) -> tuple[list[str], str | None]:
    told, oldest = outgoing.examine(root, Path("data"), Path("docs"), "origin", [outgoing.Update(ref, git(root, "rev-parse", ref), "")], words)
    return [str(finding.cure) for finding in told], oldest


def test_what_is_in_no_branch_is_not_pushed(root: Path) -> None:
    write(root, "data/practices/a.yml", COPIED)
    git(root, "add", ".")
    git(root, "stash", "-q")
    assert cures(root, "refs/stash") == (["用自己的话写，再 git add；整个不要提交的，不要推送它（refs/stash）"], None)
    git(root, "notes", "add", "-m", COPIED)
    assert cures(root, "refs/notes/commits") == (["用自己的话写，再 git add；整个不要提交的，不要推送它（refs/notes/commits）"], None)
    git(root, "switch", "-q", "--detach")
    bad = commit(root, "a.txt", SPEECH)
    git(root, "tag", "v 1".replace(" ", "-"))
    assert cures(root, "refs/tags/v-1")[1] == bad
    git(root, "switch", "-q", "main")
    assert cures(root, "refs/tags/v-1") == (["是全文的，不要推送它；这个标签不用的，git tag -d v-1，再用 kb import 导入；自己写的，写成 docs/ 里的页面"], None)
    git(root, "tag", "blob", git(root, "rev-parse", "v-1:a.txt"))
    assert "git tag -d blob" in cures(root, "refs/tags/blob")[0][0]


def test_a_reminder_holds_no_push_up(root: Path) -> None:
    commit(root, "docs/a.md", SPEECH * 3)
    told, oldest = found(root)
    assert (len(told), oldest) == (1, None)


def test_a_commit_that_git_cannot_read_is_told(root: Path) -> None:
    with pytest.raises(GitProblem, match="git 出错了"):
        outgoing.examine(root, Path("data"), Path("docs"), "origin", [outgoing.Update("HEAD", git(root, "rev-parse", "HEAD"), ""),
                         outgoing.Update("x", "1" * 40, "")], words)


def test_tags_are_asked_as_well(root: Path) -> None:
    git(root, "tag", "-a", "v1", "-m", COPIED)
    assert found(root, "refs/tags/v1")[0] == ["refs/tags/v1:1 full-text 标签的说明：从这里起有原文的 60 个字以上"]
    git(root, "tag", "-a", "v2", "-m", "一版", "v1")
    assert [line.partition("标签的说明：从")[0] for line in found(root, "refs/tags/v2")[0]] == ["refs/tags/v2:1 full-text "]
    git(root, "tag", "-a", "v3", "-m", SPEECH)
    assert found(root, "refs/tags/v3")[0][0].startswith("refs/tags/v3:1 loose-text 标签的说明：有 5")
    git(root, "branch", LONG)
    assert found(root, f"refs/heads/{LONG}")[0] == [f"refs/heads/{LONG}:1 loose-text 这个分支或标签的名字里有连着的 45 个汉字，是文章，不是名字"]
    name = git(root, "hash-object", "-w", "data/originals/hui-bian.txt")
    git(root, "tag", "blob", name)
    assert found(root, "refs/tags/blob")[0][0].startswith("refs/tags/blob:")


def test_the_first_commit_of_all(root: Path) -> None:
    git(root, "switch", "-q", "--orphan", "new")
    bad = commit(root, "发 言.txt", COPIED)
    assert found(root)[1] == bad


def test_what_git_tells_its_hook() -> None:
    one, two, none = "1" * 40, "2" * 40, "0" * 40
    lines = [f"refs/heads/a {one} refs/heads/a {two}", f"(delete) {none} refs/heads/b {two}", f"HEAD~1 {two} refs/heads/c {none}", ""]
    assert outgoing.updates(lines) == [outgoing.Update("refs/heads/a", one, two), outgoing.Update("HEAD~1", two, none)]
