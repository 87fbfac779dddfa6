"""The texts of an entry, and the links in them."""

import pytest

from macros.model.entries import Speech, Term
from macros.model.fields import validated
from macros.model.inline_links import pieces, texts


@pytest.mark.parametrize(("text", "cut"), [
    ("没有链接", [("没有链接", None)]),
    ("前[[a]]后", [("前", None), ("[[a]]", "a"), ("后", None)]),
    ("[[a]][[b]]", [("[[a]]", "a"), ("[[b]]", "b")]),
    ("[[]]", [("[[]]", "")]),
    ("[[a] 和 [b]] 和 [[[c]]]", [("[[a] 和 [b]] 和 [", None), ("[[c]]", "c"), ("]", None)]),
    ("", []),
])
def test_a_text_is_cut_at_its_links_and_nothing_is_lost(text: str, cut: list[tuple[str, str | None]]) -> None:
    assert list(pieces(text)) == cut
    assert "".join(words for words, _ in pieces(text)) == text


def test_every_string_is_told_with_its_place_in_the_file() -> None:
    term = validated(Term, {"term": "双带", "expansion": "带领[[a]]", "at": [{"speech": "s", "at": ["1", "2.1"]}]})
    assert dict(texts(term)) == {("term",): "双带", ("expansion",): "带领[[a]]", ("at", 0, "speech"): "s",
                                 ("at", 0, "at", 0): "1", ("at", 0, "at", 1): "2.1"}


def test_texts_deep_in_an_outline_are_among_them() -> None:
    speech = validated(Speech, {"title": "甲", "short": "甲", "order": 1, "source": "s", "organization": "o",
                                "outline": [{"heading": "一", "paragraphs": [{"gist": "讲", "items": [{"marker": "一是", "gist": "深处"}]}]}]})
    assert (("outline", 0, "paragraphs", 0, "items", 0, "gist"), "深处") in list(texts(speech))
