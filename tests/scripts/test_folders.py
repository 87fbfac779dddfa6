"""The folders as values: what is taken over of what somebody stored, how much they hold, and that no change loses anything."""

import json
from typing import Any

import pytest

from tests.scripts.in_node import run

START = "let s = kb.folders.add(kb.folders.empty(), ['a', 'b:s1'], '委员参与', {a: '甲'}).state;"


def changed(code: str, argument: Any = None) -> Any:
    """What the code after a folder of a (whole) and b (one speech) gives."""
    return run(f"argument => {{ {START} {code} }}", argument)


def test_the_first_folder_is_called_after_the_page_and_holds_what_was_meant() -> None:
    state = changed("return s;")
    assert state == {"version": 1, "current": "f1", "next": 2, "folders": [{
        "begun": True, "id": "f1", "name": "委员参与", "title": "", "date": "", "line": "", "notes": True, "items": [
            {"id": "a", "title": "甲", "speeches": None, "note": ""}, {"id": "b", "title": "", "speeches": ["s1"], "note": ""}]}]}


def test_what_is_in_it_is_known_by_practice_and_by_body() -> None:
    assert changed("return ['a', 'a:s9', 'b', 'b:s1', 'b:s2', 'c'].map((key) => kb.folders.has(s, key));") == [True, True, True, True, False, False]


def test_adding_again_adds_only_what_is_new() -> None:
    added, bodies = changed("""
      const again = kb.folders.add(s, ['a', 'a:s1', 'b:s1'], '别的'), more = kb.folders.add(s, ['b:s2'], ''), whole = kb.folders.add(more.state, ['b'], '');
      return [[again.added, more.added, whole.added], [more, whole].map((each) => each.state.folders[0].items[1].speeches)];""")
    assert added == [0, 1, 1]
    assert bodies == [["s1", "s2"], None]


def test_one_body_is_taken_out_and_the_last_takes_the_practice_along() -> None:
    items = changed("""
      const ids = (state) => state.folders[0].items.map((each) => [each.id, each.speeches]);
      return [ids(kb.folders.remove(s, 'a:s1', ['s1', 's2'])), ids(kb.folders.remove(s, 'b:s1', ['s1'])), ids(kb.folders.remove(s, 'a'))];""")
    assert items == [[["a", ["s2"]], ["b", ["s1"]]], [["a", None]], [["b", ["s1"]]]]


def test_a_folder_holds_two_hundred_and_there_are_fifty() -> None:
    left, count, folders = changed("""
      const full = kb.folders.add(s, Array.from({length: 300}, (_, i) => 'n' + i), '');
      let many = s;
      for (let i = 0; i < 80; i++) many = kb.folders.create(many, '夹');
      return [full.left, full.state.folders[0].items.length, many.folders.map((each) => each.name)];""")
    assert (left, count) == (102, 200)
    assert len(folders) == len(set(folders)) == 50
    assert folders[:4] == ["委员参与", "夹", "夹（2）", "夹（3）"]


def test_order_bodies_and_notes_change_by_folder() -> None:
    state = changed("""
      s = kb.folders.move(s, 'f1', 'b', -1); s = kb.folders.move(s, 'f1', 'b', -1);
      s = kb.folders.setItem(s, 'f1', 'a', {note: '先看\\n怎么分\\u0000委', speeches: ['s1', 's1', 'X!']});
      return kb.folders.describe(s, 'f1', {name: '  改 \\t名 ', line: '给秘书长', title: '题', date: '十一月', notes: false});""")
    (folder,) = state["folders"]
    assert [(item["id"], item["speeches"], item["note"]) for item in folder["items"]] == [("b", ["s1"], ""), ("a", ["s1"], "先看\n怎么分委")]
    assert [folder[name] for name in ("name", "title", "date", "line", "notes")] == ["改 名", "题", "十一月", "给秘书长", False]


def test_what_was_removed_cleared_or_deleted_comes_back_as_it_was() -> None:
    same = changed("""
      const was = s.folders[0], two = kb.folders.create(s, '第二个');
      return [kb.folders.clear(two, 'f1'), kb.folders.drop(two, 'f1'), kb.folders.remove(kb.folders.use(two, 'f1'), 'a')]
        .map((gone) => JSON.stringify(kb.folders.restore(gone, was, 0).folders) === JSON.stringify(two.folders));""")
    assert same == [True, True, True]


@pytest.mark.parametrize("stored", ["{", "[]", "7", "null", '"x"', '{"folders":7}', '{"folders":[7,{"items":1}]}', "\u0000", "x" * 100])
def test_what_is_no_folder_is_broken_and_nothing_is_made_of_it(stored: str) -> None:
    assert run("text => kb.folders.parse(text)", stored) == {"broken": True, "state": {"version": 1, "current": "", "next": 1, "folders": []}}


