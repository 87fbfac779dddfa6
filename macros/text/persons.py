"""Persons named beside their office or calling in a text. Chinese marks no names: told is a surname and one or two characters
before or behind an office, where a name can begin and end; what is a word of its own, or a place, is none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Surnames that few words begin with. Those of the second row begin many: they count with a name that is itself hidden
# (张某), or of two characters that names are made of; those of the third with one such.
_SURE = ("王李刘陈杨赵吴徐孙朱郭梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕卢蒋蔡贾丁魏薛阎潘戴汪姜姚谭廖邹熊陆郝崔邱侯邵孟钱汤尹黎乔贺赖龚"
         "樊殷翟倪葛范俞章鲁韦柴聂焦巩柏瞿耿岳闫裴柳齐庞涂詹欧覃莫阮桂卞喻祁靳舒卫蓝岑窦")
_WEAK = "张黄周胡高林何罗马程曾余叶杜苏夏钟田任方石金江史顾龙万段雷易武文康毛秦孔白许严华温牛单辛管米包鲍项路宁游凌霍兰滕裘洪施季"
_HALF = "张黄周胡林罗马叶杜苏钟金顾雷康毛秦孔华严牛洪施季"
_COMPOUND = "欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|东方|南宫"
_GIVEN = "[^\\W\\da-zA-Z州市县区省镇乡村庄屯寨沟营堡店港桥街路社局委部办组会协党职级长员各全副正原任某的和与及]"
_SECOND = f"{_GIVEN[:-1]}等带牵负主亲担参出率到在为说讲作做提指介向对给去来要就也还将已]"
_COMMON = ("[伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂建国华红志文玉春海荣德福生林新永利民金宝忠立东云龙飞斌波辉鹏宇浩峰毅俊凯晨雪梅琴燕"
           "玲珍莲凤淑慧萍洁晶颖婷雅倩欣佳彬晓大学庆义仁贵祥顺兴旺根树山江河清芬连胜卫振武良友光亮世家万松柏栋梁维克远航诚信达]")
_HIDDEN = "[某×＊*○xXｘＸ]{1,3}"
_NAME = f"(?:[{_SURE}{_WEAK}]|{_COMPOUND}){_HIDDEN}|(?:[{_SURE}]|{_COMPOUND}){_GIVEN}{_SECOND}?|[{_WEAK}]{_COMMON}{{2}}|[{_HALF}](?:{_COMMON}{_SECOND}|{_GIVEN}{_COMMON})"
_HEADS = "主席|书记|主任|局长|厅长|部长|县长|市长|区长|省长|镇长|乡长|村长|院长|校长|所长|站长|会长|理事长|秘书长|科长|处长|主委|社长|行长"
_CALLED = "同志|先生|女士|老师|教授|律师|医生"
_OFFICE = re.compile(f"(?:{_HEADS}|组长|队长|董事长|总经理|支书|委员|代表|联络员|召集人|监督员|信息员|{_CALLED})")
# Where a name can begin, and end: at a sign, or beside a word that is none of a name.
_OPEN = r"(?:^|(?<=[^\w])|(?<=[和与及由请让对向给跟同被把为经在到是的协会委组办局省市县区镇乡村党部院校长任席记员士]))"
_END = r"(?=$|[^\w]|[的和与及等带牵负主亲担参出率到在同为说讲作做提指任介组向对给去来要就也还将已起撰]|联系|联络|汇报|听取|部署|安排|调研|走访|召集|召开|督[查办促导]|考核|分管|审[定签核]|签[批发]|宣[布读]|批示|强调|指出)"
# Behind it, the name is a brand's, or an idea's.
_BRAND = "(?!工作室|调解室|工作站|工作法|讲堂|热线|精神|思想|理论|纪念|故居|诞辰|[》”])"
_BEFORE = re.compile(f"{_OPEN}(?P<name>{_NAME})(?:常务)?副?$")
_BEHIND = re.compile(f"[:：(（ ]{{0,2}}(?P<name>{_NAME}){_END}{_BRAND}")
_ALONE = re.compile(f"{_OPEN}(?P<name>[{_SURE}张黄周胡林罗马程叶杜夏钟]|{_COMPOUND})副?$")
_ALONE_WITH = re.compile(f"{_HEADS}|{_CALLED}")
_LIKELY = re.compile(f"{_OFFICE.pattern}(?=(?:[{_SURE}]|{_COMPOUND}){_GIVEN}{{1,2}})(?!..{{0,3}}?[省市县区镇乡村街河江湖路])")
_FIRST = frozenset(f"{_SURE}{_WEAK}欧司上诸皇尉公慕令端东南:：(（ ")
_NOT_BRAND = re.compile(_BRAND)
_WORDS = re.compile(
    "陈述|陈列|陈旧|郑重|谢绝|谢意|陆续|陆地|贺信|贺词|贺电|赖以|雷同|钱款|钱物|钱粮|汤圆|戴上|黎明|丁点|范围|范例|范本|"
    "范畴|章程|章节|齐全|齐心|齐抓|齐聚|卫生|卫星|莫大|莫名|莫非|岳父|唐突|彭湃|徐徐|董事|王牌|焦点|焦虑|焦急|舒适|舒心|"
    "柴油|桂花|蓝图|蓝天|蓝海|杨树|李子|葛根|庞大|庞杂|苏醒|乔装|乔迁|孙子|朱红|梁柱|宋代|宋体|唐代|唐诗|韩国|萧条|黎民|殷切|"
    "殷实|巩固|柏油|耿直|柳树|涂改|涂料|欧洲|王国|王者|沈浸|傅立|汪汪|熊猫|范文|韦编|侯选|侯补|卫健|卫视|卫国|舒展|焦化|"
    "齐备|齐声|柳编|桂冠|陆军|陆运|唐山|郑州|徐州|苏州|柳州|梁山|吕梁|曹妃|沈阳|兰州|汤阴|蔡甸|桂林|柏乡|岳阳|鲁山|葛洲|"
    "齐齐|卫辉|祁县|祁连|彭州|彭水|邓州|萧山|孟州|孟津|侯马|邹平|邹城|章丘|姜堰|赵县|魏县|殷都|耿马|阎良|黎平|邱县|邵阳|"
    "邵武|贾汪|吴桥|吴江|吴忠|李沧|陈仓|杨凌|孙吴")
# Whom texts of this kind name because of what they are called after.
_KNOWN = re.compile("毛泽东|周恩来|刘少奇|邓小平|陈云|江泽民|胡锦涛|习近平|李先念|邓颖超|李瑞环|贾庆林|俞正声|王沪宁|汪洋|李强|赵乐际|孙中山|雷锋|焦裕禄|王进喜")


class Person(NamedTuple):
    """A person's name; `words` are it with the office beside it, at an offset."""

    name: str
    words: str
    offset: int


