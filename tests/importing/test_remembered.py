"""What an editor said with options holds in the next import that does not say it."""

import datetime

import pytest

from macros.importing import remembered
from macros.importing.division.reading import Wish
from macros.importing.plan import prepare, write
from macros.importing.remembered import Said
from macros.library.catalog import load

DAY = datetime.date(2026, 11, 24)
TEXT = """茶馆里的事

先说茶馆，街坊坐下来就议，一坐就是半天。

我们设立茶馆议事点，有事当场说，当场记下来。

再说田埂，农忙的时候不开会，下雨天再来。

我们推行田埂夜话制度，一月一回，说完就办。

后说学校，放学以后家长都在，坐下来就能议。

我们开办“校门口议事会”，每周一回，老师也来。
"""
TOLD = Wish(split=(1, 7), titles=("", "把“夜话”搬上田埂"), units=("青渡县政协", "白榆市政协"), occasion="全市议事交流会")


@pytest.fixture
def imported(tmp_path):
    def run(wish=Wish()):  # noqa: B008 (frozen)
        plan = prepare(TEXT, "a.txt", load(tmp_path)[0], tmp_path, DAY, "cha", wish)
        write(plan, tmp_path)
        return plan
    return run


def speeches(folder):
    return {f.stem: f.read_text(encoding="utf-8") for f in sorted((folder / "speeches").glob("*.yml"))}


def test_a_draft_that_is_gone_is_written_as_it_was_without_any_option(imported, tmp_path):
    imported(TOLD)
    first = speeches(tmp_path)
    gone = next(name for name, text in first.items() if "order: 2" in text)
    (tmp_path / "speeches" / f"{gone}.yml").unlink()
    imported()
    assert speeches(tmp_path) == first
    assert imported().files == ()


def test_another_division_keeps_bodies_titles_and_the_meeting_by_the_lines_they_were_said_of(imported, tmp_path):
    imported(TOLD)
    before = speeches(tmp_path)
    plan = imported(Wish(split=(1, 7, 11)))
    after = speeches(tmp_path)
    assert [(s.text.title, s.beginning.unit.name if s.beginning.unit else None) for s in plan.speeches] == \
        [("茶馆里的事", "青渡县政协"), ("把“夜话”搬上田埂", "白榆市政协"), ("", None)]
    (new,) = set(after) - set(before)
    assert "order: 3" in after[new]
    assert all("occasion: 全市议事交流会\n" in text for text in after.values())
    source = (tmp_path / "sources/cha.yml").read_text(encoding="utf-8")
    assert source.count("# 导入时指定：") == 3
    assert remembered.read(source.encode()) == Said({7: "把“夜话”搬上田埂"}, {1: "青渡县政协", 7: "白榆市政协"}, "全市议事交流会")


def test_what_is_said_now_counts_before_what_was_said():
    said = Said({1: "甲"}, {1: "青渡县政协"}, "交流会")
    assert remembered.wished(TEXT, Wish(titles=("乙",), occasion="座谈会"), said) == Wish(titles=("乙",), units=("青渡县政协",), occasion="座谈会")
    assert remembered.wished(TEXT, Wish(), Said()) == Wish()


def test_the_comments_take_the_place_of_the_earlier_ones_whatever_the_line_ends_are():
    file = "title: 甲\r\n# 导入时指定：场合“旧的”\r\ncut: \"T p\"\r\n".encode()
    assert remembered.kept(file, Said(occasion="新的")) == file.replace("旧".encode(), "新".encode())
    assert remembered.kept(file, Said()) == "title: 甲\r\ncut: \"T p\"\r\n".encode()
