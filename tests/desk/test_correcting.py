"""A correction is read whole or not at all; it opens its entry at the sentence, and is taken over or kept with the reason."""

import json
from typing import Any

import pytest

from macros.desk.corrections import Correction as Kept
from macros.desk.corrections import Unreadable, place, read
from tests.desk.conftest import Asked

ENTRY = "practices/lv-zhi-du-dao-ji-zhi"


def sent(asked: Asked, **other: Any) -> dict[str, Any]:
    data = asked.desk.library.catalog.data("practices", "lv-zhi-du-dao-ji-zhi")
    point = data["accounts"][0]["points"][1]["text"]
    return {"format": "kb-correction/1", "site_version": "1", "entry": "lv-zhi-du-dao-ji-zhi", "field": "accounts.0.points.1.text", "account": data["accounts"][0]["speech"],
            "now": point, "should": "主席会议每月听一次", "where": {"speech": data["accounts"][0]["speech"], "at": "3.3"}, "who": "某室", "written": "2026-11-28", "new_key": {"a": 1}, **other}


def arrive(asked: Asked, correction: dict[str, Any]) -> str:
    letter = f"您好：\n网页上这句不对。\n{json.dumps(correction, ensure_ascii=False, indent=1)}\n谢谢"
    answer = asked.send("/corrections", {"text": letter})
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return answer.headers["Location"]


def test_taken_over_it_changes_the_sentence_and_is_told_in_changes(asked: Asked) -> None:
    address = arrive(asked, sent(asked))
    page = asked.get(address).get_data(as_text=True)
    assert "主席会议每月听一次" in page and 'data-at="3.3"' in page and 'data-kb-paragraph="3.3"' in page and "某室" in page
    assert asked.send(address, {"what": "take", "value": "主席会议每月听一次", "changed": ""}).status_code == 200, "what was changed has to be said"
    answer = asked.send(address, {"what": "take", "value": "主席会议每月听一次", "changed": "要点改准了"})
    assert answer.headers["Location"] == f"/{ENTRY}#accounts.0.points.1.text"
    asked.save(ENTRY)
    text = asked.read(f"{ENTRY}.yml")
    assert "text: 主席会议每月听一次" in text and "what: 要点改准了}" in text
    assert "改了：要点改准了" in asked.get("/corrections").get_data(as_text=True)


def test_declined_it_is_kept_with_the_reason_outside_the_data(asked: Asked) -> None:
    address = arrive(asked, sent(asked))
    assert "写上为什么不改" in asked.send(address, {"what": "decline", "why": " "}).get_data(as_text=True)
    asked.send(address, {"what": "decline", "why": "原文就是这样"})
    kept = [json.loads(file.read_bytes()) for file in (asked.root / "kept" / "corrections").glob("*.json")]
    assert [(one["state"], one["why"], one["sent"]["new_key"]) for one in kept] == [("declined", "原文就是这样", {"a": 1})]
    assert asked.desk.drafts.all() == []


def test_a_sentence_that_moved_is_found_and_one_that_is_gone_is_not_guessed(asked: Asked) -> None:
    data = asked.desk.library.catalog.data("practices", "lv-zhi-du-dao-ji-zhi")
    assert place(data, Kept("k", sent(asked, field="accounts.0.points.0.text"))) == ("accounts", 0, "points", 1, "text")
    assert place(data, Kept("k", sent(asked, now="早就没有的话"))) is None
    address = arrive(asked, sent(asked, now="早就没有的话"))
    assert "这句话现在不在这一条里" in asked.get(address).get_data(as_text=True)
    assert "这句话现在不在这一条里" in asked.send(address, {"what": "take", "value": "x", "changed": "y"}).get_data(as_text=True)


@pytest.mark.parametrize(("text", "said"), [
    ("", "里面没有找到纠错"), ("{", "里面没有找到纠错"), ('{"a": 1', "里面没有找到纠错"), ('{"a": }', "读不出来"), ("{}", "这不是纠错"), ('{"format": "kb-correction/2", "entry": "x", "should": "y"}', "这不是纠错"),
    ('{"format": "kb-correction/1", "should": "y"}', "没有写哪一条"), ('{"format": "kb-correction/1", "entry": "x", "should": ""}', "没有写该写成什么"),
    ('{"format": "kb-correction/1", "entry": "x", "should": "y", "now": 7}', "这份纠错有一处写法不对"), ("[]", "里面没有纠错"), ("[" * 100000 + "]", "读不出来"),
])
def test_a_bad_one_is_named_and_none_of_it_is_taken(asked: Asked, text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(text)
    page = asked.send("/corrections", {"text": text}).get_data(as_text=True)
    assert "没有收：" in page and not list((asked.root / "kept").glob("corrections/*.json"))


def test_hostile_words_are_text_and_an_unknown_entry_is_said(asked: Asked) -> None:
    page = asked.get(arrive(asked, sent(asked, entry="../../etc/passwd", should="<script>alert(1)</script>", who="{{ 7*7 }}", where="<b>"))).get_data(as_text=True)
    assert "<script>alert" not in page and "库里没有“../../etc/passwd”这一条" in page and "{{ 7*7 }}" in page


OTHER = {"entry": "quan-yuan-ru-wei", "account": None, "where": ""}


def test_a_word_that_also_stands_elsewhere_is_the_one_in_the_field_it_was_marked_in(asked: Asked) -> None:
    address = arrive(asked, sent(asked, **OTHER, field="aliases", now="全员入委工作机制", should="全员入委机制"))
    page = asked.get(address).get_data(as_text=True)
    assert "照这样改" in page and "不在这一条里" not in page
    asked.send(address, {"what": "take", "value": "全员入委机制", "changed": "又称照原文"})
    assert asked.desk.data(asked.desk.draft("practices", "quan-yuan-ru-wei"))["aliases"] == ["全员入委机制"]  # type: ignore[arg-type]


def test_several_values_in_one_line_of_a_page_are_corrected_in_the_whole_entry(asked: Asked) -> None:
    page = asked.get(arrive(asked, sent(asked, **OTHER, field="topics", now="委员履职、党建", should="委员履职"))).get_data(as_text=True)
    assert 'href="/practices/quan-yuan-ru-wei#topics"' in page and "打开整条，改那一格" in page


def test_what_was_pasted_and_not_taken_stays_in_the_box(asked: Asked) -> None:
    page = asked.send("/corrections", {"text": '{"format": "kb-correction/1", <坏的>'}).get_data(as_text=True)
    assert "没有收" in page and "{&#34;format&#34;: &#34;kb-correction/1&#34;, &lt;坏的&gt;</textarea>" in page
    assert "Choose" not in page and "选文件" in page


def test_a_correction_from_a_letter_may_have_signs_that_nobody_sees(asked: Asked) -> None:
    text = '{"format": "kb-correction/1", "entry": "practices/quan-yuan-ru-wei", "now": "甲", "should": "乙\u2028丙\u200b"}'
    assert asked.send("/corrections", {"text": text}).status_code == 303
