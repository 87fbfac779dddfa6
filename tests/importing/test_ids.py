"""A pinyin id for a new entry."""

import pytest

from macros.importing.ids import propose


@pytest.mark.parametrize(("title", "used", "expected"), [
    ("全员入委", (), "quan-yuan-ru-wei"),
    ("“168”工作模式", (), "168-gong-zuo-mo-shi"),
    ("委员履职App", (), "wei-yuan-lv-zhi-app"),
    ("把茶馆变成议事的地方来办", (), "ba-cha-guan-bian-cheng-yi-shi-de"),
    ("全员入委", ("quan-yuan-ru-wei", "quan-yuan-ru-wei-2"), "quan-yuan-ru-wei-3"),
    ("。。。", (), "wei-ming-ming"),
    ("index", (), "index-2"),
])
def test_the_id_that_a_title_suggests(title, used, expected):
    assert propose(title, used) == expected


def test_a_long_id_ends_with_a_whole_syllable():
    assert propose("庄庄庄庄庄庄庄庄庄庄庄庄庄庄庄庄", (), 16) == "-".join(["zhuang"] * 8)
