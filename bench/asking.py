"""Queries put to an engine, and the tables of what it answered."""

import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engines import Engine
from queries import Class, Query

# Of how many queries of each class every beginning is typed, and of a long one so many characters.
TYPED, FIRST = 6, 40
# Characters of a missed query that are printed.
SHOWN = 60


@dataclass
class Result:
    """What one engine did with the classes of one library."""

    engine: str
    ranks: dict[str, list[int]] = field(default_factory=dict)
    denied: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    keystrokes: list[float] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    missed: list[tuple[Class, Query, Sequence[str], str]] = field(default_factory=list)

    def recall(self, asked_class: Class) -> float:
        ranks = self.ranks[asked_class.key]
        return sum(0 < rank <= asked_class.within for rank in ranks) / len(ranks)

    def mrr(self, asked_class: Class) -> float:
        return statistics.fmean(1 / rank if rank else 0 for rank in self.ranks[asked_class.key])


def ask(engine: Engine, classes: Sequence[Class], typed: bool) -> Result:
    """Every query of every class; the rank of the first right hit, or 0. Where nothing is right, the number of hits."""
    result = Result(engine.name, sizes=engine.sizes)
    for each in classes:
        ranks = []
        for query in each.queries:
            answer = engine.answer(query.text)
            rank = next((i for i, hit in enumerate(answer.ids, 1) if hit in query.right), 0)
            ranks.append(rank if each.within else answer.total)
            result.denied[each.key] += not answer.total
            result.times.append(answer.time)
            if not 0 < rank <= each.within if each.within else answer.total:
                result.missed.append((each, query, answer.ids[:3], answer.said))
        result.ranks[each.key] = ranks
    for each in classes if typed else ():
        for query in each.queries[:TYPED]:
            result.keystrokes += engine.typed(query.text[:FIRST])
    return result


def table(title: str, classes: Sequence[Class], results: Sequence[Result]) -> Iterator[str]:
    """A row a class, two columns an engine, then time and size."""
    yield from ("", f"## {title}", "", "| 查法 | " + " | ".join(f"{result.engine} 命中 | MRR" for result in results) + " |", "|---|" + "---|---|" * len(results))
    for each in classes:
        within = f"，前 {each.within} 条" if each.within else ""
        yield _row(f"{each.name}（{len(each.queries)} 次{within}）", [_found(result, each) for result in results])
    answered = [each.key for each in classes if each.within]
    if answered:
        yield _row("有答案，却一条结果也没有", [f"{sum(result.denied[key] for key in answered)} 次 | " for result in results])
    for label, times in (("查一次", _asked), ("每次按键", _typed)):
        if all(map(times, results)):
            yield _row(f"{label}，毫秒，中位；第 95 百分位", [f"{_percentile(times(result), 50):.1f}；{_percentile(times(result), 95):.1f} | " for result in results])
    for label in dict.fromkeys(label for result in results for label in result.sizes):
        yield _row(f"{label}，KB（gzip）", [f"{result.sizes[label] / 1024:.0f} | " if label in result.sizes else " | " for result in results])


def _row(label: str, cells: Sequence[str]) -> str:
    return f"| {label} | {' | '.join(cells)} |"


def _found(result: Result, each: Class) -> str:
    if not each.within:
        return f"{sum(map(bool, result.ranks[each.key]))} 次有结果 | "
    return f"{result.recall(each):.2f} | {result.mrr(each):.2f}"


def _asked(result: Result) -> list[float]:
    return result.times


def _typed(result: Result) -> list[float]:
    return result.keystrokes


def _percentile(values: Sequence[float], share: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def missed(titles: Mapping[str, str], result: Result) -> Iterator[str]:
    """Every query without a right answer in time: the first three hits, what was said over them, the right titles."""
    def named(ids: Sequence[str]) -> str:
        return "、".join(titles[each] for each in ids if each in titles) or "（没有）"

    for each, query, first, said in result.missed:
        text = query.text if len(query.text) <= SHOWN else f"{query.text[:SHOWN]}……"
        right = f"  ← {named(sorted(query.right)[:6])}" if query.right else ""
        yield f"{each.key}  {text}\n    {named(first)}{f'［{said}］' if said else ''}{right}"
