"""What stands between quotation marks."""

import pytest

from macros.importing.quotes import quotes


@pytest.mark.parametrize(("text", "inside"), [
    ("办“甲会”和“乙会”。", ["甲会", "乙会"]), ("办\"甲会\"和\"乙会\"。", ["甲会", "乙会"]), ("“‘甲’会”", ["‘甲’会", "甲"]), ("「甲会」『乙会』", ["甲会", "乙会"]),
    # A closing mark that closes nothing opens nothing either.
    ("在家评事”的村级协商“四题”机制", ["四题"]), ("办”甲会”。", ["甲会"]), ("“没有关上", []), ("它’s", []),
])
def test_pairs_of_every_shape(text, inside):
    assert [q.text for q in quotes(text)] == inside
