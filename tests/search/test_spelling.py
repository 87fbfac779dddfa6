"""Pinyin as people type it, with a slip, an accent, an ü of their own, tones; and characters that only sound alike."""

import pytest

from macros.model.entries import Problem
from macros.model.fields import validated
from macros.search.pinyin import table
from tests.scripts.in_node import run
from tests.search.conftest import Open, Opened, graph, practice, titled

pytestmark = pytest.mark.browser

NAMES = (
    "法治夜校联办制度", "女委员绿色通道", "西安路议事点", "“168”工作模式", "两个清单", "旅游策略沙龙", "财政预算审查小组", "村规民约评议", "档案室开放日",
    "“x+x”讲坛", "十佳提案评选", "湖畔茶话会", "四季走访", "三级书院",
)
# What is typed, and the name that is meant.
FOUND = {
    # a letter missing, too many, wrong, two swapped: at the beginning, in the middle, at the end
    "azhiyexiaolianban": "法治夜校联办制度", "fazhiyxiao": "法治夜校联办制度", "fazhiyeexiao": "法治夜校联办制度", "fazhiyexiqo": "法治夜校联办制度",
    "fazhiyexaio": "法治夜校联办制度", "afzhiyexiao": "法治夜校联办制度", "yuuanlvse": "女委员绿色通道", "danganshikaifangrk": "档案室开放日",
    "hpuanchahua": "湖畔茶话会", "hupanchahuau": "湖畔茶话会", "zoufnag": "四季走访", "ucngui": "村规民约评议",
    # characters and figures among the letters
    "湖畔chauahui": "湖畔茶话会", "chzaheng预算审查": "财政预算审查小组", "财政yusaun审查": "财政预算审查小组", "168gonzuo": "“168”工作模式",
    "两geqingdna": "两个清单", "xxjiagntan": "“x+x”讲坛", "shijiatiann": "十佳提案评选",
    # as southern speakers hear it
    "huazhiyexiao": "法治夜校联办制度", "caizenyusuan": "财政预算审查小组", "caizhenyushuanshencha": "财政预算审查小组", "chunguiming": "村规民约评议",
    "cungui民约pinyi": "村规民约评议", "danganshi": "档案室开放日", "dananshi": "档案室开放日", "danggang室": "档案室开放日", "sijizhoufan": "四季走访", "fupancahuafui": "湖畔茶话会",
    "shanjishuyuan": "三级书院", "lüsetondao": "女委员绿色通道",
    # ü
    "nvweiyuan": "女委员绿色通道", "nüweiyuan": "女委员绿色通道", "nuweiyuan": "女委员绿色通道", "nyuweiyuan": "女委员绿色通道", "lüyou": "旅游策略沙龙",
    "luyoucelue": "旅游策略沙龙", "lyuyoucelve": "旅游策略沙龙", "lǚyóucèlüè": "旅游策略沙龙", "NÜWEIYUAN": "女委员绿色通道",
    # tones, apostrophes, blanks
    "húpàn": "湖畔茶话会", "hu2pan4cha2hua4hui4": "湖畔茶话会", "hu2 pan4": "湖畔茶话会", "xī'ān lù": "西安路议事点", "xi’anlu": "西安路议事点", "lv4se4": "女委员绿色通道",
    "hu pan cha hua": "湖畔茶话会", "hu pna cha hua": "湖畔茶话会", "cun gui ming yue": "村规民约评议", "shi2jia1": "十佳提案评选",
    # initials of a whole name with one slip, and of a part of eight
    "fzyxlbzf": "法治夜校联办制度", "fzyxlbdz": "法治夜校联办制度", "czysscxz": "财政预算审查小组", "cgmypu": "村规民约评议", "dasskfr": "档案室开放日",
    # three characters, one of them another of the same sound, or what a southern speaker takes for it
    "湖判茶": "湖畔茶话会", "绿设通": "女委员绿色通道", "两各清": "两个清单", "亮个清": "两个清单", "村规明": "村规民约评议", "四级走": "四季走访", "茶花会": "湖畔茶话会",
}


@pytest.fixture(scope="module")
def names(open_library: Open) -> Opened:
    return open_library(titled(*NAMES))


@pytest.mark.parametrize(("query", "title"), FOUND.items())
def test_the_name_that_was_meant_comes_first(names: Opened, query: str, title: str) -> None:
    assert names.titles(query, kinds=["practices"])[0] == title


@pytest.mark.parametrize("query", [
    # two slips, or a word of their own that only resembles one here
    "dangshnikaifangri", "fzahiyexaio", "huban", "caizhi", "lvshi", "lianbao", "chaohu", "nvweiyan", "zoufu", "dangan bangongshi",
    # initials with a slip that are no whole name, too few of them, or one letter again and again
    "czysx", "lgqx", "sjzx", "fzyxx", "cccccc", "cxcxcx",
    "printer", "wifi", "excel", "hello", "password", "xkqjv", "qwertyuiop", "asdasdasd", "lorem ipsum", "fgfgfgfg", "zzzz", "vvvvvv", "üüüü", "1a2b3c", "ni3 hao3 ma5",
    # three characters, one of them of another sound, or two of the same
    "湖北茶", "绿社同", "村民规", "湖判查",
])
def test_what_only_resembles_a_name_finds_nothing(names: Opened, query: str) -> None:
    assert names.titles(query, kinds=["practices"]) == []


