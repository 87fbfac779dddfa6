"""What an amount counts, and the words of the source that say it: the noun behind it, or what its clause says before it."""

import re

from macros.importing import bounds, nameless, since
from macros.importing.verbs import longest
from macros.text.quantities import Quantity, quantities

_CLAUSE = re.compile(r"[，,。；;：:、（）()“”\"《》！？!?]")
# 由71%提高到93%, 由19件减到2件: the later one is the figure, its label stands before both.
_TURNED = re.compile("(?:(?<![\u3400-\u9fff])|(?<=[使让把将了的]))(?P<label>(?:(?![使让把将了的])[\u3400-\u9fff]){2,10}?)(?:由|从)(?:[\u3400-\u9fff]{1,6}的)?$")
_TURN = re.compile("(?:提高|提升|上升|增加|增长|扩大|下降|降低|降|减少|减|缩短|压缩)(?:到|至|为)")
# Behind a number of persons what they are may stand at the end of a clause of its own: 十二名跑运输的委员.
_WHOSE = re.compile("(?:具?有|来自|从事|经营|懂|擅长|熟悉|热心|精通|在|跑|做|搞|会)[\u3400-\u9fff、]{1,16}?的(?P<noun>[\u3400-\u9fff]{0,4}(?:委员|专家|骨干|干部|代表|人士|顾问|[者员师手家人]))(?=[，,。；;：:、（）()“”]|$|轮流|组成|负责|担任|参加|参与)")
# xx名法律、审计方面的专业人士: of what field they are.
_FIELD = re.compile("[\u3400-\u9fff]{2,8}(?:、[\u3400-\u9fff]{2,8}){0,4}等?(?:方面|领域|专业|行业|部门|战线)的(?P<noun>[\u3400-\u9fff]{0,4}(?:委员|专家|骨干|干部|代表|人士|人才|顾问|[者员师手家人]))(?=[，,。；;：:、（）()“”]|$|轮流|组成|负责|担任|参加|参与|为)")
# 全镇35名委员: all of them are meant.
_ALL = re.compile("(?P<all>全(?:省|市|州|县|区|旗|乡|镇|街道|村|社区))(?:共|现|现有|共有|有)?$")
# 97个问题已整改89个: of those that are told before so many.
_OF_THEM = re.compile("(?P<noun>[\u3400-\u9fff]{2,6}?)(?P<done>(?:已经?|均已|都已|目前已)(?P<deed>[\u3400-\u9fff]{2}))")
# How long, or when, stands before it: 两年多来共开会340余场, 2024年收到建议186条.
_SINCE = re.compile("(?:以?来|间|内|里)?[，,]?")
# 从…和退休编辑中选了21人: of several kinds, who they are is told before.
_CHOSEN = re.compile("[中里](?:选|挑选|选出|遴选)了?$")
# A deed of one sign says no more than that it is counted by its times: 开了七次, 谈了320余场.
_RECORDED = re.compile("(?P<noun>影像|录音|录像|视频|音频|志愿服务|授课|培训)(?:共|累计|达|约|近)*$")
_SHORT_DEED = re.compile("[开谈办讲议评查巡走跑去听]$")
_TIME = re.compile(r"^.*(?:已经|先后|累计|目前(?:为止)?|为止|去年|今年|明年|后年|全年|以来|以后|年来|(?:最近|近|过去)[一二两三四五六七八九十几\d]+年|下旬|[年月]底(?:前)?|底前|共(?![识同建享商]))")
_NUMBER_WORDS = re.compile(r"(?:共|达到|达|约|近|已|先后|累计|超过|全年|每年|至少|不得|不能|不少于|不超过|只|有|了|的|为|是|由|等|其中|只|各|分为|分|设)+$")
# What stands right behind an amount and is what it counts: nothing else of the clause follows. What ends a noun behind an amount: 6个重点商圈|设立, 32个事项|完成.
_VERBS = "人人|[计记列纳]入|个个|家家|户户|分别|各自|一律|编入|编成|到场|出席|列席|参会|到会|结对|上岗|负责|轮流|组成|担任|主持|接待|走访|值班|值守|驻点|领衔|牵头|挂牌|上门|入驻|照看|承担|设立|创办|开办|开设|搬进|搬到|搬入|迁入|中试行|中试点|中推行|完成|包联|联系|参加|参与|试点|全部|转化|得到|获得|采用|采纳|落实|解决|办结|领办|督办|开展|建立|建成|承办|进行|跟踪|试用|走[进上到]|共有|共(?=[收召开办举推])|现有|每[年月次季周场期半]|全面推|先行|率先|(?<!一)试(?=[，,。；;]|$)|先后|累计|均|都|已"
# 10个街镇|建“委员协商站”, 7个村|设议事亭: what is put up there is another thing.
_PUT_UP = "(?:建设|开设|设置|配备|创建|摆放|[建设配摆办挂装开](?:立|有|起|了)?)(?=[“‘《])|(?<=[村镇乡街区社点站])(?:建(?![设筑议制])|设(?![施备计区]))(?=[\u3400-\u9fff]{2})"
_PUTS_UP = re.compile(_PUT_UP)
_COUNTED = re.compile(rf"(?P<noun>[\u3400-\u9fff]{{1,4}}（[\u3400-\u9fff]{{1,6}}）|[镇村乡县区](?=、|分别|各[配设建有]|由|先行|率先|先[试办开]|共[收召开办举推协组有]|同时|{_PUT_UP})|[\u3400-\u9fff]{{2,6}}?)(?=[，,。；;：:、（）()“”！？!?]|$|和|与|及|等|的|{_VERBS}|{_PUT_UP})")
_A_VERB = re.compile(_VERBS)
# 骨干委员84名走进书房: where they went is not what they are.
_GOES = re.compile("走[进出上访到近]|来到|赶到|奔赴|深入(?!度)|下到")
# What a long clause tells of last, with its number: 走访困难职工 of 组织各界别委员深入一线走访困难职工.
_DEEDS = re.compile("走访|接待|收集|征集|慰问|服务|解决|帮助|帮扶|吸引|惠及|受益|发放|印发|培训|覆盖|化解|调解|募集|捐赠|推荐|提交|反映|整理|联系|结对")
# Behind an amount that counts what stands before it the sentence ends or goes on anew.
_ENDS = re.compile(r"[^\u3400-\u9fff]|$|并|和|与|及|等|以[上下内]|左右|上下|之内")
# What was done to whom is counted: 选聘协商议事员200名; a deed alone is counted by its times: 举办12期.
_DONE_TO = re.compile("^.*(?:选聘|聘请|聘任|招募|遴选|选派|配备|吸纳|召开|举办|举行|开展|组织|建成|设立|成立|建立)(?=[\u3400-\u9fff]{2})")
_MET = re.compile("开会|议事|夜谈|座谈|会商|协商|走访|监督|巡查|调研|宣讲|坐诊")
# 开展监督23次: the deed is counted, and not what it is of.
_DEED_OF = re.compile("开展(?!了)[\u3400-\u9fff]{2,8}$")
_DEED = re.compile("^(?:已)?(?P<deed>召开|举办|举行|开展|组织)$")
_EACH = re.compile("(?P<each>每(?:一|个)?[\u3400-\u9fff]{1,3}?)(?:每年|每月)?(?:安排|给予|拨付|拨|列支|补|给)?")
_SPENT = re.compile("经费|补助|补贴|奖励|资金|奖金|运转费|工作费")
_TIMES = {"次": "次数", "期": "期数", "场": "场次"}
_RANKS = re.compile("^[省市州盟县区旗乡镇]*[两三四五]级|^.*(?:人士|的)(?=[\u3400-\u9fff]{2})")
_QUOTED_NOUN = re.compile("“(?P<noun>[^“”]{2,12})”")
_QUOTED_BEFORE = re.compile("(?<![”、和与])“(?P<noun>[^“”]{2,12})”(?:[，,]共|共|已|有)*$")
# A word that leads on to what is counted, and none within another: 就业岗位, 从业人员, 主要领导, 到会委员 go on whole.
_LEADS_ON = "就(?![业学医诊近餐读地])|把(?![关手])|(?<![主重需必首只])要(?![素点事求闻道])|被(?![征告])|让(?![利])|(?<![即])将(?![军领才])|(?<![关由属对基])于|(?<![存实所])在(?![线册校岗建职场编])|(?<![达遇])到(?![访会场位期])|" \
            "(?<![方意走导])向(?![导])|从(?![业事众])|(?<![供发])给(?![付养予])|(?<![作行因认成转分])为(?![民期])"
