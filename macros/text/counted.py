"""What tells without a word of completion that something was done: a past time with a count or a deed (去年亮黄卡7张), so
many places in which something stands (在10个街镇建), a result with its count (42件……得到解决), a thing set up with its rhythm
(设立……每年评). And the words by which a passage is a plan after all. Knows no entry."""

import re
from collections.abc import Iterator

_NUMBER = "[0-9０-９xX×〇零一二两三四五六七八九十百千万]+(?:\\.[0-9]+)?[余多万]{0,2}"
_UNIT = "(?:[个次名家支项条场期人户件份篇处种张套间座栋本册幅台辆道笔款批轮趟元部%％位字例宗起封站所组成亩棵株盏吨](?![月年日])|公里|小时|[课节讲堂](?![了到过堂室座课]))"
_YEAR = "(?:(?<![0-9到至前])[12][0-9]{3}|(?<![一二〇○零到至前])[一二][〇○零一二三四五六七八九]{3})年(?![底末内来]|年[底内])"
_PAST = f"(?:去年|前年|上年|上半年|上季度|上个月|上月|(?:最近|近|过去|前)[一二两三四五六七八九十几0-9]+(?:年|个月)(?![内]|之内)|[一二两三四五六七八九十几0-9]+年多?来|本届(?:以来)?|前不久|日前|{_YEAR})"
_DEEDS = ("围绕|召开|开展|举办|举行|组织|实施|实行|推行|推动|制定|出台|印发|聘请|聘任|选聘|收集|收到|征集|提出|报送|采纳|解决|办理|办结|化解|协商|走访|调研|培训|评选|评议|表彰|通报|发放|"
          "联系|接待|服务|建立|建起|建成|设立|设置|成立|创办|开办|开设|开通|上线|启用|试行|发布|提交|转化|督办|回访|考核|约谈|劝退|安排|编印|汇编|邀请|参加")
_STANDS = "(?:建有|设有|配有|建设|建立|设立|设置|配备|创建|开办|开设|建|设|配|办|挂|摆|装)(?!议(?!事)|[法计想会案理方公])"
# A count of the same clause says most: 近三年选题库发布题目120个, not 近三年选题库发布 alone.
_IN_THE_PAST = (re.compile(rf"{_PAST}(?:以来)?，?[^，。；！？]{{0,20}}?{_NUMBER}{_UNIT}"), re.compile(rf"{_PAST}[^。；！？]{{0,30}}?(?:{_NUMBER}{_UNIT}|(?:{_DEEDS})了?)"))
# By themselves too wide, or no time at all: with a count in the same clause, or in the next, they sum up what was done (近年来送书30场, 运行两年来客1200人).
_LASTED = "(?:试?运行|开放|开办|创办|成立|启用|上线|推行|实施|实行|试行|建立|建成|设立|推出|启动)"
_SPAN_OF_TALLY = (f"(?:近(?:些|几)?年来|今年(?:以来|[前头上]?[一二三四两1-4]个?季度|上半年|前[一二三四五六七八九十0-9]+个?月)|(?:过去|这|最近)[一二两三四五六七八九十0-9]+(?:年多?|个月)(?:多?[来间中里])?|[一二两三四五六七八九十0-9]+年(?:多?[间里]|下来)"
                  f"|{_LASTED}(?:至今|[一二两三四五六七八九十几0-9]+(?:年|个月)多?[来间]?(?=[，,]))|[\u3400-\u9fff]{{0,6}}(?<!长期)(?<!一直)(?<!自古)(?<!大)(?<!全会)(?<!改革开放)(?<!建[国党])以来|至今|迄今)")
