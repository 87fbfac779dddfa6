"""What is still to decide: in which order, what is never asked, whose paragraph it is, and the gists of a speech on one screen."""

import html
import io
import re

import pytest

from macros.desk import decisions, inbox, waiting
from macros.desk.told import errors_of
from tests.desk.conftest import Asked
from tests.desk.test_finishing import decide
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
    number = next(i for i, screen in enumerate(screens) if any(each.path.endswith("progress.status") for each in screen))
    page = drafted.get(f"/inbox/practices/{PRACTICE}?n={number}").get_data(as_text=True)
    progress = page.split('<h2 class="choice__sort">进展</h2>')[1].split('<h2 class="choice__sort">')[0]
    assert "看过了，对" not in page and 'data-kb-field="accounts.0.progress.cue"' in progress and "<details" not in progress


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
    assert answer.get_json()["saved"] is True and answer.get_json()["place"] == number
    # Where it went is said, with what it counts and the way there.
    page = drafted.get(f"/inbox/speeches/{SPEECH}?n=0&on={PRACTICE}:{number}&did=belongs").get_data(as_text=True)
    said = re.search(r'<p class="said" role="status">(.*?)</p>', page).group(1)  # type: ignore[union-attr]
    assert re.fullmatch(rf'第{number}段加进了“三办三评工作法”的出处。那里的话添成了 \d 项要点，等着定；.*<a href="/inbox/practices/{PRACTICE}\?keep=accounts\.0">到“三办三评工作法”里写</a>；现在不写，它在清单里等着。', said), said
    page = drafted.get(f"/inbox/practices/{PRACTICE}?keep=accounts.0").get_data(as_text=True)
    assert 'data-account="accounts.0"' in page and "撤回了" not in page
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
    assert made.startswith("/inbox/practices/zhuan-ban-lian-ban?back=")
    page = html.unescape(drafted.get(made).get_data(as_text=True))
    back = re.search(rf"/inbox/speeches/{SPEECH}\?n=\d+&done=0", html.unescape(fields["back"][0])).group()  # type: ignore[union-attr]
    # What its paragraph says is read as an import reads it.
    text = drafted.desk.draft("practices", "zhuan-ban-lian-ban").text  # type: ignore[union-attr]
    assert "由主办单位牵头" in text and 'at: ["3"]' in text and "summary: 待填" in text and not (drafted.data / "practices" / "zhuan-ban-lian-ban.yml").exists()
    assert re.search(r'data-next="[^"]*&back=/inbox/speeches/', page)
    decide(drafted, "practices/zhuan-ban-lian-ban")
    answer = drafted.get(made.replace("?", "?done=5&"))
    assert answer.status_code == 303, drafted.found("practices/zhuan-ban-lian-ban")
    assert answer.headers["Location"] == back
    assert "#" not in drafted.read("practices/zhuan-ban-lian-ban.yml"), "no practice of the library names its schema: an editor's program knows it by the folder"
    assert "接着定" not in drafted.get("/practices/zhuan-ban-lian-ban?back=https://evil.example/").get_data(as_text=True).split("<h1")[0]


def test_the_gists_of_a_speech_are_read_and_confirmed_on_one_screen(drafted: Asked) -> None:
    draft = drafted.desk.draft("speeches", SPEECH)
    screens = inbox.together(inbox.decisions(drafted.desk.document(draft), "speeches", SPEECH))  # type: ignore[arg-type]
    number = next(i for i, each in enumerate(screens) if each[0].path.endswith("gist"))
    page = drafted.get(f"/inbox/speeches/{SPEECH}?n={number}").get_data(as_text=True)
    assert "领导领办。每年由主席会议成员" in page and 'data-kb-field="outline.1.paragraphs.0.gist"' in page and "都看过了，对" in page
    paths = re.search(r'data-paths="([^"]*)"', page).group(1)  # type: ignore[union-attr]
    # What a paragraph calls itself is no gist: it is left open.
    assert paths == "outline.0.paragraphs.0.gist" and page.count("data-open") == 4
    drafted.act(f"speeches/{SPEECH}", "confirm", "", paths)
    drafted.save(f"speeches/{SPEECH}")
    assert not [line for line in drafted.read(f"speeches/{SPEECH}.yml").split("\n") if "gist" in line and "待确认" in line]