def test_of_what_is_stored_the_valid_part_is_kept() -> None:
    items = [None, {"id": "Ü"}, {"id": "a", "note": 7, "speeches": ["s", "<b>", None]}, {"id": "a"}, *({"id": f"n{i}"} for i in range(900))]
    stored = {"current": "x", "__proto__": {"name": 1}, "folders": [{"id": "x", "name": "n" * 999 + "\u202e", "items": items}, *({"items": []} for _ in range(90))]}
    parsed = run("text => kb.folders.parse(text)", json.dumps(stored))
    assert parsed["broken"] is False
    folders = parsed["state"]["folders"]
    assert (len(folders), len(folders[0]["items"]), folders[0]["name"], parsed["state"]["current"]) == (50, 200, "n" * 60, "f1")
    assert folders[0]["items"][0] == {"id": "a", "title": "", "speeches": ["s"], "note": ""}


def test_picks_of_an_earlier_site_are_taken_over() -> None:
    folders = run("""text => kb.folders.takeOver(kb.folders.empty(), text).folders.map((each) => [each.name, each.items.length])""",
                  json.dumps(["a", "a", None, "<b>", *(f"n{i}" for i in range(299))]))
    assert folders == [["以前放进来的", 200], ["以前放进来的（2）", 100]]
    assert run("text => kb.folders.takeOver(kb.folders.empty(), text).folders", "{broken") == []


def test_a_file_gives_back_what_it_was_made_of_and_nothing_twice() -> None:
    kept, counts, names = changed("""
      s = kb.folders.setItem(s, 'f1', 'a', {note: '=1+1 <b>'});
      const found = kb.folders.fromFile('\\ufeff' + kb.folders.file(s.folders));
      const twice = kb.folders.merge(s, found.folders), other = kb.folders.merge(kb.folders.setItem(s, 'f1', 'a', {note: '别的'}), found.folders);
      return [JSON.stringify(kb.folders.merge(kb.folders.empty(), found.folders).state.folders) === JSON.stringify(s.folders),
              [twice.added, twice.same, other.added], other.state.folders.map((each) => each.name)];""")
    assert kept is True
    assert counts == [0, 1, 1]
    assert names == ["委员参与", "委员参与（2）"]


@pytest.mark.parametrize(("content", "problem"), [
    ("not json", "这不是材料夹的文件：要用“存成文件”存的那种（.json）。"), ('{"folders": []}', "这不是材料夹的文件：要用“存成文件”存的那种（.json）。"),
    ('{"kind": "材料夹", "version": 9, "folders": []}', "这个文件是更新的版本存的，这里读不了。"),
    ('{"kind": "材料夹", "version": 1, "folders": [{}]}', "文件里没有材料夹。")])
def test_a_file_that_is_none_says_so(content: str, problem: str) -> None:
    found = run("text => kb.folders.fromFile(text)", content)
    assert (found["folders"], found["problem"]) == ([], problem)


def test_an_address_gives_the_folder_with_its_bodies_and_its_own_words_only_where_asked() -> None:
    query, plain, whole = changed("""
      s = kb.folders.setItem(s, 'f1', 'a', {note: '自己的，话&'});
      s = kb.folders.describe(s, 'f1', {line: '一句\\ud800话'});
      const query = kb.folders.query(s.folders[0], false);
      return [query, kb.folders.fromQuery(query), kb.folders.fromQuery(kb.folders.query(s.folders[0], true))];""")
    assert query.endswith("&ids=a,b~s1")
    assert (plain["name"], plain["line"]) == ("委员参与", "一句话")
    assert [(item["id"], item["speeches"], item["note"]) for item in plain["items"]] == [("a", None, ""), ("b", ["s1"], "")]
    assert whole["items"][0]["note"] == "自己的，话&"


@pytest.mark.parametrize("query", ["", "?ids=", "?ids=<b>,%00", "?name=x", "?ids=A~b"])
def test_an_address_without_ids_gives_none(query: str) -> None:
    assert run("query => kb.folders.fromQuery(query)", query) is None


def test_since_when_something_is_in_it_is_kept_and_only_a_day() -> None:
    state, again, kept, given = changed("""
      const dated = kb.folders.dated(s, '2026-11-24');
      const later = kb.folders.dated(kb.folders.add(dated, ['c'], '', {}).state, '2026-11-30');
      const read = kb.folders.parse(JSON.stringify(later).replace('2026-11-24', '<b>')).state;
      return [dated, later, read, kb.folders.dated(later, '2027-01-01') === later].map((each) => (each.folders ? each.folders[0].items.map((item) => item.since || '') : each));""")
    assert (state, again, kept, given) == (["2026-11-24"] * 2, ["2026-11-24", "2026-11-24", "2026-11-30"], ["", "2026-11-24", "2026-11-30"], True)


def test_a_folder_that_a_page_named_is_the_readers_once_named_by_the_reader() -> None:
    begun = changed("""
      const of = (state) => Boolean(kb.folders.parse(JSON.stringify(state)).state.folders[0].begun);
      return [of(s), of(kb.folders.describe(s, 'f1', {title: '题目'})), of(kb.folders.describe(s, 'f1', {name: '委员参与'})), of(kb.folders.create(kb.folders.empty(), '我起的'))];""")
    assert begun == [True, True, False, False]
