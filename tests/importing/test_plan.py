"""What an import would write, and that it never overwrites."""

import datetime

import pytest

from macros.importing.plan import prepare, write
from macros.library.catalog import load

TEXT = "茶馆议事记\n\n先说缘起。\n\n一、做法\n\n一是设立茶馆议事点。二是谁提谁讲。\n"
DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def plan(tmp_path):
    return prepare(TEXT, "a.txt", load(tmp_path)[0], tmp_path, DAY)


def test_the_plan_names_every_file_in_the_order_of_the_flow(plan):
    assert [file.path for file in plan.files] == [
        "originals/cha-guan-yi-shi-ji.txt", "sources/cha-guan-yi-shi-ji.yml", "speeches/cha-guan-yi-shi-ji-2.yml",
        "practices/cha-guan-yi-shi-dian.yml"]


def test_a_file_that_came_into_being_meanwhile_is_left_as_it_is(plan, tmp_path):
    there = tmp_path / "practices" / "cha-guan-yi-shi-dian.yml"
    there.parent.mkdir()
    there.write_text("别人写的", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write(plan, tmp_path)
    assert there.read_text(encoding="utf-8") == "别人写的"
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [there]


def test_only_a_paragraph_without_a_candidate_asks_why(plan):
    speech = next(file for file in plan.files if file.path.startswith("speeches/")).content.decode()
    first, second = speech.split("# 第2段")
    assert "no_practice: 待填" in first
    assert "no_practice" not in second


def test_the_speaker_is_left_open_and_those_the_opening_names_are_hinted_at(tmp_path):
    (tmp_path / "organizations.yml").write_text(
        "qing-shi:\n  name: 青石县政协\n  name_state: named\n  level: county\n  raw: 青石县政协\n"
        "bai-shi:\n  name: 白石县政协\n  name_state: named\n  level: county\n  raw: 白石县政协\n", encoding="utf-8")
    text = TEXT.replace("先说", "青石县政协先说")
    speech = prepare(text, "a.txt", load(tmp_path)[0], tmp_path, DAY).files[2].content.decode()
    assert "开头提到的有 qing-shi（青石县政协），是不是它由你判断\norganization: 待填\n" in speech
