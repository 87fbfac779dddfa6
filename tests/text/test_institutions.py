import pytest

from macros.text.institutions import names


@pytest.mark.parametrize(("text", "found"), [
    ("县水利局、县渔业站和县文旅局派人", ["水利局", "渔业站", "文旅局"]), ("县农业农村局", ["农业农村局"]), ("去杭州培训", ["杭州"]), ("请武汉大学的教授", ["武汉大学"]),
    ("在青石镇和东湖社区", ["青石镇", "东湖社区"]), ("白鹤县政协把会场", ["白鹤县政协"]), ("白鹤县的会场", ["白鹤县"]), ("邯郸市政协党组", ["邯郸市政协"]), ("县融媒体中心", ["融媒体中心"]), ("井冈山干部学院", ["井冈山干部学院"]),
    ("由县总工会牵头", ["总工会"]), ("省新乡市", ["新乡市"]), ("向群众说明统战部的安排", ["统战部"]), ("邀请宣传部派人", ["宣传部"]),
    ("书由居委会保管", ["居委会"]), ("账让合作社管", ["合作社"]), ("书由县文旅局送", ["文旅局"]),
])
def test_names(text: str, found: list[str]) -> None:
    assert [name.text for name in names(text)] == found


@pytest.mark.parametrize("text", [
    "沿湖乡镇", "全县各乡镇、街道和社区", "有关部门", "市县政协", "县区委员", "走进乡村", "哪些协会", "创新乡镇的做法", "来宾", "工作格局", "联络站", "大同小异", "委员之家", "指导市县专委会",
])
def test_no_names(text: str) -> None:
    assert names(text) == ()


def test_a_short_form_stands_for_the_full_name() -> None:
    [name] = names("县水利局")
    assert (name.text, name.core, name.place) == ("水利局", "水利局", False)
