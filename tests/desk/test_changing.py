"""What takes more than a form: a new entry, one account more, another id, two made one, withdrawn."""

import re

import pytest

from macros.desk.paragraphs import text_of
from macros.model.kinds import KINDS
from tests.desk.conftest import Asked

ENTRY = "practices/quan-yuan-ru-wei"

NEW = {"practices": ("夜谈会", "title"), "organizations": ("青禾县政协", "name"), "terms": ("五个一", "term"), "problems": ("怎样请人来？", "title"), "formulations": ("一句提法", "text"),
       "topics": ("新专题", "title"), "sources": ("新来源", "title"), "speeches": ("新发言", "title")}


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_entry_of_every_kind_is_a_draft_and_then_a_file(asked: Asked, kind: str) -> None:
    title, name = NEW[kind]
    answer = asked.send(f"/new/{kind}", {"title": title, "sure": "1"})
    assert answer.status_code == 303
    entry = answer.headers["Location"].strip("/")
    draft = asked.desk.draft(*entry.split("/"))
    assert draft is not None and asked.desk.data(draft)[name] == title
    assert not asked.desk.library.has(*entry.split("/"))
    assert asked.save(entry)["saved"] is True
    assert title in asked.read(f"{entry}.yml" if KINDS[kind].one_file_each else f"{kind}.yml")


def test_one_that_is_like_another_is_asked_about_first(asked: Asked) -> None:
    page = asked.send("/new/practices", {"title": "全员入委机制"}).get_data(as_text=True)
    assert "库里有名称相近的" in page and 'href="/practices/quan-yuan-ru-wei"' in page
    assert asked.desk.drafts.all() == []


@pytest.mark.parametrize("given", [{"title": ""}, {"title": "甲乙丙", "id": "../x"}, {"title": "甲乙丙", "id": "quan-yuan-ru-wei"}])
def test_what_can_not_be_begun_says_why(asked: Asked, given: dict[str, str]) -> None:
    assert 'role="alert"' in asked.send("/new/practices", given).get_data(as_text=True)
    assert asked.desk.drafts.all() == []


def test_an_account_is_added_to_a_known_practice(asked: Asked) -> None:
    answer = asked.send("/account", {"practice": "全员入委（quan-yuan-ru-wei）", "speech": "ning-ju-gong-shi", "at": "2"})
    assert answer.headers["Location"].startswith("/practices/quan-yuan-ru-wei#accounts.")
    data = asked.desk.data(asked.desk.draft("practices", "quan-yuan-ru-wei"))  # type: ignore[arg-type]
    assert data["accounts"][-1] == {"speech": "ning-ju-gong-shi", "at": ["2"]}
    asked.send("/account", {"practice": "quan-yuan-ru-wei", "speech": "ning-ju-gong-shi", "at": "3"})
    again = asked.desk.data(asked.desk.draft("practices", "quan-yuan-ru-wei"))["accounts"]  # type: ignore[arg-type]
    assert len(again) == len(data["accounts"]) and again[-1] == {"speech": "ning-ju-gong-shi", "at": ["2", "3"]}


def test_another_id_is_shown_first_and_then_done(asked: Asked) -> None:
    page = asked.send("/practices/quan-yuan-ru-wei/change", {"what": "rename", "new": "ren-ren-ru-wei"}).get_data(as_text=True)
    assert "做法“全员入委”：编号由“quan-yuan-ru-wei”改成“ren-ren-ru-wei”，内容不动，旧网址照样打得开" in page and "去掉" not in page
    assert asked.read("practices/quan-yuan-ru-wei.yml")
    assert "编号改好了" in asked.send("/practices/quan-yuan-ru-wei/change", {"what": "rename", "new": "ren-ren-ru-wei", "sure": "1"}).get_data(as_text=True)
    assert asked.get("/practices/quan-yuan-ru-wei").headers["Location"] == "/practices/ren-ren-ru-wei"
    assert "formerly: [quan-yuan-ru-wei]" in asked.read("practices/ren-ren-ru-wei.yml")
    assert not (asked.data / "practices" / "quan-yuan-ru-wei.yml").exists()


def test_a_draft_that_a_change_touches_is_named_and_what_was_filled_in_stays(asked: Asked) -> None:
    asked.say(ENTRY, {"summary": "没存的一句。"})
    page = asked.send(f"/{ENTRY}/change", {"what": "withdraw", "reason": "收错了", "sure": "1"}).get_data(as_text=True)
    assert re.search('role="alert">先不能做：这一步要改到的<a href="/practices/quan-yuan-ru-wei">做法“全员入委”</a>还有没存的字', page)
    assert 'value="收错了"' in page
    assert "withdrawn" not in asked.read(f"{ENTRY}.yml")
    page = asked.send("/practices/quan-yuan-pei-xun/change", {"what": "merge", "into": "全员入委（quan-yuan-ru-wei）", "called": "keywords"}).get_data(as_text=True)
    assert "先不能做" in page and 'value="全员入委（quan-yuan-ru-wei）"' in page and 'value="keywords" checked' in page


