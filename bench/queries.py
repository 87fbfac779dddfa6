"""What readers type, in classes, with the practices that are right: made from a library by a seed."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from lines import Lines

from macros.library.graph import Graph
from macros.library.plain import plain
from macros.search.pinyin import level_one, table
from macros.text.folding import fold, simplified

DIGITS = dict(zip("一二三四五六七八九两", "1234567892", strict=True))
NAMES = ("名称", "名称的一部分", "两个词", "全拼", "首字母", "数字换写", "繁体", "同音字", "错一字", "漏一字", "多一字", "两字颠倒", "错两处")
# So many tries without a new query: the library has no more of them.
PATIENCE = 1000


@dataclass(frozen=True)
class Query:
    text: str
    right: frozenset[str]


@dataclass(frozen=True)
class Class:
    """Queries of one kind; a hit counts among the first `within`. With none, nothing is right: every answer is a fault."""

    key: str
    name: str
    within: int
    queries: tuple[Query, ...]


@dataclass(frozen=True)
class Plan:
    """A class whose queries are made when they are wanted."""

    key: str
    name: str
    within: int
    make: Callable[[], Iterable[Query]]

    def made(self) -> Class:
        return Class(self.key, self.name, self.within, tuple(self.make()))


def some(make: Callable[[str], Query | None], chance: random.Random, seed: str, ids: Sequence[str], count: int) -> tuple[Query, ...]:
    """Up to `count` different queries for entries by chance, the same whatever was asked before; given up when many tries in a row made none."""
    chance.seed(seed)
    found: dict[Query, None] = {}
    fruitless = 0
    while len(found) < count and fruitless < PATIENCE:
        query = make(chance.choice(ids))
        fruitless = fruitless + 1 if query is None or query in found else 0
        if query:
            found[query] = None
    return tuple(found)


class Maker:
    """Queries for one library; only those of which few practices can be meant."""

    FEW = 3

    def __init__(self, graph: Graph, seed: int, count: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self.seed, self.count = seed, count
        practices = {pid: graph.catalog.practices[pid] for pid in graph.of_practice}
        self.titles = {pid: practice.title for pid, practice in practices.items()}
        self.folded = {pid: fold(title) for pid, title in self.titles.items()}
        self.names, self.named = set(self.folded.values()), Lines(self.folded.items())
        self.bodies = {pid: [fold(plain(text, graph.catalog)) for text in (practice.summary, *(p.text for a in practice.accounts for p in a.points))]
                       for pid, practice in practices.items()}
        self.said = Lines((pid, line) for pid, lines in self.bodies.items() for line in lines)
        self.problems = {problem_id: (problem, frozenset(graph.by_problem.get(problem_id, ())))
                         for problem_id, problem in graph.catalog.problems.items()}
        self.readings = table(self.titles.values())
        self.ids = list(self.titles)

    def classes(self) -> Iterator[Plan]:
        makers = (self.exact, self.part, self.two, self.pinyin, self.initials, self.digits, self.traditional, self.homophone, self.wrong,
                  self.missing, self.extra, self.swapped, self.typos)
        for make, label in zip(makers, NAMES, strict=True):
            yield Plan(make.__name__, label, 3, self.some(make))
        yield Plan("phrase", "正文 4–6 字", 5, self.some(self.phrase))
        yield Plan("wording", "问题的别的说法", 5, self.some(self.need))

    def some(self, make: Callable[[str], Query | None]) -> Callable[[], Iterable[Query]]:
        return partial(some, make, self.random, f"{self.seed} {make.__name__}", self.ids, self.count)

    def exact(self, pid: str) -> Query:
        return Query(self.titles[pid], frozenset({pid}))

    def part(self, pid: str) -> Query | None:
        name = self.folded[pid]
        length = self.random.randint(2, max(2, len(name) - 2))
        start = self.random.randint(0, len(name) - length)
        return self._if_few(name[start:start + length])

    def two(self, pid: str) -> Query | None:
        name = self.folded[pid]
        if len(name) < 6:
            return None
        cut = self.random.randint(3, len(name) - 3)
        first = self.random.randint(0, cut - 2)
        second = self.random.randint(cut, len(name) - 2)
        words = [name[first:first + 2], name[second:second + self.random.randint(2, 3)]]
        self.random.shuffle(words)
        return self._if_few(*words)

    def _if_few(self, *words: str) -> Query | None:
        right = self.named.having(*words)
        return Query(" ".join(words), right) if len(right) <= self.FEW else None

    def _spoken(self, title: str) -> str:
        readings = self.readings.read(title)
        return "".join(reading or (char.lower() if char.isascii() else "") for char, reading in zip(title, readings, strict=True)
                       if reading or char.isalnum())

    def _initials(self, title: str) -> str:
        return "".join(reading[:1] for reading in self.readings.read(title))

    @cache  # noqa: B019 - one maker a run
    def _by(self, sound: Callable[[str], str]) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for pid, title in self.titles.items():
            found.setdefault(sound(title), set()).add(pid)
        return {key: frozenset(ids) for key, ids in found.items()}

    def pinyin(self, pid: str) -> Query | None:
        text = self._spoken(self.titles[pid])
        return Query(text, self._by(self._spoken)[text])

    def initials(self, pid: str) -> Query | None:
        text = self._initials(self.titles[pid])
        right = self._by(self._initials)[text]
        return Query(text, right) if len(right) <= self.FEW and len(text) > 2 else None

    def digits(self, pid: str) -> Query | None:
        text = "".join(DIGITS.get(char, char) for char in self.titles[pid])
        return Query(text, frozenset({pid})) if text != self.titles[pid] else None

    def traditional(self, pid: str) -> Query | None:
        text = "".join(_traditional().get(char, char) for char in self.titles[pid])
        return Query(text, frozenset({pid})) if text != self.titles[pid] else None

    def _changed(self, pid: str, change: Callable[[str, int], str]) -> Query | None:
        title = _unquoted(self.titles[pid])
        if len(title) < 4:
            return None
        text = change(title, self.random.randrange(len(title)))
        return None if text == title or self._taken(text) else Query(text, frozenset({pid}))

    def _taken(self, text: str) -> bool:
        return fold(text) in self.names

    def homophone(self, pid: str) -> Query | None:
        return self._changed(pid, self._misheard)

    def wrong(self, pid: str) -> Query | None:
        return self._changed(pid, self._wrong)

    def missing(self, pid: str) -> Query | None:
        return self._changed(pid, _missing)

    def extra(self, pid: str) -> Query | None:
        return self._changed(pid, self._extra)

    def swapped(self, pid: str) -> Query | None:
        return self._changed(pid, _swapped)

    def typos(self, pid: str) -> Query | None:
        """Two slips of different kinds, at places that do not touch, in a name that is long enough to bear them."""
        title = text = _unquoted(self.titles[pid])
        if len(title) < 6:
            return None
        first, second = sorted(self.random.sample(range(len(title)), 2))
        for place, slip in zip((second, first), self.random.sample((self._misheard, self._wrong, self._extra, _missing, _swapped), 2), strict=True):
            before = text
            text = slip(text, place)
            if text == before:
                return None
        return None if second - first < 2 or self._taken(text) else Query(text, frozenset({pid}))

    def _misheard(self, text: str, i: int) -> str:
        """Another character of the same sound at place `i`; the same text where there is none."""
        same = [char for char in level_one() if self.readings.single[char] == self.readings.read(text)[i] and char != text[i]]
        return text[:i] + self.random.choice(same) + text[i + 1:] if same else text

    def _wrong(self, title: str, i: int) -> str:
        return title[:i] + self.random.choice(level_one()) + title[i + 1:]

    def _extra(self, title: str, i: int) -> str:
        return title[:i] + self.random.choice(level_one()) + title[i:]

    def phrase(self, pid: str) -> Query | None:
        line = self.random.choice(self.bodies[pid])
        length = self.random.randint(4, 6)
        if len(line) < length:
            return None
        start = self.random.randint(0, len(line) - length)
        text = line[start:start + length]
        right = self.said.having(text)
        return Query(text, right) if len(right) <= self.FEW else None

    def need(self, _: str) -> Query | None:
        problem, right = self.problems[self.random.choice(list(self.problems))]
        asked = self.random.choice(("{}怎么办", "我们这里{}，有什么办法", "{}", "遇到{}该怎么做", "想解决{}的问题"))
        return Query(asked.format(self.random.choice((problem.title.rstrip("？"), *problem.synonyms))), right) if right else None


def _unquoted(title: str) -> str:
    return title.replace("“", "").replace("”", "")


def _missing(title: str, i: int) -> str:
    return title[:i] + title[i + 1:]


def _swapped(title: str, i: int) -> str:
    return title[:i] + title[i:i + 2][::-1] + title[i + 2:]


@cache
def _traditional() -> Mapping[str, str]:
    return {new: old for old, new in reversed(list(simplified().items())) if len(new) == 1}
