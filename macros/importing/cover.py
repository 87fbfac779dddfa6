"""What stands before the first speech of a collection: its name, its publisher, its day, the meeting; each proposed with its line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.importing.division import signs, units
from macros.importing.document import LeftOut
from macros.importing.proposals import day, partial, year_of

# Where the division says that lines stand before the first speech, and what a site says of where it has a text from.
COVER = "汇编的名称、前言"
_PUBLISHED = re.compile(r"^(?P<who>[^，。；：:]{2,30}?)[ 　]*(?P<how>编印|汇编|编辑|选编|编发|印发|印制|主编|编)$|^(?:编印|编辑|印发|主办)(?:单位)?[：:][ 　]*(?P<named>[^，。；]{2,30})$")
_FROM = re.compile(r"(?:^|[ 　|｜])(?:来源|文章来源|信息来源)[：:][ 　]*(?P<who>[^ 　|｜，。；：:]{2,24})")
_MEETING = re.compile(r"(?P<name>(?:“[^“”]{1,20}”|‘[^‘’]{1,20}’|[^，,。；：:、（）()《》“”‘’]){2,40}?(?:会议|全会|座谈会|推进会|交流会|现场会|研讨会|观摩会|动员会|总结会|培训班|论坛|[^社工协学商理董]大会))"
                      r"(?=$|[ 　（(]|(?:上的)?(?:大会|会议|典型|书面|经验|讨论|座谈)?(?:交流|发言|讲话|材料|汇编|文件|资料|讨论))")
_KIND = re.compile(r"(?:会议|大会)?(?:书面|典型|经验|交流|发言|工作|优秀|协商|履职|案例|论文|调研|理论|成果|研讨|信息|讨论|材料|文章)*"
                   r"(?:汇编|选编|摘编|汇总|案例集|案例选|文集|专辑|集锦|专刊|会刊|简报|材料|摘登|选登|发言稿)$")
_OF_ONE = re.compile(r"(?:工作)?(?:报告|总结|方案|要点|信息|简报|办法)$")
# 交流材料之三, 会议发言（二）: what one text of several says that it is.
SERIES = "篇的序号"
_SERIES = re.compile(r"^[【\[（(]?(?P<kind>(?:会议|大会)?(?:经验|典型|书面|讨论|工作)?(?:交流|发言|汇报|参阅|经验)?(?:材料|发言|案例))")
_BARE = re.compile("^(?:现场|经验|工作|专题|动员|总结|表彰|典型|推进|交流|研讨|座谈)*(?:会议?|大会|推进会|交流会|座谈会|现场会|研讨会|动员会|总结会)$")
# 经验交流会发言材料, 会议交流材料汇编: of what meeting or of whom, the line above says.
_BARE_PRINT = re.compile("^(?:现场|经验|工作|专题|动员|总结|表彰|典型|推进|交流|研讨|座谈|大会|会议|书面|履职|优秀|委员)*(?:会议?|大会|推进会|交流会|座谈会|研讨会|现场会)(?:上的)?(?:经验|典型|书面|交流|发言|会议|大会|案例|论文|成果)*(?:材料|汇编|选编|摘编|文集|案例集|发言稿|集锦|专辑|发言)+$")
_ENDS = re.compile("(?:材料|汇编|选编|摘编|文集|案例集|集锦|专辑|办公室|秘书处|委员会|[年月日号])$")
_LONGEST = 60


@dataclass(frozen=True)
class Cover:
    """What was read of the whole; None for what was not. Each value stands with the line it was read in (0: the name)."""

    title: str = ""
    kind: tuple[str, int] | None = None
    publisher: tuple[str, int] | None = None
    date: tuple[str, int] | None = None
    meeting: tuple[str, int] | None = None
    # That of a cover without a whole day.
    year: int | None = None
    # Its year and month, where it tells no more.
    month: str = ""


def read(left_out: Sequence[LeftOut], title: str, speeches: int) -> Cover:
    """The cover of a text that is divided: `left_out` are its lines that are in no speech, `title` its name as it was found."""
    lines = [one for line in left_out if line.why == COVER for one in _cells(line)]
    name = _name(lines, title) if speeches > 1 else title
    publisher = next(((found, line.number) for line in lines if (found := _publisher(line.text))), None)
    taken = {m["who"]: line.number for line in left_out if (m := _FROM.search(line.text))}
    if publisher is None and len(taken) == 1:
        publisher = next(iter(taken.items()))
    year = next((int(found) for line in lines if signs.date(line.text) and (found := year_of(line.text))), None)
    date = next(((found, line.number) for line in lines if signs.date(line.text) and (found := day(line.text))), None)
    if date is None:
        # The imprint says when the print came out.
        date = next(((found, line.number) for line in left_out if line.why == signs.IMPRINT and (found := day(line.text))), None)
    month = next((found for line in lines if signs.date(line.text) and (found := partial(line.text))), "")
    return Cover(name, _kind(name, speeches, left_out), publisher, date, _meeting(name, lines), year, month)


_KEYS = (("(?:编印|编辑|印发|印制|编制)(?:单位|部门)?", "编印单位：{}"), ("主办(?:单位)?", "主办：{}"))


def _cells(line: LeftOut) -> list[LeftOut]:
    """A line of the cover, of a table's row each cell; one that another says what it is, as 编印单位：… is."""
    found = signs.cells(line.text) if line.text.startswith("|") and line.text.endswith("|") else [line.text]
    made = []
    for i, cell in enumerate(found):
        before = found[i - 1] if i else ""
        form = next((form for key, form in _KEYS if re.fullmatch(key, before)), "{}")
        if not (len(found) > 1 and signs.label(cell)):
            made.append(replace(line, text=form.format(cell)))
    return made


