import pytest

from tests.small_tree import Tree

KE_TANG, BIAN_ZU = "practices/wei-yuan-ke-tang.yml", "practices/wei-yuan-bian-zu.yml"


@pytest.mark.parametrize(("path", "old", "new", "told"), [
    (BIAN_ZU, "[member-duty, party-building]", "[member-duty, party-building, member-duty]", f"data/{BIAN_ZU}:5:39 提醒[item-twice] “member-duty”在专题（topics）里写了两次 | 删去这一项"),
    (BIAN_ZU, "[weak-participation]", "[weak-participation, weak-participation]", f"data/{BIAN_ZU}:6:32 提醒[item-twice] “weak-participation”在问题（problems）里写了两次 | 删去这一项"),
    (BIAN_ZU, 'at: ["1", "2"]', 'at: ["1", "2", "1"]', f"data/{BIAN_ZU}:16:20 提醒[item-twice] “1”在出处（at）里写了两次 | 删去这一项"),
    (BIAN_ZU, "[委员小组]", "\n  - 委员小组\n  - 委员 \n  - 委员小组", f"data/{BIAN_ZU}:5:5 提醒[item-twice] “委员小组”在又称（aliases）里写了两次 | 删去这一项"),
    (BIAN_ZU, "[各组有多少人]", "[各组有多少人, 各组有多少人]", f"data/{BIAN_ZU}:23:18 提醒[item-twice] “各组有多少人”在原文未说明（unsaid）里写了两次 | 删去这一项"),
    ("problems.yml", "[不愿参加, 出勤率低]", "[不愿参加, 不愿参加]", "data/problems.yml:3:20 提醒[item-twice] “不愿参加”在近义说法（synonyms）里写了两次 | 删去这一项"),
    ("problems.yml", '    - {speech: yi-xian, at: ["1"]}\n', '    - {speech: yi-xian, at: ["1"]}\n' * 2, "data/problems.yml:6:7 提醒[item-twice] “yi-xian 1”在原文提到处（named_in）里写了两次 | 删去这一项"),
])
def test_an_item_that_is_there_already(tree: Tree, path: str, old: str, new: str, told: str) -> None:
    tree.replace(path, old, new)
    assert tree.told() == [told]


@pytest.mark.parametrize(("path", "old", "new"), [
    (BIAN_ZU, 'at: ["1", "2"]', 'at: ["1", "2", "2.1"]'), ("problems.yml", "[不愿参加, 出勤率低]", "[不愿参加, 不愿来]"),
    ("problems.yml", '    - {speech: yi-xian, at: ["1"]}\n', '    - {speech: yi-xian, at: ["1"]}\n    - {speech: yi-xian, at: ["2"]}\n'),
    (BIAN_ZU, "[委员小组]", "[待填, 待填]"), (KE_TANG, "topics: [member-duty]", "topics: {a: 1}"), (KE_TANG, "topics: [member-duty]", "topics: [[a], [a], null, null]"),
    # What the source lists is as the source has it.
    (BIAN_ZU, "raw: x个活动小组}", "raw: x个活动小组, members: [甲, 甲]}")])
def test_what_is_no_second_time(tree: Tree, path: str, old: str, new: str) -> None:
    tree.replace(path, old, new)
    assert not any("item-twice" in line for line in tree.told())
