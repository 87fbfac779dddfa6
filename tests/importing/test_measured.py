"""The figures that a draft proposes."""

from macros.fulltext.passages import Passage
from macros.importing.measured import amounts, given

TEXT = "先后开会二百次。建成“田埂会”议事点四十六个，收集意见x条、几百条建议。另有三人。"


def test_the_figures_of_the_sentence_that_has_the_name():
    assert [(a.label, a.number, a.raw) for a in given(Passage(1, 1, TEXT), "1", "田埂会")] == [("议事点", "46", "四十六个")]


def test_masked_and_vague_amounts_are_no_given_figures():
    assert [(a.raw, a.state) for a in amounts(Passage(1, 1, TEXT))] == [
        ("二百次", "given"), ("四十六个", "given"), ("x条", "masked"), ("三人", "given"), ("几百", "vague")]
