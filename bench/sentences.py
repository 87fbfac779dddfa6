"""What readers type that is no name alone: names in office wrapping, words out of one line, pasted text, names with a facet."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice, pairwise

from lines import Lines
from queries import Plan, Query, some

from macros.library.graph import Graph, Telling
from macros.model.vocabulary import Level, NameState
from macros.search import records
from macros.search.pinyin import level_one, table
from macros.search.words import BodyField
from macros.text.folding import fold

WRAPPINGS = (
    "想办个{}", "{}方案", "求个{}模板", "给我找一下{}的材料", "有没有{}的范文", "{}怎么弄", "{}实施方案", "求一份{}的方案", "帮我找找{}的资料", "我们也想搞{}",
    "{}怎么搞", "{}具体怎么做", "{}有什么经验", "哪里有{}的例子", "要写一个{}的汇报", "领导让弄个{}", "{}的通知怎么写", "看看别的地方的{}",
)
# What readers say for how far a practice has come.
SAID = {
    "done": ("已经做成的", "已经实施的"), "under-way": ("正在推进的", "正在做的"), "pilot": ("还在试点的", "试点"), "exploring": ("正在探索的", "探索中的"),
    "planned": ("打算做的", "还没做的", "计划的"), "called-for": ("提出要求的",),
}
GLUE = (" ", " ", " ", "的", "怎么")
LENGTHS = (100, 150, 400, 1000)
JOINING = frozenset("的和与向把到由在及等为")
# Words of a line that say nothing of their own.
EMPTY = frozenset((
    "一个", "一次", "进行", "开展", "以及", "或者", "其中", "这个", "这些", "有关", "通过", "可以", "没有", "讲到", "说到", "原文", "隐去", "单位", "还有", "一起",
    "一种", "各种", "各个", "之间", "里面", "以上", "以下", "方面", "政协", "委员", "用来"))


class Sentences:
    """Queries for one library by a seed; `cut` parts a text into words."""

    FEW = 3

    def __init__(self, graph: Graph, seed: int, count: int, cut: Callable[[str], Iterable[str]]) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self.seed, self.count, self.cut, self.graph = seed, count, cut, graph
        found = [record for record in records.collect(graph, ()) if record.kind == "practices"]
        self.ids = [record.id for record in found]
        self.names = {record.id: [record.title, *record.names, *record.keywords] for record in found}
        self.named = Lines((pid, fold(name)) for pid, names in self.names.items() for name in names)
        self.readings = table(name for names in self.names.values() for name in names)
        self.own = {record.id: [text for field, text in record.body if field in (BodyField.SUMMARY, BodyField.POINTS)] for record in found}
        self.said = Lines((record.id, fold(text)) for record in found for _, text in record.body)

    def classes(self) -> Iterator[Plan]:
        yield Plan("wrapped", "短名称，带着公文里的话", 3, self._some(self.wrapped))
        yield Plan("three", "三个字的名称里一个同音字", 3, self._some(self.three))
        yield Plan("apart", "一行正文里分开的词", 5, self._some(self.apart))
        for length in LENGTHS:
            yield Plan(f"pasted-{length}", f"贴上正文 {length:,} 字", 3, self._some(self.pasted(length), 3, str(length)))
        for key, label, make in (("level", "层级", self.level), ("progress", "进展", self.progress), ("body", "单位", self.body)):
            yield Plan(f"with-{key}", f"{label}加名称", 3, self._some(make, 2))

    def _some(self, make: Callable[[str], Query | None], part: int = 1, key: str = "") -> Callable[[], Iterable[Query]]:
        return partial(some, make, self.random, f"{self.seed} {key or make.__name__}", self.ids, self.count // part)

    # --- names ---------------------------------------------------------------------------

    def short(self, pid: str) -> tuple[str, frozenset[str]] | None:
        """A short name of a practice that few others have in theirs, and who has it."""
        title, *others = self.names[pid]
        quoted = re.findall("“(.+?)”", title)
        words = [word for word in self.cut(re.sub("[“”]", "", title)) if fold(word)]
        ends = [part for part in ("".join(words[:2]), "".join(words[-2:]), words[0], words[-1]) if 2 <= len(part) <= 5]
        choices = [name for name in (*others, *quoted, *ends) if 2 <= len(fold(name)) <= 8]
        if not choices:
            return None
        name = self.random.choice(choices)
        right = self.named.having(fold(name))
        return (name, right) if len(right) <= (1 if len(name) == 2 else self.FEW) else None

    def wrapped(self, pid: str) -> Query | None:
        found = self.short(pid)
        return Query(self.random.choice(WRAPPINGS).format(found[0]), found[1]) if found else None

    def three(self, pid: str) -> Query | None:
        """A name of three characters, or words of so many that begin or end one, with a character of the same sound for one of them."""
        pieces = [name for name in map(fold, self.names[pid]) if len(name) == 3] or [
            piece for name in self.names[pid] for piece in _ends(list(self.cut(fold(name)))) if not JOINING & set(piece)]
        if not pieces:
            return None
        piece, place = self.random.choice(pieces), self.random.randrange(3)
        same = [char for char in level_one() if self.readings.single[char] == self.readings.read(piece)[place] and char != piece[place]]
        if not same:
            return None
        text = piece[:place] + self.random.choice(same) + piece[place + 1:]
        right = self.named.having(piece)
        return Query(text, right) if len(right) <= self.FEW and not self.named.having(text) else None

    # --- bodies --------------------------------------------------------------------------

    def apart(self, pid: str) -> Query | None:
        """Two or three words of one line that do not touch one another."""
        words = list(self.cut(self.random.choice(self.own[pid])))
        telling = [i for i, word in enumerate(words) if 2 <= len(word) <= 4 and re.fullmatch("[\u4e00-\u9fff]+", word) and word not in EMPTY]
        count = self.random.choice((2, 2, 3))
        if len(telling) < count:
            return None
        places = sorted(self.random.sample(telling, count))
        if any(after - before < 2 for before, after in pairwise(places)):
            return None
        chosen = [words[i] for i in places]
        right = self.said.having(*map(fold, chosen))
        glue = self.random.choice(GLUE) if count == 2 else " "
        return Query(glue.join(chosen), right) if len(right) <= self.FEW else None

    def pasted(self, length: int) -> Callable[[str], Query | None]:
        """Text of `length` characters from a line of an entry on; where the entry is shorter, the next ones follow it."""
        def make(pid: str) -> Query | None:
            text, right = "", set()
            at = self.ids.index(pid)
            start = self.random.randrange(len(self.own[pid]))
            for other in islice(cycle(self.ids), at, at + 40):
                lines = self.own[other] if text else self.own[other][start:]
                taken = "".join(line.rstrip("。") + "。" for line in lines)[:length - len(text)]
                # A line's length of an entry is enough to mean it.
                right |= {other} if len(taken) >= min(30, length) else set()
                text += taken
                if len(text) >= length:
                    return Query(text, frozenset(right))
            return None
        return make

    # --- facets --------------------------------------------------------------------------

    def level(self, pid: str) -> Query | None:
        level = self._level(self._telling(pid))
        return self._narrowed(pid, f"{level.label} ", lambda other: self._level(other) is level)

    def progress(self, pid: str) -> Query | None:
        status = self._telling(pid).account.progress.status
        said = SAID.get(status.value)
        return self._narrowed(pid, self.random.choice(said), lambda other: other.account.progress.status is status) if said else None

    def body(self, pid: str) -> Query | None:
        body = self._telling(pid).organization_id
        organization = self.graph.catalog.organizations[body]
        if organization.name_state is not NameState.NAMED:
            return None
        name = organization.name.removesuffix("政协") if self.random.random() < 0.5 else organization.name
        return self._narrowed(pid, name + self.random.choice((" ", "的")), lambda other: other.organization_id == body)

    def _telling(self, pid: str) -> Telling:
        return self.random.choice(self.graph.of_practice[pid])

    def _level(self, telling: Telling) -> Level:
        return self.graph.catalog.organizations[telling.organization_id].level

    def _narrowed(self, pid: str, before: str, passes: Callable[[Telling], bool]) -> Query | None:
        found = self.short(pid)
        if not found:
            return None
        right = frozenset(other for other in found[1] if any(map(passes, self.graph.of_practice[other])))
        return Query(before + found[0], right)


def _ends(words: Sequence[str]) -> Iterator[str]:
    """Words of three characters that begin or end a name, with one that stands before two or after them."""
    for part, shape in ((words[:1], [3]), (words[:2], [1, 2]), (words[-1:], [3]), (words[-2:], [2, 1])):
        if [len(word) for word in part] == shape:
            yield "".join(part)
