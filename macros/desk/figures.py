"""The figures of an account: what its paragraphs count and no figure tells of, and taking one by a click, by words that are chosen, or by hand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.desk.alongside import Quote
from macros.desk.paragraphs import Text, words_at
from macros.importing.drafts import shown
from macros.importing.passed_over import of_words, passed_over
from macros.importing.stages import where
from macros.model.fields import TO_FILL

# So many are shown at most; whoever has more adds what is missing by its words.
_MOST = 30


@dataclass(frozen=True)
class Passed:
    """An amount that no figure of an account tells of: its place, words as an entry writes them, why; `key` marks them in the text."""

    key: str
    at: str
    words: str
    label: str
    number: str
    why: str
    quote: Quote | None = None


def passed(text: Text, account: Any, names: Sequence[str]) -> list[Passed]:
    """What the places of an account count and none of its figures tells of. `names` are those of the practice."""
    if not isinstance(account, dict) or not text.whole:
        return []
    told = account.get("figures")
    rhythms = [point for point in account.get("points") or () if isinstance(point, dict)]
    taken = [str(each["raw"]) for each in (*(told if isinstance(told, list) else ()), *rhythms) if isinstance(each, dict) and each.get("raw")]
    found = [(at, one) for at in _places(account) for one in passed_over(words_at(text, at), names, taken)]
    return [Passed(f"passed.{i}", at, shown(one.words), one.amount.label, one.amount.number or "", one.why) for i, (at, one) in enumerate(found[:_MOST])]


def figure(text: Text, account: Any, given: Mapping[str, str]) -> dict[str, str]:
    """The fields of a figure for some words of the account's text, as a person chose them (`words`, `at`) or wrote them (`label`, `value`);
    what is not said is read from the words; with `open` what can't be read waits to be filled in. Raises `ValueError` with what is wrong, in Chinese."""
    words = shown(given.get("words", "").strip())
    if not words:
        raise ValueError("先写原文写法：在左边选中带数字的那几个字，或者照抄在这里。")
    places = _places(account)
    here = [at for at in places if shown(words) in shown(words_at(text, at))]
    if not here:
        raise ValueError(f"这个做法的出处（{'、'.join(map(where, places))}）里没有“{words}”这几个字：照抄原文；在别的段里的，先在整条里把那一段加进出处。")
    at = given.get("at", "")
    at = next((one for one in here if one == at or at.startswith(f"{one}.")), here[0])
    read = of_words(words_at(text, at), words)
    value = given.get("value", "").strip() or (read.number if read and read.number else "") or ("" if read else _alone(words))
    if read is None and not value and given.get("open") != "1":
        raise ValueError(f"“{words}”里没有读出数字：连数字一起选；数字写法特别的，把数值也写上。")
    state = "given" if value or read is None or (read and read.state != "masked") else "redacted"
    fields = {"label": given.get("label", "").strip() or (read.label if read and read.label else TO_FILL), "state": state}
    if state == "given":
        fields["value"] = value or TO_FILL
    if read and read.bound and value == read.number:
        fields["bound"] = read.bound.value
    return {**fields, "raw": words, **({"at.0": at} if len(places) > 1 else {})}


def _alone(words: str) -> str:
    """The one plain number in some words: of what nobody knows to count, but with nothing about it that makes it another number."""
    found = re.findall(r"\d+(?:\.\d+)?", words)
    return found[0] if len(found) == 1 and not re.search(r"[万亿千百十多余几来成%％至到\-—～/x×]", words) else ""


def _places(account: Any) -> list[str]:
    given = account.get("at") if isinstance(account, dict) else None
    return [at for at in given if isinstance(at, str)] if isinstance(given, list) else []
