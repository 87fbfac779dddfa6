"""What the lines of one speech are."""

from macros.fulltext.blocks import blocks
from macros.importing.division import body

SAID = "我们把办公桌搬到了渡口，来的人可以当面问，问了就有回音。"


def told(text):
    own = blocks(text.format(SAID))
    roles, why = {}, {}
    body.roles(own, 0, len(own), roles, why)
    return [roles.get(b.number) or why[b.number] for b in own]


def test_headings_by_number_by_mark_and_by_looks():
    assert told("一、先找地方\n（一）看三处\n{0}\n二、再找时间\n{0}") == ["h3", "h4", "p", "h3", "p"]
    assert told("## 先找地方\n{0}") == ["h2", "p"]
    assert told("先找地方\n{0}\n再找时间\n夜里七点以后\n{0}") == ["h1", "p", "h1", "g", "p"]


def test_numbered_lines_without_text_below_are_paragraphs():
    assert told("1. 找地方；\n2. 找时间；\n3. 找人。") == ["p", "p", "p"]


def test_greetings_whom_it_is_for_and_signatures_are_left_out():
    assert told("各位领导、同志们：\n{0}\n谢谢大家！\n青渡县政协\n2024年5月1日") == ["称呼、结束语", "p", "称呼、结束语", "落款", "落款"]
    assert told("县委、县政府：\n{0}\n{0}") == ["称呼、结束语", "p", "p"]


def test_the_last_paragraph_needs_no_stop():
    assert told("{0}\n这件事还要一年一年做下去") == ["p", "p"]


def test_a_table_belongs_to_the_text_and_alone_it_is_a_paragraph():
    assert told("{0}\n| 乡镇 | 数 |\n| 东河 | 3 |") == ["p", "r", "r"]
    assert told("一、数目\n| 乡镇 | 数 |\n| 东河 | 3 |\n二、做法\n{0}") == ["h3", "p", "r", "h3", "p"]


def test_who_spoke_below_a_title_that_begins_no_speech_is_no_heading():
    assert told("{0}\n让码上履职热起来\n青渡县政协主席　周　某\n{0}\n{0}") == ["p", "h1", "署名、日期、场合", "p", "p"]
    assert told("{0}\n让码上履职热起来\n青渡县政协\n2025年3月2日\n{0}\n{0}") == ["p", "h1", "署名、日期、场合", "署名、日期、场合", "p", "p"]


def test_the_first_numbered_heading_is_one_like_the_others_whatever_its_sentences_count_by():
    rest = "2. 再定规矩\n{0}\n3. 常有人管\n{0}"
    for below in ("第一，{0}\n第二，{0}\n", "1. {0}\n2. {0}\n"):
        assert told(f"1. 先找地方\n{below}{rest}") == ["h5", "p", "p", "h5", "p", "h5", "p"]
    assert told("1. 先找地方\n2. 再把规矩一条一条定下来，写在墙上，大家都看。\n{0}") == ["p", "p", "p"]


def test_a_line_right_below_a_numbered_heading_goes_on_with_it():
    assert told("1. 先找地方\n搭个棚子\n{0}\n2. 再定规矩\n{0}") == ["h5", "g", "p", "h5", "p"]


def test_a_marked_heading_over_two_lines_is_one():
    assert told("## 先找地方\n## 再找时间\n{0}\n## 最后找人\n{0}") == ["h2", "g", "p", "h2", "p"]
    assert told("## 一、先找地方\n## 二、再找时间\n{0}") == ["h3", "h3", "p"]
    assert told("## 一、先找地方\n### 看三处\n{0}") == ["h3", "h3", "p"]


def test_a_caption_right_above_a_table_is_no_heading():
    row = "| 渡口 | 12 |\n"
    assert told("{0}\n各渡口议事情况统计表\n" + row) == ["p", "表题", "r"]
    assert told("几年来的数见下表：\n柳湾镇议事的情形\n" + row + "{0}") == ["p", "表题", "r", "p"]
    assert told("{0}\n渡口议事一览表\n（单位：次、件）\n" + row) == ["p", "表题", "表题", "r"]
    # A heading that only a table stands below stays one.
    assert told("{0}\n议事台账\n" + row) == ["p", "h1", "p"]
