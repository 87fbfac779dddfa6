"""Which words of a paragraph may be the cue of something that is done."""

import pytest

from macros.fulltext.cues import offered


@pytest.mark.parametrize(("text", "cues"), [
    ("设立“银扁担奖”，每年评5名热心委员。", ["设立“银扁担奖”，每年评"]),
    ("在河口建成“渡口亭”。去年开门9次。", ["去年开门9次", "建成"]),
    ("探索推行“渡口亭”，帮助19件烦心事得到化解。", ["19件烦心事得到化解"]),
    ("下一步，建成“渡口亭”。", []),
    ("打算设立“银扁担奖”，每年评5名热心委员。", []),
    ("要求年底前建成“渡口亭”。", []),
    ("委员轮流值班。", []),
    ("全镇化解xx件。", []),
])
def test_what_says_that_it_is_done_and_nothing_of_a_plan(text, cues):
    assert offered([text]) == cues
