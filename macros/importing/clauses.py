"""The steps that a sentence of several clauses tells, each clause by itself in the words of the source: 委员记下问题，当场交给水利站."""

import re
from collections.abc import Iterator

from macros.fulltext.passages import masks
from macros.importing.measured import has, sentences
from macros.text import counted
from macros.text.frequencies import frequencies

_CLAUSE = re.compile("[^，,。；;：:！!？?（）()\\n]+")
_CJK = re.compile("[㐀-鿿]")
_LEAST, _LONGEST, _SEVERAL, _MOST = 5, 16, 2, 5
# What somebody does in a practice, plainly enough that a clause of these tells a step.
_DOES = re.compile(
    "写下|填写|填报|核对|领取|报(?:主席|党组|县|市|区|乡|镇)|转(?:部门|街道|乡镇|有关)|收集|征集|梳理|汇总|整理|登记|记录|记下|记入|录入|建档|归档|分类|分流|筛选|遴选|选定|选题|点题|出题|领题|认领|领办|交办|转办|转交|交给|交由|移交|办理|督办|跟踪|回访|反馈|答复|回复|回应|签字|签收|确认"
    "|公布|公示|公开|通报|张贴|发布|推送|编印|印发|印制|审定|审核|把关|研究|讨论|协商|会商|研判|商量|走访|入户|上门|调研|实地|查看|察看|座谈|宣讲|主讲|讲解|讲课|授课|辅导|培训|答疑|解答|释疑|提问|点评|评议|打分|评选|投票|表决|表彰"
    "|约谈|提醒|上报|报送|呈报|提交|列出|列[㐀-鿿]{0,6}清单|交流(?=发言|经验|心得|$)|承办|制定|列入|配备|指定|安排|抽签|抽取|轮流|轮值|值班|值守|坐班|坐堂|坐诊|接待|结对|包联|联系|帮扶|牵头|召集|主持|销号|对账|挂牌|挂[红黄绿蓝]牌|亮[红黄绿蓝]灯|记分|计分|加分|扣分|兑换|借阅|荐书|领读|分享|展示|直播|发言|邀请|组织|拟定|形成清单|扫码|留言|开箱|取件|送到|送去|领走|归还|盖章|存档|报名|签到")
# What a clause is for, by which means, on which condition, how well, or about what it is; and what goes on from the one before.
_NO_STEP = re.compile("^(?:让|使|密切|经常|形成(?!清单)|做到|确保|实现|真正|切实|不断|有效|进一步|努力|充分|大力|积极|着力|全力|始终|坚决|深入(?:贯彻|学习|推进)|贯彻|牢记|围绕|聚焦|针对|按照?|根据|依托|通过|以(?!便民)|为(?!群众|居民|村民|企业)|随着|面对|对于|关于|如|若|凡|当[^场天日面]|是|这|那|它|他|其|有[^关]|不(?!定期)|没|也|都|就|则|且|而|但|又|更|从而|因|因此|既|无论|使得|特别|尤其|比如|例如|包括|打造|构建|推动|推进|健全|完善|提升|增强|加强|强化|深化|营造|凝聚|发挥|彰显|展现|搭建|架起|拓宽|畅通|主要|重点|具体|其中|许多|很多|大家|不少)"
                      "|等(?:一系列|一批)?[㐀-鿿]{2,6}(?:制度|机制|活动|平台|形式|方式|办法|载体)$|[的时后前中上下里和与及、]$|原则|理念|目标|作用|优势|氛围|格局|活力|合力|共识(?!书)|水平|质量|能力|成效|效果|好评|满意|受益|问题得到|的(?:是|人|话|事)$|以来|年来|截至|目前|今年|去年|已|累计|先后|共[有计]|[拟将]|要(?!求)|\\d|[一二两三四五六七八九十百千万]+[余多]?[个名次件条项场期家户人]|推动|促进|实现|提升|提高|增强|坚持|有力|有效")
# Who does something in it, and a deed of one sign: 部门开药方.
_DOERS = "企业|部门|委员|群众|居民|村民|政协|专家|代表|乡镇|街道|社区|单位|站长|党委|政府|商户|家长|学生|渔民|船工|农户"
_DOER = re.compile(f"(?:{_DOERS})(?![、和与及的])")
_DOER_DOES = re.compile(f"(?:{_DOERS})[说讲问答开办填写列交领记评议查看盯](?![的了过])[㐀-鿿]{{2,8}}|(?:{_DOERS})作[㐀-鿿]{{2}}")
_GOES_ON = re.compile("^(?:并(?![且非联购])|还(?![款田书清])|然后|随后|接着|之后)")


def steps(text: str, name: str) -> Iterator[str]:
    """The clauses of the sentences of a text that tell several steps, each as it stands there without what joins it to the one before;
    none of a sentence of plans, none that hides anything, says how often or has the name."""
    found: list[str] = []
    for sentence in sentences(text):
        if counted.planned(sentence) or counted.ahead_of(text, text.find(sentence)):
            continue
        told = [clause for m in _CLAUSE.finditer(sentence) if not sentence[:m.start()].endswith("的，") for part in _parts(m.group()) if (clause := _step(part, name))]
        # One clause alone is a remark by the way, and a sentence that is told whole already says no more in pieces.
        found += told if len(told) >= _SEVERAL else []
    yield from list(dict.fromkeys(found))[:_MOST]


def _parts(clause: str) -> list[str]:
    """A clause, or what several do in turn in it: 企业说病症、部门开药方、委员作点评."""
    parts = clause.split("、")
    return parts if len(parts) > 1 and all(_DOER.match(part) and len(_CJK.findall(part)) >= _LEAST for part in parts) else [clause]


def _step(clause: str, name: str) -> str:
    words = _GOES_ON.sub("", clause.strip(" 　、"))
    plain = _LEAST <= len(_CJK.findall(words)) <= _LONGEST and words.count("“") == words.count("”") and words.count("《") == words.count("》")
    good = plain and (_DOES.search(words) or _DOER_DOES.fullmatch(words)) and not _NO_STEP.search(words) and not masks(words) and not frequencies(words) and not (name and has(words, name))
    return words if good else ""
