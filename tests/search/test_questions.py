"""Real questions to the frozen library."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.library.graph import Graph
from tests import frozen
from tests.search.conftest import Open, Opened

pytestmark = pytest.mark.browser

HERE = {file.stem for file in (frozen.DATA / "practices").iterdir()}
QUESTIONS = [{**each, "answers": HERE.intersection(each["answers"])}
             for each in yaml.safe_load(Path(__file__).with_name("questions.yml").read_text("utf-8"))]
WITHIN = {"name": 3, "need": 5, "cross": 5, "number": 5}


def asked(*categories: str) -> list[Any]:
    return [pytest.param(each, id=each["q"]) for each in QUESTIONS if each["category"] in categories]


@pytest.fixture(scope="module")
def opened(open_library: Open, real: Graph) -> Opened:
    return open_library(real)


def test_no_question_is_without_an_answer() -> None:
    assert [each["q"] for each in QUESTIONS if not each["answers"]] == []


@pytest.mark.parametrize("question", asked(*WITHIN))
def test_an_answer_is_among_the_first_hits(opened: Opened, question: dict[str, Any]) -> None:
    first = [hit["id"] for hit in opened.search(question["q"], limit=WITHIN[question["category"]])["hits"]]
    assert set(first) & question["answers"], first


@pytest.mark.parametrize("question", asked(*WITHIN))
def test_every_answer_is_in_the_list(opened: Opened, question: dict[str, Any]) -> None:
    assert question["answers"] <= {hit["id"] for hit in opened.search(question["q"])["hits"]}


@pytest.mark.parametrize("question", asked("filter"))
def test_a_filter_leaves_the_practices_asked_for_and_no_others(opened: Opened, question: dict[str, Any]) -> None:
    assert {hit["id"] for hit in opened.search(question["q"])["hits"]} == question["answers"]