# A label that acts, counts or leads on is the rest of a sentence.
_NO_LABEL = re.compile(rf"[\d\s#\[\]{{}}xX×＊*○□●_]|[一二三四五六七八九十百千万两]+[个户名次家条件项]|{_LEADS_ON}|对(?![口接策象联])|低|高(?![校新铁])|进行|左右|以上|以下|及其|负责|担任|开会|组成|[前中后先低]$|^以[上下内]|^之内|^每[一个处名件次家位人户]*$|^[的和与及]|^(?:没有|未|不)|^全[省市州县区旗乡镇街村]$|(?P<again>[\u3400-\u9fff])一(?P=again)$|[中里](?:选|挑选|选出|遴选)$")
# What goes on from a noun behind an amount: 社区干部 of 驻点委员和社区干部, 事项 of 停车等事项, 村 of 沿河的村.
_GOES_ON = re.compile(rf"(?P<link>[、和与及]|等|的)(?P<more>[\u3400-\u9fff]{{2,6}}?)(?=[，,。；;：:（()“”）！？!?]|$|{_VERBS})")
# What was done with all of a number stands behind it: 46件已办结, 12个全部建成.
_OUTCOME = re.compile("(?:已经?|均已?|都已?|全部)[\u3400-\u9fff]{2,3}(?=[，,。；;：:（()“”）！？!?]|$)")
_PERSON = re.compile("[员者师手家人傅士长户代表专家骨干群众]$")
# Of 电梯加装、雨棚更换等民生项目 only what they all are is told.
_ALL_OF_LIST = re.compile("^.*等(?:处|地|人)?(?=[\u3400-\u9fff]{2})")
_LONGEST, _CLAUSE_MOST, _WITH_SPAN = 14, 40, 17
# 每次不超过20名: so many each time.
_EACH_TIME = re.compile("(?P<each>每(?:次|场|期|轮|批|组|队|站|点|村|件|人|班))(?:会议|活动)?(?:都|均|只|可|须|要)?(?:至少|至多|最多|最少)?(?:邀请|安排|选派|选取|组织|参加|参会|参与|配备?|限|吸收)?(?:人数)?(?:不(?:得)?(?:超过|少于|多于|低于)|至少|至多|最多|最少|控制在|约)?$")
_DID = re.compile(f"(?P<deed>{_DEEDS.pattern}|评出|选出|选聘|聘请|建成|新建|走进|组建|开设|举办|召开|开展|制作|编印)了?$")
# 去年，在12个村设立书屋: where it was done is no number of that year.
_WHERE = re.compile("[在从对向由于](?:[全我本各][省市州县区旗乡镇村]|辖区内?|境内|全部)?$")
_LIMIT_AFTER = re.compile("及?以[上下内]|之内|左右|上下")
_LIMIT_BEFORE = re.compile("(?:至少|至多|最多|最少|不少于|不超过|不低于)[\u3400-\u9fff]{0,4}$")
# 会议、提案、走访等5类, “必读”“选读”两类: so many are all of them.
_OF_A_LIST = re.compile("、[^，。；、]{1,8}等$|”[、和与]?“[^“”]{1,8}”等?$")
# 其中骨干的占六成, 交办后水利局投入46万元.
_SHARE_OF, _AFTER_THAT = re.compile("的占$"), re.compile("^[\u3400-\u9fff]{2,4}(?<![先前最今以背落])后(?=[\u3400-\u9fff]{4})")
_LISTED = re.compile("、[\u3400-\u9fff]{2,7}[委局办室会站]$")
_DID_SO = re.compile("(?P<deed>(?:完成|通过|参加|参与|获得|接受|主动|提交|加入|退出|担任)[\u3400-\u9fff]{2,4})(?=[，,。；;]|$)")
_CHOSE = re.compile("选取|挑选|抽取|抽调|选定|确定|安排")
_LEAD = 8


