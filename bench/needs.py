"""Questions to the real library, by category: the unseen ones of needs.yml, and those that the tests ask."""

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from queries import Plan, Query

UNSEEN = Path(__file__).with_name("needs.yml")
TESTED = Path(__file__).resolve().parents[1] / "tests" / "search" / "questions.yml"
# Category: key and label of its class, and among how many hits a right one counts.
_UNSEEN = {"need": ("needs", "需要", 3), "synonym": ("synonym", "近义的说法", 3), "body": ("bodies", "正文里分开的词，人写的", 5),
           "offtopic": ("offtopic-office", "不相干的话，机关里的", 0)}
_TESTED = {"name": ("tested-name", "测试里的问题：名称", 3), "need": ("tested-need", "测试里的问题：需要", 5),
           "cross": ("tested-cross", "测试里的问题：跨篇", 5), "number": ("tested-number", "测试里的问题：数字", 5)}


def classes(practices: Collection[str]) -> Iterator[Plan]:
    """Both sets; a question none of whose answers is among `practices` any more is left out."""
    for file, labels in ((UNSEEN, _UNSEEN), (TESTED, _TESTED)):
        questions = yaml.safe_load(file.read_text("utf-8"))
        for category, (key, label, within) in labels.items():
            asked = [Query(each["q"], _right(each, practices)) for each in questions if each["category"] == category]
            yield Plan(key, label, within, partial(filter, _answered if within else None, asked))


def _answered(query: Query) -> bool:
    return bool(query.right)


def _right(question: dict[str, Any], practices: Collection[str]) -> frozenset[str]:
    return frozenset(practice for practice in question.get("answers", ()) if practice in practices)
