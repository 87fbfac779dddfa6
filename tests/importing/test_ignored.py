"""What an option can't do for what is imported already is said, with the way to do it."""

import datetime

import pytest

from macros.importing.choice import Take
from macros.importing.division.reading import Wish
from macros.importing.plan import prepare, write
from macros.library.catalog import load

DAY = datetime.date(2026, 11, 24)
TEXT = "茶馆议事记\n\n先说缘起。\n\n一、做法\n\n一是设立茶馆议事点。二是谁提谁讲。\n"
FILE = "speeches/cha-guan-yi-shi-ji-2.yml"


@pytest.fixture
def again(tmp_path):
    write(prepare(TEXT, "a.txt", load(tmp_path)[0], tmp_path, DAY), tmp_path)
    return lambda wish=Wish(), take=Take(): prepare(TEXT, "a.txt", load(tmp_path)[0], tmp_path, DAY, None, wish, take)  # noqa: B008 (frozen)


@pytest.mark.parametrize(("wish", "option", "field"), [
    (Wish(titles=("另一个题目",)), "--title", "title"), (Wish(units=("云溪县政协",)), "--unit", "organization"), (Wish(occasion="全县政协工作会议"), "--occasion", "occasion")])
def test_title_body_and_meeting_of_a_speech_that_is_there(again, wish, option, field):
    assert f"{option} 没有用上：{FILE} 已经导入过，里面的不动；直接改那里的 {field}，要从头再来就先删去这些草稿" in again(wish).notes


def test_a_name_that_has_its_draft(again):
    plan = again(take=Take(numbers=frozenset({1})))
    assert plan.files == ()
    assert "--take 的 1 号没有另写：practices/cha-guan-yi-shi-dian.yml 已经讲到这一篇；要改，直接改那个文件；要重新起草，先删去它" in plan.notes


def test_nothing_is_said_where_nothing_was_asked(again):
    assert [note for note in again().notes if "没有" in note] == []


def test_the_meeting_is_written_once_for_all(tmp_path):
    plan = prepare(TEXT, "a.txt", load(tmp_path)[0], tmp_path, DAY, wish=Wish(occasion="全县政协工作会议"))
    assert "\noccasion: 全县政协工作会议\n" in next(file.content.decode() for file in plan.files if file.path.startswith("speeches/"))
