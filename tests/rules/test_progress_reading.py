import pytest

from macros.rules import progress_reading
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


@pytest.mark.parametrize(("cue", "read"), [
    ("目前已设置", "done"), ("已经", "done"), ("正在增加编制", "under-way"), ("进一步健全", "under-way"), ("坚持", "under-way"),
    ("首批", "pilot"), ("探索建立", "pilot"), ("拟成立", "planned"), ("将推广", "planned"), ("几点工作打算", "planned"),
    ("谋划了三方面举措", "planned"), ("要充分发挥", "called-for"), ("应当履行好", "called-for"),
])
def test_each_word_reads_as_the_rule_says(cue: str, read: str) -> None:
    assert progress_reading.read(cue)[0] == read


@pytest.mark.parametrize("cue", ["建立", "已有渠道", "将全体委员编入", "重要", "需要", "适应岗位", "部署后", "主要", "不已"])
def test_other_words_read_as_nothing(cue: str) -> None:
    assert progress_reading.read(cue) == ()


def test_of_two_words_the_earlier_in_the_rule_decides_but_either_may_stand(tree: Tree) -> None:
    tree.replace(KE_TANG, "status: under-way, cue: 正在", "status: pilot, cue: 正在探索")
    assert tree.told() == []
    tree.replace(KE_TANG, "status: pilot", "status: done")
    assert tree.told() == [
        "data/practices/wei-yuan-ke-tang.yml:8:24 提醒[progress-reading] 依据“正在探索”读作“推进中”，进展却写了“已实施” | 把 status 改成 under-way（推进中）；或另找一处能说明“已实施”的原话作依据",
    ]
