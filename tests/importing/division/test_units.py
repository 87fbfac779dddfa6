"""The body that a line names, of every kind."""

import pytest

from macros.importing.division import units
from macros.model.vocabulary import Level

BODIES = ["青渡县政协", "中共青渡县委统战部", "青渡县人大常委会办公室", "青渡县人民政府", "云岭区总工会", "白榆市工商业联合会", "共青团白榆市委员会",
          "石桥镇人民政府", "柳湾街道办事处", "青渡县柳湾街道柳湾社区居委会", "民盟白榆市委会", "青渡县第三中学", "xx县政协", "某县政协", "青渡县政协社会福利界", "云雾乡委员工作站"]


@pytest.mark.parametrize("body", BODIES)
def test_a_body_alone_with_a_date_in_brackets_or_behind_a_label(body):
    assert units.alone(body) == body
    assert units.alone(f"（{body}）") == body
    assert units.alone(f"{body}　2024年5月1日") == body
    assert units.alone(f"报送单位：{body}") == body


def test_a_speaker_is_no_part_of_the_body():
    assert units.alone("青渡县政协党组书记、主席　周大川") == "青渡县政协"
    assert units.alone("发言人：青渡县政协主席周大川") == "青渡县政协"
    assert units.alone("云雾乡委员工作站站长　　某某") == "云雾乡委员工作站"
    assert units.alone("云岭州政协党组副书记、副主席  ×××") == "云岭州政协"
    assert units.alone("云岭州政协党组") == "云岭州政协党组"


@pytest.mark.parametrize("text", ["渡口有了议事棚", "发挥政协优势服务全县", "青渡县政协搬到了渡口，来的人可以当面问。", "坚持党建引领", "打造幸福社区", "青渡县政协迈入新境界"])
def test_no_body(text):
    assert units.alone(text) is None


@pytest.mark.parametrize("text", ["青渡县政协：渡口有了议事棚", "渡口有了议事棚（青渡县政协）", "（青渡县政协）渡口有了议事棚", "【青渡县政协】渡口有了议事棚"])
def test_body_and_title_in_one_line(text):
    assert units.leading(text) == ("青渡县政协", "渡口有了议事棚")


def test_no_body_and_title():
    assert units.leading("一、渡口有了议事棚（青渡县政协）") is None
    assert units.leading("渡口有了议事棚（试行）") is None


@pytest.mark.parametrize(("name", "level"), [("青渡县政协", Level.COUNTY), ("白榆市政协", Level.CITY), ("石桥镇人民政府", Level.TOWNSHIP),
                                             ("柳湾社区", Level.TOWNSHIP), ("政协办公室", None), ("云岭州政协", Level.CITY),
                                             ("云岭自治州政协", Level.CITY), ("青草盟政协", Level.CITY), ("民盟支部", None), ("青草旗政协", Level.COUNTY)])
def test_level(name, level):
    assert units.level(name) == level


@pytest.mark.parametrize("text", ["对拖了很久的事，列入县政协监督计划。", "办完以后，报送市政协研究。", "近年来，推动区政协工作。"])
def test_what_is_done_with_something_is_no_place(text):
    assert units.spoken(text) is None


def test_a_body_beside_its_title_and_one_whose_words_are_given():
    assert units.leading("青渡县政协　把会场搬到渡口去") == ("青渡县政协", "把会场搬到渡口去")
    assert units.leading("全县政协　今年工作的几点打算") is None
    assert units.speaking("青渡县政协：我们把会场搬到渡口。") == "青渡县政协"


def test_only_the_level_of_a_city_is_asked():
    assert [units.asks(name) for name in ("白榆市政协", "白榆市城北区政协", "云岭州政协", "青草盟政协")] == [True, False, False, False]


@pytest.mark.parametrize(("text", "unit"), [
    ("我代表青麦县政协向大会汇报。", "青麦县政协"), ("各位领导，下面我代表云石区政协作个汇报。", "云石区政协"),
    ("受市政协委托，我谨代表滦河市政协发言。", "滦河市政协"), ("我代表全县政协委员表态。", None)])
def test_whom_somebody_speaks_for_is_named_without_his_words(text, unit):
    assert units.spoken(text) == unit


def test_a_body_that_the_editor_names_has_no_line_and_the_wording_of_the_source():
    assert units.said("青渡县政协", units.Unit("青渡政协", 3)) == units.Unit("青渡县政协", 0, raw="青渡政协")
    assert units.said("青渡县政协", units.Unit("白榆市政协", 3)) == units.said("青渡县政协", None) == units.Unit("青渡县政协", 0, raw="")
    assert units.said("白榆市政协", units.Unit("白榆市政协", 3)) == units.Unit("白榆市政协", 3)
    assert [units.said("青渡县政协", read).where for read in (units.Unit("xx县政协", 3), None)] == ["由编者指定，原文写作“xx县政协”", "由编者指定"]


@pytest.mark.parametrize(("title", "name"), [
    ("青石县河口镇政协联络组工作交流", "青石县河口镇政协联络组"), ("云溪县政协委员活动组履职纪实", "云溪县政协委员活动组"), ("青石县白塘镇政协工作委员会", "青石县白塘镇政协工作委员会"),
    ("云溪县政协文史资料专委会关于征集的汇报", "云溪县政协文史资料专委会"),
    # What is told of, done, or general is no body of its own.
    ("云溪县政协联络组建设的做法", "云溪县政协"), ("云溪县政协各专委会工作情况", "云溪县政协"), ("云溪县政协打造活动组品牌", "云溪县政协"), ("云溪县政协关于委员联络处的报告", "云溪县政协"),
])
def test_what_a_council_has_in_a_place_is_a_body_of_its_own(title, name):
    assert units.titled(title) == name


def test_who_speaks_may_stand_apart_from_the_body_and_have_two_offices():
    assert units.alone("青渡县政协经济委　主任　周 大川") == "青渡县政协经济委"
    assert units.alone("青渡县政协　主席　周大川") == "青渡县政协"
    assert units.alone("青渡县政协副主席、经济委主任　周大川") == "青渡县政协"
    assert units.alone("青渡县政协　开展委员走访") is None
