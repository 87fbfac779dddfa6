"""What is printed around a speech, and what only looks like it."""

import pytest

from macros.fulltext.chrome import is_byline, is_chrome, is_greeting, is_masthead, tail_start, without_chrome
from macros.fulltext.lines import split


@pytest.mark.parametrize(("text", "furniture"), [
    ("扫码关注", True), ("上一篇：学习", True), ("—12—", True), ("第 3 页 共 9 页", True), ("3/12", True), ("https://x.cn/a", True), ("来源：学习网", True), ("首页", True),
    # The same words in a long line are somebody's text.
    ("委员可以扫码登录履职平台，" * 6 + "随时提交社情民意。", False), ("建立委员履职档案", False), ("2022年度", False),
])
def test_furniture_is_short_and_has_its_words(text: str, furniture: bool) -> None:
    assert is_chrome(text) is furniture


def test_a_row_of_a_table_is_no_furniture() -> None:
    kept, dropped = without_chrome(split("| 来源：学习网 | 3 |\n来源：学习网\n正文一句。"))
    assert ([line.number for line in kept], [line.number for line in dropped]) == ([1, 3], [2])


@pytest.mark.parametrize(("text", "byline"), [
    ("青石县政协", True), ("（2022年5月）", True), ("二〇二二年五月十日", True), ("主席 王某", True), ("单位：青石县政协", True), ("——在会上的发言", True),
    ("我们是青石县政协。", False), ("把茶馆变成议事的地方", False),
])
def test_who_spoke_and_when(text: str, byline: bool) -> None:
    assert (is_byline(text), is_masthead(text)) == (byline, byline)


@pytest.mark.parametrize("text", ["青石县政协文件", "青政协〔2022〕3号", "会议交流材料之二", "第 12 期"])
def test_what_stands_above_a_title(text: str) -> None:
    assert is_masthead(text)


@pytest.mark.parametrize(("text", "greeting"), [
    ("各位领导、同志们：", True), ("尊敬的主席，各位委员：", True), ("同志们", True), ("谢谢大家！", True), ("汇报完毕。", True),
    ("各位委员进社区、进企业。", False), ("谢谢大家的支持。我们继续", False),
])
def test_what_is_said_and_is_no_paragraph(text: str, greeting: bool) -> None:
    assert is_greeting(text) is greeting


def test_after_the_last_sentence_comes_the_signature_and_a_text_without_any_is_left_whole() -> None:
    assert tail_start(split("我们把委员编成了小组。\n青石县政协\n2022年5月")) == 1
    assert tail_start(split("我们把委员编成了小组。\n青石县政协\n| a | b |")) == 3
    assert tail_start(split("青石县政协\n2022年5月")) == 2
