"""Nothing from outside gives orders to a terminal."""

import pytest

from macros.text.printable import printable


@pytest.mark.parametrize(("text", "shown"), [
    ("委员之家 a-1。", "委员之家 a-1。"), ("甲\x1b[31m乙", "甲�[31m乙"), ("甲\u202e乙\u2028丙\r\n", "甲�乙�丙��"), ("甲\ud800", "甲�"), ("\t甲\ufeff乙\u200b", "→甲·乙·"),
])
def test_what_a_terminal_would_obey_is_shown_instead(text: str, shown: str) -> None:
    assert printable(text) == shown
