"""A finding for somebody who sees a form: labels for names, no YAML."""

import re

import pytest

from macros.desk.wording import plain
from macros.model.accounts import Progress, Times
from macros.rules.rule import exempting


@pytest.mark.parametrize(("said", "shown"), [
    ("缺少类型（form）", "缺少类型"),
    ("原文没有就把进展写成 status: unclear（不明）", "原文没有就把进展写成“不明”"),
    ('写 "3.2"（第 3 段第 2 项），加半角双引号', '写 "3.2"（第 3 段第 2 项）'),
    (f"不适合这一条的，写 {exempting('near-duplicate')}", "不适合这一条的，在“不检查”里加一项：规则写 near-duplicate，理由写清楚"),
    ("是不是 quan-yuan-ru-wei（全员入委）？", "是不是 quan-yuan-ru-wei（全员入委）？"),
])
def test_names_and_values_are_called_as_in_the_form(said: str, shown: str) -> None:
    assert plain(said) == shown


def test_what_the_models_say_of_themselves_names_no_field_of_the_file() -> None:
    for model, data in ((Progress, {"status": "planned"}), (Progress, {"status": "done", "cue": "已"}), (Times, {"state": "redacted", "value": "1"})):
        with pytest.raises(ValueError) as error:
            model.__pydantic_validator__.validate_python(data)  # type: ignore[attr-defined]
        context = error.value.errors()[0]["ctx"]  # type: ignore[attr-defined]
        for text in (context["message"], context["cure"]):
            assert re.findall(r"[a-z_]+:|（[a-z_]+）", plain(text)) == [], plain(text)
