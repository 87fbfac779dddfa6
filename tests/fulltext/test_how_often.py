import pytest

from macros.fulltext.amounts import misses
from macros.fulltext.miss import Fault
from macros.fulltext.statements import Ground, Statement

HERE = "每届组织一次轮训，不定期走访企业，适时通报情况。"
THERE = "每年召开一次述职会，每季度晒一次成绩单，每半年至少走访x次企业。"


def held(text: str, *, cited: str = HERE, rest: str = THERE) -> tuple[Fault, str, str]:
    [miss] = misses(Statement("practices", "p", ("summary",), text, (Ground("s", 1, cited, 0, "第1段"),), (Ground("s", 2, rest, 0, "第2段"),), ()))
    return miss.fault, miss.theirs, miss.ground.label if miss.ground else ""


@pytest.mark.parametrize(("text", "theirs"), [
    ("每年组织轮训一次", "每届组织一次轮训"), ("每年轮训", "每届组织一次轮训"), ("每季度走访企业", "不定期走访企业"), ("每半年走访企业三次", "不定期走访企业"), ("每月通报", "适时通报情况"),
])
def test_the_words_of_the_cited_paragraph_though_another_has_the_frequency(text: str, theirs: str) -> None:
    assert held(text) == (Fault.NOWHERE, theirs, "第1段")


def test_elsewhere_is_only_what_is_of_the_same() -> None:
    assert held("每季度晒成绩单") == (Fault.ELSEWHERE, "每季度晒一次成绩单", "第2段")
    assert held("每季度表彰", cited="表彰先进。") == (Fault.NOWHERE, "", "")


def test_a_mask_elsewhere_is_filled_in_only_in_its_words() -> None:
    assert held("每半年走访企业三次", cited="表彰先进。") == (Fault.MASKED, "每半年至少走访x次企业", "第2段")
    assert held("每半年表彰三次", cited="表彰先进。") == (Fault.NOWHERE, "", "")


def test_the_only_frequency_where_ours_has_no_other_words() -> None:
    assert held("每年一次", cited="坚持每月一次集体学习，实现常态化。", rest="") == (Fault.NOWHERE, "坚持每月一次集体学习", "第1段")


def test_an_interval_whose_number_is_hidden_is_an_interval() -> None:
    assert held("定在每季度", cited="将偶数月的xx日作为学习日。", rest="") == (Fault.NOWHERE, "将偶数月的xx日作为学习日", "第1段")
