import pytest

from macros.text.series import members


@pytest.mark.parametrize(("text", "found"), [
    ("双月下旬反馈", [("下旬", "旬", "下旬")]), ("月初开会", [("月初", "旬", "上旬")]), ("每周一上午", [("周一", "星期", "1"), ("上午", "时段", "上午")]),
    ("星期天、礼拜三", [("星期天", "星期", "7"), ("礼拜三", "星期", "3")]), ("副书记和书记", [("副书记", "职务书记", "副书记"), ("书记", "职务书记", "书记")]),
    ("正副组长", [("正副组长", "职务组长", "组长"), ("正副组长", "职务组长", "副组长")]),
    ("春耕时节", [("春", "季节", "春")]), ("年底考核", [("年底", "年", "年底")]),
])
def test_words_of_a_series(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(m.text, m.series, m.member) for m in members(text)] == found


@pytest.mark.parametrize("text", ["每周一次", "每周三讲", "一周一学", "双月中旬"[:2], "主席会议", "春节", "秋波", "乡镇长会上"[2:]])
def test_words_that_are_of_none(text: str) -> None:
    assert members(text) == ()


def test_the_tenth_is_not_read_inside_another_word() -> None:
    assert [m.text for m in members("双月中旬")] == ["中旬"]
