from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
KE_TANG = "practices/wei-yuan-ke-tang.yml"


def test_a_plan_called_done(tree: Tree) -> None:
    tree.replace(BIAN_ZU, "cue: 已经编成", "cue: 拟编成")
    assert tree.told() == [
        "data/practices/wei-yuan-bian-zu.yml:10:24 提醒[progress-reading] 依据“拟编成”读作“计划”，进展却写了“已实施” | 把 status 改成 planned（计划）；或另找一处能说明“已实施”的原话作依据",
    ]


def test_work_in_progress_called_done(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way", "status: done")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:8:24 提醒[progress-reading] 依据“正在”读作“推进中”，进展却写了“已实施” | 把 status 改成 under-way（推进中）；或另找一处能说明“已实施”的原话作依据",
    ]
