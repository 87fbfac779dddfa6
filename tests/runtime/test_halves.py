"""Many things that two processes look at: the same is found as by one, and what fails there is told here."""

import os
import threading

import pytest

from macros.runtime.background import Failed, possible
from macros.runtime.halves import Halves

THINGS = [f"t{i}" for i in range(100)]


@pytest.fixture(params=["", "off"], ids=["two-processes", "one-process"])
def processes(request, monkeypatch):
    # The threads of the test runner hold nothing that the work needs.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setenv("KB_BESIDE", request.param)
    if not request.param and not possible():
        pytest.skip("one core only")
    return request.param


def look(halves: Halves) -> list[dict[str, str]]:
    large = halves.each("large", THINGS, lambda thing: thing * 10_000)
    return [large, halves.each("few", THINGS, lambda thing: thing if thing.endswith("7") else ""), halves.each("one", THINGS[:1], str), halves.each("none", [], str)]


def test_all_is_found_in_the_order_of_the_things(processes):
    found = look(Halves(look))
    assert found == [{thing: thing * 10_000 for thing in THINGS}, {f"t{i}": f"t{i}" for i in range(7, 100, 10)}, {"t0": "t0"}, {}]
    assert [list(each) for each in found[:2]] == [THINGS, [f"t{i}" for i in range(7, 100, 10)]]


def test_each_process_looks_at_things_that_the_other_leaves(monkeypatch, processes):
    def here(halves: Halves) -> dict[str, int]:
        return halves.each("pid", THINGS, lambda _: os.getpid())

    assert len(set(here(Halves(here)).values())) == (1 if processes else 2)


def test_things_of_a_group_are_looked_at_by_one_process(processes):
    def here(halves: Halves) -> dict[str, int]:
        return halves.each("pid", THINGS, lambda _: os.getpid(), lambda thing: f"group {thing[-1]}")

    found = here(Halves(here))
    assert [len({found[thing] for thing in THINGS if thing.endswith(last)}) for last in "0123456789"] == [1] * 10


def test_what_the_disk_refuses_there_is_raised_here(processes):
    def refused(thing: str) -> str:
        raise OSError(28, "No space left on device", "x")

    halves = Halves(lambda halves: halves.each("all", THINGS, refused))
    with pytest.raises(OSError, match="No space left"):
        halves.each("all", THINGS, refused if processes else str)


def test_a_process_that_dies_is_told(monkeypatch, processes):
    halves = Halves(lambda _: os._exit(9))
    if processes:
        assert len(halves.each("all", THINGS, str)) == 100
    else:
        with pytest.raises(Failed, match="没有说明原因就结束了"):
            halves.each("all", THINGS, str)


@pytest.mark.parametrize("first_too", [True, False])
def test_what_one_process_alone_asks_for_is_all_found(processes, first_too):
    """Who has found something asks further, and another process has found something else."""
    this = os.getpid()

    def look(halves: Halves) -> list[dict[str, str]]:
        first = halves.each("first", THINGS, str)
        more = halves.each("more", THINGS, lambda thing: thing * 2) if (os.getpid() == this) is first_too else {}
        return [first, more, halves.each("last", THINGS, lambda thing: thing * 3)]

    assert look(Halves(look)) == [{thing: thing for thing in THINGS}, {thing: thing * 2 for thing in THINGS} if first_too else {},
                                  {thing: thing * 3 for thing in THINGS}]


def test_things_may_be_asked_for_while_others_are_looked_at(processes):
    def look(halves: Halves) -> dict[str, int]:
        return halves.each("outer", THINGS, lambda thing: len(halves.each(f"inner {thing}", THINGS[:10], str)))

    assert look(Halves(look)) == dict.fromkeys(THINGS, 10)


class Growing:
    """A value whose contents go on to change, as a paragraph's do when something more is worked out of it."""

    def __init__(self, known: dict[str, int]) -> None:
        self.known = known


def test_what_is_found_is_taken_as_it_is_then(processes):
    def look(halves: Halves) -> list[dict[str, int]]:
        known = dict.fromkeys(THINGS, 0)
        found = halves.each("grown", THINGS, lambda _: Growing(known))
        sizes = [len(each.known) for each in found.values()]
        for i in range(300_000):
            known[f"later {i}"] = i
        return [*sizes, len(halves.each("end", ["end"], lambda _: "end"))]

    assert look(Halves(look)) == [100] * 100 + [1]
