"""Names in a speech that may be practices: quoted names, what is set up or carried out, run-in items.

Nothing is decided here. A candidate says where it stands and what it resembles; a person chooses.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from macros.fulltext.lines import cjk_length
from macros.fulltext.passages import Passage
from macros.fulltext.segments import SpeechText
from macros.library.similarity import folded
from macros.model import locators

# A name longer than this would be a copied sentence.
NAME_LIMIT = 16
_QUOTES = "\"“”„‟"
_KINDS = ("工作机制|工作制度|工作模式|工作平台|工作法|机制|制度|平台|模式|工作站|联络站|服务站|联络点|议事点|服务点|示范点|活动室|工作室|议政室|议事厅|会客厅|活动日|活动月|"
          "活动|讲堂|讲坛|课堂|党支部|活动组|活动小组|小组|小分队|宣讲团|服务队|服务中心|中心|之家|档案|台账|清单|通讯录|座谈会|恳谈会|议事会|"
          "协商会|述职会|主任会议|联席会议|召集人|监督员|联络员|培训|评选|评比|办法|规则|格局|网络|专班")
_VERBS = ("建立健全|建立|健全|设立|设置|成立|组建|搭建|建设|构建|创建|打造|实行|实施|推行|开展|开办|举办|创办|召开|出台|制定|探索|创新|推广|落实|完善|"
          "推进|聘请|聘任|组织")
# Such names say nothing by themselves: 委员活动, 协商平台, 制度机制.
_GENERIC = re.compile(
    rf"^(?:委员|政协|工作|活动|协商|履职|调研|学习|联系|联络|特色|集体|专门|实施|制度|机制)*(?:活动|制度|机制|平台|办法|规则)$|^(?:{_KINDS})$")
_ENDS = re.compile(f"(?:{_KINDS})$")
_NAME = r"[\u3400-\u9fffA-Za-z0-9+\-“”\"]"
_DONE = re.compile(rf"(?:{_VERBS})(?:了|并|好|起)?(?P<name>{_NAME}{{1,18}}?(?:{_KINDS}){{1,8}})(?![\u3400-\u9fff]{{0,1}}(?:的|地))")
_COUNTED = re.compile(rf"[xX×\d一二三四五六七八九十两几]个(?P<name>{_NAME}{{0,12}}?(?:{_KINDS}){{1,8}})")
_TITLED = re.compile(r"《(?P<name>[^《》]{3,16})》")
_QUOTED = re.compile(rf"[{_QUOTES}](?P<name>[^{_QUOTES}，,、。；;：:！？]{{2,14}})[{_QUOTES}](?P<kind>(?:{_KINDS}){{0,8}})")
# Words that make a phrase a clause, and a measure before a name.
_CLAUSE = re.compile("的|将|把|(?<!一)对|为|与|和|在|以|及|等|到|通过|围绕|按照|不断|进一步|积极|切实|努力|如何|怎么|合并|安排|开展|举办")
# A quoted name is set up or carried out when such a word stands before it in the same clause.
_SET_UP = re.compile(rf"(?:{_VERBS})[^，,。；;：:、{_QUOTES}]{{0,14}}$")
_SET_UP_LIMIT = 18
_MEASURE = re.compile(r"^(?:至少|不少于|若干)?(?:[xX×\d一二三四五六七八九十两几]+(?:[-+][xX×\d]+)?[个次名家支项条场期])|^(?:本|各|好|一批|一系列|相关|有关|系列)")
_LEAD = re.compile(rf"^(?:{_VERBS})+")
_FIRST_CLAUSE = re.compile(r"[。，,；;：:（(]")


@dataclass(frozen=True)
class Candidate:
    """A name and the place (`3`, `3.2`) where it stands.

    `strong` when something of that name is set up or carried out, not only quoted or the head of an
    item; `named` when it also says what it is (…机制, …工作站), which a quoted slogan does not.
    """

    name: str
    place: str
    strong: bool

    @property
    def named(self) -> bool:
        return self.strong and _ENDS.search(self.name) is not None


def candidates(speech: SpeechText) -> tuple[Candidate, ...]:
    """The candidates of a speech in the order of their places, the strong ones of a place first; each name once a place."""
    found: dict[tuple[str, str], Candidate] = {}
    for passage in speech.passages:
        for candidate in (*_named(passage), *_heads(passage)):
            key = (candidate.place, folded(candidate.name))
            if key not in found or (candidate.strong and not found[key].strong):
                found[key] = candidate
    return tuple(sorted(found.values(), key=lambda c: (locators.order(c.place), not c.strong)))


def _named(passage: Passage) -> Iterator[Candidate]:
    hits: list[tuple[int, str, bool]] = []
    for match in (*_DONE.finditer(passage.text), *_COUNTED.finditer(passage.text), *_TITLED.finditer(passage.text)):
        name = match.group("name").strip('"“”+-')
        name = _MEASURE.sub("", _LEAD.sub("", name) or name)
        if not _CLAUSE.search(name) and not _GENERIC.match(name) and cjk_length(name) >= 3:
            hits.append((match.start("name"), re.sub(f"[{_QUOTES}]", "", name), True))
    for match in _QUOTED.finditer(passage.text):
        if cjk_length(match.group("name")) >= 2 and not _CLAUSE.search(match.group("name")):
            strong = bool(match.group("kind") or _SET_UP.search(passage.text, max(0, match.start() - _SET_UP_LIMIT), match.start())
                          or any(match.start() == item.start + len(item.text) for item in passage.items))
            hits.append((match.start("name"), match.group("name") + match.group("kind"), strong))
    names = [hit for hit in sorted(hits) if len(hit[1]) <= NAME_LIMIT]
    for offset, name, strong in names:
        # “双融合”工作机制 is one name, not also 双融合.
        near = names[bisect_left(names, (offset - NAME_LIMIT,)):bisect_left(names, (offset + NAME_LIMIT + 1,))]
        if not any(name != other and name in other and abs(offset - there) <= len(other) for there, other, _ in near):
            yield Candidate(name, passage.place(offset), strong)


def _heads(passage: Passage) -> Iterator[Candidate]:
    """What the items of a paragraph call themselves: 一是健全组织体系。"""
    for number, item in enumerate(passage.items, 1):
        text = passage.text[item.start + len(item.text):item.end].lstrip("，,、：: ")
        head = re.sub(f"[{_QUOTES}]", "", _FIRST_CLAUSE.split(text, maxsplit=1)[0])
        if cjk_length(head) >= 3 and len(head) <= NAME_LIMIT:
            yield Candidate(head, f"{passage.number}.{number}", False)


class Titles:
    """The names of entries (id → title and aliases), to be asked for what a name is like."""

    def __init__(self, titles: Mapping[str, tuple[str, ...]]) -> None:
        self._names = [(entry_id, folded(name)) for entry_id, names in titles.items() for name in names]
        self._sizes = [len(_pairs(name)) for _, name in self._names]
        self._whole: dict[str, list[int]] = {}
        self._pairs: dict[str, list[int]] = {}
        for number, (_, name) in enumerate(self._names):
            self._whole.setdefault(name, []).append(number)
            for pair in _pairs(name):
                self._pairs.setdefault(pair, []).append(number)

    def resembling(self, name: str, most: int = 3) -> tuple[str, ...]:
        """The ids whose name is like `name`, the likest first."""
        wanted = folded(name)
        pairs = _pairs(wanted)
        shared: Counter[int] = Counter(chain.from_iterable(self._pairs.get(pair, ()) for pair in pairs))
        best: dict[str, float] = dict.fromkeys((self._names[i][0] for i in self._whole.get(wanted, ())), 1.0)
        for number, times in shared.items():
            entry_id, other = self._names[number]
            score = _likeness(wanted, other, 2 * times / (len(pairs) + self._sizes[number]))
            if score >= 0.5 and score > best.get(entry_id, 0.0):
                best[entry_id] = score
        return tuple(sorted(best, key=lambda entry_id: (-best[entry_id], entry_id))[:most])


def resembling(name: str, titles: Mapping[str, tuple[str, ...]], most: int = 3) -> tuple[str, ...]:
    """The ids (of `titles`: id → title and aliases) whose name is like `name`, the likest first."""
    return Titles(titles).resembling(name, most)


def _pairs(name: str) -> set[str]:
    """The pairs of neighbours in a folded name."""
    return {name[i:i + 2] for i in range(len(name) - 1)}


def _likeness(a: str, b: str, shared: float) -> float:
    """1 for one name; else what share of their pairs they have in common, at least .8 where one holds the other."""
    if a == b:
        return 1.0
    return max(shared, 0.8) if min(len(a), len(b)) >= 3 and (a in b or b in a) else shared
