"""What the paragraphs of an account say: each point stands beside its sentence, what no point tells is offered, what none rests on is asked for."""

import io
import re

import pytest

from macros.desk import decisions
from tests.desk.conftest import Asked
from tests.desk.test_importing import form

TEXT = """把集市上的话记在本上

青禾县政协

去年以来，我们推行“集市听事本”机制，把本子挂在集市的秤边。

“集市听事本”的话先由乡里的干事抄成清单再分给各家去答复。答复过的人家在本子上盖自己的章，没有盖章的由联络站的人上门去问。收到意见46条。

每月10日，联络站的委员坐在集市口收本子，把念出来的话一条一条写进台账里去。收来的话按轻重分成三堆，重的当天就送到县里的办公室去。

县里多山，有三条河。
"""
SPEECH, PRACTICE = "ba-ji-shi-shang-de-hua-ji-zai-ben-shang-2", "ji-shi-ting-shi-ben-ji-zhi"
ENTRY = f"practices/{PRACTICE}"


@pytest.fixture
def drafted(asked: Asked) -> Asked:
    address = asked.send("/import", {"file": (io.BytesIO(TEXT.encode()), "发言.txt")}).headers["Location"]
    page = asked.get(address).get_data(as_text=True)
    asked.send(address, {**form(page), "take": [name for name in re.findall(r'name="take" value="([^"]*)"', page) if "集市听事本" in name][:1], "write": "1"})
    assert (asked.data / "practices" / f"{PRACTICE}.yml").exists(), sorted((asked.data / "practices").glob("ji-*"))
    return asked


def screen(asked: Asked, **besides: str) -> str:
    return asked.get(f"/inbox/{ENTRY}?keep=accounts.0{''.join(f'&{name}={value}' for name, value in besides.items())}").get_data(as_text=True)


def open_paths(asked: Asked) -> list[str]:
    draft = asked.desk.draft("practices", PRACTICE)
    assert draft is not None
    return [each.path for each in decisions.decisions(asked.desk.document(draft), "practices", PRACTICE)]  # type: ignore[arg-type]


def test_an_empty_point_stands_beside_its_sentence_in_the_order_of_the_text(drafted: Asked) -> None:
    # Written the other way round: the screen goes by the text all the same.
    text = drafted.read(f"{ENTRY}.yml")
    lines = [line for line in text.split("\n") if "text: 待填" in line]
    assert len(lines) == 3, text
    drafted.write(f"{ENTRY}.yml", text.replace("\n".join(lines), "\n".join(lines[::-1])))
    page = screen(drafted)
    said = re.findall(r'<b>(要点 \d)</b> 原文(第\d段)：</small>([^<]*)<mark></mark>', page)
    assert [each[:2] for each in said] == [("要点 1", "第1段"), ("要点 2", "第2段"), ("要点 3", "第2段")]
    assert [each[2][:12] for each in said] == ["去年以来，我们推行“集市", "“集市听事本”的话先由乡", "答复过的人家在本子上盖自"]
    assert said[2][2].endswith("由联络站的人上门去问。"), "the whole sentence, not what the draft holds of it"
    # Worded and seen, it still stands beside the sentence that it tells of.
    number = re.search(r'data-kb-field="accounts\.0\.points\.(\d)\.text"', page.split("<b>要点 2</b>")[1]).group(1)  # type: ignore[union-attr]
    drafted.say(ENTRY, {f"accounts.0.points.{number}.text": "乡里干事抄好清单分下去答复"})
    drafted.act(ENTRY, "confirm", f"accounts.0.points.{number}")
    assert "“集市听事本”的话先由乡里的干事抄成清单" in screen(drafted).split("<b>要点 2</b>")[1].split("<b>要点 3</b>")[0]


def test_of_empty_points_the_one_that_is_taken_out_goes_with_its_own_sentence(drafted: Asked) -> None:
    """Two of them say the same; what stands beside each is another."""
    assert drafted.act(ENTRY, "remove", "accounts.0.points.1")["said"] == ""
    said = re.findall(r'<b>要点 \d</b> 原文第\d段：</small>([^<]{12})[^<]*<mark></mark>', screen(drafted))
    assert said == ["去年以来，我们推行“集市", "答复过的人家在本子上盖自"]
    draft = drafted.desk.draft("practices", PRACTICE)
    assert draft is not None and "（去掉）" not in draft.text and len(draft.undo) == 1
    # So it is with the one that is filled in.
    drafted.act(ENTRY, "undo")
    drafted.say(ENTRY, {"accounts.0.points.1.text": "乡里干事抄好清单分下去答复"})
    said = re.findall(r'<b>要点 \d</b> 原文第\d段：</small>([^<]{12})[^<]*<mark></mark>', screen(drafted))
    assert said == ["去年以来，我们推行“集市", "“集市听事本”的话先由乡", "答复过的人家在本子上盖自"]
    assert draft.text.count("# 待确认：换成自己的话") == 3


