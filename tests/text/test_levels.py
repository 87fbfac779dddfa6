import pytest

from macros.text.levels import leveled, levels_of, ranks, seats


@pytest.mark.parametrize(("text", "found"), [
    ("报送市政协提案委员会", [("市", "政协提案委员会")]), ("县水利局和市渔业站", [("县", "水利局"), ("市", "渔业站")]), ("全国政协北戴河培训中心旁听", [("全国", "政协北戴河培训中心")]),
    ("市县政协", []), ("各县水利局", []), ("社区居委会", []), ("市农业农村局、市民政局", [("市", "农业农村局"), ("市", "民政局")]),
])
def test_bodies_with_their_level(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.level, each.body) for each in leveled(text)] == found


def test_the_levels_that_a_text_names_a_body_with() -> None:
    assert levels_of("政协提案委员会", "报送市政协提案委员会") == {"市"}
    assert levels_of("政协", "与市县政协一起") == {"市", "县"}
    assert levels_of("政协", "由省市两级政协一起") == {"省", "市"} and levels_of("政协", "由两级政协一起") == {""}
    assert levels_of("水利局", "水利局派人") == {""}
    assert levels_of("水利局", "没有提到") == set()


def test_committees_zones_and_ranks() -> None:
    assert [(each.level, each.body) for each in seats("由市委统筹，报县委员会，与县经济开发区合办，省市委都管")] == [("市", "委"), ("县", "经济开发区")]
    assert [(each.level, each.body) for each in seats("省直机关和市直属单位，县直接管，市、县直部门")] == [("省", "直属"), ("市", "直属")]
    assert [each.level for each in ranks("省一级指导，市级专委会，县级别，各级政协，三级政协，市县级")] == ["省", "市"]
