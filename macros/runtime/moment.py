"""`SOURCE_DATE_EPOCH`: the time that everything which is made says, so that the same inputs give the same bytes."""

import os
import re
from datetime import UTC, datetime

_NAME = "SOURCE_DATE_EPOCH"
# The end of the years that a date can have.
LATEST = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())


class BadMoment(ValueError):
    """The variable holds no time; the text says so in Chinese."""


def given() -> int | None:
    """The seconds since 1970 that the environment gives, or None where it gives none.

    Raises:
        BadMoment: the variable is set to something else than digits, or to a year after 9999.
    """
    text = os.environ.get(_NAME, "")
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,12}", text) or int(text) > LATEST:
        raise BadMoment(f"环境变量 {_NAME} 的值“{text[:40]}”不是时间：要写 1970 年以来的秒数，只有数字，例如 1795510212")
    return int(text)
