from tests.repository import git
from tests.rules.conftest import told
from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
SECOND = "practices/wei-yuan-ke-tang-2.yml"


def test_two_files_with_one_name(tree: Tree) -> None:
    tree.copy(KE_TANG, SECOND, ("title: 委员课堂", "title: “委员课堂”"))
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang-2.yml:1:8 错误[duplicate-practice] ““委员课堂””已经是做法“委员课堂”（wei-yuan-ke-tang）的名称 | "
        "同一个做法：wei-yuan-ke-tang 和 wei-yuan-ke-tang-2 留先有的一个（已经发给别人的网址是它的），把另一个的各家做法并进去，"
        "写 formerly: [另一个的编号]，再删去另一个的文件；不同的做法：改名，或写不要混淆（distinct_from）说清区别",
    ]


def test_an_alias_that_is_the_title_of_another(tree: Tree) -> None:
    tree.replace("practices/wei-yuan-bian-zu.yml", "related:\n  - {to: wei-yuan-ke-tang, as: complement}\n", "")
    tree.replace(KE_TANG, "title: 委员课堂\n", "title: 委员课堂\naliases: [委员编组]\n")
    assert [line.partition(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-ke-tang.yml:2:11 错误[duplicate-practice] “委员编组”已经是做法“委员编组”（wei-yuan-bian-zu）的名称",
    ]


def test_one_that_says_how_it_differs_may_share_the_name(tree: Tree) -> None:
    tree.copy(KE_TANG, SECOND, ("added:", "distinct_from:\n  - {to: wei-yuan-ke-tang, why: 两个委员课堂是两回事}\nadded:"))
    assert tree.told() == []


def test_the_one_that_is_not_published_yet_goes_without_a_former_id(published: Tree) -> None:
    published.copy(KE_TANG, "practices/a-ke-tang.yml")
    assert told(published) == [
        "data/practices/a-ke-tang.yml:1 error duplicate-practice “委员课堂”已经是做法“委员课堂”（wei-yuan-ke-tang）的名称"
        " | 同一个做法：把这里的各家做法并入 practices/wei-yuan-ke-tang.yml，再删去本文件；不同的做法：改名，或写不要混淆（distinct_from）说清区别"]


def test_the_one_that_was_added_later_is_told_whatever_its_id(tree: Tree) -> None:
    tree.copy(KE_TANG, "practices/a-ke-tang.yml", ("added: 2026-11-24", "added: 2026-11-25"))
    assert [line for line in tree.told() if "duplicate-practice" in line] == [
        "data/practices/a-ke-tang.yml:1:8 错误[duplicate-practice] “委员课堂”已经是做法“委员课堂”（wei-yuan-ke-tang）的名称 | "
        "同一个做法：把这里的各家做法并入 practices/wei-yuan-ke-tang.yml，在那里写 formerly: [a-ke-tang]，再删去本文件；"
        "不同的做法：改名，或写不要混淆（distinct_from）说清区别"]


def test_the_one_whose_title_was_changed_is_told(published: Tree) -> None:
    published.copy(KE_TANG, "practices/a-ri.yml", ("title: 委员课堂", "title: 委员日"), ("added: 2026-11-24", "added: 2026-11-01"))
    git(published.root.parent, "add", ".")
    git(published.root.parent, "commit", "-q", "-m", "more")
    published.replace("practices/a-ri.yml", "title: 委员日", "title: 委员课堂")
    (line,) = [line for line in told(published) if "duplicate-practice" in line]
    assert line.startswith("data/practices/a-ri.yml:1 error duplicate-practice “委员课堂”已经是做法“委员课堂”（wei-yuan-ke-tang）的名称 | 名称改错了，就改回原来的；同一个做法：")


def test_a_link_excuses_no_identical_title(tree: Tree) -> None:
    link = ("added:", "related:\n  - {to: wei-yuan-ke-tang, as: complement}\nadded:")
    tree.copy(KE_TANG, SECOND, link)
    assert [line.split(" | ")[0] for line in tree.told()] == [
        "data/practices/wei-yuan-ke-tang-2.yml:1:8 错误[duplicate-practice] “委员课堂”已经是做法“委员课堂”（wei-yuan-ke-tang）的名称"]
    # That one has another name that is like, or is one, a link says enough of.
    tree.replace(SECOND, "title: 委员课堂", "title: 委员课堂制\naliases: [委员课堂]")
    assert not any("duplicate-practice" in line for line in tree.told())
