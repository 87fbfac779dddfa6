"""Words pasted from Word or a web page: what takes no room goes, in every field; what can't be kept is named, and nothing says it was saved."""

import pytest

from macros.desk.pasted import clean, unfit
from macros.reading.characters import REFUSED
from tests.desk.conftest import Asked

ENTRY = "practices/quan-yuan-ru-wei"
UNSEEN = "\u200b\ufeff\u202e\u00ad\u2060\u200f\U000e0100\x00"
LINE = "\u2028\u2029\x0b\x0c\x85"


def test_what_is_left_no_file_refuses_but_signs_of_ones_own_making() -> None:
    every = "".join(map(chr, range(0x110000)))
    left = "".join(REFUSED.findall(clean(every)))
    assert left and all(unfit(each) for each in left)
    assert clean("甲\r\n乙\r丙\t丁　·—“中”🀄") == "甲\n乙\n丙\t丁　·—“中”🀄"


@pytest.mark.parametrize("sign", UNSEEN)
def test_unseen_signs_are_taken_off_and_the_words_are_saved(asked: Asked, sign: str) -> None:
    answer = asked.say(ENTRY, {"summary": f"{sign}换一{sign}句话。{sign}"})
    assert (answer["said"], answer["refused"], answer["changed"]) == ("", [], True)
    assert asked.save(ENTRY)["saved"] is True
    assert "summary: 换一句话。" in asked.read(f"{ENTRY}.yml")


@pytest.mark.parametrize("sign", LINE)
def test_line_ends_of_word_are_line_ends(asked: Asked, sign: str) -> None:
    assert clean(f"甲{sign}乙") == "甲\n乙"
    assert asked.say(ENTRY, {"summary": f"换一{sign}句话。"})["refused"] == []
    assert asked.save(ENTRY)["saved"] is True
    assert "summary: 换一句话。" in asked.read(f"{ENTRY}.yml")


def test_fields_of_every_page_are_cleaned(asked: Asked) -> None:
    asked.send("/new/practices", {"title": "夜\u200b谈\u202e会", "sure": "1"})
    assert [asked.desk.data(draft)["title"] for draft in asked.desk.drafts.all()] == ["夜谈会"]
    asked.send(f"/{ENTRY}/change", {"what": "withdraw", "reason": "收\ufeff错\u2028了", "sure": "1"})
    assert "\ufeff" not in asked.read(f"{ENTRY}.yml") and "withdrawn" in asked.read(f"{ENTRY}.yml")


@pytest.mark.parametrize(("words", "why"), [
    ("照原文写\ue123的", "在“照原文写”后面的“\ue123”（U+E123）是只有个别电脑才有的字，换成通用的字"),
    ("坏掉\ufffd的", "在“坏掉”后面有一个坏掉的字“�”，对照原文重新打"),
    ("\ufffd坏掉的", "在最前面有一个坏掉的字“�”，对照原文重新打"),
    ("一e" + "\u0301" * 5, "在“一e”后面的那个字上叠了 5 个附加符号，删去重打"),
])
def test_what_can_not_be_kept_is_named_with_its_place_and_the_rest_is_kept(asked: Asked, words: str, why: str) -> None:
    answer = asked.say(ENTRY, {"summary": words, "title": "换一个名称"})
    assert answer["said"] == f"“摘要”写不进去，还没有存：{why}。"
    assert answer["refused"] == ["summary"]
    assert asked.desk.data(asked.desk.draft(*ENTRY.split("/")))["title"] == "换一个名称"  # type: ignore[arg-type]
    assert why.split("（")[0] in asked.send("/new/practices", {"title": words, "sure": "1"}).get_data(as_text=True)
    assert (answer := asked.say(ENTRY, {"summary": "改好了。"}))["said"] == "" and answer["refused"] == []
