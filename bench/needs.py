"""Questions to the real library, by category: the unseen ones of needs.yml, and those that the tests ask."""

import re
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from queries import Plan, Query

from macros.text.folding import fold

UNSEEN = Path(__file__).with_name("needs.yml")
TESTED = Path(__file__).resolve().parents[1] / "tests" / "search" / "questions.yml"
# What a question has around what is asked.
_AROUND = re.compile("怎么样|怎么办|怎么弄|怎么搞|怎么|怎样|如何|什么|有没有|能不能|要不要|可以|我们|别家|人家|领导|办法|法子|一下|[啥的了得着吗呢吧啊]")
# So many characters are written the same by nobody but who has read them, and what has so much of the longer.
_LONG, _MOST = 6, 0.75
# Category: key and label of its class, and among how many hits a right one counts.
_UNSEEN = {"need": ("needs", "需要", 3), "synonym": ("synonym", "近义的说法", 3), "body": ("bodies", "正文里分开的词，人写的", 5),
           "offtopic": ("offtopic-office", "不相干的话，机关里的", 0)}
_TESTED = {"name": ("tested-name", "测试里的问题：名称", 3), "need": ("tested-need", "测试里的问题：需要", 5),
           "cross": ("tested-cross", "测试里的问题：跨篇", 5), "number": ("tested-number", "测试里的问题：数字", 5)}


def core(text: str) -> str:
    """What a question or a word says, folded, without what is said around it."""
    return _AROUND.sub("", fold(text))


def copied(question: str, word: str) -> bool:
    """Whether a word of the library says a question so closely that it can't be by accident."""
    shorter, longer = sorted((core(question), core(word)), key=len)
    return len(shorter) >= _LONG and shorter in longer and len(shorter) >= _MOST * len(longer)


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
