"""Writing an entry: what is typed is kept, what is saved changes the file where it says so and nowhere else."""

import random
import re

import pytest

from macros.desk.drafts import Drafts
from macros.desk.form import controls, form
from macros.model.kinds import KINDS
from macros.runtime import writing
from tests.desk.conftest import Asked

ENTRY = "practices/lv-zhi-du-dao-ji-zhi"
FILE = f"{ENTRY}.yml"


def test_what_is_typed_is_a_draft_outside_the_data_and_a_save_changes_only_its_line(asked: Asked) -> None:
    before = asked.read(FILE)
    answer = asked.say(ENTRY, {"summary": "换一句话。"})
    assert answer["changed"] and asked.read(FILE) == before
    assert [draft.entry_id for draft in Drafts(asked.root / "kept" / "drafts").all()] == ["lv-zhi-du-dao-ji-zhi"]
    answer = asked.save(ENTRY)
    assert answer["saved"] and not answer["changed"]
    assert [(a, b) for a, b in zip(before.splitlines(), asked.read(FILE).splitlines(), strict=True) if a != b] == [
        (next(line for line in before.splitlines() if line.startswith("summary:")), "summary: 换一句话。")]
    assert Drafts(asked.root / "kept" / "drafts").all() == []


def test_a_desk_that_was_killed_goes_on_where_it_was(asked: Asked) -> None:
    asked.say(ENTRY, {"title": "写了一半"})
    again = Asked(asked.root, asked.data)
    assert 'value="写了一半"' in again.get(f"/{ENTRY}").get_data(as_text=True)
    assert again.act(ENTRY, "undo")["title"] != "写了一半"


