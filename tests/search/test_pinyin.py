"""Readings: words first, and the browser reads every name of the library as the build does."""

import pytest

from macros.library.graph import Graph
from macros.search.pinyin import table
from macros.search.records import collect
from tests.search.conftest import Open, titled

# Characters with several readings, in the words that decide.
WORDS = {
    "专题调研": "zhuan ti diao yan",
    "协调机制": "xie tiao ji zhi",
    "人民调解": "ren min tiao jie",
    "行业协会": "hang ye xie hui",
    "言行一致": "yan xing yi zhi",
    "长城学研究": "chang cheng xue yan jiu",
    "长效机制": "chang xiao ji zhi",
    "界别组长": "jie bie zu zhang",
    "县长热线": "xian zhang re xian",
    "重点提案": "zhong dian ti an",
    "重阳敬老": "chong yang jing lao",
    "音乐界别": "yin yue jie bie",
    "会计室": "kuai ji shi",
    "年度参会计划": "nian du can hui ji hua",
    "率先垂范": "shuai xian chui fan",
    "出席率": "chu xi lv",
    "传帮带": "chuan bang dai",
    "角色互换": "jue se hu huan",
    "履职": "lv zhi",
    "便民": "bian min",
    "出差": "chu chai",
    "蔚县": "yu xian",
    "乐亭": "lao ting",
}


@pytest.mark.parametrize(("name", "reading"), WORDS.items())
def test_words_decide_how_a_character_is_read(name: str, reading: str) -> None:
    assert " ".join(table(WORDS).read(name)) == reading


def test_ids_follow_from_titles() -> None:
    titles = ("“168”工作模式", "“双联双服”委员工作站", "专题调研", "委员履职App")
    known = table(titles)
    assert [known.slug(title) for title in titles] == [
        "168-gong-zuo-mo-shi", "shuang-lian-shuang-fu-wei-yuan-gong-zuo-zhan", "zhuan-ti-diao-yan",
        "wei-yuan-lv-zhi-app"]


def test_names_do_not_run_into_one_another() -> None:
    # 调研 stands at the seam of the first two names, and is no word of either.
    names = ("委员协调", "研究", "协调")
    known = table(names)
    assert [known.read(name) for name in names] == [["wei", "yuan", "xie", "tiao"], ["yan", "jiu"], ["xie", "tiao"]]
    assert known.slugs(names) == ["wei-yuan-xie-tiao", "yan-jiu", "xie-tiao"]
    assert known.slug("协调\n研究") == "xie-tiao-yan-jiu"


@pytest.mark.browser
def test_the_browser_reads_every_name_as_the_build_does(open_library: Open, real: Graph) -> None:
    names = [name for record in collect(real, ()) for name in (record.title, *record.names)]
    known = table(names)
    got = open_library(real).run("names => names.map(kb.pinyin.read)", names)
    wrong = [name for name, readings in zip(names, got, strict=True) if readings != known.read(name)]
    assert len(names) > 500
    assert wrong == []


@pytest.mark.browser
def test_characters_outside_the_library_have_a_sound_too(open_library: Open) -> None:
    opened = open_library(titled("工作站"))
    assert opened.run("Array.from('尾伪啊座').map(kb.pinyin.of)") == ["wei", "wei", "a", "zuo"]


NAME = "专题调研协调机制"
TYPED = {
    "zhuantidiaoyan": 4,  # how many characters of the name it stands for
    "ztdy": 4,
    "zhtdy": 4,
    "zhuantidy": 4,
    "专题diaoyan": 4,
    "zhuan题dy": 4,
    "zhuantidiaoy": 4,
    "zhuantidiaoya": 4,
    "zhuantitiaoyan": 4,  # another reading that the library knows is forgiven
    "zhuantidiaoyanxietiaojizhi": 8,
    "zhuandiao": None,
    "zhuantix": None,
    "zhuantidiaohyan": None,
}


@pytest.mark.browser
def test_syllables_initials_and_characters_mix(open_library: Open) -> None:
    opened = open_library(titled(NAME))
    align = """([typed, name]) => {
      const met = kb.pinyin.align(typed, { text: name, syllables: kb.pinyin.read(name) }, 0);
      return met ? met.end : null;
    }"""
    assert {typed: opened.run(align, [typed, NAME]) for typed in TYPED} == TYPED
