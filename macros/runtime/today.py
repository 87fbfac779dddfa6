"""What day it is. A test puts another clock in the place of `now`."""

import datetime
from collections.abc import Callable


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


now: Callable[[], datetime.datetime] = _now


def here() -> datetime.date:
    """Today, where this machine stands."""
    return now().astimezone().date()


def latest() -> datetime.date:
    """The latest day that has begun anywhere: a check in another time zone does not take today's date for tomorrow's."""
    return (now() + datetime.timedelta(hours=14)).date()
