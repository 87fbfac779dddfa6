"""The body that speaks, as a line names it: alone, in brackets, with a speaker or a date, before the title or after a label."""

import re
from dataclasses import dataclass

from macros.fulltext.lines import rank
from macros.fulltext.passages import masks
from macros.model.vocabulary import Level

_WORD = r"[\u3400-\u9fffxX×＊*○〇□●_＿（）()]"
# Whose name says that it is a body, and those that need a place before them.
_BODY = ("政协(?:委员会|常委会|办公室|机关)?|政协.{1,12}(?:委员会|专委会|委|办公室|联络组|工作组|工作站|活动组|(?<![境世各外眼学边])界(?:别组?)?)|人大(?:常委会)?(?:办公室)?|人民政府(?:办公室)?|政府办(?:公室)?|"
         "党委(?:办公室)?|党工委|党组(?!副?书记|成员)|[省市县区州旗]委(?:办公室|办|统战部|组织部|宣传部|政法委(?:员会)?|政研室|研究室|社会工作部|党校)?|"
         "统战部|组织部|宣传部|政法委|社会工作部|纪委(?:监委)?|监委|总工会|工商联|工商业联合会|团委|妇联|妇女联合会|残联|科协|文联|侨联|台联|红十字会|商会|协会|联合会|学会|"
         "民革|民盟|民建|民进|农工党|致公党|九三学社|总支|支部|支社|居委会|村委会|党总支|党支部|合作社|管委会|指挥部|领导小组办公室|法院|检察院|公安局|司法局|"
         "委员会|专委会|委|街道办事处|街道办|办事处|工委|工作委员会|联络处|联络组|委员工作室")
_PLACED = "局|厅|办公室|研究室|中心|街道|社区|乡|镇|村|学校|中学|小学|医院|公司|集团|学院|大学|部|处|站|界别|活动组|小组|园区|开发区|县|市|区|省"
_PLACE = r"(?:中共|中国|全国|共青团|政协|[\u3400-\u9fffxX×＊*○□●_＿某]{1,10}?(?:省|市|县|区|州|盟|旗|乡|镇|街道|村|社区|矿区|新区|开发区))"
_UNIT = rf"(?:{_PLACE}{_WORD}{{0,22}}?(?:{_BODY}|{_PLACED})|{_PLACE}(?=委员会$)委员会|[省市县区州盟旗]{_WORD}{{0,10}}?(?:{_BODY})|政协.{{2,16}}(?:委员会|常务委员会)|{_WORD}{{2,8}}(?:街道|社区|镇|乡|村)|(?:民革|民盟|民建|民进|农工党|致公党|九三学社).{{2,10}}(?:委(?:员会|会)?|总支|支部|支社|小组))"
_ROLE = r"(?:党组副?书记|党组成员|党委书记|党委副书记|第一书记|书记|副书记|主席|副主席|主任|副主任|秘书长|副秘书长|部长|副部长|会长|副会长|局长|副局长|院长|校长|县长|市长|区长|镇长|乡长|站长|所长|处长|团长|队长|理事长|董事长|总经理|支书|召集人|委员(?!会|工作|活动|履职|联络|之家)|常委|主委|副主委|组长|负责人|代表|工作人员)"
_NAME = r"[\u3400-\u9fff·某xX×＊*○]{1,4}(?:[ 　]{1,3}[\u3400-\u9fff某xX×＊*○]{1,2})?"
SURNAMES = ("某王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
             "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝")
