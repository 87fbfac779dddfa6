"""What readers type, in classes, with the practices that are right: made from a library by a seed."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from macros.library.graph import Graph
from macros.search.pinyin import level_one, table
from macros.text.folding import fold, simplified

GIBBERISH = (
    "asdfgh", "qwzxv", "zzzzzz", "xkqjv", "lorem ipsum", "3.14159", "0xdeadbeef", "饕餮盛宴", "天气预报怎么样", "红烧肉的做法",
    "明天股票会涨吗", "魑魅魍魉", "手机没电了", "鳄鱼眼泪", "银河系漫游指南", "龘靐齉", "ⅷ★☆", "買機票去巴黎", "<script>", "🙂🙂",
)
DIGITS = dict(zip("一二三四五六七八九两", "1234567892", strict=True))


@dataclass(frozen=True)
class Query:
    text: str
    right: frozenset[str]


@dataclass(frozen=True)
class Class:
    """Queries of one kind; a hit counts among the first `within`."""

    name: str
    within: int
    queries: tuple[Query, ...]


class Maker:
    """Queries for one library; only those of which few practices can be meant."""

    FEW = 3

    def __init__(self, graph: Graph, seed: int, count: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self.count = count
        practices = graph.catalog.practices
        self.titles = {pid: practice.title for pid, practice in practices.items()}
        self.folded = {pid: fold(title) for pid, title in self.titles.items()}
        self.bodies = {pid: [fold(text) for text in (practice.summary, *(p.text for a in practice.accounts for p in a.points))]
                       for pid, practice in practices.items()}
        self.problems = {problem_id: (problem, frozenset(graph.by_problem.get(problem_id, ())))
                         for problem_id, problem in graph.catalog.problems.items()}
        self.readings = table(self.titles.values())
        self.ids = list(self.titles)

    def classes(self) -> Iterator[Class]:
        name = [("名称", self.exact), ("名称的一部分", self.part), ("两个词", self.two), ("全拼", self.pinyin), ("首字母", self.initials),
                ("数字换写", self.digits), ("繁体", self.traditional), ("同音字", self.homophone), ("错一字", self.wrong),
                ("漏一字", self.missing), ("多一字", self.extra), ("两字颠倒", self.swapped)]
        for label, make in name:
            yield Class(label, 3, self.some(make))
        yield Class("正文 4–6 字", 5, self.some(self.phrase))
        yield Class("日常说法", 5, self.some(self.need))

    def some(self, make: Callable[[str], Query | None]) -> tuple[Query, ...]:
        found: list[Query] = []
        for _ in range(self.count * 200):
            query = make(self.random.choice(self.ids))
            if query:
                found.append(query)
            if len(found) == self.count:
                break
        return tuple(found)

    def exact(self, pid: str) -> Query:
        return Query(self.titles[pid], frozenset({pid}))

    def part(self, pid: str) -> Query | None:
        name = self.folded[pid]
        length = self.random.randint(2, max(2, len(name) - 2))
        start = self.random.randint(0, len(name) - length)
        return self._if_few(pid, name[start:start + length])

    def two(self, pid: str) -> Query | None:
        name = self.folded[pid]
        if len(name) < 6:
            return None
        cut = self.random.randint(3, len(name) - 3)
        first = self.random.randint(0, cut - 2)
        second = self.random.randint(cut, len(name) - 2)
        words = [name[first:first + 2], name[second:second + self.random.randint(2, 3)]]
        self.random.shuffle(words)
        return self._if_few(pid, *words)

    def _if_few(self, pid: str, *words: str) -> Query | None:
        right = frozenset(other for other, name in self.folded.items() if all(word in name for word in words))
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
        title = self.titles[pid].replace("“", "").replace("”", "")
        if len(title) < 4:
            return None
        text = change(title, self.random.randrange(len(title)))
        taken = text == title or fold(text) in self.folded.values()
        return None if taken else Query(text, frozenset({pid}))

    def homophone(self, pid: str) -> Query | None:
        def change(title: str, i: int) -> str:
            same = [char for char in level_one() if self.readings.single[char] == self.readings.read(title)[i] and char != title[i]]
            return title[:i] + self.random.choice(same) + title[i + 1:] if same else title
        return self._changed(pid, change)

    def wrong(self, pid: str) -> Query | None:
        return self._changed(pid, lambda title, i: title[:i] + self.random.choice(level_one()) + title[i + 1:])

    def missing(self, pid: str) -> Query | None:
        return self._changed(pid, lambda title, i: title[:i] + title[i + 1:])

    def extra(self, pid: str) -> Query | None:
        return self._changed(pid, lambda title, i: title[:i] + self.random.choice(level_one()) + title[i:])

    def swapped(self, pid: str) -> Query | None:
        return self._changed(pid, lambda title, i: title[:i] + title[i:i + 2][::-1] + title[i + 2:])

    def phrase(self, pid: str) -> Query | None:
        line = self.random.choice(self.bodies[pid])
        length = self.random.randint(4, 6)
        if len(line) < length:
            return None
        start = self.random.randint(0, len(line) - length)
        text = line[start:start + length]
        right = frozenset(other for other, lines in self.bodies.items() if any(text in each for each in lines))
        return Query(text, right) if len(right) <= self.FEW else None

    def need(self, _: str) -> Query | None:
        problem, right = self.problems[self.random.choice(list(self.problems))]
        asked = self.random.choice(("{}怎么办", "我们这里{}，有什么办法", "{}", "遇到{}该怎么做", "想解决{}的问题"))
        return Query(asked.format(self.random.choice((problem.title.rstrip("？"), *problem.synonyms))), right) if right else None


@cache
def _traditional() -> Mapping[str, str]:
    return {new: old for old, new in reversed(list(simplified().items())) if len(new) == 1}


def gibberish() -> Class:
    """Queries that nothing answers."""
    return Class("乱写", 0, tuple(Query(text, frozenset()) for text in GIBBERISH))


def asked(file: Path) -> Iterator[Class]:
    """The questions to the real library, by category."""
    labels = {"name": ("真实问题：名称", 3), "need": ("真实问题：需要", 5), "cross": ("真实问题：跨篇", 5), "number": ("真实问题：数字", 5)}
    questions = yaml.safe_load(file.read_text("utf-8"))
    for category, (label, within) in labels.items():
        yield Class(label, within, tuple(
            Query(each["q"], frozenset(each["answers"])) for each in questions if each["category"] == category))
