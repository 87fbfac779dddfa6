import pytest

from macros.model.progress import ADVANCED, Word, by_status, further, read
from macros.model.vocabulary import Status


@pytest.mark.parametrize(("text", "status"), [
    ("目前已设置", "done"), ("已经", "done"), ("建成", "done"), ("截至10月底，共走访", "done"),
    ("正在增加编制", "under-way"), ("进一步健全", "under-way"), ("进一步完善", "under-way"), ("继续", "under-way"), ("坚持", "under-way"),
    ("首批", "pilot"), ("在两个村试行", "pilot"), ("2023年，各村共提出", "done"), ("二〇二三年共办", "done"), ("拟试行", "planned"), ("开展试点", "pilot"), ("探索建立", "exploring"),
    ("拟成立", "planned"), ("将推广", "planned"), ("几点工作打算", "planned"), ("谋划了三方面举措", "planned"),
    ("选取有条件的县进行试点突破", "planned"), ("要充分发挥", "called-for"), ("应当履行好", "called-for"), ("必须", "called-for"),
    ("将探索完善", "planned"), ("已经要求探索", "exploring"), ("正在探索", "exploring"), ("要坚持", "called-for"),
])
def test_the_least_advanced_word_decides(text: str, status: str) -> None:
    assert read(text).status == status


@pytest.mark.parametrize("text", ["建立", "健全", "推进“全员入委”", "部署后", "在前段工作基础上", "认真落实", "加快推进"])
def test_a_word_that_says_nothing_by_itself_is_known_and_gives_no_status(text: str) -> None:
    found = read(text)
    assert found.status is None
    assert found.word and found.word in text


@pytest.mark.parametrize("text", ["已有渠道", "将全体委员编入", "重要", "需要", "适应岗位", "主要", "不已", "即将", "草拟", "委员讲堂", "《细则（试行）》", "明年共办", "三年共办"])
def test_a_word_inside_another_is_none(text: str) -> None:
    assert read(text).word is None


def test_beside_the_cue_words_with_other_meanings_are_passed_over() -> None:
    assert (read("将高校委员混合编组").status, read("将高校委员混合编组", cue=False).status) == ("planned", None)
    assert read("滦州市政协将以学习贯彻为契机，探索完善模式", cue=False).status == "planned"


def test_every_status_but_unclear_has_its_words() -> None:
    words = by_status()
    assert all(words[status] for status in Status if status is not Status.UNCLEAR)
    assert Status.UNCLEAR not in words
    assert {status: {word.status for word in found} for status, found in words.items()} == {status: {status} for status in (*ADVANCED, None)}


def test_unclear_is_compared_with_nothing() -> None:
    assert further(Status.DONE, Status.PLANNED)
    assert not further(Status.PLANNED, Status.DONE)
    assert not further(Status.DONE, Status.DONE)
    assert not further(Status.DONE, Status.UNCLEAR)
    assert not further(Status.UNCLEAR, Status.PLANNED)


def test_the_longest_exception_is_taken_whole() -> None:
    word = Word("已经", Status.DONE, ("不", "不已经"), cue_only=False)
    assert [word.within(text) for text in ("已经", "不已经", "不，已经")] == ["已经", None, "已经"]


def test_a_word_in_two_halves_is_told_as_the_text_has_it() -> None:
    word = Word("截至…共", Status.DONE, (), cue_only=False)
    assert [word.within(text) for text in ("截至10月底，共走访", "截至10月底。共走访")] == ["截至10月底，共", None]
