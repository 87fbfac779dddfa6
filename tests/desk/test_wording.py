"""A finding for somebody who sees a form: labels for names, entries by their names, no YAML."""

import re

import pytest

from macros.desk.wording import ANYWHERE, LABELS, plain
from macros.model import describe
from macros.model.accounts import Progress, Times
from macros.model.kinds import KINDS
from macros.rules.rule import exempting

NAMES = {"quan-yuan-ru-wei": "全员入委", "dang-jian": "党建"}


@pytest.mark.parametrize(("said", "shown"), [
    ("缺少类型（form）", "缺少类型"),
    ("原文没有就把进展写成 status: unclear（不明）", "原文没有就把进展写成“不明”"),
    ('写 "3.2"（第 3 段第 2 项），加半角双引号', "写 3.2（第 3 段第 2 项）"),
    (f"不适合这一条的，写 {exempting('near-duplicate')}", "不适合这一条的，在“不检查”里加一项：规则写“相近的做法要说清关系”，理由写清楚"),
    ("是不是 quan-yuan-ru-wei（全员入委）？", "是不是 “全员入委”？"),
    ("可写：organization（组织设置）、mechanism（制度机制）", "可写：组织设置、制度机制"),
    ("写上 progress：进行到哪一步，例如：{status: planned, cue: 几点工作打算, scope: speech}", "写上进展：进行到哪一步"),
    ("写上 topics：一到三个，例如：[dang-jian]", "写上专题：一到三个，例如：“党建”"),
    ("就在 practices/quan-yuan-ru-wei.yml 的各家做法（accounts）里加一项", "就在做法“全员入委”的各家做法里加一项"),
    ("第 5 行摘要、第 9 行专题", "摘要、专题"),
    ("删去；一句话写在一行里（kb check --fix 会改）", "删去；一句话写在一行里"),
    ("它自己的话“every: month”照旧", "它自己的话“every: month”照旧"),
    ("次数写了 2，写上 value: 和数", "次数写了 2，写上次数：和数"),
])
def test_names_and_values_are_called_as_in_the_form(said: str, shown: str) -> None:
    assert plain(said, NAMES.get) == shown


def code_words(text: str) -> list[str]:
    """The names of fields and values, brackets and line numbers of a file in a text that is shown."""
    return [word for word in re.findall(r"(?<![A-Za-z./_-])[a-z][a-z_-]+(?![A-Za-z./_-])", text) if word in LABELS or word in ANYWHERE] + re.findall(r"\{\w+:|\[\w+[\],]|第 ?\d+ ?行|\w+\.yml", text)


def test_no_meaning_of_a_field_has_the_words_of_the_file() -> None:
    meanings = [reference.meaning for kind in KINDS.values() for reference in describe.fields(kind.model)]
    assert [(text, code_words(plain(text))) for text in meanings if code_words(plain(text))] == []


def test_what_the_models_say_of_themselves_names_no_field_of_the_file() -> None:
    for model, data in ((Progress, {"status": "planned"}), (Progress, {"status": "done", "cue": "已"}), (Times, {"state": "redacted", "value": "1"})):
        with pytest.raises(ValueError) as error:
            model.__pydantic_validator__.validate_python(data)  # type: ignore[attr-defined]
        context = error.value.errors()[0]["ctx"]  # type: ignore[attr-defined]
        for text in (context["message"], context["cure"]):
            assert code_words(plain(text)) == [], plain(text)
