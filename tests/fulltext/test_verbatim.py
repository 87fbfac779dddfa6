import pytest

from macros.fulltext.verbatim import Part, Texts, nearest, places, stands

TEXT = '二是围绕打造一支"懂政协、会协商、善议政"的队伍,设立联络点。'


def test_punctuation_and_quotes_are_no_words() -> None:
    assert stands("懂政协，会协商，善议政", TEXT)
    assert not stands("懂政协、善协商、会议政", TEXT)


@pytest.mark.parametrize(("words", "theirs"), [
    ("懂政协、善协商、会议政", "懂政协、会协商、善议政"), ("懂政协、会协商", "懂政协、会协商"), ("设立联系点", "设立联络点"), ("打造队伍", None), ("渔业", None), ("点", None),
])
def test_the_words_that_others_are_a_slip_of(words: str, theirs: str | None) -> None:
    found = nearest(words, TEXT)
    assert (found.text if found else None) == theirs


def test_where_words_stand() -> None:
    assert [TEXT[start:end] for start, end in places("会协商善议政", TEXT)] == ["会协商、善议政"]
    assert places("渔业", TEXT) == []


def test_parts_are_named() -> None:
    texts = Texts((Part("第2段", TEXT), Part("小标题", "一、建强队伍")), (Part("第3段", "渔业"),))
    assert (texts.label, texts.has("建强队伍"), texts.elsewhere("渔业"), texts.elsewhere("队伍")) == ("第2段", True, "第3段", None)
    assert texts.nearest("一、建好队伍") == ("一、建强队伍", "小标题")