def test_where_there_are_several_places_a_points_own_stands_beside_its_words(drafted: Asked) -> None:
    page = screen(drafted)
    blank = page.split("<summary>＋ 加一项要点</summary>")[1].split("</details>")[0].split("<details")[0]
    assert re.findall(r'data-name="(\w+)"', blank) == ["aspect", "at", "at", "text"] and ">＋ 再加一项</button>" in page
    assert 'data-cites="1 2"' in page


def test_a_paragraph_that_belongs_to_a_practice_brings_its_sentences(drafted: Asked) -> None:
    page = drafted.get(f"/inbox/speeches/{SPEECH}?n=99").get_data(as_text=True)
    assert re.search(r'data-path="outline\.0\.paragraphs\.2\.no_practice">属于：集市听事本', page), page
    drafted.post(f"/inbox/speeches/{SPEECH}/belongs", {"version": drafted.version(f"speeches/{SPEECH}"), "path": "outline.0.paragraphs.2.no_practice", "practice": PRACTICE})
    text = drafted.read(f"{ENTRY}.yml")
    made = [line.strip() for line in text.split("\n") if 'at: ["3"]' in line and "text:" in line]
    assert "aspect: rhythm" in made[0] and "raw: 每月10日" in made[0], text
    assert sum("text: 待填" in line and "原文“" in line for line in made) == 2, text
    said = drafted.get(f"/inbox/speeches/{SPEECH}?n=0&on={PRACTICE}:3&did=belongs").get_data(as_text=True)
    assert f"那里的话添成了 {len(made)} 项要点，等着定；" in said
    assert "收来的话按轻重分成三堆，重的当天就送到县里的办公室去。<mark>" in screen(drafted)
    # All of it is one step back, and a click more does nothing a second time.
    assert drafted.post(f"/inbox/speeches/{SPEECH}/belongs", {"version": drafted.version(f"speeches/{SPEECH}"), "path": "outline.0.paragraphs.2.no_practice", "practice": PRACTICE}).status_code == 200
    assert drafted.read(f"{ENTRY}.yml") == text


def test_a_place_that_nothing_rests_on_is_asked_for_until_it_is_told_or_gone(drafted: Asked) -> None:
    drafted.say(ENTRY, {"accounts.0.at.2": "4"})
    assert "accounts.0.at.2" in open_paths(drafted)
    page = screen(drafted)
    assert "<b>第4段</b>写在出处里，还没有要点讲它：" in page and "没有讲这个做法，去掉这个出处" in page
    # What a figure rests on is told, and not taken out under it.
    drafted.say(ENTRY, {"accounts.0.figures.1.label": "河", "accounts.0.figures.1.state": "given", "accounts.0.figures.1.value": "3", "accounts.0.figures.1.raw": "三条河", "accounts.0.figures.1.at.0": "4"})
    page = screen(drafted)
    assert "<b>第4段</b>写在出处里，有数字，没有要点讲它：" in page and "去掉这个出处" not in page
    drafted.act(ENTRY, "remove", "accounts.0.figures.1")
    answer = drafted.post(f"/inbox/{ENTRY}/tell", {"version": drafted.version(ENTRY), "path": "accounts.0.at.2"}).get_json()
    assert answer["said"] == "" and re.fullmatch(r"accounts\.0\.points\.\d", answer["on"])
    assert "accounts.0.at.2" not in open_paths(drafted) and "县里多山，有三条河。<mark>" in screen(drafted)
    assert drafted.post(f"/inbox/{ENTRY}/tell", {"version": drafted.version(ENTRY), "path": "accounts.0.at.2"}).get_json()["said"] == "这个出处已经有要点讲它了。"
    drafted.act(ENTRY, "undo")
    assert "accounts.0.at.2" in open_paths(drafted)
    drafted.act(ENTRY, "remove", "accounts.0.at.2")
    assert "accounts.0.at.2" not in open_paths(drafted)


def test_of_an_entry_that_is_done_nobody_is_asked_what_a_place_says(asked: Asked) -> None:
    """What was written before by hand may rest on a place with its summary alone."""
    asked.say("practices/quan-yuan-ru-wei", {"accounts.0.at.1": "4"})
    draft = asked.desk.draft("practices", "quan-yuan-ru-wei")
    assert draft is not None and draft.changed
    assert decisions.decisions(asked.desk.document(draft), "practices", "quan-yuan-ru-wei") == []  # type: ignore[arg-type]
