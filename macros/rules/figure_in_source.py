"""A figure quotes the source: its number, or its mask, must stand in the paragraph that is cited."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from macros.findings import Finding
from macros.fulltext.originals import Originals, says
from macros.fulltext.remembered import gathered
from macros.fulltext.segments import SpeechText
from macros.fulltext.verbatim import places
from macros.fulltext.wording import words_around
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.accounts import Account
from macros.model.inline_links import Place
from macros.rules import value_against_raw
from macros.rules.cue_in_source import words_at
from macros.rules.rule import Rule
from macros.text.quantities import quantities

# What stands in another part of the sentence is not said of the same.
_PARTED = re.compile("[、，。；：！？,;:!?\n]")
# So much of what is counted is shown behind a hidden number.
_BEHIND = 8


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for found in gathered(catalog, originals, RULE.code, ("practices",), lambda _, pid: _of_practice(catalog, originals, pid)).values():
        yield from found


def _of_practice(catalog: Catalog, originals: Originals, pid: str) -> Iterator[Finding]:
    for i, account in enumerate(catalog.practices[pid].accounts):
        speech = originals.speech(account.speech)
        if speech is None:
            continue
        for place, raw, at in _quoted(account):
            if value_against_raw.tells(account, place):  # one mistake, one message
                continue
            numbers = locators.numbers(at or account.at)
            texts = list(words_at(speech, numbers))
            if wrong := _hidden(value_against_raw.unfounded(account, place), raw, speech, numbers):
                yield catalog.finding("practices", pid, ("accounts", i, *place, "raw"), RULE.code, *wrong)
            elif texts and not any(says(text, raw) for text in texts):
                where = "、".join(f"第{number}段" for number in sorted(numbers))
                yield catalog.finding("practices", pid, ("accounts", i, *place, "raw"), RULE.code,
                                      f"“{raw}”在原文所引的{where}里没有{_instead(raw, speech, numbers)}",
                                      "照抄原文带数字或 x 的几个字（隐去的，不填数值）；写错了段号就改出处（at）")


def _quoted(account: Account) -> Iterator[tuple[Place, str, tuple[str, ...] | None]]:
    """What figures and points quote, with its place and where it should stand."""
    for j, figure in enumerate(account.figures):
        if figure.raw:
            yield ("figures", j), figure.raw, figure.at
    for j, point in enumerate(account.points):
        if point.raw:
            yield ("points", j), point.raw, point.at


def _hidden(number: Decimal | None, raw: str, speech: SpeechText, numbers: Collection[int]) -> tuple[str, str] | None:
    """What is wrong with a number beside words without one, where a number that is hidden stands with them in the source."""
    if number is None:
        return None
    for passage in speech.passages:
        for start, end in places(raw, passage.text) if passage.number in numbers else ():
            masked = min((q for q in quantities(passage.text) if q.masked), key=lambda q: max(q.start - end, start - q.end), default=None)
            if masked and not _PARTED.search(passage.text, *sorted((min(masked.end, end), max(masked.start, start)))):
                words = words_around(passage.text, masked.start, max(masked.end, min(end, masked.end + _BEHIND)), exact=True)
                return (f"“{raw}”里没有数，却填了 {number}：第{passage.number}段写的是“{words}”，数是隐去的",
                        f"原文写法（raw）照抄“{words}”；{value_against_raw.HIDDEN_CURE}")
    return None


def _instead(raw: str, speech: SpeechText, numbers: Collection[int]) -> str:
    """What the source has instead, in brackets: the words in another paragraph, or the like of them in this one."""
    elsewhere = next((p.number for p in speech.passages if any(says(text, raw) for text in p.texts)), None)
    if elsewhere:
        return f"（第{elsewhere}段才有）"
    near = max((words for p in speech.passages if p.number in numbers for words in _quotable(p.text)),
               key=lambda words: len(set(words) & set(raw)), default="")
    return f"（原文写的是“{near}”）" if len(set(near) & set(raw)) * 2 >= len(set(raw)) else ""


def _quotable(text: str) -> Iterator[str]:
    """The amounts of a text, masked ones too, each with the words around it that could be quoted."""
    return (words_around(text, amount.start, amount.end, exact=True) for amount in quantities(text))


RULE = Rule(
    code="figure-in-source",
    title="数字照抄原文",
    why="数字和隐去的 x 最容易抄错；原文写法（raw）照抄几个字，谁都能核对（本机有全文时才能查）。",
    wrong="raw: 每年参加一次，而原文是“每年至少参加一次”",
    right="raw: 每年至少参加一次",
    check_against_text=check_against_text,
    exemptible=True,
)