def test_the_list_follows_the_speeches_and_the_next_is_the_one_behind(drafted: Asked) -> None:
    """Of two practices of a speech the one that it tells of first comes first, whatever it is called."""
    drafted.desk.begin("practices", "a-hou-mian-de", {"title": "啊后面的", "summary": "待填", "accounts": [{"speech": SPEECH, "at": ["4"]}]})
    listed = [(each.kind, each.entry_id, each.part) for each in waiting.listed(drafted.desk)]
    mine = [entry for kind, entry, part in listed if part == drafted.desk.library.titles("speeches")[SPEECH]]
    assert mine == [PRACTICE, "a-hou-mian-de", SPEECH]
    following = waiting.after(drafted.desk, ("practices", PRACTICE))
    assert following and following.entry_id == "a-hou-mian-de"


def test_a_figure_is_asked_for_with_its_words_where_they_stand(asked: Asked) -> None:
    text = TEXT.replace("分别督办八件提案", "办××件提案，先后走访××个单位，开会××场").replace("领导领办。", "推行“领导领办制度”。")
    address = asked.send("/import", {"file": (io.BytesIO(text.encode()), "发言.txt")}).headers["Location"]
    page = asked.get(address).get_data(as_text=True)
    asked.send(address, {**form(page), "take": [name for name in re.findall(r'name="take" value="([^"]*)"', page) if "领导领办" in name], "write": "1"})
    practice = next(each.entry_id for each in waiting.listed(asked.desk) if each.kind == "practices")
    draft = asked.desk.draft("practices", practice)
    screens = inbox.together(inbox.decisions(asked.desk.document(draft), "practices", practice))  # type: ignore[arg-type]
    number = next(i for i, screen in enumerate(screens) if any(".figures." in each.path for each in screen))
    page = asked.get(f"/inbox/practices/{practice}?n={number}").get_data(as_text=True)
    quoted = re.findall(r'<small><b>数字 \d</b> 原文(第\d段)：</small>[^<]*<mark>([^<]*)</mark>', page)
    assert quoted == [("第2段", "××件提案"), ("第2段", "××个单位"), ("第2段", "开会××场")]
    assert re.findall(r'<mark data-mark="(accounts\.0\.figures\.\d)">', page) == [f"accounts.0.figures.{i}" for i in range(3)]
    assert re.findall(r'data-kb-field="(accounts\.0\.figures\.\d\.raw)"', page) == [f"accounts.0.figures.{i}.raw" for i in range(3)]


