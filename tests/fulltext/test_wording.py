import pytest

from macros.fulltext.statements import Ground, Statement
from macros.fulltext.wording import shown, words_around
from macros.text.quantities import quantities

SOURCE = "已设五个界别工作室，推行“5G+议事”，每次活动不少于两天半。"


def test_a_clause_is_shown_whole_and_a_long_one_with_dots() -> None:
    start = SOURCE.index("两天半")
    assert words_around(SOURCE, start, start + 3) == "每次活动不少于两天半"
    long = "一二三四五六七八九十甲乙丙丁318条"
    assert words_around(long, 14, 18) == "…七八九十甲乙丙丁318条"
    assert words_around(long, 14, 18, exact=True) == "甲乙丙丁318条"


@pytest.mark.parametrize(("text", "words"), [
    ("八个界别工作室", "八个界别工作室"), ("八个界别参加", "八个界别"), ("用6G播出", "6G"), ("一天半", "一天半"), ("2/3的人", "2/3"), ("八点半到", "八点半"), ("40名来宾", "40名来宾"), ("五十人怎样分工", "五十人"), ("每逢周末开", "每逢周末"), ("每周一次", "每周一次"),
])
def test_an_amount_is_shown_with_what_is_counted(text: str, words: str) -> None:
    statement = Statement("practices", "p", ("summary",), text, (Ground("s", 1, SOURCE, 0, "第1段"),), (), ())
    [amount] = quantities(text)
    assert shown(amount, statement) == words
