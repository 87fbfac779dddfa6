from tests.small_tree import Tree

KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_link_written_on_both_sides(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "related:\n  - {to: wei-yuan-bian-zu, as: complement}\nadded: 2026-11-24")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:14:10 错误[link-twice] 相关做法“wei-yuan-bian-zu”已经在 data/practices/wei-yuan-bian-zu.yml 里写过 | 只写一次，对方页面会自动出现；删去这一项",
    ]


def test_a_link_to_itself(tree: Tree) -> None:
    tree.replace(KE_TANG, "added: 2026-11-24", "distinct_from:\n  - {to: wei-yuan-ke-tang, why: 差别}\nadded: 2026-11-24")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:14:10 错误[link-twice] 不要混淆指向了自己 | 删去这一项",
    ]