@pytest.mark.parametrize(("query", "titles"), {
    # Only where nothing is spelled like that.
    "sijizoufang": ["四季走访"], "lianluzhan": ["连路站"], "lianluozhan": ["联络站"], "lianluohzan": ["联络站"], "zengcefuwu": ["增册服务"], "zhengcefuwu": ["政策服务"],
}.items())
def test_what_is_spelled_like_that_comes_alone(open_library: Open, query: str, titles: list[str]) -> None:
    opened = open_library(titled("四季走访", "司机走船", "连路站", "联络站", "增册服务", "政策服务"))
    assert opened.titles(query) == titles


WHY = {
    "hupanchahau": ("湖畔茶话会", [[0, 4]]), "湖畔chauahui": ("湖畔茶话会", [[0, 5]]), "168gonzuo": ("“168”工作模式", [[1, 7]]),
    "caizenyusuan": ("财政预算审查小组", [[0, 4]]), "lyuyoucelüe": ("旅游策略沙龙", [[0, 4]]), "hu2 pan4": ("湖畔茶话会", [[0, 2]]),
    "cun gui mni yue": ("村规民约评议", [[0, 4]]), "cgmypu": ("村规民约评议", [[0, 6]]), "shijiatiann": ("十佳提案评选", [[0, 4]]), "两geqingdna": ("两个清单", [[0, 4]]),
    "绿设通": ("女委员绿色通道", [[3, 6]]), "亮个清": ("两个清单", [[0, 3]]), "湖畔茶画会": ("湖畔茶话会", [[0, 5]]),
    "x+x讲谈": ("“x+x”讲坛", [[1, 7]]), "胡判茶花会": ("湖畔茶话会", [[0, 5]]),
}


@pytest.mark.parametrize("query", WHY)
def test_why_marks_the_stretch_that_was_nearly_met(names: Opened, query: str) -> None:
    text, spans = WHY[query]
    why = names.search(query, kinds=["practices"])["hits"][0]["why"]
    assert (why["text"], why["spans"]) == (text, spans)


def test_letters_inside_a_syllable_spell_nothing(open_library: Open) -> None:
    """岗位 after 应 is written an wei where ng and n are one; whoever types that means no 岗位."""
    opened = open_library(titled("不适应岗位怎么带", "应急安卫队"))
    assert opened.titles("anwei") == ["应急安卫队"]
    assert opened.titles("yingangwei") == ["不适应岗位怎么带"]


def test_a_word_that_readers_use_is_reached_with_a_slip_too(open_library: Open) -> None:
    need = validated(Problem, {"title": "没有地方开会怎么办？", "synonyms": ["缺少场所"]})
    library = graph({"a": practice("甲", keywords=["流动茶馆"]), "b": practice("乙", problems=["venue"])}, problems={"venue": need})
    opened = open_library(library)
    assert opened.titles("liudongchgauan", kinds=["practices"]) == ["甲"]
    assert opened.titles("queshaochangsou", kinds=["practices"]) == ["乙"]


@pytest.mark.parametrize(("query", "whole"), {
    "法治也校办": True, "法冶夜笑联办": True, "财正预算小租会": True, "财正预算小会组": True,
    # only part of a name; another thing
    "茶话会日办": False, "开放会办公": False, "财政决策小组会": False,
}.items())
def test_two_slips_are_forgiven_where_they_are_all_of_a_name(open_library: Open, query: str, whole: bool) -> None:
    found = open_library(titled("法治夜校联办", "财政预算小组会", "湖畔茶话会开放日办法")).search(query)
    assert bool(found["total"] and not found["partial"]) is whole


@pytest.mark.parametrize(("query", "titles"), {
    "发制夜校连办": ["法治夜校联办"], "才正鱼蒜晓祖": ["财政预算小组会"], "财政愚算小祖": ["财政预算小组会"], "划盘茶": [],
}.items())
def test_a_name_of_which_only_the_sound_is_right_is_found(open_library: Open, query: str, titles: list[str]) -> None:
    assert open_library(titled("法治夜校联办", "财政预算小组会", "湖畔茶话会开放日办法")).titles(query) == titles


def test_in_words_that_readers_use_two_slips_say_something_else(open_library: Open) -> None:
    library = graph({"a": practice("甲", keywords=["年轻人没历练"])})
    assert open_library(library).search("年轻人有力练")["partial"] is True


def test_a_missing_character_says_less_against_a_name_than_a_wrong_one(open_library: Open) -> None:
    assert open_library(titled("五问政策行动", "青蓝政策行动")).titles("青政策行动") == ["青蓝政策行动", "五问政策行动"]


def test_a_name_with_a_slip_is_not_taken_for_a_body_and_a_rest(open_library: Open) -> None:
    opened = open_library(titled("乙市协商议事热线办法", "热线"))
    found = opened.search("乙市协商议热线办法", kinds=["practices"])
    assert (found["hits"][0]["title"], found["partial"]) == ("乙市协商议事热线办法", False)


def test_letters_have_no_seams() -> None:
    """Of two syllables typed one after the other nobody can tell where the first ends: names are written as what is typed."""
    differing = run("""(syllables) => {
      const found = [];
      ["plain", "southern"].forEach((way) => syllables.forEach((a) => syllables.forEach((b) => {
        const name = new kb.Letters(["甲乙"], [[a, b]], way).text.trim();
        if (name !== kb.Letters.written(a + b, way)) found.push([way, a, b]);
      })));
      return found;
    }""", sorted(set(table(NAMES).single.values())))
    assert differing == []
