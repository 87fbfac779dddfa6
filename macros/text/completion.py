"""Words that tell something as done or as going on: 已建成, 召开了, 上个月就, 常年有, 至今, 深受欢迎. Knows no entry."""

import re
from collections.abc import Iterator

CLAUSE = re.compile("[^，。；：！？]+")
# A semicolon ends a statement as a full stop does.
STATEMENT = re.compile("[^。；！？;!?]+")
_WITH_LE = ("建成|建立|建起|建好|建|开办|开设|召开|开|设立|设置|设|成立|开展|实行|实施|出台|形成|完成|举办|举行|启动|接待|办结|办成|办理|办好|办起|办|评选|评出|评|聘请|聘|收到|收集|"
            "组织|培训|走访|联系|解决|帮助|报送|采纳|表彰|发放|征集|化解|取得|达到|印发|制定|配备|配齐|签订|推广|吸引|带动|惠及|覆盖|实现|打造|搭建|增加|编入|纳入|吸收|拓展到|拓展|拓宽|充实|配强|运用|健全|完善|构建|组建|组成|选派|派出|选取|延伸到|推进|"
            "修订|修改|编写|编制|起草|开发|推到|推开|推行到|推广到|铺开|启用|开通|购置|铺设")
# These tell it with what came of it only.
_WITH_WELL = "整理|装修|布置|安排|筹备|改造|安装|调整|梳理|汇总|登记|协调|准备|编印|录制|写|编|备|修|定|订|选|排|装|配"
# What says plainly that it is there. Here as below, what it can begin with is asked first at every character.
_BEGIN = "".join(sorted({words[0] for words in f"{_WITH_LE}|{_WITH_WELL}".split("|")}))
STRONG = re.compile(f"(?=[已全挂投做{_BEGIN}]|[一-鿿]{{2}}[完就])(?:(?<![不而早])(?:已经|已(?!有|知|久|往|故|然))(?:全部|全面|基本|先后|陆续|顺利|如期|初步)?[一-鿿][成立好置齐排]?"
                    rf"|(?:(?:{_WITH_LE})[好完成]?|(?:{_WITH_WELL})[好完成])了(?!解)|[建办设搭编开做组][一-鿿]?起来了|[建设办开搭挂][在到进上]了|(?<!将)全部建成|(?<![拟要])建成并|挂牌成立|投入(?:使用|运行)|[一-鿿]{{2}}(?:完毕|就绪)(?![以之]?[后再]|时))")
# What only lets it be understood.
_SUBTLE = re.compile(
    "(?=[先上去前不日今近几多一两三常长历早至迄截累曾陆目如现已深受得反成效初取运每场次期正共]|[一-鿿]{1,2}过)(?:上个?(?:月|星期|周|季度)(?!度)(?:就|已|还)?|去年|前年|前不久|不久前|日前|近日|今年以来|近年来|[几多一两三]年来|常年|长年|长期以来|一直(?:在|都|坚持|有)|历来|早就|早已|至今|迄今|"
    "截至|累计|先后(?=选派|派出|组织|召开|开展|举办|举行|建立|建成|成立|出台|制定|印发|邀请|聘请|赴|到)|曾(?:经)?(?!任)|陆续|目前(?:已|有|共)|如今|现在(?:已|有|每)|已有[0-9０-９一二两三四五六七八九十百几多]|"
    "深受|受到[^，。；]{0,6}(?:好评|欢迎|肯定)|得到[^，。；]{0,6}(?:好评|肯定|认可)|反响(?:很好|热烈|良好)|(?:成效|效果)(?:明显|显著|很好|不错|良好|突出)|初见成效|取得[^，。；]{0,6}(?:成效|成果|实效|效果)|"
    "运转(?:良好|正常)|运行(?:良好|正常)|(?:每次|每天|每期|场场|次次|期期)都(?:有|来|坐|能)|正在(?!考虑|谋划|筹|研究|酝酿|准备)|"
    "[一-鿿]{1,2}过(?:[0-9０-９一二两三四五六七八九十百几多]+)(?:次|场|期|回|人|件|条)|共(?:接待|收到|召开|开展|举办|议事|收集|培训|办)[了过]?[0-9０-９一二两三四五六七八九十百千])")
