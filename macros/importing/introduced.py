"""How a sentence brings in a name: as what has been done (我们办得最久的是“板凳会”), as a way of doing (实行委员包联纠纷的办法), or as
somebody's and another's (配1名“新乡贤”, 报镇党委“晨会”研究)."""

import re

from macros.importing.quoted_whole import STOP

# 配1名“新乡贤”: who somebody is; 报镇党委“晨会”研究: a meeting of others to which it goes.
_PERSONS = re.compile("(?:[\\d０-９xX×一二两三四五六七八九十百几]+|若干|[余多])[名位]$")
_BROUGHT = re.compile("(?:报请?|提交|提请|呈报?|上报|报送|交由?|列入)[\u3400-\u9fff]{0,10}$")
_TO_JUDGE = re.compile("(?:会议)?(?:集体)?(?:研究|讨论|审议|审定|审核|决定|议定|通过|拍板)")
# 我们办得最久的是“板凳会”; 把一楼腾出来，作为“会客室”.
_THIS_IS = re.compile("(?:[办做抓推建开搞][得]?[\u3400-\u9fff]{0,6}的(?:一件事|一招|一项)?(?:就)?(?:是|叫)|[把将](?!来)[^。；]{2,40}?(?:作为|改为|改成|改造成|改造为|打造成|辟为|设为|办成|建成))$")
# 实行委员包联纠纷的办法: a kind that the words before it, with what is done, make a name of.
_WAY = re.compile("^(?P<what>[\u3400-\u9fff]{2,6}?(?:包联|联系|结对|包保|包抓|挂钩|挂点|挂联|帮扶|轮值|值班|接待|走访|述职|约谈|领办|督办|回访|认领|会商|调解|陪访|带教|驻点|坐班)[\u3400-\u9fff]{0,6})的(?P<kind>办法|制度|机制|做法|模式)$")


def this_is(before: str) -> bool:
    """Whether the words before a name in quotes say that it is what they have been doing, or what a place was made."""
    return _THIS_IS.search(before) is not None


def way(piece: str) -> tuple[str, str] | None:
    """The name of a way of doing that a piece of a clause tells by what is done, and its kind: 委员包联纠纷 and 办法."""
    found = _WAY.match(piece)
    return (found["what"], found["kind"]) if found and not STOP.search(found["what"].replace("结对", "")) else None


def of_others(clause: str, after: str, made: bool) -> bool:
    """Whether what stands in quotes is what somebody is, or a meeting of others to which something goes."""
    return (_PERSONS.search(clause) is not None and not made) or (_BROUGHT.search(clause) is not None and _TO_JUDGE.match(after) is not None)