def turned_from(text: str, amount: Quantity) -> bool:
    """Whether an amount is where something began that another tells the end of: 71% in 由71%提高到93%."""
    turn = _TURN.match(text, amount.end)
    return bool(turn and _TURNED.search(text[:amount.start]) and any(q.start == turn.end() for q in quantities(text)))


def _turn(text: str, amount: Quantity) -> re.Match[str] | None:
    """What an amount is the end of: 立案率由 where 71%提高到 stands before it."""
    first = next((q for q in quantities(text) if q.kind == amount.kind and (turn := _TURN.match(text, q.end)) and turn.end() == amount.start), None)
    return _TURNED.search(text, 0, first.start) if first else None


def noun_behind(text: str, amount: Quantity) -> str:
    """What stands right behind an amount and ends there: 行政村 in 136个行政村，, all of 驻点委员和社区干部; "" where the sentence goes on."""
    behind = text[amount.end:amount.end + 24]
    if quoted := _QUOTED_NOUN.match(behind):
        return quoted["noun"]
    found = _COUNTED.match(behind)
    if found is None or _NO_LABEL.search(found["noun"]) or _OUTCOME.match(behind) or _A_VERB.fullmatch(found["noun"]) or _GOES.match(found["noun"]):
        return ""
    more = _GOES_ON.match(behind, found.end())
    if more is None:
        # 沿河的 without its 村 is no noun.
        return "" if behind[found.end():found.end() + 1] == "的" else found["noun"]
    if more["link"] == "的" and amount.unit in ("人", "名", "位") and _PERSON.search(found["noun"]):
        # 18位老师傅的口述: persons are counted, not what is theirs.
        return found["noun"]
    whole = found["noun"] + more.group()
    if more["link"] in "、和与及" and (longest().match(more["more"]) or _NO_LABEL.search(more["more"]) or quantities(more["more"])):
        # 2个社区和开展…: what goes on is another thing that was done.
        return found["noun"]
    return whole if len(whole) <= _LONGEST and not _NO_LABEL.search(whole) else ""


