"""A pinyin id for a new entry."""

import shutil

import pytest

from macros.importing.ids import propose, taken
from macros.library.catalog import load
from tests.conftest import SMALL
from tests.importing.hostile import steps


@pytest.mark.parametrize(("title", "used", "expected"), [
    ("全员入委", (), "quan-yuan-ru-wei"),
    ("“168”工作模式", (), "168-gong-zuo-mo-shi"),
    ("委员履职App", (), "wei-yuan-lv-zhi-app"),
    # A name is whole, however long it is; of a title its first half names it.
    ("把茶馆变成议事的地方来办", (), "ba-cha-guan-bian-cheng-yi-shi-de-di-fang-lai-ban"),
    ("搭好板凳听民声 把协商送到村口", (), "da-hao-ban-deng-ting-min-sheng"),
    ("下沉一线——青石县政协的做法", (), "xia-chen-yi-xian"),
    ("“双带、双促、双融合”工作机制", (), "shuang-dai-shuang-cu-shuang-rong-he-gong-zuo-ji-zhi"),
    ("全县政协工作经验交流材料汇编", (), "quan-xian-zheng-xie-gong-zuo-jing-yan-jiao-liu"),
    # What tells two apart is at the end.
    ("委员履职发言稿 篇二", ("wei-yuan-lv-zhi-fa-yan-gao",), "wei-yuan-lv-zhi-fa-yan-gao-pian-er"),
    ("委员履职发言稿 篇二", ("wei-yuan-lv-zhi-fa-yan-gao", "wei-yuan-lv-zhi-fa-yan-gao-pian-er"), "wei-yuan-lv-zhi-fa-yan-gao-pian-er-2"),
    ("全员入委", ("quan-yuan-ru-wei", "quan-yuan-ru-wei-2"), "quan-yuan-ru-wei-3"),
    ("。。。", (), "wei-ming-ming"),
    ("index", (), "index-2"),
])
def test_the_id_that_a_title_suggests(title, used, expected):
    assert propose(title, used) == expected


def test_a_long_id_ends_with_a_whole_syllable():
    assert propose("庄" * 30, ()) == "-".join(["zhuang"] * 8)


@pytest.mark.parametrize(("file", "line"), [
    ("practices/pei-xun.yml", "formerly: [jiu-bian-hao]\n"),
    ("speeches/da-bu-fen.yml", "formerly: [jiu-bian-hao]\n"),
    ("organizations.yml", "  formerly: [jiu-bian-hao]\n"),
])
def test_an_old_id_of_any_kind_is_not_given_again(tmp_path, file, line):
    shutil.copytree(SMALL, tmp_path / "data")
    entry = tmp_path / "data" / file
    entry.write_text(entry.read_text(encoding="utf-8").rstrip("\n") + "\n" + line, encoding="utf-8")
    assert "jiu-bian-hao" in taken(load(tmp_path / "data")[0])


def test_a_name_more_costs_no_new_table_of_all_words():
    propose("三日回音制度", ())
    assert steps(propose, "板凳议事会", ()) < 10_000
