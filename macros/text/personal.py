"""What belongs to one person in a text: numbers of phones, identity cards, bank cards and cars, addresses of mail, names in chats.
Masked ones are none."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.text.secrets import in_address

_ALONE = r"(?<![0-9A-Za-z.])"
_GAP = "(?:[-. ]{1,3})?"
# Written in three parts, or every digit for itself.
_MOBILE = re.compile(rf"{_ALONE}(?:\+?86{_GAP})?(?:1[3-9]\d(?:{_GAP}\d{{4}}){{2}}|1[3-9]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}}|1[3-9]\d{_GAP}\d{{3}}{_GAP}\d{{5}}"
                     rf"|1([-. ])[3-9](?:\1\d){{9}})(?![0-9A-Za-z]|[-.]\d)", re.ASCII)
_CARD = re.compile(rf"{_ALONE}[1-9]\d{{5}} ?(?:18|19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{{3}}[\dXx](?![0-9A-Za-z])", re.ASCII)
# With its area code, or behind a word that says what it is.
_LANDLINE = re.compile(rf"{_ALONE}(?:\+?86{_GAP})?[(（]?(?:010|02\d|0[3-9]\d{{2}})[)）]?(?:{_GAP}){{1,2}}[2-8]\d{{2,3}}{_GAP}\d{{4}}(?![0-9A-Za-z]|[-.]\d)"
                       r"|(?:电话|座机|热线|传真|致电|拨打|联系方式)[^\d\n]{0,4}(?P<n>(?<![0-9A-Za-z.])[2-8]\d{2,3}[- ]?\d{4})(?![0-9A-Za-z年]|[-.]\d)", re.ASCII)
# A number said in words, as people do who mean to hide it from machines.
_SPOKEN = re.compile("(?<![一二三四五六七八九〇零幺])[一幺][三-九三四五六七八九][一二三四五六七八九〇零幺]{9}(?![一二三四五六七八九〇零幺十百千])")
_BANK = re.compile(rf"{_ALONE}[3-6]\d{{3}}(?:([- ]?)\d{{4}}){{2}}(?:[- ]?\d{{1,7}}){{1,2}}(?![0-9A-Za-z]|[-.]\d)", re.ASCII)
_ACCOUNT = re.compile(r"(?:银行卡|卡号|账号|帐号|账户)[^\d\n]{0,6}(?P<n>(?<![0-9A-Za-z.])[3-6]\d{3}(?:[- ]?\d){12,15})(?![0-9A-Za-z])", re.ASCII)
_OLD_CARD = re.compile(r"身份证[^\d\n]{0,6}(?P<n>(?<![0-9A-Za-z.])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?![0-9A-Za-z])", re.ASCII)
_PLATE = re.compile(r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z][·. ]?(?=[A-HJ-NP-Z]{0,5}\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])", re.ASCII)
_CHAT = re.compile(r"(?:QQ|qq)(?:号码?|群)?[:： ]{0,2}[1-9]\d{4,10}(?!\d)|微信(?:号码?)?(?:[:： ]{1,2}|(?=[-A-Za-z_]*\d))[A-Za-z][-\w]{5,19}", re.ASCII)
_PROVINCES = re.compile("1[1-5]|2[123]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123]")
# What a text has that holds any of these: most have none of it.
_DIGITS = re.compile(r"\d(?:\d{4}|[<&*\u00ad\u200b-\u200f\u2060\ufeff]|\d{2,3}[^\w\n]{1,3}\d{4}|[^\w\n]\d[^\w\n]\d[^\w\n]\d)")
_SIGNS = re.compile(r"[@＠]|QQ|qq|微信|[一幺][三四五六七八九][一二三四五六七八九〇零幺]{9}|[\u4e00-\u9fff][A-HJ-NP-Z][·・. ]?[A-HJ-NP-Z0-9]{5}")
# As an address of a link it is told with the links.
_MAIL = re.compile(r"(?<![A-Za-z0-9._%+:<-])([A-Za-z0-9._%+-]{1,64})@((?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24})(?![A-Za-z0-9-])")
_BETWEEN = re.compile(r"<[^<>]*>|[^\w+＋]|_")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
# Names that are kept free for examples: nobody reads mail there.
_NOBODYS = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid)", re.I)
_WIDE = str.maketrans({**dict(zip("０１２３４５６７８９＠．＋·・", "0123456789@.+..", strict=True)), **dict.fromkeys("－‐‑‒–—―−", "-"),
                       **dict.fromkeys("　\u00a0\u2002\u2003\u2009\u202f\t", " ")})
# On a page these show nothing, or one sign, between the digits.
_UNSHOWN = re.compile(r"</?(?:a|b|i|u|s|em|strong|span|code|mark|small|big|sub|sup|font|wbr|bdi|bdo|q|ins|del|kbd|var)(?:\s[^<>\n]{0,200})?/?>"
                      r"|(?<=\d)\*{1,3}(?=\d)|[\u00ad\u200b-\u200f\u2060\ufeff]|&#?\w{1,8};", re.I)


@dataclass(frozen=True, slots=True)
class Personal:
    """`words` as the text has them, at an offset; `kind` is mobile, landline, card, bank, plate, chat or mail."""

    kind: str
    words: str
    offset: int

    @property
    def masked(self) -> str:
        """The words so far that their writer knows them again, and nobody else learns them."""
        if self.kind == "mail":
            return f"{self.words[0]}***@{self.words.translate(_WIDE).partition('@')[2]}"
        if self.kind in ("plate", "chat"):
            return f"{self.words[:2]}****{self.words[-1]}"
        digits = _BETWEEN.sub("", html.unescape(self.words))
        return f"{digits[:3]}****{digits[-2:]}"


def personal(text: str) -> Iterator[Personal]:
    """Everything of the kind in a text, in order of its places within each kind."""
    if not (_DIGITS.search(text) or _SIGNS.search(text)):
        return
    plain = text.translate(_WIDE)
    shown, places = _shown(plain)
    told = set[int]()
    for kind, start, end in (*_found(plain), *((kind, places[start], places[end - 1] + 1) for kind, start, end in (_found(shown) if places else ()))):
        # What is found in both writings, or in a longer one, is one.
        if told.isdisjoint(range(start, end)):
            told.update(range(start, end))
            yield Personal(kind, text[start:end], start)


def _found(plain: str) -> Iterator[tuple[str, int, int]]:
    for found in _CARD.finditer(plain):
        number = found[0].replace(" ", "")
        # With a slip in it, it still is somebody's.
        if _PROVINCES.match(number) or _is_card(number):
            yield "card", found.start(), found.end()
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(plain):
            if pattern is not _BANK or _is_bank(found[0]):
                yield kind, *found.span("n" if found.groupdict().get("n") else 0)
    for found in _MAIL.finditer(plain):
        # In an address, what stands before the @ is told as a password.
        if not in_address(plain, found.start()) and set(found[1].lower()) - set("x") and not _NOBODYS.fullmatch(found[2]):
            yield "mail", found.start(), found.end()


def _shown(text: str) -> tuple[str, list[int]]:
    """A text as a page shows it, and the place that each character has in the text; none where it shows what is written."""
    if not _UNSHOWN.search(text):
        return text, []
    parts, places, at = [], list[int](), 0
    for found in _UNSHOWN.finditer(text):
        sign = html.unescape(found[0]).translate(_WIDE) if found[0].startswith("&") else ""
        parts += [text[at:found.start()], sign]
        places += [*range(at, found.start()), *[found.start()] * len(sign)]
        at = found.end()
    return "".join([*parts, text[at:]]), [*places, *range(at, len(text))]


# In the order in which one is told before what else may look so.
_PATTERNS = (("card", _OLD_CARD), ("bank", _ACCOUNT), ("bank", _BANK), ("mobile", _MOBILE), ("mobile", _SPOKEN), ("landline", _LANDLINE), ("plate", _PLATE), ("chat", _CHAT))


def _is_bank(written: str) -> bool:
    """Whether a number has the length of a bank card's and the last digit that the others give (ISO/IEC 7812)."""
    digits = [int(digit) for digit in written if digit.isdigit()]
    doubled = sum(sum(divmod(2 * digit, 10)) if i % 2 else digit for i, digit in enumerate(reversed(digits)))
    return 16 <= len(digits) <= 19 and doubled % 10 == 0


def _is_card(number: str) -> bool:
    """Whether the last character is the one that the others give (GB 11643)."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True)) % 11] == number[17].upper()