_DAY = r"(?:[（(]?\s*[\d０-９〇○零一二三四五六七八九xX×]{2,4}\s*年\s*[\d０-９一二三四五六七八九十xX×]{0,3}\s*月?\s*[\d０-９一二三四五六七八九十xX×]{0,3}\s*日?\s*[）)]?|[（(]?\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?[）)]?)"
_OFFICE = re.compile("(?<=政协)(?:党组(?:副?书记|成员)|副?主席|秘书长)[、兼].*$")
_LINE = re.compile(rf"[（(【\[]?(?P<unit>{_UNIT})(?:[ 　]*(?P<who>{_ROLE}(?:[、兼]{{1,2}}{_ROLE}|[、兼]?{_UNIT}{_ROLE})*)(?:[ 　:：]*{_NAME})?|[ 　]+[{SURNAMES}][\u3400-\u9fff某xX×＊*○　 ]{{1,3}})?(?:[ 　]+{_DAY})?[）)】\]]?")
_LABEL = re.compile(r"(?:单位|发言单位|报送单位|供稿单位|选送单位|申报单位|作者单位|发文机关|供稿|来源|文章来源|信息来源|发布机构)\s*[:：]\s*(?P<unit>[^\s　【|]{2,30})")
_COLON = re.compile(rf"(?P<unit>{_UNIT})\s*[:：]\s*(?P<title>\S.{{3,50}})")
# 青石县政协　把会场搬到村口
_BESIDE = re.compile(rf"(?P<unit>{_UNIT})(?:　+| {{2,}})(?P<title>[^　]\S{{5,50}})")
_SPEAKS = re.compile(rf"(?P<unit>{_UNIT})[:：]")
_BRACKETED = re.compile(rf"(?P<title>[^（）()]{{4,50}})[（(](?P<unit>{_UNIT})[）)]|[（(【](?P<before>{_UNIT})[）)】]\s*(?P<after>[^（）()]{{4,50}})")
_SPEAKER = re.compile(r"^(?:发言人|汇报人|作者|主讲人|交流人|执笔)\s*[:：]\s*")
_OPENS = re.compile(r"(?:让|把|在|以|推|做|用|从|为|抓|聚|搭|打|探索|强化|加强|发挥|坚持|走|关于|建好|建设|当好|织|守|写|谱|念|唱|架|深|全面|着力|积极|不断|围绕|助力|推动|促进|激活|开展|完善|创新)")
# 青石县河口镇政协联络组工作交流: what a council has in a place is a body of its own; 政协联络组建设 is what is told of.
_OWN_BODY = r"(?:(?![各全本]|委员(?!会|活动|工作|联络))(?:(?![打造推让建设做抓把以开创用为助着力激发强聚关于对在与和及的])[\u3400-\u9fff]){0,8}?(?:联络组|联络处|工作委员会|工委|委员活动组|活动组|专门?委员会|专委会)(?!的?(?:建设|作用|阵地|制度|机制|规范|标准|全覆盖|平台|运行|设立|设置|怎么|如何)))?"
# 云溪县政协关于…的报告: a title that names its body; 近年来，云溪县政协…: a text that does.
_TITLED = re.compile(rf"(?P<unit>[\u3400-\u9fffxX×○□●＊*]{{1,9}}(?:省|市|县|区|州|盟|旗|乡|镇|街道)(?:政协{_OWN_BODY}|委统战部|人大常委会|人民政府|总工会|工商联|委(?=关于)))")
_SELF = re.compile(r"(?:^|[，。、；：]|近年来|今年以来|年来|一直以来)(?:(?:下面|现在|今天|我们?|谨|受[^，。]{1,12}委托)*代表)?(?P<unit>(?:[\u3400-\u9fff]{1,6}?|[xX×＊*○□●某]{1,4})(?:省|市|县|区|州|旗)政协)")
# 列入县政协民主监督计划: what is done with it is no place.
_DONE_TO = re.compile("^(?:推动|推进|推行|推广|开展|组织|实施|落实|完善|健全|建立|设立|围绕|通过|按照|依托|利用|根据|经过|列入|纳入|报送?|提交|送|呈|会同|联合|配合|协助|支持|邀请|参加|担任|作为|指导|接受|推荐|"
                      "经|请|受|向|在|对|到|与|和|及|为|给|把|将|被|当|是|有|按|据|并|也|还|就|都|又|同|跟|比|离|去|来|进|入|出|由)")
# 镇上的县政协: words of a sentence.
_SAID = re.compile("[的了着得]|我们|咱们|[镇乡村街](?:上|里)")
_NO_PLACE = re.compile(r"^(?:全|各|我|本|该|老|新|这个|每个|邻|外|地)(?:省|市|县|区|州|盟|旗)")


