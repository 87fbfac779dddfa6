"""What a speech tells of a wider body is not the speaker's own."""

import pytest

from macros.importing.elsewhere import own, spread, theirs
from macros.model.vocabulary import Level


@pytest.mark.parametrize(("sentence", "level", "wider"), [
    ("县政协发文在全县推广“渡口夜话”，已有9个镇开办。", Level.TOWNSHIP, True),
    ("县政协发文在全县推广“渡口夜话”，已有9个镇开办。", Level.COUNTY, False),
    ("做法在全省复制推广。", Level.CITY, True),
    ("在全市率先推行“渡口夜话”。", Level.COUNTY, False),
    ("在全镇推广“渡口夜话”。", Level.TOWNSHIP, False),
    ("县政协发文在全县推广“渡口夜话”。", None, False),
])
def test_what_is_spread_by_a_wider_body(sentence, level, wider):
    assert spread(sentence, level) is wider


def test_the_sentences_are_parted():
    text = "开门90场。全县推广“渡口夜话”。今后，再开10场。"
    assert own(text, Level.TOWNSHIP) == "开门90场。今后，再开10场。" and theirs([text], Level.TOWNSHIP) == ["全县推广“渡口夜话”。"]