def recorded(text: str, amount: Quantity) -> re.Match[str] | None:
    """What hours are of that were recorded or given: 影像260小时; how long a thing takes is no figure."""
    return _RECORDED.search(text[:amount.start]) if amount.unit in ("小时", "个小时") else None


def _whose(text: str, amount: Quantity) -> re.Match[str] | None:
    """What a number of persons is of, where words about them stand between: 委员 in 十二名跑运输的委员."""
    return _WHOSE.match(text, amount.end) or _FIELD.match(text, amount.end) if amount.unit in ("名", "位") else None


def _each(text: str, amount: Quantity) -> re.Match[str] | None:
    """The words before an amount that say that it is so many each time: 每次不超过."""
    return _EACH_TIME.search(text, max(0, amount.start - _LEAD * 2), amount.start)


def raw(text: str, amount: Quantity) -> str:
    """The amount with what it counts; with the words before it where nothing stands behind. Nobody's name is in it."""
    said = _raw(text, amount)
    before, own, behind = said.partition(amount.text)
    return nameless.without(before) + own + behind if own else said


def _raw(text: str, amount: Quantity) -> str:
    if turned := _turn(text, amount):
        return text[turned.start():amount.end]
    if whose := _whose(text, amount):
        return text[amount.start:whose.end()]
    noun = "" if amount.kind == "share" else noun_behind(text, amount)
    if noun and text[amount.end:amount.end + len(noun)] == noun:
        # 至少 is of the figure as well, wherever in its clause it stands.
        limit = _each(text, amount) or _LIMIT_BEFORE.search(text, max(0, amount.start - _LEAD), amount.start) or (_ALL.search(text, max(0, amount.start - _LEAD), amount.start) if _whole(text, amount, noun) else None)
        return text[limit.start() if limit else amount.start:amount.end] + noun
    if noun and text[amount.end:amount.end + len(noun) + 2] == f"“{noun}”":
        return text[amount.start:amount.end + len(noun) + 2]
    after = _LIMIT_AFTER.match(text, amount.end) or _OUTCOME.match(text, amount.end)
    before = _CLAUSE.split(text[max(0, amount.start - _CLAUSE_MOST):amount.start])[-1]
    own = _own(before, amount)
    if own == before and text[:amount.start - len(before)].endswith("、") and (said := _counted(text, amount)) and before.find(said) > 0:
        # 围绕饮水、食堂、殡葬开展监督23次: the last of a list is of what is counted no more than the others.
        own = before[before.find(said):]
    before = own
    bound = bounds.WORDS.search(before)
    if len(before) > _LEAD:
        # Of a long clause what the label says of it: all of 驻点委员和社区干部共36人.
        said = _OUTCOME.sub("", _counted(text, amount)) if after else _counted(text, amount)
        at = before.rfind(said) if said else -1
        before = before[at:] if at >= 0 else bound.group() if bound else ""
    return re.sub("^(?:其中|并(?!联|购|案)且?)(?=[\u3400-\u9fff]{2})", "", before) + text[amount.start:after.end() if after else amount.end]


