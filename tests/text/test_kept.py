"""What is read out of the statements of a large library is read once."""

import pytest

from macros.text import frequencies, institutions, levels, opposites, people, quantities, relations, roles, series


@pytest.mark.parametrize("read", [frequencies.frequencies, institutions.names, levels.leveled, levels.seats, levels.ranks, levels.together, opposites.opposites, people.people,
                                  quantities.every, relations.relations, roles.roles, series.members], ids=lambda read: f"{read.__module__.rpartition('.')[2]}.{read.__name__}")
def test_rules_that_go_through_all_statements_one_after_the_other_read_each_once(read) -> None:  # type: ignore[no-untyped-def]
    texts = [f"第{i}组每月上站一次" for i in range(9000)]
    for text in texts:
        read(text)
    before = read.cache_info().misses
    for text in texts:
        read(text)
    assert read.cache_info().misses == before
