"""The questions of bench/needs.yml measure something as long as nobody writes them into the library."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import needs
import pytest
import yaml

from macros.library.catalog import load
from tests import frozen
from tests.conftest import PROJECT

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(needs.UNSEEN.read_text("utf-8"))
ANSWERED = [each["q"] for each in QUESTIONS if each["category"] != "offtopic"]


def test_every_question_is_asked_once_and_all_but_those_off_topic_have_answers() -> None:
    counted = Counter(each["category"] for each in QUESTIONS)
    assert counted.keys() == {"need", "synonym", "body", "offtopic"}
    assert counted["need"] >= 100
    assert counted["offtopic"] == 50
    assert len({each["q"] for each in QUESTIONS}) == len(QUESTIONS)
    assert [each["q"] for each in QUESTIONS if ("answers" in each, "told" in each) != (each["category"] != "offtopic",) * 2] == []


def test_an_answer_is_a_practice_that_one_of_the_speeches_named_tells() -> None:
    """Of the frozen library; what it has not is not looked at."""
    practices = load(frozen.DATA)[0].practices
    known = [(each, practices[answer]) for each in QUESTIONS for answer in each.get("answers", ()) if answer in practices]
    assert len(known) > 100
    assert [f"{each['q']}: {practice.title}" for each, practice in known
            if not {account.speech for account in practice.accounts} & {place["speech"] for place in each["told"]}] == []


@pytest.mark.parametrize("word", ["委员老不来开会", "委员老不来开会怎么办", "有的委员老是不来开会", "怎样让委员不来开会"])
def test_a_question_is_told_from_other_words_for_the_same(word: str) -> None:
    assert needs.copied("委员老不来开会", word) == (word in ("委员老不来开会", "委员老不来开会怎么办"))


@pytest.mark.parametrize(("question", "word"), [("人手不够", "人手不够"), ("轮岗", "轮岗"), ("上面热下面冷，怎么拧成一股劲", "上面热下面冷"), ("书记区长总觉得我们可有可无，怎么多露脸", "书记")])
def test_short_words_and_parts_that_anybody_writes_are_no_copies(question: str, word: str) -> None:
    assert not needs.copied(question, word)


def words() -> Iterator[str]:
    """What leads to an entry of the live library beside its text."""
    catalog = load(PROJECT / "data")[0]
    for practice in catalog.practices.values():
        yield from (practice.title, *practice.aliases, *practice.keywords)
    for problem in catalog.problems.values():
        yield from (problem.title, *problem.synonyms)


@pytest.mark.live
def test_no_question_is_written_into_the_library() -> None:
    assert {word: question for word in words() for question in ANSWERED if needs.copied(question, word)} == {}, \
        "这些词是照着 bench/needs.yml 的问题写的：读者的需要要另想，照抄了就什么也量不出来"


@pytest.mark.live
def test_the_short_ones_are_not_all_known_to_the_library() -> None:
    """One by one any of them may have been thought of by an editor, too; half of them together measure nothing."""
    known = {needs.core(word) for word in words()}
    short = [question for question in ANSWERED if len(needs.core(question)) < 6]
    assert len([question for question in short if needs.core(question) in known]) < len(short) / 2, \
        "bench/needs.yml 里的短问题一半已经是检索词，要请没有看过检索词的人另写"
