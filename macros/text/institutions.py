"""Names of places and of bodies in a Chinese text: what ends in 局, 厅, 公司 …, in 县, 镇, 村 …, and the provinces and
prefectures of China without such an ending. Knows no entry; what is only called 各县 or 有关部门 is no name.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from macros.text import kept
from macros.text.beginnings import any_of, beginning

TABLE = Path(__file__).with_name("china.yml")

# Longest first, so that 委员会 is not read as 会.
_BODIES = ("人民检察院|人民法院|检察院|法院|管委会|居委会|村委会|工商联|研究院|研究所|电视台|大学|学院|学校|中学|小学|"
           "总工会|工会|红十字会|科协|侨联|派出所|公司|集团|协会|商会|学会|联合会|基金会|医院|银行|报社|合作社|妇联|残联|文联|团委|宣传部|组织部|统战部|政法委|纪委|武装部|"
           "中心|委员会|办公室|局|厅|署|馆|党校|站|所|部")
# Looked for at every character: 干部学院 is none with 部.
_BODY = re.compile(f"{beginning(_BODIES.split('|'))}(?<=[一-鿿]{{2}})(?=(?P<end>{_BODIES}))")
# These ends are part of ordinary words as well, so that a level must stand before them: 县农机站.
_WEAK = frozenset({"站", "所", "部", "馆", "中心", "委员会", "办公室", "署", "学校", "小学", "中学", "学会"})
# A name of a body begins behind these, and is no longer than so many characters.
_STOP = "[委省市县区镇乡村州和与及、由在到请让把向从对给的是有为被同跟等或]"
_LONGEST = 8
# No name has one of these before its ending: 书由居委会管.
_NO_END = frozenset("由让把向被")
_CHINESE = re.compile("[一-鿿]+")
_NOT_BODY = re.compile("[各该本有等和与在的一某每个哪些几类同]|全$")
_RANK = re.compile("[省市县区]")
_LEVEL = re.compile("(?:[省市县区镇乡村州]|[国省市县区州]政协)$")
# These are a whole name behind a level: 县残联.
_ALONE = "残联|妇联|工商联|文联|科协|侨联|团委|纪委|组织部|宣传部|统战部|政法委|武装部|党校|总工会|检察院|管委会"
_ENDS = frozenset(_ALONE.split("|"))
_WHOLE = re.compile(f"(?=[残妇工文科侨团纪组宣统政武党总红法检管办研])(?:(?:(?<=[省市县区州])|(?<=[镇乡])|(?<=街道))(?:{_ALONE}|红十字会|法院)|(?<=[省市县区]委)(?:办公室|政研室|研究室)|(?<=[省市县区]政府)(?:办公室|研究室))")
# 省政协财经委; 专委, 常委 and the like are no names.
_COMMITTEE = re.compile("(?<=政协)(?![各该本的党和与及向在由把对将是等]|[一-鿿]?[各专常党纪区市县省全主政])[一-鿿]{2}委(?![员会托派室办])"
                        "|(?:提案|经济|文史|社法|民宗|教科卫体|农业农村|港澳台侨|学习宣传|人口资源环境)委员会")
_PLACE = re.compile("(?=[自街社省市县区镇乡村])(?:自治区|自治州|自治县|街道|社区|省|市|县|区|镇|乡|村)")
_BEFORE = re.compile("(?:^|[，。；：、！？“”（）《》\0 ]|[省市县区镇乡州在到从由向和与及把让请对于为去赴往的自经同跟以至、]|位于|来自|包括|例如|比如|其中|组织|邀请|前往)$")
# No name of a place has one of these: they count, point, or make a word of their own.
_ORDINARY = frozenset("各全本每该我他它沿驻所下有无试首批乡镇村县市区街社城农几一两三四五六七八九十百个多贫困委员群众基层偏远边景园辖地党政协机关"
                      "到进走入出上中内外省级这那其一些在和与及或的了是不也都就把让请对于为去从由向被比跟同以因而且但若如按照据经过等类种名位次家户"
                      "老旧好坏重要点线面体制度工作活动推讲办设展学生产业旅游行会议提案代表联络界别履职服务管理选取取部分主题专门分散集中"
                      "说明导指算计划求写想谈叫称商沟通促助支持听报送收邀请引领带动加强调研视察督考问题汇排负责承担参与出席听取围绕结合依托利用打造创完善健保证实现努力坚"
                      "则还又再才仅只既x○×*某扶帮包住访联走示范薄弱先后当何某哪另整成片跨周邻相近毗直属下属普通最更较")
_CALLS = re.compile("(?:组织|邀请|前往|位于|来自|包括|例如|比如|发动|协调|联合|会同)$")
_COUNCIL = re.compile("[省市县区州]?政协")
_AFTER = re.compile("[域别间级划情况容志史委办局长里内外]")


class Name(NamedTuple):
    """A name in a text, from `start` to `end`: of a `place`, or of a body. `stem` is what stands before its ending, where
    the name is only guessed from that, `core` the part that a source with the name in full or in short has too."""

    start: int
    end: int
    text: str
    place: bool
    stem: str = ""
    core: str = ""


@lru_cache(maxsize=kept.STATEMENTS)
def names(text: str) -> tuple[Name, ...]:
    """The names of places and bodies in a text, in their order; of two that overlap the longer one."""
    places = (*_known_places(text), *_places(text))
    found = sorted((*_councils(text, places), *places, *_bodies(text), *_whole(text)), key=lambda name: (name.start, -name.end))
    kept: list[Name] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return tuple(kept)


def _bodies(text: str) -> Iterator[Name]:
    for m in _BODY.finditer(text):
        begin, ending, finish = m.start() - 2, m["end"], m.end("end")
        stem = text[begin:m.start()]
        before = text[max(0, begin - 6):begin]
        if ending in _WEAK and not (_RANK.search(before) if ending == "中心" else _LEVEL.search(before)):
            continue
        if _NOT_BODY.search(stem) or (ending == "局" and (stem[-1] in "格全结布僵当大党开" or (stem[-1] == "政" and stem[0] not in "民财行邮市"))):
            continue
        # What a source must have too: without the level before it, 水利局 for 县水利局, and without a verb, 统战部 for 说明统战部.
        core = ending if stem[-1] in _NO_END or (ending in _ENDS and not _ORDINARY.isdisjoint(stem)) else stem.lstrip(_STOP) + ending
        start = finish - len(core)
        while core != ending and start > 0 and finish - start < _LONGEST and _CHINESE.match(text[start - 1]) and text[start - 1] not in _STOP:
            start -= 1
        yield Name(start, finish, text[start:finish], place=False, core=core)


def _whole(text: str) -> Iterator[Name]:
    for pattern in (_WHOLE, *((_COMMITTEE,) if "委" in text else ())):
        for m in pattern.finditer(text):
            yield Name(m.start(), m.end(), m.group(), place=False, core=m.group())


def _places(text: str) -> Iterator[Name]:
    for end in _PLACE.finditer(text):
        for length in (2, 3):
            start = end.start() - length
            stem = text[max(0, start):end.start()]
            if len(stem) < length or not _ORDINARY.isdisjoint(stem) or not _CHINESE.fullmatch(stem):
                continue
            if _CALLS.search(stem) or _LEVEL.match(text[end.end():end.end() + 1]):  # 组织省政协; 市县, 县区
                continue
            if _BEFORE.search(text[max(0, start - 2):start] or "，") and not _AFTER.match(text[end.end():]):
                yield Name(start, end.end(), stem + end.group(), place=True, stem=stem)
                break


def _councils(text: str, places: Iterable[Name]) -> Iterator[Name]:
    """The 政协 of a place: 甲市政协 is not named where only 甲市乙区政协 is."""
    for place in places:
        if m := _COUNCIL.match(text, place.end):
            end = m.end()
            yield Name(place.start, end, text[place.start:end], place=False, stem=place.stem, core=text[place.start:end])


def _known_places(text: str) -> Iterator[Name]:
    for m in _table().finditer(text):
        yield Name(m.start(), m.end(), m.group(), place=True)


@lru_cache(maxsize=1)
def _table() -> re.Pattern[str]:
    """The table as a pattern: the names that are nothing else, and those that need their ending."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    words = [line.removeprefix("- ") for line in lines if not line.startswith("#")]
    sure = sorted((word for word in words if not word.endswith("?")), key=len, reverse=True)
    ambiguous = [word[:-1] for word in words if word.endswith("?")]
    return re.compile(any_of([*(f"{word}(?:省|市|县|州|地区|政协)" for word in ambiguous), *sure]))
