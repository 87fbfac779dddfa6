"""Names, order and times of releases under clocks that are wrong."""

import itertools
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.publishing import files, publish, releases, roll_back
from macros.publishing.checks import Expected

NAME = re.compile(r"(\d{8}T\d{6}Z)-[0-9a-f]{12}", re.A)
Put = Callable[..., str]


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    return tmp_path / "srv"


@pytest.fixture
def put(sample: Path, dest: Path, expected: Expected, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Publishes content that was not there before while the clock says `year-month-day hour:minute:second`."""
    numbers = itertools.count()

    def run(clock: str = "", keep: int = 9) -> str:
        with monkeypatch.context() as patched:
            if clock:
                patched.setattr(releases, "datetime", clock_at(clock))
            (sample / "assets/n.txt").write_text(str(next(numbers)), encoding="utf-8")
            return publish(dest, lambda target: files.copy(sample, target), expected, keep=keep).release

    return run


def clock_at(text: str) -> type[datetime]:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            if text == "broken":
                raise OverflowError("timestamp out of range for platform time_t")
            return datetime.fromisoformat(text).replace(tzinfo=UTC)

    return Clock


CLOCKS = ["9999-12-31 23:59:59", "9999-12-31 23:59:59", "0001-01-01 00:00:00", "1970-01-01 00:00:00", "1970-01-01 00:00:00",
          "2026-11-24 08:30:12", "2026-11-24 08:30:12", "2026-11-24 08:30:11", "broken", "2038-01-19 03:14:08", "2026-11-24 08:30:13"]


def test_the_order_is_that_of_publishing_under_any_clock(put: Put, dest: Path) -> None:
    made = [put(clock, keep=len(CLOCKS)) for clock in CLOCKS]
    assert releases.names(dest) == made
    assert all(NAME.fullmatch(name) for name in made)
    times = [(dest / "releases" / name / "index.html").stat().st_mtime for name in made]
    # Two states of one page never look the same to a browser that asks by time.
    assert len(set(times)) == len(times) and all(0 < time < 2**32 for time in times)
    for before, after in reversed(list(itertools.pairwise(made))):
        assert roll_back(dest) == (after, before)


def test_the_newest_are_kept_under_any_clock(put: Put, dest: Path) -> None:
    made = [put(clock, keep=3) for clock in CLOCKS]
    assert releases.names(dest) == made[-3:]


def test_names_keep_the_order_when_the_clock_is_a_little_off(put: Put, dest: Path) -> None:
    made = [put(clock) for clock in ("2026-11-24 08:30:12", "2026-11-24 08:30:12", "2026-11-24 08:29:00", "2026-11-24 08:30:12")]
    assert made == sorted(made)
    assert [name[:16] for name in made] == ["20261124T083012Z", "20261124T083013Z", "20261124T083014Z", "20261124T083015Z"]


@pytest.mark.parametrize("stamp", ["20261399T256199Z", "99991231T235959Z", "00000000T000000Z", "99999999T999999Z"])
def test_an_odd_stamp_is_a_release_like_any_other(put: Put, dest: Path, stamp: str) -> None:
    first = put()
    odd = f"{stamp}-{first.partition('-')[2]}"
    (dest / "releases" / first).rename(dest / "releases" / odd)
    (dest / "releases" / f".from-{first}").rename(dest / "releases" / f".from-{odd}")
    releases.switch(dest, odd)
    second, third = put(), put()
    assert releases.names(dest) == [odd, second, third]
    assert (roll_back(dest)[1], roll_back(dest)[1]) == (second, odd)
    fourth = put(keep=2)
    assert releases.names(dest) == [odd, fourth]
    fifth = put(keep=1)
    assert releases.names(dest) == [fifth]


def test_releases_of_an_older_program(put: Put, dest: Path) -> None:
    """Their notes hold a name and no number, or there is none."""
    made = [put("2026-11-24 08:30:12"), put("2026-11-24 08:30:13"), put("2026-11-24 08:30:14")]
    for before, name in zip(["", *made], made, strict=False):
        (dest / "releases" / f".from-{name}").write_text(before, encoding="utf-8")
    (dest / "releases" / f".from-{made[0]}").unlink()
    assert releases.names(dest) == made
    assert roll_back(dest) == (made[2], made[1])
    new = put("2020-01-01 00:00:00")
    assert releases.names(dest) == [*made, new]
    assert roll_back(dest) == (new, made[1])
    assert roll_back(dest) == (made[1], made[0])
    last = put("2019-01-01 00:00:00", keep=2)
    assert releases.names(dest) == [made[0], last]


@pytest.mark.parametrize("note", [b"", b"\xff\xfe", b"../../etc\n5\n", b"x\n\xc2\xb2\n", b"x\n" + b"9" * 5000, b"\n\n\n"])
def test_a_note_that_can_not_be_read(put: Put, dest: Path, note: bytes) -> None:
    first, second = put(), put()
    (dest / "releases" / f".from-{second}").write_bytes(note)
    assert set(releases.names(dest)) == {first, second}
    third = put()
    assert releases.names(dest)[-1] == third
    assert roll_back(dest) == (third, second)


def test_a_release_made_by_hand_is_listed(put: Put, dest: Path) -> None:
    first = put("2026-11-24 08:30:12")
    copied = f"20200101T000000Z-{first.partition('-')[2]}"
    shutil.copytree(dest / "releases" / first, dest / "releases" / copied)
    second = put("2026-11-24 08:30:13")
    assert releases.names(dest) == [copied, first, second]
    put("2026-11-24 08:30:14", keep=2)
    assert copied not in releases.names(dest)
