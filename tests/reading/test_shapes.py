"""An empty item, and a bare text where the others have fields: what to do with it."""

import pytest

from tests.small_tree import Tree

KE_TANG, SPEECH = "practices/wei-yuan-ke-tang.yml", "speeches/jia-shi.yml"
POINT = "      - {aspect: how, text: 委员轮流讲课}\n"
DASH = "这一行只有一个 -，后面没有内容 | 删去这个空的 -；漏写的就补在 - 后面"
SHAPE = "的这一项没有写字段名 | 每项写在花括号里，写明字段名："


@pytest.mark.parametrize(("path", "old", "new", "place", "said"), [
    (KE_TANG, "    points:\n", "    points:\n      -\n", "10:8", DASH),
    (SPEECH, "        items:\n", "        items:\n          - \n", "14:12", DASH),
    (KE_TANG, "added:", "unsaid:\n  - 谁来听课\n  -\nadded:", "15:4", DASH),
    (KE_TANG, "topics: [member-duty]", "topics:\n  -\n  - member-duty", "5:4", DASH),
    (KE_TANG, "summary:", 'keywords: [夜校, ""]\nsummary:', "2:16", "列表里有一项是空的 | 删去空的这一项；漏写的就补上"),
    (KE_TANG, POINT, "      -\n", "10:8", "要点（points）一项也没有 | 写上 points：这家怎么做，一件事一条"),
    (KE_TANG, "added:", "unsaid:\n  - {what: }\n  - 谁来听课\nadded:", "14:12", "没有说的事（what）是空的 | 写上 what：读者会问、原文没有回答的，例如：实行后的效果"),
    (KE_TANG, POINT, POINT + "      - 建立台账\n", "11:9", f"要点（points）{SHAPE}- {{aspect: how, text: 建立台账}}；aspect（方面）照内容写"),
    (KE_TANG, POINT, "      - 建立台账\n", "10:9", f"要点（points）{SHAPE}- {{text: 建立台账}}"),
    (KE_TANG, POINT, "      - {aspect: who, text: 委员讲课}\n" + POINT + "      - 先后次序, 台账\n", "12:9",
     f'要点（points）{SHAPE}- {{aspect: ……, text: "先后次序, 台账"}}；aspect（方面）照内容写'),
    (SPEECH, "          - {marker: 一是, gist: 委员编入小组}", "          - 一是，委员编入小组", "14:13", f"各项（items）{SHAPE}- {{marker: 一是, gist: 委员编入小组}}"),
    (SPEECH, "          - {marker: 一是, gist: 委员编入小组}", "          - （一）委员编入小组", "14:13", f"各项（items）{SHAPE}- {{marker: （一）, gist: 委员编入小组}}"),
    (SPEECH, "          - {marker: 一是, gist: 委员编入小组}", "          - 委员编入小组", "14:13",
     f"各项（items）{SHAPE}- {{marker: ……, gist: 委员编入小组}}；marker（序词）照内容写"),
    ("problems.yml", '    - {speech: yi-xian, at: ["1"]}', "    - yi-xian", "5:7", f'原文提到处（named_in）{SHAPE}- {{speech: yi-xian, at: ["……"]}}；at（出处）照内容写'),
    (KE_TANG, "accounts:\n", "accounts:\n  - yi-xian\n", "6:5", "各家做法（accounts）的写法不对 | 下面缩进写各个字段。写上 accounts：每篇讲到它的发言各写一项"),
])
def test_an_item_that_is_not_written_as_the_others(tree: Tree, path: str, old: str, new: str, place: str, said: str) -> None:
    tree.replace(path, old, new)
    found = [line.partition("。先改好它")[0] for line in tree.told() if line.startswith(f"data/{path}:{place} ")]
    assert [line.partition("] ")[2] for line in found] == [said]


def test_a_text_among_questions_is_as_good_as_fields(tree: Tree) -> None:
    tree.replace(KE_TANG, "added:", "unsaid:\n  - {what: 谁来讲课, speech: jia-shi, aspect: lead}\n  - 谁来听课\nadded:")
    assert tree.told() == []