_SUMMED = "召开|收到|收集|征集|接待|举办|举行|开展|组织|培训|走访|解决|化解|发放|发布|送|编印|推动|推荐|提出|提交|形成|完成|评选|评出|聘请|吸引|惠及|帮助|帮扶|办|安排|服务|建成|建起|建立|邀请|联系|调解|整改|督办|转办"
_SUMS_UP = f"(?:已有(?![的关])|截[至止](?!明年|后年)[^，。；！？前]{{0,12}}?|累计|先后(?!顺序|[多几])|(?<!公)共(?=有|{_SUMMED})|目前[，,]?[^，。；！？]{{0,8}}?(?:已|共|(?<![没只仅未])有)(?!待|望|意))"
_NO_COUNT = "(?:(?!没有|尚未|未能|只有|仅有|不到)[^，。；！？])"
_TALLY = re.compile(f"(?:{_SPAN_OF_TALLY}(?:[，,]{_NO_COUNT}{{0,12}}(?=[，,]))?[，,]?|{_SUMS_UP}[，,]?){_NO_COUNT}{{0,20}}?{_NUMBER}{_UNIT}")
# What was before that, and what a place is like, is not what came of it.
_BEFORE_THAT = re.compile("(?:以前|之前|此前|原先|原来|从前)[，,]|(?:全|我|该|本)[省市州县区旗乡镇街村][^，。；]{0,4}共有|辖[^，。；]{0,8}共有|共有[^，。；]{0,4}[0-9一二两三四五六七八九十百]+个(?:乡|镇|街道|行政村|社区|村)")
_THERE = re.compile(rf"(?:在|每个?|各|全部)?{_NUMBER}(?:个|家|所|处)[\u3400-\u9fff]{{1,10}}?{_STANDS}|(?:{_STANDS})了?[“\u3400-\u9fff”]{{0,12}}?(?!一[个家所处名位间座])(?<![0-9一二两三四五六七八九十百千]){_NUMBER}(?:个|家|所|处|名|位|间|座)")
# 推动42件难事得到解决: what came of it; by itself (得到解决) a person may take it for a sign.
_OBTAINED = "(?:得到|获得)(?:了|有效|及时|妥善|圆满|切实|顺利|全部|基本|一一)*(?:解决|落实|化解|整改|办理|回应|采纳|办结)"
_RESULT = re.compile(f"{_NUMBER}{_UNIT}[^，。；：！？]{{0,16}}?{_OBTAINED}")
_OBTAINED_ONLY = re.compile(_OBTAINED)
# 开行了17次, 进行了约谈: what 了 behind a verb says by itself.
_ACTED = re.compile(f"(?<=[\u3400-\u9fff])(?<![为除不得])了(?![解如却的])[^，。；：！？了]{{0,10}}?{_NUMBER}{_UNIT}|(?:进行|给予|作出|做出)了[\u3400-\u9fff]{{2}}")
# 设立“金扁担奖”，每年评10名: what is set up and comes back, told in the present.
_SETS_UP = "设立|设置|设有|建立|建有|成立|组建|创办|创设|开办|开设|开辟|开通|推出|实行|推行|施行|聘请|聘任"
_STANDING = re.compile(f"(?:{_SETS_UP})(?:有|了)?[“‘]?[^。；！？]{{2,24}}?[，,]?每(?:年|半年|季度?|个?月|两个?月|周|星期|天|日|届|学期)[^，。；！？]{{0,6}}?(?:评|开|举行|召|办|组织|发布|公布|通报|接待|走访|值|坐|轮|议|协商|回访|巡|表彰|更新|调整|考核)")
_WISHED = re.compile("建议|希望|应当?|必须|需要?|可以?|能够?|要求|如何|怎样|假如|如果")
_LEAST = re.compile("不少于|至少|不低于|不得")
# In the clause of a result: what is to be so, or is not.
_UNMET = re.compile("确保|力求|力促|保证|以便|直到|直至|未能?|没有|能否|是否|才能|方能|不能|不得|难以|尽快|早日|使|让|要求")
# What makes a plan or a wish of a sentence.
_PLAN = re.compile("(?<![即])将(?![军领士])|(?<!工作)(?<!年度)计划(?![生外内])|力争|争取|打算|(?<![模虚比草])拟(?!定)|下一?步|下一?阶段|今后|接下来|明年|后年|年内|年底前|到(?:20)?[0-9]{2}年|届时|预计|目标|有望|准备|设想|谋划|"
                   "希望|建议(?=[在把由对各])|应当|必须|今年[^，。；]{0,6}要|(?<![重主需必首只简纲摘])要(?=[在把建设办推开做抓搞让用配组加强实])|探索")