def _name(lines: Sequence[LeftOut], title: str) -> str:
    """The name over all its lines: 全市政协系统工作会议 / 交流发言材料汇编."""
    at = next((i for i, line in enumerate(lines) if line.text == title), None)
    if at is None:
        return title
    first = at
    # The line above belongs to the name only where this one is none by itself.
    while first and _goes_on(lines[first - 1].text, lines[first].text) and sum(len(line.text) for line in lines[first - 1:at + 1]) <= _LONGEST:
        first -= 1
    return "".join(line.text for line in lines[first:at + 1])


def _goes_on(above: str, text: str) -> bool:
    plain = not (signs.date(above) or signs.masthead(above) or units.alone(above) or _publisher(above) or re.search("[　 ，。；]|内部|注意保存|密级|第.{1,4}期", above))
    meets = _MEETING.fullmatch(above) is not None or above.endswith(("会", "会议", "班", "暨", "和", "与", "的"))
    if plain and (_BARE.match(text) or (_BARE_PRINT.match(text) and not _ENDS.search(above))):
        # 全县基层协商工作 / 现场推进会: of a meeting that is only a kind the line above says which.
        return True
    return plain and meets and _MEETING.match(text) is None and _KIND.search(text) is not None


def _publisher(text: str) -> str | None:
    found = _PUBLISHED.match(text) if len(text) <= 40 else None
    if not found:
        return None
    who = found["named"] or (found["who"] or "").strip(" 　")
    # 交流材料汇编 is no 交流材料 that prints.
    return who if found["named"] or (found["how"] and units.alone(who)) or re.search("(?:办公室|组委会|筹备组|秘书处|政协|委员会|编委会)$", who) else None


def _kind(name: str, speeches: int, left_out: Sequence[LeftOut]) -> tuple[str, int] | None:
    found = _KIND.search(name) if speeches > 1 else _OF_ONE.search(name)
    if found and len(found.group()) >= 2:
        return found.group(), 0
    if speeches > 1:
        return None
    numbered = next(((found["kind"], line.number) for line in left_out if line.why == SERIES and (found := _SERIES.match(line.text))), None)
    if numbered:
        return numbered
    greeted = next((line for line in left_out if line.why == "称呼、结束语" and signs.greeting(line.text)), None)
    return ("发言稿", greeted.number) if greeted else None


def _meeting(name: str, lines: Sequence[LeftOut]) -> tuple[str, int] | None:
    for text, number in ((name, 0), *((line.text, line.number) for line in lines)):
        found = _MEETING.search(text)
        if found and len(found["name"]) >= 5 and not re.fullmatch("(?:大会|会议)?(?:交流|经验).*", found["name"]):
            return found["name"], number
    return None
