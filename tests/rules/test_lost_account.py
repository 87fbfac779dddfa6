from tests.repository import git
from tests.rules.conftest import told
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def _merge(tree: Tree) -> None:
    """委员编组 goes into 委员课堂, which is told by one of its two bodies."""
    (tree.root / BIAN_ZU).unlink()
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nformerly: [wei-yuan-bian-zu]")


def test_an_account_that_did_not_go_along(published: Tree) -> None:
    _merge(published)
    assert [line for line in told(published) if "lost-account" in line] == [
        "data/practices/wei-yuan-ke-tang.yml:14 warning lost-account wei-yuan-bian-zu（委员编组）并过来时少了 1 家：xx县政协（yi-xian）"
        " | 从 git 里旧文件的各家做法（accounts）抄过来，一家一项；确实不该有这一家，就在更正（changes）里写明"]


def test_all_accounts_went_along(published: Tree) -> None:
    _merge(published)
    published.replace(KE_TANG, "added:", '  - speech: yi-xian\n    at: ["1"]\n    progress: {status: unclear}\n    points:\n      - {text: 编组}\nadded:')
    assert "lost-account" not in str(told(published))


def test_what_was_told_apart_is_one_now(published: Tree) -> None:
    published.replace(BIAN_ZU, "added:", "distinct_from:\n  - {to: wei-yuan-ke-tang, why: 委员编组是分组，委员课堂是讲课}\nadded:")
    git(published.root.parent, "commit", "-q", "-a", "-m", "told apart")
    _merge(published)
    (line,) = [line for line in told(published) if "不同：" in line]
    assert line.startswith("data/practices/wei-yuan-ke-tang.yml:14 warning lost-account "
                           "原来写明“委员编组”（wei-yuan-bian-zu）与“委员课堂”不同：委员编组是分组，委员课堂是讲课；现在并成了一条 | ")