# What makes a rule or a denial of its clause: 每年建10个, 至少配2名.
_RULE = re.compile("每(?:年|月|季度?|周|天|半年|届|次|村|站|个)|不少于|至少|不得|没有|尚未|未能|如果|凡是?")
_NOW = re.compile("(?:但|而)?(?:目前|现在|现已|截至|至今|迄今|已经|已(?=有|在|建|办|开))")
_TURNED = re.compile("(?:^|[。；！？])(?:因此，|为此，)?(?:我们)?(?P<word>下一?步|下一?阶段|今后|接下来|明年)")
_STOPS, _COMMAS = "。；！？;", "，。；！？：、,;"


def told_as_done(text: str) -> str | None:
    """The shortest words of a text that tell by a past time, a result, or so many places that it was done; None where
    none do, and where it is a plan, a rule or a wish."""
    return next((text[start:end] for start, end in told(text)), None)


def told(text: str) -> Iterator[tuple[int, int]]:
    """From where to where such words stand in a text, the surest first."""
    for pattern in (*_IN_THE_PAST, _RESULT, _ACTED, _THERE, _TALLY):
        for found in pattern.finditer(text):
            clause = max(text.rfind(sign, 0, found.start()) for sign in _COMMAS) + 1
            # 去年亮黄卡7张，今年打算…: of what is past what follows says nothing.
            until = _end(text, found.end(), _STOPS if pattern is _THERE else _COMMAS)
            own, leading = text[clause:_end(text, found.end(), _COMMAS)], _leading(text, found.start())
            if not _RULE.search(own) and not _BEFORE_THAT.search(leading + own) and not (pattern is _RESULT and _UNMET.search(own)) and not planned(leading + text[clause:until]):
                yield found.span()


def result(words: str) -> bool:
    """Whether words tell by themselves what came of something: 得到解决."""
    return _OBTAINED_ONLY.search(words) is not None and not planned(words) and not _UNMET.search(words)


def standing(text: str) -> str | None:
    """The words of a text that say in the present what is set up and how often it comes back: 设立“金扁担奖”，每年评. A person may take them
    for a sign that it is there; by themselves they may be a rule. None where it is a plan, a wish or has a least number."""
    for found in _STANDING.finditer(text):
        start, end = _start(text, found.start()), _end(text, found.end(), _STOPS)
        if not planned(text[start:end]) and not _WISHED.search(text[start:end]) and not _LEAST.search(text[found.start():end]):
            return found.group()
    return None


def planned(text: str) -> str | None:
    """The word that makes a sentence, or what leads up to it, a plan or a wish; None where there is none."""
    found = _PLAN.search(text)
    return found.group() if found else None


def ahead_of(text: str, at: int) -> str | None:
    """The word by which what stands at this character of a paragraph is ahead: in its own sentence up to the end of its clause,
    or in that which leads up to it."""
    start = _start(text, at)
    turned = _TURNED.search(text[:start])
    clause = max(text.rfind(sign, 0, at) for sign in _COMMAS) + 1
    own = text[clause:_end(text, at, _COMMAS)]
    unmet = _UNMET.search(own) if _OBTAINED_ONLY.search(own) else None
    return planned(_leading(text, at) + own) or (unmet.group() if unmet else None) or (turned["word"] if turned else None)


def _leading(text: str, at: int) -> str:
    """The clauses of a sentence before the one of a character. What was looked for there (探索建立…) has been found where a result
    or a past time is told behind; so many places may be those in which it is tried."""
    clause = max(text.rfind(sign, 0, at) for sign in _COMMAS) + 1
    if _NOW.match(text, clause):
        # 要求年底前全部建立，目前已有11个乡镇开办: how it stands by now.
        return ""
    before = text[_start(text, at):clause]
    return before if _THERE.match(text, at) or _STANDING.match(text, at) else before.replace("探索", "")


def _start(text: str, at: int) -> int:
    return max(text.rfind(sign, 0, at) for sign in _STOPS) + 1


def _end(text: str, at: int, signs: str) -> int:
    return min((found for sign in signs if (found := text.find(sign, at)) >= 0), default=len(text))
