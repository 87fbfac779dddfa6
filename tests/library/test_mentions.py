"""A body that names a practice in its account of another is not silent about it; part of a longer name is no naming."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from macros.library.mentions import mentions


@dataclass
class Told:
    practice_id: str
    organization_id: str
    account: Any


def account(text: str) -> Any:
    return SimpleNamespace(name=None, points=(SimpleNamespace(text=text, raw=None),), figures=())


CATALOG: Any = SimpleNamespace(current_practices={
    "house": SimpleNamespace(title="书香驿站", aliases=("读书角",)), "long": SimpleNamespace(title="书香驿站联盟", aliases=()),
    "quoted": SimpleNamespace(title="“九微”行动", aliases=()), "other": SimpleNamespace(title="巡讲团", aliases=()), "short": SimpleNamespace(title="讲堂", aliases=())})


@pytest.mark.parametrize(("text", "found"), [
    ("在书香驿站设立讲台", {"house"}), ("设在各镇读书角", {"house"}), ("依托[[house]]开展", {"house"}), ("加入书香驿站联盟", {"long"}), ("配合九微行动宣讲", {"quoted"}),
    ("书香的驿站", set()), ("在讲堂里讲", set()), ("巡讲团到各镇", set())])
def test_a_name_counts_whole(text: str, found: set[str]) -> None:
    told = [Told("other", "a", account(text))]
    assert mentions(CATALOG, told) == {pid: {"a": ("other",)} for pid in found}


def test_who_tells_of_it_alone_needs_no_mention_and_others_do() -> None:
    told = [Told("other", "a", account("在书香驿站设立讲台")), Told("house", "a", account("建好")), Told("other", "b", account("到书香驿站去")), Told("quoted", "b", account("借书香驿站"))]
    assert mentions(CATALOG, told) == {"house": {"b": ("other", "quoted")}}
