"""What belongs to one person in a text: numbers of mobile phones and identity cards, addresses of mail. Masked ones are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ALONE = r"(?<![0-9A-Za-z.])"
_MOBILE = re.compile(rf"{_ALONE}(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{{4}}){{2}}(?![0-9A-Za-z])", re.ASCII)
_CARD = re.compile(rf"{_ALONE}[1-9]\d{{5}} ?(?:18|19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{{3}}[\dXx](?![0-9A-Za-z])", re.ASCII)
# As an address of a link it is told with the links.
_MAIL = re.compile(r"(?<![A-Za-z0-9._%+:<-])([A-Za-z0-9._%+-]{1,64})@((?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24})(?![A-Za-z0-9-])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
# Names that are kept free for examples: nobody reads mail there.
_NOBODYS = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid)", re.I)
_WIDE = str.maketrans("０１２３４５６７８９＠．－＋", "0123456789@.-+")


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
        return f"{self.words[:3]}****{self.words[-2:]}"


def personal(text: str) -> Iterator[Personal]:
    """Everything of the kind in a text, in order of its places within each kind."""
    plain = text.translate(_WIDE)
    for found in _CARD.finditer(plain):
        if _is_card(found[0].replace(" ", "")):
            yield Personal("card", text[found.start():found.end()], found.start())
    for found in _MOBILE.finditer(plain):
        yield Personal("mobile", text[found.start():found.end()], found.start())
    for found in _MAIL.finditer(plain):
        if set(found[1].lower()) - set("x") and not _NOBODYS.fullmatch(found[2]):
            yield Personal("mail", text[found.start():found.end()], found.start())


def _is_card(number: str) -> bool:
    """Whether the last character is the one that the others give (GB 11643)."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True)) % 11] == number[17].upper()