def _own(before: str, amount: Quantity) -> str:
    """What of a clause before an amount belongs to it: nothing where another amount stands there (2名管理员和3名), what stands behind
    how long or when."""
    others = [q for q in quantities(before) if amount.kind != "money" or q.kind != "frequency"]
    if not others:
        return before
    if of_them := _of_them(before):
        return of_them["done"]
    last = others[-1]
    if last.kind in ("any", "thing", "person") and (noun := noun_behind(before, last)) and before.startswith(noun, last.end):
        # 14个乡镇联络委共有骨干委员84名
        return before[last.end + len(noun):]
    after = _SINCE.match(before, last.end)
    # 五年累计资助学生620名
    counted = after is not None and (after.group() or re.match("累计|共|先后", before[after.end():]))
    return before[after.end():] if after and (last.kind == "date" or (last.kind == "months" and counted)) else ""


def _of_them(clause: str) -> re.Match[str] | None:
    """What a clause says of those that it has counted, up to the next amount: 问题, 已整改 in 97个问题已整改89个."""
    return next((found for q in quantities(clause) if q.kind in ("any", "thing", "person") and (found := _OF_THEM.fullmatch(clause, q.end))), None)


def _whole(text: str, amount: Quantity, noun: str) -> bool:
    """Whether an amount is of all that a place has: 全镇35名委员."""
    return amount.unit in ("名", "位") and len(noun) > 1 and _ALL.search(text, max(0, amount.start - _LEAD), amount.start) is not None


def before(text: str, start: int) -> str:
    """What the clause says before an amount that hides its number, where that may name what is counted: 征集线索 of 今年征集线索4**条."""
    said = _said(text[max(0, start - _CLAUSE_MOST):start])
    return since.span(text, start) + said if 2 <= len(said) <= 12 and not _NO_LABEL.search(said) else ""


def _said(ahead: str) -> str:
    """The last clause without the words of time and number in it; of one too long to be told what stands from its last verb on."""
    said = _TIME.sub("", _NUMBER_WORDS.sub("", _CLAUSE.split(ahead)[-1]))
    said = _NUMBER_WORDS.sub("", said.replace("了", "")).removeprefix("其中").removeprefix("例如")
    # 共有骨干委员84名: that they are there is no part of what they are.
    said = re.sub("^(?:[上下]半年|[前头上]?[一二三四]个?季度|迄今|至今|现?有)(?=[\u3400-\u9fff]{2})", "", said)
    # 被区级部门采纳41条, 转化为提案12件: what stands behind the last word that leads on.
    said = re.split(_LEADS_ON, said)[-1]
    if ahead[:len(ahead) - len(_CLAUSE.split(ahead)[-1])].endswith("、"):
        said = _ALL_OF_LIST.sub("", said)
    if len(said) > _LONGEST:
        deeds = sorted(m.start() for of in (longest(), _DEEDS) for m in of.finditer(said) if 2 <= len(said) - m.start() <= _LONGEST and m.end() < len(said))
        said = said[deeds[-1]:] if deeds else ""
    return said


def label(text: str, amount: Quantity) -> str:
    """What is counted, of which span (去年办结) and for each of what (每次委员) where its sentence says so; no person's name."""
    said = nameless.without(_counted(text, amount))
    if len(said) < 2:
        return ""
    clause = _CLAUSE.split(text[max(0, amount.start - _CLAUSE_MOST):amount.start])[-1]
    if each := _each(text, amount):
        persons = "人数" if amount.unit in ("名", "人", "位") else ""
        return said + persons if said == each["each"] else said if said.startswith("每") else each["each"] + said if said else persons and each["each"] + persons
    when = since.span(text, amount.start) if said and not _WHERE.search(clause) and not _turn(text, amount) else ""
    said, did = said.removeprefix(when), _DID.search(clause)
    if when and did and said == noun_behind(text, amount):
        # 去年8月走访3个社区: of which deed the number is.
        said = did["deed"] + said
    return when + said if when and len(when + said) <= _WITH_SPAN else said


