"""Names that are told once: as what they have been doing, as a way of doing, with what a formula is of."""

import pytest

from macros.importing.naming import SAYS, hits


def named(text):
    return [h.name for h in hits(text) if h.sure >= SAYS]


@pytest.mark.parametrize(("text", "name"), [
    ("我们做得最早的是“渡口议事会”。初一十五开。", "渡口议事会"), ("推得最开的一项就是“船头书屋”。", "船头书屋"),
    ("把码头二楼的旧仓库腾出80平方米，作为“船工会客室”，每月开门。", "船工会客室"), ("将老渡口的票房改造成“水上书屋”。", "水上书屋"),
    ("镇里实行船长结对渡户的办法，9名船长每人3户。", "船长结对渡户"),
    ("建立渡口意见“两单”办理制度，即收单、交单。", "渡口意见两单办理制度"),
    ("推行“四单”督办制度。", "四单督办制度"),
])
def test_a_name_that_is_told_once_is_one(text, name):
    assert named(text) == [name]


@pytest.mark.parametrize("text", ["船工最认的是“有人在”。", "把船工当作“自家人”。", "按“2+4+N”组成，即2名船长。", "建立科学合理的制度。"])
def test_any_other_words_in_that_place_are_none(text):
    assert named(text) == []