def test_the_other_items_of_a_paragraph_are_asked_for_where_one_is_used(asked: Asked) -> None:
    text = TEXT.replace("（二）专班联办。涉及几个部门的，由主办单位牵头成立工作专班来办理。", "一是推行“专班联办制度”，几家一起办。二是推开“渠长轮值”，明年再办。目前也还存在人手不够的不足，我们将想办法。")
    address = asked.send("/import", {"file": (io.BytesIO(text.encode()), "发言.txt")}).headers["Location"]
    page = asked.get(address).get_data(as_text=True)
    asked.send(address, {**form(page), "take": [name for name in re.findall(r'name="take" value="([^"]*)"', page) if "专班联办" in name], "write": "1"})
    practice = next(each.entry_id for each in waiting.listed(asked.desk) if each.kind == "practices")
    speech = next(each.entry_id for each in waiting.listed(asked.desk) if each.kind == "speeches")
    assert "tail: 待填" in asked.read(f"speeches/{speech}.yml")

    def gists() -> str:
        draft = asked.desk.draft("speeches", speech)
        screens = inbox.together(inbox.decisions(asked.desk.document(draft), "speeches", speech, inbox.cited.told(asked.desk)))  # type: ignore[arg-type]
        number = next(i for i, each in enumerate(screens) if inbox.screen_of(each[0].path) == "gists")
        return asked.get(f"/inbox/speeches/{speech}?n={number}").get_data(as_text=True)

    page = gists()
    assert re.findall("(第3段第\\d项)<b>还没有做法用到", page) == ["第3段第2项"]
    assert 'data-kb-field="outline.1.paragraphs.1.tail" rows="1" data-open' in page
    path = re.search(rf'data-belongs="{practice}" data-path="([^"]*items\.1\.gist)"', page)
    assert path
    asked.post(f"/inbox/speeches/{speech}/belongs", {"version": asked.version(f"speeches/{speech}"), "path": path.group(1), "practice": practice})
    assert 'at: ["3.1", "3.2"]' in asked.read(f"practices/{practice}.yml")
    assert "还没有做法用到" not in gists()


def test_taking_back_leads_to_the_place_and_says_what(drafted: Asked) -> None:
    entry = f"practices/{PRACTICE}"
    drafted.say(entry, {"summary": "请大家来评。"})
    drafted.act(entry, "confirm", "form")
    answer = drafted.act(entry, "undo")
    assert answer["focus"] == "form"
    assert "撤回了：类型。" in drafted.get(f"/inbox/{entry}?at=form").get_data(as_text=True)
    assert drafted.act(entry, "undo")["focus"] == "summary"
    assert "撤回了：摘要。" in drafted.get(f"/inbox/{entry}?at=summary").get_data(as_text=True)
    # What is not open any more is seen all the same.
    drafted.say(entry, {"summary": "请大家来评。"})
    page = drafted.get(f"/inbox/{entry}?at=summary&done=3").get_data(as_text=True)
    assert '>请大家来评。</textarea>' in page and "定了 3 处，还有" in page and f'data-next="/inbox/{entry}?n=0&amp;done=3"' in page


def test_what_is_taken_back_in_a_speech_is_named_by_its_paragraph_and_nothing_was_skipped(drafted: Asked) -> None:
    page = drafted.get(f"/inbox/speeches/{SPEECH}?at=outline.1.paragraphs.0.gist").get_data(as_text=True)
    assert "撤回了：第2段 · 大意。" in page and "跳过了" not in page


@pytest.mark.parametrize("address", [f"/inbox/practices/{PRACTICE}", f"/practices/{PRACTICE}", f"/speeches/{SPEECH}"])
def test_an_example_that_is_a_sentence_ends_once(drafted: Asked, address: str) -> None:
    page = drafted.get(address).get_data(as_text=True)
    assert "。例如：" in page and "。。" not in page


def test_why_a_paragraph_tells_of_none_is_asked_after_what_it_tells() -> None:
    paths = ["short", "outline.0.paragraphs.0.no_practice", "outline.0.paragraphs.1.gist", "unsaid.0.what"]
    screens = decisions.together([decisions.Decision(path, confirm=False) for path in paths])
    assert [each[0].path for each in screens] == ["short", "outline.0.paragraphs.1.gist", "outline.0.paragraphs.0.no_practice", "unsaid.0.what"]


def test_what_an_import_wrote_for_itself_is_shown_in_words_and_not_changed(drafted: Asked) -> None:
    source = re.search("source: (.*)", drafted.read(f"speeches/{SPEECH}.yml")).group(1)  # type: ignore[union-attr]
    before = drafted.read(f"sources/{source}.yml")
    page = drafted.get(f"/sources/{source}").get_data(as_text=True)
    assert "导入时记下的" in page and "px" not in page and not re.search("[0-9a-f]{64}", page)
    drafted.say(f"sources/{source}", {"cut": "T", "sha256": "0" * 64, "year": "2022"})
    drafted.save(f"sources/{source}")
    after = drafted.read(f"sources/{source}.yml")
    assert sorted(after.split("\n")) == sorted([*before.split("\n"), "year: 2022"])