def _counted(text: str, amount: Quantity) -> str:
    """What is counted: the noun behind the amount, or what the clause says before it (办结 in 办结187件)."""
    ahead = text[max(0, amount.start - _CLAUSE_MOST):amount.start]
    if _OF_A_LIST.search(ahead) and not noun_behind(text, amount):
        return ""
    if quoted := _QUOTED_BEFORE.search(ahead):
        return quoted["noun"]
    if turned := _turn(text, amount):
        return _TIME.sub("", turned["label"])
    if whose := _whose(text, amount):
        return whose["noun"]
    if amount.unit in ("人", "名", "位") and _CHOSEN.search(ahead) and not noun_behind(text, amount):
        return "选出人数"
    if kept := recorded(text, amount):
        return kept["noun"] + "时长"
    clause = _CLAUSE.split(ahead)[-1]
    if (of_them := _of_them(clause)) and _ENDS.match(text, amount.end):
        return of_them["deed"] + of_them["noun"]
    before = re.sub("^(?:现已|目前已|已|并(?!联|购|案)且?|还(?!款|田)|又(?=..))|(?<=会)已(?=举办|召开)", "", _said(ahead))
    before = _AFTER_THAT.sub("", _SHARE_OF.sub("占比", before) if amount.kind == "share" else before)
    before = re.sub("^有(?=[\u3400-\u9fff]{2})", "", before)
    if amount.unit in _TIMES and _ENDS.match(text, amount.end) and (deed := _MET.fullmatch(before) or (_DEED_OF.search(before) if _MET.search(before) else None)):
        return deed.group()
    if _SHORT_DEED.fullmatch(before) and amount.unit in _TIMES:
        return _TIMES[amount.unit]
    if _LISTED.search(ahead):
        # 农业委、经济委、教科委3个专委会: the last of a list counts nothing.
        before = ""
    noun = "" if amount.kind == "share" else noun_behind(text, amount)
    if noun in tuple("村镇乡县区") and (_PUTS_UP.match(text, amount.end + 1) or re.match("分别|各|由", text[amount.end + 1:])):
        return noun + "数"
    if noun in tuple("村镇乡县区"):
        # 选取3个镇先行一步: what was done there is no name of what is counted.
        before = ""
    if noun and (whole := _ALL.search(ahead)) and _whole(text, amount, noun):
        return whole["all"] + noun
    outcome = _OUTCOME.match(text, amount.end)
    if not noun and not outcome and not _ENDS.match(text, amount.end) and not _GOES.match(text, amount.end):
        # 连续两次低于…, 法治4个组: what is counted stands behind, whatever stands before.
        before = ""
    if amount.kind == "money" and (each := _EACH.fullmatch(before)):
        # 每站每年1.5万元: so much of what for each.
        spent = _SPENT.findall(text[max(0, amount.start - _CLAUSE_MOST):amount.start])
        before = each["each"] + ("每年" if "每年" in _CLAUSE.split(ahead)[-1] else "") + (spent[-1] if spent else "经费")
    deed = _DEED.match(before)
    before = deed["deed"] + _TIMES.get(amount.unit, "次数") if deed else _RANKS.sub("", _DONE_TO.sub("", before))
    if outcome and len(before) >= 2:
        before += outcome.group()
    return next((label for label in (noun, before) if 2 <= len(label) <= _LONGEST and not _NO_LABEL.search(label)), "")


def with_deed(text: str, start: int, end: int, label: str) -> str:
    """A label with what was done with so many, as the words behind the amount or the last verb of its clause say: 完成述职的委员, 选取的委员."""
    behind = _DID_SO.match(text, end + len(label)) if text.startswith(label, end) else None
    if behind:
        return behind["deed"] + "的" + label
    clause = re.split("[，,。；;：:（）()“”]", text[max(0, start - _CLAUSE_MOST):start])[-1]
    deeds = [m.group() for m in sorted((*longest().finditer(clause), *_CHOSE.finditer(clause)), key=lambda m: m.start())]
    return deeds[-1] + "的" + label if deeds and not label.startswith(deeds[-1]) else label
