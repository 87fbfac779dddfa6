"""Numbers as Chinese texts write them: 6, ６, 六, 四十二, 二百六十多, 1.5万, 八万六千, 3千, 廿五, 叁拾, ⑤, Ⅷ, and runs of signs that mask one.

Knows no entry and no unit. A number is a `Fraction`, so that 1.5万 and 15000 are the same.
"""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

_DIGITS = {"零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}
# Numerals that nobody can alter, as banks write them. Some are parts of ordinary words: 队伍, 大陆, 收拾, 放肆.
_BANK = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True))
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_PLAIN = str.maketrans({**_BANK, **_TENS})
# One sign for a number: ⑤, ㈤, Ⅷ.
SIGNS = "①-⑳⑴-⒇㈠-㈩Ⅰ-Ⅻⅰ-ⅻ"
# Where the bank's numeral is part of a word, or begins one.
_NO_WORD = "(?<![队入退落行为])伍|(?<![水大登内着])陆(?!续|地|路|军|运)|(?<![收])拾|(?<!放)肆(?!意|虐)|[壹贰叁柒捌玖佰仟]"
BANK = "".join(_BANK)

ARABIC = r"[0-9０-９][0-9０-９,，]*[0-9０-９](?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?"
CHINESE = f"(?:[零〇一二两三四五六七八九十百千廿卅卌]|{_NO_WORD})+(?:点[零〇一二三四五六七八九]+)?"
# One unbroken run of signs that hide a number; 某 hides names.
MASK_SIGNS = "xX×ｘＸ＊*○□●_"
MASK = f"[{MASK_SIGNS}]+"
# 几百, 若干: a source is vague there, and hides nothing.
VAGUE = re.compile("[几数][十百千万亿]+|[一二三四五六七八九1-9]?[十百千0](?:几(?![\u3400-\u9fff]?率)|来(?![自源访信电宾客往年到了由历临]))|(?<![0-9０-９.．点零〇一二两三四五六七八九十百千])[十百千万]余|若干|数[个次名家项]|(?<![0-9０-９])多[次年家个](?![\u3400-\u9fff]样)")
_SIGN, _DECIMAL = re.compile(f"[{SIGNS}]"), re.compile(r"\d+(?:\.\d+)?")
# 七八个, 三五名, 十七八个, 三四百: two numerals beside each other say from one to the other.
_BESIDE = re.compile("(?P<ten>[一二三四五六七八九]?十)?(?P<one>[一二两三四五六七八])(?P<next>[二两三四五六七八九])(?P<place>[十百千万]?)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@lru_cache(maxsize=8192)
def value(written: str) -> Fraction | None:
    """The number that a run of digits or numerals stands for, its 万 or 亿 included; None for what is none."""
    if len(written) == 1 and _SIGN.match(written):
        return Fraction(int(unicodedata.numeric(written)))
    text = unicodedata.normalize("NFKC", written).translate(_PLAIN)
    scale = 1
    # 3千 is written as 3万 is; 三千 is read digit by digit.
    scales = {**_SCALES, **_PLACES} if text[:1].isdigit() and text[:1].isascii() else _SCALES
    while text and text[-1] in scales:
        scale *= scales[text[-1]]
        text = text[:-1]
    if not text.strip("○"):  # a ring among numerals is a zero, rings alone are a mask
        return None
    plain = text.replace(",", "") if _GROUPED.fullmatch(text) else text
    if _DECIMAL.fullmatch(plain):
        return Fraction(plain) * scale
    number = _chinese(text)
    return None if number is None else number * scale


def _chinese(text: str) -> Fraction | None:
    whole, point, part = text.partition("点")
    if point:
        number, digits = _chinese(whole), [_DIGITS.get(sign) for sign in part]
        if number is None or None in digits:
            return None
        return number + Fraction(int("".join(map(str, digits))), 10 ** len(digits))
    for scale in ("亿", "万"):
        before, found, after = text.partition(scale)
        if found:
            high, low = _chinese(before), _chinese(after) if after else Fraction(0)
            if low is not None and after in _DIGITS and low:
                low *= _SCALES[scale] // 10  # 八万六 is 86000
            return None if high is None or low is None else high * _SCALES[scale] + low
    if len(text) > 1 and all(sign in _DIGITS for sign in text):  # 二〇二三, digit by digit
        return Fraction(int("".join(str(_DIGITS[sign]) for sign in text)))
    total, digit, last = 0, None, 1
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            last = _PLACES[sign]
            total, digit = total + (1 if digit is None else digit) * last, None
        else:
            return None
    if digit is not None:
        # 二百六 is 260, 二百零六 is 206.
        total += digit * (last // 10 if last > 10 and text[-2] in _PLACES else 1)
    return Fraction(total)


def beside(written: str) -> tuple[Fraction, Fraction] | None:
    """Seven and eight for 七八, 300 and 400 for 三四百; None for a number of several digits."""
    found = _BESIDE.fullmatch(written)
    low, high = (value(found["one"]), value(found["next"])) if found else (None, None)
    if found is None or low is None or high is None or (high - low != 1 and not low == 3 == high - 2):
        return None
    ten = value(found["ten"]) or Fraction(0) if found["ten"] else Fraction(0)
    place = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10000}[found["place"]]
    return (ten + low) * place, (ten + high) * place
