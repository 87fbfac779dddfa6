"""The whole of a name that stands in quotes: with the kind behind it, or with what is done so where the quotes hold half of it."""

import re
from functools import lru_cache

from macros.importing.quotes import Quoted
from macros.importing.words import either, ending, words

# A name longer than this would be a copied sentence.
NAME_LIMIT = 20
# A name in quotes as short as that may be half of one.
_HALF = 3
BREAK = re.compile(r"[，,。；;：:！!？?（）()\n\t]")
# Words that no name has: the rest of the clause is about it.
STOP = re.compile(r"[让使由把将以为对被从向给而则即是有在到着过其该此每都也就还已不并逐只后前时]|全部|进行|覆盖|通过|围绕|推动|促进|引导|采取|作为|担任|用于|按照|根据|关于|如何|努力|积极主动")
_OWN_KINDS = frozenset(("制度", "机制", "工作法", "模式", "行动", "规则"))
_PUSHES = re.compile("推动|推进|促进|带动|实现|完善|健全|深化|优化|强化|加强|落实|打造|构建|建立|参与|引领|助力|创新")
_NO_SUBJECT = re.compile("^(?:全[省市县区州镇乡村]|[各本该我了起好成的一])|[的了等和与及、]")
_CJK = re.compile("[\u3400-\u9fff]")
# 蹲点式, 清单化: says how, and is no name without what is done so.
_HOW = re.compile("[式型化]$")
# What is done so stands behind the quotes, up to the end of the clause: “蹲点式”调研, “三问”督办.
_DONE_SO = re.compile("(?P<noun>[\u3400-\u9fff]{2,4})(?=$|[、和与及])")


@lru_cache(maxsize=1)
def _tail() -> re.Pattern[str]:
    w = words()
    kinds = either([*w.concrete, *w.abstract, "党建", "品牌"])
    return re.compile(rf"(?P<between>(?:的(?=[\u3400-\u9fff]{{0,6}}(?:制度|机制|办法|模式|做法|工作法|协商)))?(?:(?![与和及的在对为是让把更向从往到由给被将])[\u3400-\u9fff]){{0,8}}?)(?P<kind>(?:{kinds})+)(?![化性]|(?<=园)区|(?<=组)[成织建合])")


def kind_after(after: str) -> re.Match[str] | None:
    """The kind that is named right behind a name in quotes; one of a single sign is none with words between (运行, 每月)."""
    tail = _tail().match(after)
    return None if tail and len(tail.group("kind")) == 1 and tail.group("between") else tail


def whole(text: str, quoted: Quoted, inner: str) -> str:
    """The quoted name with the kind that stands right after it (“三日回音”制度); a brand's word adds nothing."""
    after = BREAK.split(text[quoted.end:quoted.end + 14])[0]
    tail = kind_after(after)
    # What says only how, or says little and has no kind of its own, is half a name without what stands behind it.
    how = _HOW.search(inner) is not None
    half = how or (len(inner) <= _HALF and not ending(inner))
    if not tail:
        so = _DONE_SO.match(after) if half else None
        return inner + so["noun"] if so and (how or len(so["noun"]) == 2) and not STOP.search(so["noun"]) else inner
    made, between, kind = inner + tail.group(), tail.group("between"), tail.group("kind")
    if not _CJK.search(inner) and len(made) <= NAME_LIMIT:
        # “1+5+N”联系服务模式: a formula alone is no name.
        return made
    if len(made) > NAME_LIMIT or _PUSHES.search(between):
        # 通过“互联网+”推动机制创新: the kind is what is done something to.
        return inner
    if half and between and between[0] != "的":
        return made
    # A word between belongs to the name where the kind is a place or a body of its own (“一河一委员”护河工作室), or where it says what the kind is of (“红绿灯”督办制度).
    if between not in ("", "协商", "议事", "工作", "委员") and kind not in _OWN_KINDS | words().concrete.keys():
        return inner
    if kind in ("品牌", "活动", "小程序", "栏目", "节目", "系列活动", "项目", "党建") and len(inner) >= 3 and not how:
        return inner
    return made


def subject(clause: str, verb: str | None, inner: str, name: str) -> str:
    """What stands between the verb and the quotes and says of what a formula is, where the kind behind makes one name of all: 协商成果 of
    建立协商成果“三单”办理制度. "" where the quotes say enough, or the words belong to the sentence."""
    before = clause.rpartition(verb)[2] if verb else ""
    plain = 2 <= len(before) <= 6 and re.fullmatch("[\u3400-\u9fff]+", before) and not STOP.search(before) and not _NO_SUBJECT.search(before)
    return before if plain and len(inner) <= _HALF and name != inner and len(before + name) <= NAME_LIMIT and not ending(before) else ""