def persons(text: str) -> Iterator[Person]:
    """Every person who is named beside an office, in order of their places."""
    for office in _OFFICE.finditer(text):
        start, end = office.span()
        found = _beside(text, start, end, office[0])
        if found and not _WORDS.match(found["name"]) and not _KNOWN.match(text, found.start("name")):
            first = min(found.start("name"), start)
            yield Person(found["name"], text[first:max(found.end("name"), end)], first)


def likely(text: str) -> Iterator[str]:
    """The offices of a text behind which a person's name is likely to begin, though nothing says where it ends: 委员韦素芬前后跑. Of such words
    it is better to show none."""
    return (m.group() for m in _LIKELY.finditer(text) if not _WORDS.match(text, m.end()) and not _KNOWN.match(text, m.end()))


def _beside(text: str, start: int, end: int, office: str) -> re.Match[str] | None:
    """The name before or behind an office at these places of a text."""
    before = text[max(0, start - 5):start]
    if not _FIRST.isdisjoint(before) and _NOT_BRAND.match(text, end):
        found = _BEFORE.search(text, max(0, start - 6), start)
        if found is None and _ALONE_WITH.fullmatch(office):
            found = _ALONE.search(text, max(0, start - 3), start)
        if found:
            return found
    return _BEHIND.match(text, end) if text[end:end + 1] in _FIRST else None