@dataclass(frozen=True)
class Unit:
    """A body as the source writes it, the line that names it, and whether only the running text does. One that the editor
    names has the line 0 and, as `raw`, what stands in the source instead (None: the name itself; "": nothing)."""

    name: str
    line: int
    sure: bool = True
    raw: str | None = None

    @property
    def where(self) -> str:
        """Where it is named, in an editor's words."""
        return f"全文第 {self.line} 行" if self.line else f"由编者指定，原文写作“{self.raw}”" if self.raw else "由编者指定"

    @property
    def level(self) -> Level | None:
        return level(self.name)


def said(name: str, read: Unit | None) -> Unit:
    """The body that an editor names; where that is what was read in other words, with what the source calls it."""
    if read is None or read.name == name:
        return read or Unit(name, 0, raw="")
    short, long = sorted((read.name, name), key=len)
    letters = iter(long)
    same = masks(read.name) or all(letter in letters for letter in short)
    return Unit(name, 0, raw=read.name if same else "")


def level(name: str) -> Level | None:
    """Which level a body is of by its name, the innermost place counting; None where that can't be told."""
    found = _innermost(name)
    return found[1] if found else None


def asks(name: str) -> bool:
    """Whether the innermost place of a name is a 市, which may be of two levels."""
    found = _innermost(name)
    return found is not None and found[0] == "市"


def _innermost(name: str) -> tuple[str, Level] | None:
    best: tuple[int, str, Level] | None = None
    for pattern, value in (("省|自治区", Level.PROVINCE), ("市|自治州|(?<![民同联])盟|(?<!自治)州", Level.CITY), ("县|(?<!社)区(?!域)|旗", Level.COUNTY),
                           ("乡|镇|街道|社区|村", Level.TOWNSHIP)):
        for found in re.finditer(pattern, name.replace("自治区", "省")):
            if best is None or found.start() >= best[0]:
                best = (found.start(), found.group(), value)
    return best[1:] if best else None


def alone(text: str) -> str | None:
    """The body of a line that says nothing else (but who speaks and when); None for any other line."""
    if len(text) > 45 or re.search(r"[。；？！，]", text):
        return None
    if _LABEL.search(text):
        return labelled(text)
    bare = _SPEAKER.sub("", re.sub(r"^[—\-－\s]+", "", text))
    if _OPENS.match(bare):
        return None
    found = _LINE.fullmatch(bare) or _LINE.fullmatch(re.sub(r"(?<=\S)[ 　]+(?=(?:政协|委员会|人大|总工会))", "", bare))
    # 云溪市政协副主席、经济委主任: whose vice-chairman he is comes first.
    return _OFFICE.sub("", found.group("unit")) if found else None


def labelled(text: str) -> str | None:
    """The body after 来源： or 发文机关： in a line that may say more."""
    found = _LABEL.search(text)
    return found.group("unit") if found and _bodied(found.group("unit")) else None


def _bodied(name: str) -> bool:
    return re.fullmatch(_UNIT, name) is not None


def leading(text: str) -> tuple[str, str] | None:
    """The body and the title of a line 单位：题目, 单位　题目, 题目（单位） or （单位）题目; None for any other line."""
    if len(text) > 90 or re.search(r"[。；]", text):
        return None
    found = _COLON.fullmatch(text)
    if found and not _OPENS.match(text):
        return found.group("unit"), found.group("title")
    found = _BESIDE.fullmatch(text)
    if found and not _NO_PLACE.match(text) and alone(found.group("title")) is None and not _OPENS.match(found.group("unit")):
        return found.group("unit"), found.group("title")
    found = _BRACKETED.fullmatch(text) if not rank(text) else None
    return (found.group("unit") or found.group("before"), found.group("title") or found.group("after")) if found else None


def titled(title: str) -> str | None:
    """The body that a title begins with."""
    found = _TITLED.match(title)
    return found.group("unit") if found and not _NO_PLACE.match(found.group("unit")) else None


def speaking(text: str) -> str | None:
    """The body whose words a paragraph gives: 青石县政协：……"""
    found = _SPEAKS.match(text)
    return found.group("unit") if found else None


def spoken(text: str) -> str | None:
    """The first body that a paragraph says it is about."""
    return next((m.group("unit") for m in _SELF.finditer(text)
                 if not _NO_PLACE.match(m.group("unit")) and not _DONE_TO.match(m.group("unit")) and not _SAID.search(m.group("unit"))), None)
