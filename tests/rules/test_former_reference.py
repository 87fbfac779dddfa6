from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"
BIAN_ZU = "practices/wei-yuan-bian-zu.yml"


def test_all_places_that_have_the_old_id_are_one_message(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "added: 2026-11-24\nformerly: [jiu-ke-tang]")
    tree.replace(BIAN_ZU, "to: wei-yuan-ke-tang", "to: jiu-ke-tang")
    tree.replace(BIAN_ZU, "summary: 把委员编进小组", "summary: 与[[jiu-ke-tang]]一起把委员编进小组")
    assert tree.told() == [
        f"data/{BIAN_ZU}:22:10 错误[former-reference] 做法“jiu-ke-tang”改了编号；还有 1 处写着旧编号：data/{BIAN_ZU}:3"
        " | 都写 wei-yuan-ke-tang（委员课堂）"]


def test_other_kinds_have_former_ids_too(tree: Tree) -> None:
    tree.replace("organizations.yml", "raw: xx县政协", "raw: xx县政协\n  formerly: [jiu-xian]")
    tree.replace("speeches/yi-xian.yml", "organization: xx-xian-zheng-xie", "organization: jiu-xian")
    assert [line.partition("] ")[2] for line in tree.told()] == ["单位“jiu-xian”改了编号 | 写 xx-xian-zheng-xie（xx县政协）"]
