"""Words of limit beside a number: whether it is the most, the least, or about. One place for figures and rhythms."""

import re

from macros.model.vocabulary import Bound

# A word of limit may stand a few words before its number: 不超过委员总数的20%.
_GAP = "[^，,。；;：:！!？?、（）()0-9]{0,8}$"
_NOT = "(?<!不)(?<!不得)(?<!不能)(?<!不可)(?<!未)(?<!不应)"
_MOST = re.compile(rf"(?:至多|最多|最高|最长|最大|最迟|上限|封顶|不(?:得|能|可|应)?(?:超过|超出|多于|高于|大于|长于|突破)|未超过|控制在|限于|限){_GAP}")
_LEAST = re.compile(rf"(?:至少|最少|最低|起码|不(?:得|能|可|应)?(?:少于|低于|短于|小于|下于)|不下|不止|{_NOT}(?:超过|超出|突破|多于|高于|大于)|超|逾){_GAP}")
_ABOUT = re.compile("(?:大约|约|将近|接近|近|大概|差不多)$")
_MOST_AFTER = re.compile("(?:[\u3400-\u9fff]{0,2}?)(?:以内|之内|以下|及以下|封顶|为限)")
_LEAST_AFTER = re.compile("(?:[\u3400-\u9fff]{0,2}?)(?:以上|及以上|起步)")
_ABOUT_AFTER = re.compile("[\u3400-\u9fff]?(?:左右|上下)")
WORDS = re.compile(rf"(?:{_MOST.pattern}|{_LEAST.pattern}|{_ABOUT.pattern})")


def bound(before: str, after: str = "", slack: str = "") -> Bound | None:
    """The bound of a number that has these words before and after it; `slack` is what its own words say (see `Quantity`).

    不超过 holds 超过: what is the most is asked first.
    """
    most, least = _MOST.search(before), _LEAST.search(before)
    if most and (least is None or most.start() <= least.start() or most.end() - most.start() >= least.end() - least.start()):
        return Bound.AT_MOST
    if _MOST_AFTER.match(after):
        return Bound.AT_MOST
    if least or slack in ("above", "more") or _LEAST_AFTER.match(after):
        return Bound.AT_LEAST
    return Bound.ABOUT if _ABOUT.search(before) or _ABOUT_AFTER.match(after) else None


def inside(text: str) -> Bound | None:
    """The bound that the words of a rhythm hold: 每年至少两次, 一年不超过3次."""
    found = re.search("[0-9０-９一二两三四五六七八九十百]+[次回场期天日个]", text)
    return bound(text[:found.start()], text[found.end():]) if found else bound(text)
