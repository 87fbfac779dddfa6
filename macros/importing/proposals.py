"""What a text says of who speaks, when and where: proposed to the editor, with the line that it was read in."""

import re
from dataclasses import dataclass
from typing import Any

from macros.fulltext.passages import masks
from macros.fulltext.segments import SpeechText
from macros.importing.division import units
from macros.importing.division.front import Beginning
from macros.importing.division.units import Unit
from macros.text.numerals import value

_YEAR = "(?P<y>[12]\\d{3}|[一二][〇○零一二三四五六七八九]{3})"
_YEAR_MONTH = rf"{_YEAR}\s*[年./-]\s*(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*"
_DAY = re.compile(_YEAR_MONTH + r"[月./-]\s*(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?")
_MONTH = re.compile(_YEAR_MONTH + "(?:月|$)")
_SHORT = 16
_SEVERAL = 2


@dataclass(frozen=True)
class Proposals:
    """What was read of one speech. `unit` is None where the text names no body."""

    unit: Unit | None = None
    year: int | None = None
    # As far as it is told: 2025-09-16, 2025-09.
    dated: str | None = None
    occasion: str | None = None
    # The line of a note that says it (0: the front does).
    occasion_line: int = 0
    short: str | None = None

    @classmethod
    def of(cls, text: SpeechText, beginning: Beginning | None) -> "Proposals":
        """What the front of a speech says, and of the body also its first paragraphs."""
        unit = beginning.unit if beginning else None
        # A digest of what several bodies said is nobody's.
        if unit is None and len({units.speaking(p.text) for p in text.passages} - {None}) < _SEVERAL:
            unit = next((Unit(name, p.line, sure=False) for p in text.passages[:2] if (name := units.spoken(p.text))), None)
        return cls(unit, beginning.year if beginning else None, partial(beginning.day or "") if beginning else None,
                   beginning.occasion if beginning else None, beginning.occasion_line if beginning else 0, short(text.title))

    @property
    def date(self) -> str | None:
        """The whole day, year-month-day; None where no more than the month is told."""
        return self.dated if self.dated and self.dated.count("-") == 2 else None

    def plain(self) -> dict[str, Any]:
        """As plain data: what was not read is None."""
        unit = self.unit
        named = {"name": unit.name, "line": unit.line, "sure": unit.sure, "level": unit.level.value if unit.level else None,
                 "ask_level": units.asks(unit.name)} if unit else None
        return {"unit": named, "year": self.year, "date": self.date, "occasion": self.occasion, "short": self.short}


def day(text: str) -> str | None:
    """A whole day as year-month-day; None where a part is missing or masked."""
    found = _DAY.search(text)
    if not found:
        return None
    month, of_month = (value(found[part]) for part in ("m", "d"))
    if month is None or of_month is None or not (1 <= month <= 12 and 1 <= of_month <= 31):
        return None
    return f"{year_of(found['y'])}-{int(month):02}-{int(of_month):02}"


def partial(text: str) -> str | None:
    """A date as far as a text tells it: the day, or the month alone; None where it tells neither, or hides a part."""
    if whole := day(text):
        return whole
    found = _MONTH.search(text)
    month = value(found["m"]) if found and not masks(text) and not re.search("[日号]", text) else None
    return f"{year_of(found['y'])}-{int(month):02}" if found and month is not None and 1 <= month <= 12 else None


def year_of(text: str) -> str | None:
    """The year of a date that may lack its day; None where there is none."""
    found = re.search(_YEAR, text)
    return found["y"].translate(str.maketrans("〇○零一二三四五六七八九", "000123456789")) if found else None


def short(title: str) -> str | None:
    """A title that is short enough to be shown as it is, or the first of its two halves that is."""
    # A blank within a short name is no blank of a title any more.
    whole = [] if re.search("[ \u3000]", title) else [title]
    return next((part for part in (*whole, *re.split(r"[ 　，,：:——]+", title), title) if 4 <= len(part) <= _SHORT), None)