def test_a_draft_of_another_entry_stands_in_nobody_s_way(asked: Asked) -> None:
    asked.say("practices/quan-yuan-pei-xun", {"title": "没存"})
    assert "撤下了" in asked.send(f"/{ENTRY}/change", {"what": "withdraw", "reason": "收错了", "sure": "1"}).get_data(as_text=True)


def test_a_draft_that_names_what_is_called_otherwise_is_in_the_way(asked: Asked) -> None:
    asked.say("practices/quan-yuan-pei-xun", {"related.0.to": "quan-yuan-ru-wei", "related.0.as": "part"})
    page = asked.send(f"/{ENTRY}/change", {"what": "rename", "new": "ren-ren-ru-wei"}).get_data(as_text=True)
    assert 'href="/practices/quan-yuan-pei-xun"' in page and "先不能做" in page and 'value="ren-ren-ru-wei"' in page


def test_what_was_withdrawn_says_so_and_is_put_back(asked: Asked) -> None:
    before = asked.read(f"{ENTRY}.yml")
    assert "撤下，内容留着，以后可以恢复" in asked.send(f"/{ENTRY}/change", {"what": "withdraw", "reason": "收错了"}).get_data(as_text=True)
    done = asked.send(f"/{ENTRY}/change", {"what": "withdraw", "reason": "收错了", "sure": "1"}).get_data(as_text=True)
    assert "撤下了" in done and "要恢复：打开这一条" in done
    asked.desk.library.refresh()
    beside = text_of(asked.desk.library, asked.desk.library.catalog.practices["quan-yuan-ru-wei"].accounts[0].speech)
    assert beside is not None
    assert {note for part in beside.parts for p in part.paragraphs for piece in p.pieces for pid, _, note in piece.told if pid == "quan-yuan-ru-wei"} == {"已撤下"}
    page = asked.get(f"/{ENTRY}/change").get_data(as_text=True)
    assert "<h2>恢复</h2>" in page and "<h2>撤下</h2>" not in page
    assert "恢复了" in asked.send(f"/{ENTRY}/change", {"what": "restore", "sure": "1"}).get_data(as_text=True)
    assert asked.read(f"{ENTRY}.yml") == before


def test_merging_asks_what_the_name_is(asked: Asked) -> None:
    given = {"what": "merge", "into": "全员入委（quan-yuan-ru-wei）", "sure": "1"}
    assert "说一下去掉的那个名称算什么" in asked.send("/practices/quan-yuan-pei-xun/change", given).get_data(as_text=True)
    assert "并好了" in asked.send("/practices/quan-yuan-pei-xun/change", {**given, "called": "aliases"}).get_data(as_text=True)
    assert "全员培训" in asked.read("practices/quan-yuan-ru-wei.yml")


def test_a_draft_that_nobody_else_has_is_taken_out_and_what_others_have_is_not(asked: Asked) -> None:
    asked.send("/new/practices", {"title": "不要的一条", "sure": "1"})
    entry = next(f"practices/{draft.entry_id}" for draft in asked.desk.drafts.all())
    asked.save(entry)
    asked.say(entry, {"title": "还在改"})
    assert "不要这份草稿" in asked.get(f"/{entry}/change").get_data(as_text=True)
    assert "去掉了" in asked.send(f"/{entry}/change", {"what": "discard", "sure": "1"}).get_data(as_text=True)
    assert not (asked.data / f"{entry}.yml").exists() and asked.desk.drafts.all() == []
    assert "不要这份草稿" not in asked.get("/practices/quan-yuan-ru-wei/change").get_data(as_text=True)
    assert asked.send("/practices/quan-yuan-ru-wei/change", {"what": "discard", "sure": "1"}).status_code == 400
    assert (asked.data / "practices" / "quan-yuan-ru-wei.yml").exists()


def test_one_entry_of_a_file_of_many_is_taken_out_alone(asked: Asked) -> None:
    before = asked.read("terms.yml")
    asked.send("/new/terms", {"title": "不要的词", "sure": "1"})
    entry = next(f"terms/{draft.entry_id}" for draft in asked.desk.drafts.all())
    asked.save(entry)
    assert "不要的词" in asked.read("terms.yml")
    asked.send(f"/{entry}/change", {"what": "discard", "sure": "1"})
    assert asked.read("terms.yml") == before
