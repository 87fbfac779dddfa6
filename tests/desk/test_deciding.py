"""What is still to decide: in which order, what is never asked, whose paragraph it is, and the gists of a speech on one screen."""

import html
import io
import re

import pytest

from macros.desk import inbox
from tests.desk.conftest import Asked
from tests.desk.test_importing import form

TEXT = """以“三办三评”办好提案

云岭县政协

近年来，云岭县政协创新实施“三办三评”工作法，推动提案办得更实。

一、“三办”并举，压实责任

（一）领导领办。每年由主席会议成员分别督办八件提案，办完要开会。

（二）专班联办。涉及几个部门的，由主办单位牵头成立工作专班来办理。

二、“三评”联动，检验办理成效

（一）提案者评承办单位。提案者给承办单位的态度和质量分别打分。

县里有人口三十万，有十二个乡镇，历史很长。
"""
SPEECH = "yi-san-ban-san-ping-ban-hao-ti-an-2"
PRACTICE = "san-ban-san-ping-gong-zuo-fa"


@pytest.fixture
def drafted(asked: Asked) -> Asked:
    """The speech brought in, with its one practice as a draft: it cites paragraph 1."""
    address = asked.send("/import", {"file": (io.BytesIO(TEXT.encode()), "发言.txt")}).headers["Location"]
    page = asked.get(address).get_data(as_text=True)
    taken = [name for name in re.findall(r'name="take" value="([^"]*)"', page) if "三办三评" in name]
    asked.send(address, {**form(page), "take": taken, "write": "1"})
    assert (asked.data / "speeches" / f"{SPEECH}.yml").exists() and (asked.data / "practices" / f"{PRACTICE}.yml").exists(), list((asked.data / "speeches").glob("yi-*"))
    return asked


def open_reasons(asked: Asked) -> list[str]:
    document = asked.desk.document(asked.desk.draft("speeches", SPEECH))  # type: ignore[arg-type]
    return [each.path for each in inbox.decisions(document, "speeches", SPEECH, inbox.cited.told(asked.desk)) if each.path.endswith("no_practice")]  # type: ignore[arg-type]


def test_practices_are_decided_before_speeches_and_how_far_one_got_is_chosen(drafted: Asked) -> None:
    page = drafted.get("/inbox").get_data(as_text=True)
    assert page.index("来源") < page.index(f"/inbox/practices/{PRACTICE}") < page.index(f"/inbox/speeches/{SPEECH}")
    text = drafted.read(f"practices/{PRACTICE}.yml")
    assert "status: 待填" in text and "讲成效" not in drafted.read(f"speeches/{SPEECH}.yml")
    draft = drafted.desk.draft("practices", PRACTICE)
    document = drafted.desk.document(draft)  # type: ignore[arg-type]
    screens = inbox.together(inbox.decisions(document, "practices", PRACTICE))  # type: ignore[arg-type]
    number = next(i for i, each in enumerate(screens) if each[0].path.endswith("progress.status"))
    page = drafted.get(f"/inbox/practices/{PRACTICE}?n={number}").get_data(as_text=True)
    assert "看过了，对" not in page and 'data-kb-field="accounts.0.progress.cue"' in page and "<details" not in page


def test_a_paragraph_that_a_practice_cites_is_not_asked_why_it_tells_of_none(drafted: Asked) -> None:
    before = open_reasons(drafted)
    assert "outline.1.paragraphs.0.no_practice" in before
    # Still a draft: the question is gone, the file is not touched.
    drafted.say(f"practices/{PRACTICE}", {"accounts.0.at.1": "2"})
    assert open_reasons(drafted) == [path for path in before if path != "outline.1.paragraphs.0.no_practice"]
    assert drafted.read(f"speeches/{SPEECH}.yml").count("no_practice: 待填") == len(before)
    drafted.save(f"practices/{PRACTICE}")
    assert drafted.read(f"speeches/{SPEECH}.yml").count("no_practice: 待填") == len(before) - 1


def test_what_a_person_wrote_as_the_reason_stays_when_a_practice_cites_the_paragraph(drafted: Asked) -> None:
    drafted.say(f"speeches/{SPEECH}", {"outline.1.paragraphs.0.no_practice": "只列分工"})
    drafted.save(f"speeches/{SPEECH}")
    drafted.say(f"practices/{PRACTICE}", {"accounts.0.at.1": "2"})
    drafted.save(f"practices/{PRACTICE}")
    drafted.get("/inbox")
    assert "no_practice: 只列分工" in drafted.read(f"speeches/{SPEECH}.yml")


def test_a_paragraph_is_given_to_a_practice_that_tells_of_the_speech(drafted: Asked) -> None:
    page = drafted.get(f"/inbox/speeches/{SPEECH}?n=99").get_data(as_text=True)
    path, number = re.search(r'data-path="([^"]*no_practice)">属于：三办三评工作法', page).group(1), re.search(r'aria-label="第(\d+)段"', page).group(1)  # type: ignore[union-attr]
    assert "这几段没有做法用到" in page and "新写一条" in page
    before = open_reasons(drafted)
    answer = drafted.post(f"/inbox/speeches/{SPEECH}/belongs", {"version": drafted.version(f"speeches/{SPEECH}"), "path": path, "practice": PRACTICE})
    assert answer.get_json()["saved"] is True
    text = drafted.read(f"practices/{PRACTICE}.yml")
    assert f'at: ["1", "{number}"]' in text
    # What rested on the one place says so, now that there are two.
    assert re.search(r'aspect: how, text: 待填, at: \["1"\]', text), text
    assert open_reasons(drafted) == [each for each in before if each != path]


def test_a_new_practice_leads_back_to_the_decision_it_came_from(drafted: Asked) -> None:
    page = drafted.get(f"/inbox/speeches/{SPEECH}?n=99").get_data(as_text=True)
    address = re.search(r'href="(/new/practices[^"]*)"', page).group(1).replace("&amp;", "&")  # type: ignore[union-attr]
    fields = form(drafted.get(address).get_data(as_text=True))
    made = drafted.send("/new/practices", {"title": "专班联办", "speech": SPEECH, "at": "3", "back": html.unescape(fields["back"][0])}).headers["Location"]
    page = drafted.get(made).get_data(as_text=True)
    assert re.search(rf'data-then-go="/inbox/speeches/{SPEECH}\?n=\d+&amp;done=0">存，回去接着定', page)
    assert "接着定" not in drafted.get("/practices/zhuan-ban-lian-ban?back=https://evil.example/").get_data(as_text=True).split("<h1")[0]


def test_the_gists_of_a_speech_are_read_and_confirmed_on_one_screen(drafted: Asked) -> None:
    draft = drafted.desk.draft("speeches", SPEECH)
    screens = inbox.together(inbox.decisions(drafted.desk.document(draft), "speeches", SPEECH))  # type: ignore[arg-type]
    number = next(i for i, each in enumerate(screens) if each[0].path.endswith("gist"))
    page = drafted.get(f"/inbox/speeches/{SPEECH}?n={number}").get_data(as_text=True)
    assert "领导领办。每年由主席会议成员" in page and 'data-kb-field="outline.1.paragraphs.0.gist"' in page and "都看过了，对" in page
    paths = re.search(r'data-paths="([^"]*)"', page).group(1)  # type: ignore[union-attr]
    assert len(paths.split()) > 1
    drafted.act(f"speeches/{SPEECH}", "confirm", "", paths)
    drafted.save(f"speeches/{SPEECH}")
    assert not [line for line in drafted.read(f"speeches/{SPEECH}.yml").split("\n") if "gist" in line and "待确认" in line]
