"""What is printed of a search is what it answered."""

from asking import Result, ask, missed, table
from engines import Answer
from queries import Class, Query

NAMES = Class("exact", "名称", 3, (Query("甲", frozenset({"a"})), Query("乙", frozenset({"b"})), Query("丙", frozenset({"c"}))))
NONSENSE = Class("gibberish", "乱写", 0, (Query("食堂", frozenset()), Query("天气", frozenset())))


class Engine:
    """Finds 甲 first, 乙 second, 丙 not at all, and something for 食堂."""

    name = "某检索"
    def __init__(self) -> None:
        self.sizes = {"第一次命中之前": 2048}

    def answer(self, query: str) -> Answer:
        ids = {"甲": ["a"], "乙": ["x", "b"], "食堂": ["x"]}.get(query, [])
        return Answer(ids, len(ids), 1.0, "弱" if query == "食堂" else "")

    def typed(self, query: str) -> list[float]:
        return [2.0] * len(query)


def asked() -> Result:
    return ask(Engine(), [NAMES, NONSENSE], typed=True)


def test_a_table_has_a_row_for_each_class_with_recall_and_mrr() -> None:
    assert list(table("三条", [NAMES, NONSENSE], [asked()])) == [
        "", "## 三条", "", "| 查法 | 某检索 命中 | MRR |", "|---|---|---|",
        "| 名称（3 次，前 3 条） | 0.67 | 0.50 |",
        "| 乱写（2 次） | 1 次有结果 |  |",
        "| 有答案，却一条结果也没有 | 1 次 |  |",
        "| 查一次，毫秒，中位；第 95 百分位 | 1.0；1.0 |  |",
        "| 每次按键，毫秒，中位；第 95 百分位 | 2.0；2.0 |  |",
        "| 第一次命中之前，KB（gzip） | 2 |  |",
    ]


def test_a_hit_beyond_those_that_count_is_a_miss_but_raises_mrr() -> None:
    first = Class("exact", "名称", 1, NAMES.queries)
    result = ask(Engine(), [first], typed=False)
    assert (round(result.recall(first), 2), result.mrr(first)) == (0.33, 0.5)
    assert result.keystrokes == []


def test_misses_tell_the_first_hits_what_was_said_over_them_and_what_is_right() -> None:
    titles = {"a": "第一条", "b": "第二条", "c": "第三条", "x": "别的"}
    assert list(missed(titles, asked())) == ["exact  丙\n    （没有）  ← 第三条", "gibberish  食堂\n    别的［弱］"]


def test_a_long_query_is_cut_where_it_is_printed() -> None:
    long = Class("pasted", "贴上", 3, (Query("字" * 100, frozenset({"a"})),))
    assert list(missed({"a": "第一条"}, ask(Engine(), [long], typed=False))) == [f"pasted  {'字' * 60}……\n    （没有）  ← 第一条"]
