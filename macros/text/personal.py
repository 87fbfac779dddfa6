"""What belongs to one person in a text: numbers of mobile phones and identity cards, addresses of mail. Masked ones are none."""

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
    """`words` as the text has them, at an offset; `kind` is mobile, card or mail."""

    kind: str
    words: str
    offset: int

    @property
    def masked(self) -> str:
        """The words so far that their writer knows them again, and nobody else learns them."""
        if self.kind == "mail":
            return f"{self.words[0]}***@{self.words.translate(_WIDE).partition('@')[2]}"
        digits = _BETWEEN.sub("", html.unescape(self.words))
        return f"{digits[:3]}****{digits[-2:]}"


def personal(text: str) -> Iterator[Personal]:
    """Everything of the kind in a text, in order of its places within each kind."""
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
        if _is_card(found[0].replace(" ", "")):
            yield "card", found.start(), found.end()
    yield from (("mobile", found.start(), found.end()) for found in _MOBILE.finditer(plain))
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


def _is_card(number: str) -> bool:
    """Whether the last character is the one that the others give (GB 11643)."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True)) % 11] == number[17].upper()
