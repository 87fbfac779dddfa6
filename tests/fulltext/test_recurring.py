import pytest

from macros.fulltext.recurring import of_days, said_shortly
from macros.fulltext.statements import Ground
from macros.text.quantities import quantities


def grounds(source: str) -> tuple[Ground, ...]:
    return (Ground("s", 1, source, 0, "第1段"),)


@pytest.mark.parametrize(("ours", "source", "said"), [
    ("每年评选一次", "开展年度评选", True), ("每季度一次", "季末通报", True), ("每年评选两次", "开展年度评选", False), ("每月一次", "开展年度评选", False),
])
def test_once_in_a_time_that_is_named(ours: str, source: str, said: bool) -> None:
    assert said_shortly(quantities(ours)[0], grounds(source)) is said


@pytest.mark.parametrize(("ours", "source", "said"), [
    ("每月两天", "每月5日、20日上午", True), ("每月三天", "每月5日、20日上午", False), ("每月一天", "每月xx日", True), ("每季度一天", "每月xx日", False),
])
def test_days_that_are_named(ours: str, source: str, said: bool) -> None:
    assert of_days(quantities(ours)[0], grounds(source)) is said
