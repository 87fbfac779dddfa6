from macros.editing.search_words import proposed
from macros.library.catalog import load
from tests import frozen


def words(data: object, kind: str = "practices") -> dict[str, str]:
    return {word.word: word.why for word in proposed(load(frozen.DATA)[0], kind, data)}


def test_a_word_of_its_own_sentences_is_proposed() -> None:
    assert words({"title": "甲", "summary": "计划给村里的电子屏送民情，电子屏由乡镇管。"}) == {
        "村里": "要点里的说法", "电子屏送民情": "要点里的说法", "电子屏": "要点里的说法", "乡镇管": "要点里的说法"}


def test_a_search_word_of_another_practice_that_stands_in_the_text_is_proposed_with_its_origin() -> None:
    assert words({"title": "甲", "summary": "把党派联络办起来。"})["党派联络"] == "“与各党派、各界人士的沟通联络”的检索词，这条的要点里也有"


def test_half_an_entry_proposes_what_it_can() -> None:
    assert words({"title": "甲", "accounts": [None, "x", {"points": None, "name": "乙活动"}], "problems": ["nobody"]}) == {"乙活动": "这一家的叫法"}
    assert words(None) == {}
    assert words({"title": "甲"}, "speeches") == {}
