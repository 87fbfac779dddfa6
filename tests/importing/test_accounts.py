"""The draft of an account: how far a practice got is proposed by the words of its place, and asked for where there are none."""

from macros.fulltext.passages import Passage
from macros.importing.accounts import Place, account
from macros.reading.document import Document, parse


def progress(words):
    text = account(Place("a", ("1",), (Passage(1, 1, words),)), "三办三评")
    document = parse(f"accounts:\n{text}".encode(), "a.yml")
    assert isinstance(document, Document)
    return document.data["accounts"][0]["progress"]


def test_what_a_word_says_is_proposed():
    assert progress("正在推行“三办三评”。") == {"status": "under-way", "cue": "正在", "scope": "local"}


def test_where_nothing_was_read_a_person_chooses():
    assert progress("创新实施“三办三评”工作法。") == {"status": "待填"}
