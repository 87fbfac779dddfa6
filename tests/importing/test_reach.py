"""The paragraphs that go on with a practice: its shorter name, what stands between, not what is another's or ahead."""

from macros.fulltext.passages import Passage
from macros.fulltext.segments import Section, SpeechText
from macros.importing.candidates import Candidate
from macros.importing.reach import further

NAME = Candidate("河岸听涛哨", "1", 0.85, "")


def speech(*sections):
    made, number = [], 0
    for heading, *texts in sections:
        passages = []
        for text in texts:
            number += 1
            passages.append(Passage(number, number, text))
        made.append(Section(heading, 3, tuple(passages)))
    return SpeechText("题目", 1, tuple(made))


def test_it_reaches_what_calls_it_by_its_shorter_name_and_what_stands_between():
    text = speech(("一、设哨", "设立“河岸听涛哨”。", "每旬去一次，不打招呼。", "听涛哨记下的交给镇里。"), ("二、别的", "修了一座桥。"))
    assert further(text, [NAME], []) == (("2", True), ("3", True))


def test_what_is_another_practices_or_ahead_is_not_reached():
    other = Candidate("船灯夜话", "2", 0.85, "")
    text = speech(("一、设哨", "设立“河岸听涛哨”。", "推行“船灯夜话”。", "听涛哨散了。"), ("二、下一步打算", "听涛哨再设三处。"))
    assert further(text, [NAME], [other]) == ()


def test_a_heading_that_names_it_has_all_its_paragraphs():
    text = speech(("一、办“河岸听涛哨”", "设立“河岸听涛哨”。", "每旬去一次。", "记下来就交。"))
    assert further(text, [NAME], []) == (("2", True), ("3", True))


def test_what_falls_short_was_learnt_or_is_to_come_is_not_of_it_though_it_stands_below_its_heading():
    text = speech(("一、办“河岸听涛哨”", "设立“河岸听涛哨”。", "每旬去一次。", "我们体会到，去得勤才听得见。", "也要看到，会后跟得不紧，交办还不够快。", "后年，拟把渡口书房开到六个镇。", "听涛哨也还存在人手不足的问题。"))
    assert further(text, [NAME], []) == (("2", True), ("6", True))


def test_what_a_speech_without_headings_counts_up_below_the_name_is_of_it():
    counted = speech((None, "设立“河岸听涛哨”，分三步走。", "（一）选点。看水位。", "（二）定人。写在墙上。", "（三）“船灯夜话”接着议。", "修了一座桥。"))
    other = Candidate("船灯夜话", "4", 0.85, "")
    assert further(counted, [NAME], [other]) == (("2", True), ("3", True), ("4", False))
    both = Candidate("水上课堂", "1", 0.85, "")
    assert further(counted, [NAME], [both, other]) == ()


def test_what_stands_between_its_paragraphs_in_a_speech_without_headings_is_of_it():
    between = speech((None, "设立“河岸听涛哨”。", "每旬去一次，不打招呼。", "今后，河岸听涛哨再设三处。", "修了一座桥。"))
    again = Candidate("河岸听涛哨", "3", 0.85, "")
    assert further(between, [NAME, again], []) == (("2", True),)
    assert further(speech((None, "设立“河岸听涛哨”。", "每旬去一次。"), ("二、别的", "河岸听涛哨再设三处。")), [NAME, again], []) == ()


def test_what_is_counted_up_in_words_is_of_it_too():
    told = speech((None, "设立“河岸听涛哨”，管了31件事。", "第一，选点。看水位。", "第二，定人。写在墙上。", "工作中，人手还不够。"))
    assert further(told, [NAME], []) == (("2", True), ("3", True))
    mixed = speech((None, "设立“河岸听涛哨”。", "一是选点。", "第二，定人。"))
    assert further(mixed, [NAME], []) == (("2", True),)