# 没有说已建成, 是否已设立: the words are there, the claim is not.
_DENIED = re.compile("(?:没有?|是否|有无|未|不|尚|能否|要求|拟|将|打算|计划|谋划|争取|力争|如果|若|等|待|准备)[^，。；]{0,8}$")
_ASKED = re.compile("^[^，。；]{0,10}?(?:没有(?:写|说|讲|提)|未(?:写|说)|不清楚|看不出|不明|与否|吗)|^(?:以|之)?[后再]|^[^，。；]{0,6}(?:几|多少|还是)")
_DONE = re.compile("已经?(?:全部|全面|基本|先后|陆续|顺利|如期|初步)?([一-鿿]{1,2})|([一-鿿]{1,4})了|([一-鿿][在到进上])了")
_STILL = re.compile("已|了(?!解)")
_TO = re.compile("[把将由](?=[一-鿿])|[在向](?=[一-鿿]{2})|通过")
_WITH = re.compile(f"{_TO.pattern}|[与跟](?=[一-鿿])")
# What belongs to the verb behind it: 合办, 都设, 分别设.
_TOGETHER = re.compile("^(?:[合联协共]$|联合|共同|一起)")
_JOINED = re.compile("(?:合|(?<![商侨妇残文社])联|(?<![政科记作])协|(?<![中公])共|[承主筹创自扩改增])$")
_OWN = re.compile("(?:(?<!首)都|(?<!平)(?<!人)均|一起|共同|联合|统一|一律|集中|分别|分批|全部|普遍|统筹|专门|牵头|轮流|重新|依次|逐一|率先)+$")
# A verb may have begun before it.
_UNSURE = re.compile("[也还又再先后就才只仅曾并且举兴开召代重移迁转双互相试巡续加常多少直不未没]$")
_ENDED = re.compile("(?<=.)[好完成齐到]$")
_HINT = re.compile("[已了曾正共效受评响过转运]|上个?[月周季星]|去年|前年|不久|近日|日前|年来|以来|年|直|历来|早|今|截至|累计|陆续|先后|目前|如|现在|每|场|期|次|投入|挂牌|完毕|就绪|全部建成|建成并|得到")


def told_as_done(text: str, *, plainly: bool = False) -> str | None:
    """The words of a text that tell something as done or going on, or None; only those that say it `plainly` where asked."""
    found = next(_told(text, plainly), None)
    return found.group() if found else None


def intended(text: str, words: str, word: str) -> str | None:
    """The clause of a text that has these `words`, told as something to come: 计划在全县设联络站; None where that is not easily said.

    `word` tells how it is meant: 计划, 探索.
    """
    clause = next((m.group().strip() for m in CLAUSE.finditer(text) if words in m.group()), "")
    does = _DONE.fullmatch(words)
    if not clause or not does or "\0" in clause:
        return None
    before, _, behind = clause.partition(words)
    verb = next(filter(None, does.groups()))
    # 探索设好 nobody says: what is explored has not come to an end.
    at = None if word == "探索" and _ENDED.search(verb) else _whole_verb(before, verb)
    told = f"{before[:at]}{word}{before[at:]}{verb}{behind}"
    return None if at is None or _STILL.search(behind) or told_as_done(told) else told


def _whole_verb(before: str, verb: str) -> int | None:
    """Where a verb begins with all that belongs to it: 与某校 of 与某校合办, 都; None where it can't be told from what stands before it."""
    own = (_JOINED.search(before) if len(_ENDED.sub("", verb)) == 1 else None) or _OWN.search(before)
    at = own.start() if own else len(before)
    if own is None and _UNSURE.search(before):
        return None
    # Who begins with what it does it to or where means that with it: 计划把联络站设在乡镇.
    together = own is not None and _TOGETHER.search(own.group())
    return next((m.start() for m in (_WITH if together else _TO).finditer(before)), at)


def plainly_done(text: str) -> Iterator[re.Match[str]]:
    """All words of a text that tell plainly that something is done."""
    return _told(text, plainly=True)


def _told(text: str, plainly: bool) -> Iterator[re.Match[str]]:
    if not _HINT.search(text):
        return
    for pattern in (STRONG,) if plainly else (STRONG, _SUBTLE):
        for found in pattern.finditer(text):
            if not _DENIED.search(text[:found.start()]) and not _ASKED.match(text[found.end():]):
                yield found
