"""What a plan tells of its options."""

from dataclasses import replace

from macros.fulltext.segments import SpeechText
from macros.importing.division.front import Beginning
from macros.importing.noted import replaced
from macros.importing.told import Meeting, Told

ONE = Told("jia", 1, SpeechText("甲", 1, ()), False, (), Beginning(0, 0, 1, "甲", occasion="全县座谈会"))


def test_an_occasion_that_takes_the_place_of_one_that_was_read_says_so():
    assert list(replaced([ONE], Meeting("全市交流会"), "全市交流会")) == ["--occasion 写的“全市交流会”代替了读到的场合（第1篇读到的是“全县座谈会”）；只是其中几篇的，在别的几篇里改回来"]
    cover = replace(ONE, beginning=None)
    assert [note.partition("（")[2].partition("）")[0] for note in replaced([cover], Meeting("", ("全州研讨会", 3)), "全市交流会")] == ["封面上读到的是“全州研讨会”"]


def test_what_is_the_same_or_there_already_is_not_told():
    assert list(replaced([ONE], Meeting("全县座谈会"), "全县座谈会")) == []
    assert list(replaced([replace(ONE, known=True)], Meeting("全市交流会"), "全市交流会")) == []
    assert list(replaced([ONE], Meeting(), "")) == []
