"""Where a text turns from what has been done to what is ahead: headings of plans, and the words that such a passage begins with."""

import re

from macros.fulltext.passages import Passage

_HEADING = re.compile("下一?步|下一?阶段|打算|今后|设想|考虑|展望|努力方向|未来|再出发|计划$|安排$")
# 工作打算 framed as what was done is rare; 思考 alone looks back.
_TURN = re.compile("(?:^|(?<=[。；！？]))(?:因此，|为此，|对此，|当前，)?(?:我们)?(?:下一?步|下一?阶段|今后|接下来|未来|明年|展望未来|(?<=为此，)我们(?:将|拟|打算|准备))")
_AIMED = re.compile("(?:^|(?<=[。；！？]))(?:为此|因此|对此|针对[^，。]{2,12})，(?:我们|县政协|区政协|市政协|委里|街道)?(?:将|拟|打算|准备|计划|考虑)")
# What a text says outright of what falls short; and by the way, where a paragraph begins with it.
LACKS = re.compile("存在的?(?:不足|问题|困难|短板|差距)|还有(?:不小|一定|较大)?(?:的)?差距|(?:仍|还)(?:然)?存在|是(?:短板|弱项)|不足之处")
_LACKING = re.compile("(?:仍|还)(?:然)?(?:不够|不足)|还有(?:不小|一定|较大|很大|一些)?的?差距|(?:不够|不到位|不平衡|跟不上)(?=[。；，、的])")
_LEARNT = re.compile("^[^。；]{0,12}(?:体会|感到|感受|认识到|启示)(?:是|到|有|，|：)")
# What a paragraph begins with that is to come: 2026年，拟将书房延伸到…
_TO_COME = re.compile("^[^。；]{0,16}(?:(?<![模虚比草])拟(?!定)|打算|准备|计划(?=[在把将于再])|力争|将(?=[把在再继推]))")


# What begins a clause of plans within a sentence: 计划到明年底再建8个, 我们打算, 今后三年力争. 将 within a word, and what is called 计划, is none.
_PLANS_TO = "开展|举办|召开|组织|新[建增]|增[设建加]|建成|完成|培训|走访|发展|扩大|投入|推出|实现|选派|选聘|安排|协商|出版|编印"
PLANNED = re.compile("(?:^|[，,、：:])(?:(?!按|根据|依据|依照|对照|列入|纳入|围绕|落实)[^，,。；、：:]){0,8}?(?:计划(?=[在把将于再到用新建向从拿以]|\\d|明年|年内|年底)|(?:(?<=[年月内前们还也又正委会协局办组镇乡县区市])|(?<![\u3400-\u9fff]))计划(?=" + _PLANS_TO + ")|再(?:研究|考虑|商量|决定)|确保(?=在|到|年|今|明)|到(?:今|明|本)年[^，,。；、：:]{0,6}再[建增办设]|(?<![模虚比草])拟(?!定|好|题|出)|打算|力争|预计|预期|有望|(?:今年|明年|年内|20\\d\\d年)[^，,。；、：:]{0,4}要|争取(?=[到在年用今明全再新把将建达实]|覆盖|推)|准备(?=在|再|把|将|用|建|到)|将(?=在|把|再|继续|建设|新建|陆续|分批|逐步|于))")


def besides(text: str) -> bool:
    """Whether a paragraph begins with what falls short, was learnt or is to come, and so goes on with no practice that it does not name."""
    return bool(LACKS.search(text[:60]) or _LACKING.search(text[:60]) or _LEARNT.match(text) or _TO_COME.match(text))


def lacks(text: str) -> bool:
    """Whether a paragraph begins with what falls short: 当然，还有差距; 我们深知，…还不够均衡."""
    found = LACKS.search(text[:60]) or _LACKING.search(text[:60])
    return found is not None and not re.search("[。；！？]", text[:found.start()])


def heading(text: str | None) -> bool:
    """Whether a heading is that of what is ahead: 三、下一步打算."""
    return text is not None and _HEADING.search(text.rpartition("　")[2]) is not None


def turn(text: str) -> int | None:
    """The character at which a paragraph turns to what is ahead; None where it does not."""
    found = [m.start() for m in (_TURN.search(text), _AIMED.search(text)) if m]
    return min(found, default=None)


def named(text: str, name: str) -> bool:
    """Whether a paragraph has a name only where it tells what is ahead: behind the turn to it (下一步，…), or in a clause or behind one of plans."""
    # The first time it stands there, whatever its quotation marks.
    found = re.search("[“”\"‘’]{0,2}".join(map(re.escape, name)), text) if name else None
    if found is None:
        return False
    turned = turn(text)
    said = re.split("[。；;！？]", text[:found.start()])[-1]
    return (turned is not None and turned <= found.start()) or PLANNED.search(said) is not None


def place(passage: Passage, at: str, section: str | None) -> bool:
    """Whether a locator of a paragraph, below this heading, tells of what is ahead."""
    if heading(section):
        return True
    item = at.partition(".")[2]
    start = passage.items[int(item) - 1].start if item else 0
    turned = turn(passage.text)
    return turned is not None and turned <= start
