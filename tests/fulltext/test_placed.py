from macros.fulltext.likewise import pairs
from macros.fulltext.passages import Passage
from macros.fulltext.placed import elsewhere, every, items_of, text_at
from macros.fulltext.segments import Section, SpeechText

FIRST = Passage(1, 3, "一是流动书屋进山乡,由退休教师领读经典。二是乡贤夜谈,围着火塘商量修桥铺路。")
SECOND = Passage(2, 5, "小区晾衣亭由楼栋长轮流打理,雨棚由物业检修。")


def speech() -> SpeechText:
    return SpeechText("题", 1, (Section(None, 1, (FIRST, SECOND)),))


def test_what_a_place_says() -> None:
    assert text_at(speech(), "2") == SECOND.text
    assert text_at(speech(), "1.2") == "二是乡贤夜谈,围着火塘商量修桥铺路。"
    assert text_at(speech(), "7") == ""
    assert [place for place, _ in items_of(speech(), 1)] == ["1.1", "1.2"]


def test_where_words_stand_if_not_where_they_are_cited() -> None:
    said = pairs("围着火塘商量修桥铺路")
    assert elsewhere(speech(), said, ["1.1"], lambda: every(speech())) == ("1.2", "围着火塘商量修桥铺路")
    assert elsewhere(speech(), said, ["2"], lambda: every(speech())) == ("1", "围着火塘商量修桥铺路")
    assert elsewhere(speech(), said, ["1.2"], lambda: every(speech())) is None
    assert elsewhere(speech(), said, ["1"], lambda: every(speech())) is None


def test_few_words_or_words_of_ones_own_tell_nothing() -> None:
    assert elsewhere(speech(), pairs("火塘"), ["2"], lambda: every(speech())) is None
    assert elsewhere(speech(), pairs("夜里大家坐在一起说事情"), ["2"], lambda: every(speech())) is None
