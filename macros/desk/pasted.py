"""What comes along unseen when words are pasted from Word or a web page: taken off everything that a request says, once for all fields.

The script `desk-pasted.js` does the same in the field, where the person is told; this is what nothing gets past.
"""

import re
from typing import Any

from flask import Request
from werkzeug.datastructures import ImmutableMultiDict

from macros.reading.characters import REFUSED, STACKED

# Line ends that only Word and some pages know.
LINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Signs of one's own making are seen, and may be a character of a name: they are no dust.
_OWN = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_BEFORE = 8


def clean(text: str) -> str:
    """The text without what takes no room, and with line ends that every file knows."""
    text = LINES.sub("\n", text)
    return REFUSED.sub(lambda found: found.group() if _OWN.fullmatch(found.group()) else "", text)


def unfit(text: str) -> str:
    """Which sign of a text no file can hold, and where it stands, in Chinese; "" where there is none."""
    found = _OWN.search(text) or re.search("\ufffd", text) or STACKED.search(text)
    if found is None:
        return ""
    before = text[max(0, found.start() - _BEFORE):found.start()]
    where = f"在“{before}”后面" if before else "在最前面"
    if found.group() == "\ufffd":
        return f"{where}有一个坏掉的字“�”，对照原文重新打"
    if STACKED.fullmatch(found.group()):
        return f"{where}的那个字上叠了 {len(found.group())} 个附加符号，删去重打"
    return f"{where}的“{found.group()}”（U+{ord(found.group()):04X}）是只有个别电脑才有的字，换成通用的字"


class Cleaned(Request):
    """A request all of whose words are clean; files that are sent along are as they are."""

    def _load_form_data(self) -> None:
        super()._load_form_data()
        self.__dict__["form"] = ImmutableMultiDict([(name, clean(value)) for name, value in self.__dict__["form"].items(multi=True)])

    def get_json(self, *arguments: Any, **named: Any) -> Any:
        return _cleaned(super().get_json(*arguments, **named))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(each) for name, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list) else value
