"""A contents page in columns: which of them is the title."""

import pytest

from macros.fulltext import contents
from macros.fulltext.lines import split

TEXT = "把会场搬到村口\n青石县政协\n说了一段话。\n群众的话有回音\n白塘区总工会\n又说了一段话。\n"


@pytest.mark.parametrize("page", [
    "1．把会场搬到村口\t青石县政协\t1\n2．群众的话有回音\t白塘区总工会\t4\n",
    "青石县政协……把会场搬到村口……1\n白塘区总工会……群众的话有回音……4\n",
    "把会场搬到村口　　青石县政协　　1\n群众的话有回音　　白塘区总工会　　4\n",
])
def test_the_title_is_the_column_that_names_no_body(page):
    lines = split(f"目录\n{page}{TEXT}")
    found = contents.find(lines)
    starts, missing = contents.starts(lines, found)
    assert ([start.title for start in starts], missing) == (["把会场搬到村口", "群众的话有回音"], [])


def test_a_title_with_a_blank_in_it_is_no_two_columns():
    lines = split("目录\n会场搬到村口　话有回音 1\n群众的话\t4\n会场搬到村口　话有回音\n说。\n群众的话\n又说。\n")
    found = contents.find(lines)
    assert [start.title for start in contents.starts(lines, found)[0]] == ["会场搬到村口　话有回音", "群众的话"]
