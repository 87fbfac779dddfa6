"""What a name is like among the names of entries."""

from macros.importing.alike import resembling


def test_existing_practices_that_a_name_resembles_come_likest_first():
    titles = {"zhou-mo": ("周末委员讲堂",), "jiang-tang": ("讲堂", "委员讲堂"), "dang-an": ("履职档案",)}
    assert resembling("委员讲堂", titles) == ("jiang-tang", "zhou-mo")
    assert resembling("茶馆议事", titles) == ()
