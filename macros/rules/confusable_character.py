"""A character that looks like another makes a word that nobody can find."""

import re
import unicodedata
from collections.abc import Iterator

from pydantic import ValidationError

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.fields import validated
from macros.model.kinds import KINDS
from macros.rules.rule import Rule

# The sign of multiplication without a number beside it is a mask.
_MASK = re.compile("(?<![0-9])×(?![0-9])")
# Full-width letters, digits and plus; Greek and Cyrillic; radicals and compatibility ideographs;
# spaces other than the plain one; the multiplication sign where a mask stands.
CONFUSABLE = re.compile(
    "[\uff0b\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u0370-\u052f\u2e80-\u2fdf\uf900-\ufaff"
    "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|" + _MASK.pattern
)
# One set, which is found faster than a choice; what it finds is looked at again.
_SUSPECT = re.compile(
    "[×\uff0b\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u0370-\u052f\u2e80-\u2fdf\uf900-\ufaff"
    "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
_LATIN = dict(zip("АВЕЅІЈКМНОРСТХУаеоорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧοχν×", "ABESIJKMHOPCTXYaeoopcyxsijABEZHIKMNOPTYXoxvx", strict=True))
# What `fix` makes ordinary: full-width digits, letters and plus mean one thing only.
_FULL_WIDTH = {code: code - 0xFEE0 for code in (0xFF0B, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


def fix(field: str, text: str) -> str:
    """The text with ordinary digits and letters in place of full-width ones and x for a mask, whatever the field."""
    return _MASK.sub("x", text.translate(_FULL_WIDTH))


def plain(character: str) -> str:
    """The ordinary character that is meant, or nothing where that can't be told."""
    meant = _LATIN.get(character) or unicodedata.normalize("NFKC", character)
    return meant if meant != character else ""


def _kind(sign: str) -> str:
    """What a character is, in words."""
    if ord(sign) in _FULL_WIDTH:
        return "是全角的"
    if "\u0370" <= sign <= "\u052f":
        return "是希腊文或俄文字母"
    return "是乘号" if sign == "×" else "是部首或旧字形"


def _refused(catalog: Catalog, kind: str, entry_id: str) -> set[tuple[str | int, ...]]:
    """The places whose value the model refuses: there the value as a whole is told of."""
    if entry_id in catalog.of(kind):
        return set()
    try:
        validated(KINDS[kind].model, catalog.data(kind, entry_id))
    except ValidationError as error:
        return {detail["loc"] for detail in error.errors(include_url=False, include_input=False)}
    return set()


def check_entry(catalog: Catalog, kind: str, entry_id: str) -> Iterator[Finding]:
    if not _SUSPECT.search(catalog.prose(kind, entry_id)):
        return
    told = _refused(catalog, kind, entry_id)
    for place, text in catalog.strings(kind, entry_id):
        if place in told:
            continue
        found = CONFUSABLE.search(text)
        # Headings of two ranks in one line are set apart by an ideographic space.
        if not found or (place[-1:] == ("heading",) and found.group() == "\u3000"):
            continue
        sign, meant = found.group(), plain(found.group())
        message = f"这里的“{sign}”{_kind(sign)}，看着像{f'“{meant}”' if meant else '别的字'}，其实是另一个字"
        cure = f"换成“{meant}”" if meant else "换成平常的汉字或字母，重新打一遍"
        if meant.isspace():
            message, cure = "这里有一种特别的空格（多半是从 Word 或网页粘来的）", "换成普通空格，或删去"
        yield catalog.finding(kind, entry_id, place, RULE.code, message, cure, needle=sign)


RULE = Rule(
    code="confusable-character",
    title="不用看着一样的别的字符",
    why="全角的１、西里尔字母的х，看着和 1、x 一样，检索时却是另一个字，读者搜不到。",
    wrong="raw: х个临时党支部    # 这个 х 是西里尔字母",
    right="raw: x个临时党支部",
    check_entry=check_entry,
    fix_text=fix,
    exemptible=True,
)
