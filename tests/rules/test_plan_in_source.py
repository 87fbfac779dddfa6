import pytest

from tests.small_tree import Tree

BIAN_ZU = "practices/wei-yuan-bian-zu.yml"
JIA, YI = "speeches/jia-shi.yml", "speeches/yi-xian.yml"
CURE = "照原文写“正在、探索、拟”一类的话；原文别处说已经做到的，把那一段写进出处（at）"


@pytest.fixture
def text(tree: Tree) -> Tree:
    """The small library, whose first speech tells of things that are done, of one that is going on and of one that is explored."""
    tree.with_originals()
    tree.write("originals/hui-bian.txt", tree.read("originals/hui-bian.txt").replace(
        "由委员轮流登台", "由委员轮流登台。已经配备专职辅导员,正在编写课堂讲义、购置投影设备,探索聘请退休教师担任顾问,逐步增加讲课场次"))
    return tree


def told(tree: Tree) -> list[str]:
    return [line for line in tree.told() if "plan-in-source" in line]


@pytest.mark.parametrize(("gist", "words", "theirs"), [
    ("课堂讲义已经编写", "已经编写", "正在编写课堂讲义、购置投影设备"), ("投影设备已购置", "已购置", "正在编写课堂讲义、购置投影设备"),
    ("已聘请退休教师担任顾问", "已聘请", "探索聘请退休教师担任顾问"), ("讲课场次增加了", "增加了", "逐步增加讲课场次"),
    ("配备辅导员；讲义编写已经开始，课堂讲义已编写好", "已编写", "正在编写课堂讲义、购置投影设备"),
])
def test_an_outline_tells_as_done_what_is_going_on_or_explored(text: Tree, gist: str, words: str, theirs: str) -> None:
    text.replace(JIA, "gist: 开办课堂", f"gist: {gist}")
    assert [line.partition("] ")[2] for line in told(text)] == [f"“{words}”像是已经做到，原文没有这样说：第2段写的是“{theirs}” | {CURE}"]


@pytest.mark.parametrize("gist", [
    "已经配备专职辅导员", "正在编写课堂讲义", "已经在探索聘请退休教师担任顾问", "辅导员配备了，讲义还在编写", "没有说讲义已经编写", "委员已经编成小组", "编写讲义，购置投影设备",
])
def test_what_is_done_or_told_as_it_is(text: Tree, gist: str) -> None:
    text.replace(JIA, "gist: 开办课堂", f"gist: {gist}")
    assert told(text) == []


def test_a_summary_is_held_against_the_body_that_it_names(text: Tree) -> None:
    text.write("originals/hui-bian.txt", text.read("originals/hui-bian.txt").replace("让每个人都有委员小组可去", "正在培训小组组长"))
    text.replace(BIAN_ZU, "summary: 把委员编进小组，按小组开展活动。", "summary: 甲市政协按小组开展活动；xx县政协培训了小组组长。")
    assert told(text) == []  # whose status says it
    text.replace(BIAN_ZU, "status: planned, cue: 谋划, scope: speech", "status: under-way, cue: 正在, scope: speech")
    assert [line.partition("] ")[2].partition(" | ")[0] for line in told(text)] == [
        "“培训了”像是已经做到，原文没有这样说：《县里的编组》第1段写的是“正在培训小组组长”"]
