"""What `--help` shows to people who are no programmers."""

import re

import pytest
from click.testing import CliRunner

from macros.cli import COMMANDS, main


@pytest.mark.parametrize("words", [[name] for name in COMMANDS] + [["new", "practice"], ["new", "speech"]])
def test_no_word_of_clicks_own_stands_in_the_help(words: list[str]) -> None:
    said = CliRunner().invoke(main, [*words, "--help"]).output
    assert "用法：" in said
    assert re.findall(r"\b(?:TEXT|DIRECTORY|PATH|FILE|INTEGER(?: RANGE)?|OPTIONS|ARGS|COMMAND|default)\b", said) == []
