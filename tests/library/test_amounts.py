"""The rows of 数字: by interval, the shortest first; what the source gives, hides, or only lists."""

import pytest

from macros.library.amounts import Amounts, amounts
from macros.library.catalog import load
from macros.library.graph import Graph
from tests.conftest import SMALL


@pytest.fixture(scope="module")
def found() -> Amounts:
    return amounts(Graph(load(SMALL)[0]))


def test_rhythms_stand_under_their_interval(found: Amounts) -> None:
    assert {heading: [(row.key, row.per, row.raw, row.state) for row in rows] for heading, rows in found.rhythms.items()} == {
        "每月": [("wei-yuan-bian-zu:lian-luo", "month", "每月活动一次", "given")]}


def test_amounts_stand_by_what_the_source_does_with_them(found: Amounts) -> None:
    assert [[(row.text, row.raw, row.per) for row in rows] for rows in (found.given, found.redacted)] == [
        [("每人每年参加活动", "至少参加一次", "")], [("临时支部", "x个临时支部", "")]]
    (listed,) = found.listed
    assert (listed.text, listed.raw, listed.members) == ("站点", "", ("东站", "西站"))
    assert len(found.all) == 4