def test_random_values_in_every_entry_are_said_and_nothing_else_is(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every kind, every entry, through the desk: the file is read back with the new value in its place, and all else as it was."""
    chance = random.Random(7)  # noqa: S311
    monkeypatch.setattr(asked.desk.checker, "check", lambda draft: ([], True))
    for kind, entry_id in sorted(asked.desk.library.catalog.origins):
        draft = asked.desk.draft(kind, entry_id)
        assert draft is not None
        fields = [c for c in controls(form(KINDS[kind].model, asked.desk.data(draft))) if c.sort in ("line", "box") and c.value and not c.odd]
        field = chance.choice(fields)
        before = draft.text.splitlines()
        entry = f"{kind}/{entry_id}"
        asked.say(entry, {field.path: f"新的：{field.value}#"}, redraw=False)
        after = asked.desk.draft(kind, entry_id).text.splitlines()  # type: ignore[union-attr]
        assert sum(a != b for a, b in zip(before, after, strict=False)) <= 3 and abs(len(before) - len(after)) <= 2, (entry, field.path)
        assert {c.path: c.value for c in controls(form(KINDS[kind].model, asked.desk.data(draft)))}[field.path] == f"新的：{field.value}#"
        asked.desk.drafts.drop(kind, entry_id)


def test_comments_and_line_ends_stay(asked: Asked) -> None:
    text = asked.read(FILE).replace("summary:", "# 这句改过三次\nsummary:").replace("\n", "\r\n")
    asked.write(FILE, text)
    asked.say(ENTRY, {"accounts.0.points.0.text": "主席会议定期听"})
    asked.save(ENTRY)
    now = asked.read(FILE)
    assert "# 这句改过三次\r\nsummary:" in now and "主席会议定期听" in now
    assert now.count("\r\n") == text.count("\r\n") == now.count("\n")


def test_an_item_more_and_an_item_less(asked: Asked) -> None:
    answer = asked.say(ENTRY, {"accounts.0.points.9.text": "新的一点"})
    assert 'data-kb-field="accounts.0.points.' in answer["form"]
    said = asked.desk.data(asked.desk.draft("practices", "lv-zhi-du-dao-ji-zhi"))["accounts"][0]["points"]  # type: ignore[arg-type]
    assert said[-1] == {"text": "新的一点"}
    asked.act(ENTRY, "move", f"accounts.0.points.{len(said) - 1}", "up")
    asked.act(ENTRY, "remove", f"accounts.0.points.{len(said) - 2}")
    assert asked.act(ENTRY, "remove", "accounts.0.points.77")["said"] == "这里已经改过了，看一下现在的样子再来。"
    for _ in range(3):
        asked.act(ENTRY, "undo")
    assert not asked.act(ENTRY, "undo")["changed"]
    assert asked.act(ENTRY, "undo")["said"] == "没有可以撤回的了。"


def test_the_source_says_nothing_is_written_with_speech_and_aspect(asked: Asked) -> None:
    answer = asked.act(ENTRY, "unsaid", "accounts.0", "effect")
    assert answer["focus"].endswith(".what")
    asked.save(ENTRY)
    speech = asked.desk.data(asked.desk.draft("practices", "lv-zhi-du-dao-ji-zhi"))["accounts"][0]["speech"]  # type: ignore[arg-type]
    assert f"{{what: 成效, speech: {speech}, aspect: effect}}" in asked.read(FILE)
    assert asked.act(ENTRY, "unsaid", "accounts.0", "effect")["said"] == "已经写过这一篇没有说这个方面。"


def test_a_name_is_taken_for_its_id(asked: Asked) -> None:
    asked.say(ENTRY, {"related.0.to": "全员入委", "accounts.0.speech": "没有这一篇"})
    data = asked.desk.data(asked.desk.draft("practices", "lv-zhi-du-dao-ji-zhi"))  # type: ignore[arg-type]
    assert data["related"][0]["to"] == "quan-yuan-ru-wei"
    assert any(told.startswith("accounts.0.speech: ") for told in asked.found(ENTRY))


def test_a_file_that_changed_underneath_is_shown_beside_and_never_overwritten(asked: Asked) -> None:
    asked.say(ENTRY, {"title": "我写的"})
    theirs = asked.read(FILE).replace("title: ", "title: 别人写的")
    asked.write(FILE, theirs)
    answer = asked.save(ENTRY)
    assert "没有存" in answer["said"] and asked.read(FILE) == theirs
    assert "别人写的" in answer["clash"] and "我写的" in answer["clash"]
    mine = asked.post(f"/{ENTRY}/settle", {"version": asked.version(ENTRY), "value": "mine"}).get_json()
    assert mine["title"] == "我写的"
    asked.save(ENTRY)
    assert asked.read(FILE).startswith("title: 我写的")


@pytest.mark.parametrize(("side", "steps"), [("mine", ["我写的", "别人写的", "我写的"]), ("theirs", ["别人写的", "我写的", "别人写的"])])
def test_of_two_versions_both_can_be_had_back_whichever_was_chosen(asked: Asked, side: str, steps: list[str]) -> None:
    asked.say(ENTRY, {"title": "我写的"})
    was = asked.read(FILE).partition("\n")[0]
    asked.write(FILE, asked.read(FILE).replace(was, "title: 别人写的", 1))
    assert asked.save(ENTRY)["said"].startswith("别处也改了")
    chosen = asked.post(f"/{ENTRY}/settle", {"version": asked.version(ENTRY), "value": side}).get_json()
    asked.save(ENTRY)
    assert [chosen["title"], *(asked.act(ENTRY, "undo")["title"] for _ in steps[1:])] == steps
    assert asked.read(FILE).startswith(f"title: {steps[0]}")


def test_another_change_in_the_same_file_is_kept(asked: Asked) -> None:
    first, second = list(asked.desk.library.catalog.terms)[:2]
    asked.say(f"terms/{first}", {"note": "先写的"})
    asked.say(f"terms/{second}", {"note": "后写的"})
    asked.write("terms.yml", "# 表头\n" + asked.read("terms.yml"))
    for term in (first, second):
        assert asked.save(f"terms/{term}")["saved"] is True
    text = asked.read("terms.yml")
    assert text.startswith("# 表头\n") and "note: 先写的" in text and "note: 后写的" in text


def test_a_save_that_the_disk_refuses_leaves_file_and_draft(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    before = asked.read(FILE)
    asked.say(ENTRY, {"title": "我写的"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(writing, "_rename", full)
    asked.desk.drafts.keep = lambda draft: None  # type: ignore[method-assign, assignment]
    assert asked.save(ENTRY)["said"].startswith("写不进去：")
    assert asked.read(FILE) == before and asked.desk.draft("practices", "lv-zhi-du-dao-ji-zhi").text != before  # type: ignore[union-attr]


def test_two_windows_do_not_write_over_each_other(asked: Asked) -> None:
    version = asked.version(ENTRY)
    asked.say(ENTRY, {"title": "一"})
    answer = asked.post(f"/{ENTRY}/fields", {"version": version, "fields": {"title": "二"}})
    assert (answer.status_code, answer.get_data(as_text=True)) == (409, "这一条在另一个窗口里改过了。这里写的还在这一页。")


def test_findings_stand_at_their_fields_as_kb_check_has_them(asked: Asked) -> None:
    assert asked.found(ENTRY) == []
    asked.say(ENTRY, {"accounts.0.at.0": "99", "summary": "没有句号", "related.0.to": "mei-you", "form": ""})
    told = asked.found(ENTRY)
    assert "form: 类型还没有填" in told
    asked.say(ENTRY, {"form": "incentive"})
    told = asked.found(ENTRY)
    assert {line.split(": ")[0] for line in told} >= {"accounts.0.at.0", "summary", "related.0.to"}


def test_what_has_one_answer_is_mended_by_a_button(asked: Asked) -> None:
    asked.say(ENTRY, {"added": "2026年11月24日"})
    assert [told.fix for told in asked.desk.checker.check(asked.desk.draft("practices", "lv-zhi-du-dao-ji-zhi"), 60)[0]] == ["2026-11-24"]  # type: ignore[arg-type]
    assert not asked.act(ENTRY, "mend")["changed"]


def test_what_an_import_read_is_confirmed_with_one_click(asked: Asked) -> None:
    asked.write(FILE, asked.read(FILE).replace("form: incentive", "form: incentive  # 待确认：末字“机制”"))
    assert "form: 导入时读出来的，还没有人确认：末字“机制”" in asked.found(ENTRY)
    asked.act(ENTRY, "confirm", "form")
    asked.save(ENTRY)
    assert "待确认" not in asked.read(FILE) and "form: incentive\n" in asked.read(FILE)


def test_the_preview_is_the_page_of_the_site(asked: Asked) -> None:
    asked.say(ENTRY, {"title": "改了的名称"})
    page = asked.get(f"/{ENTRY}/preview").get_data(as_text=True)
    assert ("改了的名称" in page and "kb-row" in page) or "kb-entry" in page
    asked.say(ENTRY, {"form": ""})
    assert "填好这几处，就看得到：类型。" in asked.get(f"/{ENTRY}/preview").get_data(as_text=True)


def test_a_file_that_can_not_be_read_says_why_and_is_mended(asked: Asked) -> None:
    asked.write(FILE, asked.read(FILE).replace("title: ", "title："))
    page = asked.get(f"/{ENTRY}").get_data(as_text=True)
    assert "读不成表格" in page and "全角" in page
    asked.act(ENTRY, "mend")
    assert "data-kb-field" in asked.get(f"/{ENTRY}").get_data(as_text=True)


def test_an_entry_of_every_kind_has_its_page(asked: Asked) -> None:
    for kind in KINDS:
        for entry_id in list(asked.desk.library.titles(kind))[:2]:
            page = asked.get(f"/{kind}/{entry_id}")
            assert page.status_code == 200 and "data-kb-save" in page.get_data(as_text=True)


def test_an_example_is_as_one_types_it_in_the_field(asked: Asked) -> None:
    page = asked.get("/practices/quan-yuan-ru-wei").get_data(as_text=True)
    hints = re.findall(r'<p class="hint" id="h-accounts\.0\.points\.0\.at\.\d">([^<]*)</p>', page)
    assert hints and all(hint.endswith("例如：3.1") for hint in hints)
    assert "例如：[" not in page and "例如：{" not in page


@pytest.mark.parametrize("entry", ["organizations/luan-zhou-shi-zheng-xie", "sources/shi-xian-zheng-xie-gong-zuo-hui-yi-2022"])
def test_a_body_and_a_source_show_what_is_spoken_by_them(asked: Asked, entry: str) -> None:
    kind, _, entry_id = entry.partition("/")
    if not asked.desk.library.has(kind, entry_id):
        speech = next(sid for kind_, sid in asked.desk.library.catalog.origins if kind_ == "speeches")
        entry = f"{kind}/{asked.desk.library.catalog.data('speeches', speech)[kind.removesuffix('s')]}"
    page = asked.get(f"/{entry}").get_data(as_text=True)
    assert "data-speech-text=" in page and "这一条没有写到哪一篇发言" not in page


def test_of_what_waits_nothing_else_is_said(asked: Asked) -> None:
    file = "practices/quan-yuan-ru-wei.yml"
    asked.write(file, re.sub("summary: .*", "summary: 待填", asked.read(file)))
    assert [each for each in asked.found("practices/quan-yuan-ru-wei") if each.startswith("summary")] == ["summary: 摘要还没有填"]


def test_one_goes_on_beside_what_was_taken_out(asked: Asked) -> None:
    entry = "practices/quan-yuan-ru-wei"
    count = len(asked.desk.data(asked.desk.draft("practices", "quan-yuan-ru-wei"))["accounts"][0]["points"])  # type: ignore[arg-type]
    for i in range(3 - count):
        asked.say(entry, {f"accounts.0.points.{count + i}.text": f"第{i}件事"})
    assert asked.act(entry, "remove", "accounts.0.points.0")["focus"] == "accounts.0.points.0"
    assert asked.act(entry, "remove", "accounts.0.points.1")["focus"] == "accounts.0.points.0"
    assert asked.act(entry, "remove", "accounts.0.points.0")["focus"] == "accounts.0.points"
