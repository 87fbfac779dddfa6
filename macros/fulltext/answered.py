"""What a source does answer of what it is said not to say: who, which, how often, how many, when and where. Knows no entry.

A question is answered only where the words of its answer stand with its own; of two doubts the smaller: rather none is found.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from macros.fulltext.likewise import clauses, pairs, shared
from macros.fulltext.wording import words_around
from macros.text.frequencies import frequencies
from macros.text.quantities import COUNTED, quantities
from macros.text.roles import roles

_PART = re.compile("[^、，；。（）]+")
# How, whether and why is asked by these; nobody finds the answer by its words.
_OTHER = re.compile("怎样|怎么|如何|是否|是不是|有没有|能不能|能否|还是|没有|为什么|程度|哪一步|什么样|意思")
# Words of a question that tell nothing of what it asks.
_EMPTY = re.compile("由谁|谁来|给谁|向谁|多久|一次|间隔|频次|多少|几[个名家次处人条项型种]|哪[些几个一]|什么|时候|时间|何时|在哪里|哪里|地点|每次|每年|各[是自]?|分别|具体|一共|共有|现有")
_HAN = "[一-鿿]"
_NUMERAL = {sign: number for number, signs in enumerate(("", "一", "二两双", "三", "四", "五", "六", "七", "八", "九", "十")) for sign in signs}
_TERM = re.compile(f"“(?P<term>(?P<sign>[{''.join(_NUMERAL)}])(?:个)?{_HAN}{{1,6}})”(?P<asks>.*)")
_ASKS_MEMBERS = re.compile("[哪几]|指什么|各?是什么|包括什么|所指|内容|分别")
_LIST = re.compile("[^，。；：！？、,;:!?\n（）()\"“”]{2,14}(?:、[^，。；：！？、,;:!?\n（）()\"“”]{2,14})+")
# Who does this may do it to anything.
_GENERAL = frozenset({"负责", "管理", "组织", "开展", "建立", "参加"})
_DOES = "(?:负责|共同|统一|一起|直接|具体|向[^，。；]{2,8}?)?"
_TOWARDS = re.compile("[向对给为被请]$")
_WHO = re.compile(f"(?P<before>{_HAN}*?)(?:由谁来?|谁来|谁)(?P<verb>{_HAN}{{2}})(?P<behind>{_HAN}*)$")
_TO_WHOM = re.compile(f"(?P<before>{_HAN}*?)(?:(?P<verb>{_HAN}{{2}})给谁|向谁(?P<to>{_HAN}{{2}}))$")
_OFTEN = re.compile("多久[一-鿿]{0,6}[次回]|间隔多(?:久|长)|频次")
_WHICH = re.compile(f"(?P<who>{_HAN}{{2,6}}?)(?P<verb>{_HAN}{{2}})哪些(?P<noun>{_HAN}{{2}})$")
_WHICH_LIST = re.compile(f"^(?:有|包括|设|分|成立)?哪(?:些|几个|几种|几类)(?P<noun>{_HAN}{{2,6}})$")
_MANY = re.compile("多少|几[个名家处人条项]")
_WHEN = re.compile(f"(?P<before>{_HAN}*?)(?:什么时候|何时|哪一?天|哪[年月])(?P<verb>{_HAN}{{2}})$")
_WHERE = re.compile("(?P<verb>[设建办])在哪里|在哪里(?P<does>[一-鿿]{2})")
_SITE = re.compile("地点|在哪里$")
_GONE_TO = re.compile("(?<=[到赴在])(?![会位])(?P<place>[一-鿿“”\"]{2,20}?(?:中心|学校|党校|大学|基地|展馆|纪念馆|博物馆|园区))")
_LEVEL = re.compile("哪一?级(?:的)?(?P<noun>政协|专委会|党委|政府|人大|委员|机关)")
_LEVELS = "(?:全国|省市县|市县|县区|省级?|市级?|县级?|区级?|乡镇|各级|三级|两级)"
_OFFICE = re.compile("办公室|办公厅|秘书处|研究室|编办")
# So many pairs of a question make sure that a clause is meant.
_SURE = 3

Question = Callable[[str, str, str], Iterator[tuple[int, int]]]


def answer(question: str, title: str, texts: Iterable[str]) -> tuple[int, str] | None:
    """Which of the texts answers a part of a question about what is called `title`, and its words; None where none is seen to."""
    texts = tuple(texts)
    for part in _PART.findall(question):
        if _OTHER.search(part):
            continue
        for number, text in enumerate(texts):
            for kind in _KINDS:
                for start, end in kind(part, title, text):
                    return number, words_around(text, start, end)
    return None


def _content(part: str) -> frozenset[str]:
    """The pairs of characters that tell what is asked about."""
    return frozenset(pair for piece in _EMPTY.split(part) for pair in pairs(piece))


def _members(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    """“七型”是哪几型, where the source lists seven beside the word."""
    asked = _TERM.search(part)
    if not asked or not _ASKS_MEMBERS.search(asked["asks"]):
        return
    number = _NUMERAL[asked["sign"]]
    for at in re.finditer(re.escape(asked["term"]), text):
        for found in _LIST.finditer(text):
            beside = 0 <= at.start() - found.end() <= 1 or re.fullmatch("[”\"]?[^，。；、]{0,8}[（(：:]", text[at.end():found.start()])
            if number > 1 and found.group().count("、") == number - 1 and beside:
                yield found.span()


def _who(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    asked = _WHO.search(part)
    content = _content(asked["before"] + "，" + asked["behind"]) if asked else frozenset()
    if not asked or (asked["verb"] in _GENERAL and not content):
        return
    for role in roles(text):
        does = re.match(f"{_DOES}{asked['verb']}", text[role.end:])
        if does and not _TOWARDS.search(text[:role.start]) and _of(content, title, _clause(text, role.start, "、")):
            yield role.start, role.end + does.end()


def _to_whom(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    asked = _TO_WHOM.search(part)
    if not asked:
        return
    content = _content(asked["before"])
    for role in roles(text):
        before, behind = text[:role.start], text[role.end:]
        said = before.endswith((f"{asked['verb']}给", asked["verb"])) if asked["verb"] else before.endswith("向") and behind.startswith(asked["to"])
        if said and _of(content, title, _clause(text, role.start)):
            yield role.start - 2, role.end


def _how_often(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    """How often, where what is asked about has a rhythm in the text: a number, and no part of a name as 双月协商."""
    if not _OFTEN.search(part):
        return
    content = _content(part)
    for each in frequencies(text):
        if not each.masked and (each.times is not None or each.text[0] in "每按逐") and _of(content, title, _clause(text, each.start, "、")):
            yield each.start, each.end


def _which(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    """专委会联系哪些委员, where it says 专委会联系界别委员."""
    if asked := _WHICH.search(part):
        yield from (m.span() for m in re.finditer(f"{asked['who']}{asked['verb']}(?!的)[一-鿿]{{2,3}}(?<!的){asked['noun']}", text))


def _which_listed(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    """有哪些小组, where three or more of them are listed before the word."""
    if asked := _WHICH_LIST.search(part):
        for found in _LIST.finditer(text):
            if found.group().count("、") > 1 and re.search(f"(?:[xX0-9一二三四五六七八九十]+个|等|等?[xX0-9一二三四五六七八九十]+[类种])?{asked['noun']}$", found.group()):
                yield found.span()


def _how_many(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    if not _MANY.search(part) or re.search("每|各", part):
        return
    content = _content(part)
    for each in quantities(text):
        if not each.masked and not each.article and (each.kind in COUNTED or each.kind == "person") and (each.low or 0) > 1 and each.noun[:2] in content:
            yield each.start, each.end


def _when(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    if asked := _WHEN.search(part):
        for each in quantities(text):
            if each.date and asked["verb"] in _clause(text, each.start):
                yield each.start, each.end


def _where(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    if asked := _WHERE.search(part):
        verb = f"(?<!党)(?:{asked['verb']}|{asked['verb']}立|{asked['verb']}置|建设|新建)" if asked["verb"] else asked["does"]
        content = _content(part.replace(asked.group(), ""))
        for m in re.finditer(f"[在到][^，。；,;]{{2,20}}?{verb}(?!方面|过程|[中上的])", text):
            if _of(content, title, _clause(text, m.end() - 1)):
                yield m.span()


def _site(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    """培训地点, where it says 到北戴河培训中心."""
    if _SITE.search(part):
        content = _content(part)
        yield from (m.span() for m in _GONE_TO.finditer(text) if shared(content, _clause(text, m.start())))


def _level(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    if asked := _LEVEL.search(part):
        content = _content(part.replace(asked.group(), "，")) - pairs(asked["noun"])
        for m in re.finditer(f"{_LEVELS}{asked['noun']}", text):
            if len(shared(content, _clause(text, m.start()))) > 1:
                yield m.span()


def _office(part: str, title: str, text: str) -> Iterator[tuple[int, int]]:
    """由四大班子的哪个机构来沟通, where it says 四大班子办公室沟通."""
    if "哪个机构" in part or "哪个部门" in part:
        content = _content(part.replace("哪个机构", "，").replace("哪个部门", "，"))
        yield from (m.span() for m in _OFFICE.finditer(text) if len(shared(content, _clause(text, m.start()))) >= _SURE)


def _of(content: frozenset[str], title: str, clause: str) -> bool:
    """Whether a clause speaks of what is asked; where a question says no more than 多久一次, of what it is asked about."""
    return bool(shared(content, clause)) if content else len(shared(pairs(title), clause)) > 1


def _clause(text: str, at: int, beside: str = "") -> str:
    """The clause that has the character at `at`, no further than the sign `beside`."""
    found = next((clause for clause in clauses(text) if clause.start <= at < clause.end), None)
    if found is None or not beside:
        return found.text if found else ""
    start = max(found.start, text.rfind(beside, found.start, at) + 1)
    return text[start:found.end].partition(beside)[0]


_KINDS: tuple[Question, ...] = (_members, _who, _to_whom, _how_often, _which, _which_listed, _how_many, _when, _where, _site, _level, _office)
