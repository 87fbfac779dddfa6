"""Lines and columns as editors count them."""

import pytest

from macros.text.places import line_and_column


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2))])
def test_lines_and_columns_begin_with_one(offset: int, place: tuple[int, int]) -> None:
    assert line_and_column("甲乙\n\n丙丁", offset) == place