def test_an_address_that_is_not_there_leads_back(asked: Asked) -> None:
    answer = asked.get("/inbox/practices/bu-cun-zai", Accept="text/html,*/*")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 404 and "没有这一页" in page and '<a class="top__name" href="/">' in page and '<a href="/inbox">还要定的</a></p>' in page
    assert asked.get("/text/bu-cun-zai").get_data(as_text=True) == "没有这一页。"


def test_what_is_decided_and_still_red_is_listed_below(asked: Asked) -> None:
    file = "practices/quan-yuan-ru-wei.yml"
    asked.write(file, re.sub("added: .*", "added: 2099-01-01", asked.read(file)))
    asked.found("practices/wei-yuan-zhi-jia")  # has the whole library looked through
    page = asked.get("/inbox").get_data(as_text=True)
    assert '没有要填、要看的。下一步：到<a href="/hand">送出去</a>看改了什么，交给管库的人。' in page
    assert re.findall(r'<li class="finding"><a href="([^"]*)">([^<]*)</a>：(\d+) 处', page) == [("/practices/quan-yuan-ru-wei", "做法“全员入委”", "1")]


def test_what_is_red_is_of_what_the_library_says_now(asked: Asked) -> None:
    """While a write is being looked through nothing is said of what was wrong before it."""
    entry, file = "practices/quan-yuan-ru-wei", "practices/quan-yuan-ru-wei.yml"
    good = asked.read(file)
    asked.write(file, re.sub("added: .*", "added: 2099-01-01", good))
    assert "定过了，还有红的" in asked.get("/inbox").get_data(as_text=True)
    library = asked.desk.library
    (asked.data / file).write_bytes(good.encode())
    library.reread()  # the rules have not gone through it yet
    page = asked.get("/inbox").get_data(as_text=True)
    assert "定过了，还有红的" not in page and '刚写进库里的还在查，有没有红的还不知道。<a href="/inbox">过一会儿再看</a>' in page
    assert not library.current()
    assert not errors_of(library)
    library.refresh()
    page = asked.get("/inbox").get_data(as_text=True)
    assert "红的" not in page and library.current()
    # What is red by now is said once it is known.
    asked.say(entry, {"added": "2099-01-01"})
    asked.save(entry)
    assert library.current(30) and "定过了，还有红的" in asked.get("/inbox").get_data(as_text=True)


@pytest.mark.parametrize(("before", "after"), [
    ("topics: [member-duty]", {"topics.1": "public-opinion"}), ("topics: [member-duty, public-opinion]", {"topics.1": ""}), ("topics: [member-duty]", {"topics.0": "public-opinion"}),
])
def test_a_list_that_got_longer_or_shorter_is_confirmed_as_it_was_seen(asked: Asked, before: str, after: dict[str, str]) -> None:
    entry, file = "practices/quan-yuan-ru-wei", "practices/quan-yuan-ru-wei.yml"
    asked.write(file, re.sub(r"(?m)^topics: .*$", f"{before}  # 待确认：用词像它", asked.read(file)))

    def asked_for() -> list[str]:
        document = asked.desk.document(asked.desk.draft("practices", "quan-yuan-ru-wei"))  # type: ignore[arg-type]
        return [each.path for each in decisions.decisions(document, "practices", "quan-yuan-ru-wei")]  # type: ignore[arg-type]

    seen = asked_for()
    assert len(seen) == 1 and seen[0].startswith("topics")
    asked.say(entry, after)
    assert len(asked_for()) == 1
    asked.act(entry, "confirm", "", seen[0])
    assert asked_for() == []
