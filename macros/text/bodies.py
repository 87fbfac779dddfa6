"""Names of bodies, as far as two of them may be the same body's."""

import re

_FULL = re.compile(r"^(?:中国人民政治协商会议|政协)(?P<place>.+?)(?P<unit>[省市县区旗州盟])?委员会$")
_DIVISION = re.compile(r"[省市县区旗州盟]")
_UNIT = re.compile(r"[省市县区旗盟](?=政协|委员会)")
_ALIKE = 2


def short(name: str) -> str:
    """The name without the words that may be left out: 政协滦州市委员会 and 滦州市政协 both give 滦州政协."""
    full = _FULL.match(name)
    name = f"{full['place']}{full['unit'] or ''}政协" if full else name
    stem, found, tail = name.rpartition("政协")
    return f"{stem[:1] + _DIVISION.sub('', stem[1:])}{found}{tail}" if found else name


def alike(one: str, other: str) -> bool:
    """Whether two different names may be one body's: a longer and a shorter way to write it."""
    units = [_UNIT.search(name) for name in (one, other)]
    if units[0] and units[1] and units[0][0] != units[1][0]:
        return False  # a county and a district of one name
    a, b = sorted((short(one), short(other)), key=len)
    return a == b or (len(a.removesuffix("政协")) >= _ALIKE and a.endswith("政协") and b.endswith(a))
