"""The figures that a draft of a practice proposes: those of its own words, given and masked; vague amounts stand apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.fulltext.passages import Passage, vague
from macros.text.quantities import Quantity, quantities

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]?")
_CLAUSE = re.compile(r"[，,。；;：:、（）()“”\"！？!?]")
# A count of what one may take home; dates, ordinals and bare numerals are no figures.
_KINDS = frozenset({"visits", "person", "event", "share", "money", "area", "any", "thing", "times"})
_MOST = 4
_TIME = re.compile(r"^.*(?:已经|先后|累计|目前|去年|今年|全年|以来|以后|共)")
_NUMBER_WORDS = re.compile(r"(?:共|达|约|近|已|先后|累计|超过|全年|每年|至少|不少于|有|了|的|为|是|由|等|其中)+$")


@dataclass(frozen=True)
class Amount:
    """An amount of the text as written, its number where it is given (`masked`, `vague` otherwise), and what it counts."""

    raw: str
    number: str | None
    state: str
    label: str

    def plain(self) -> dict[str, Any]:
        """As plain data."""
        return {"raw": self.raw, "value": self.number, "state": self.state, "label": self.label}


def amounts(passage: Passage) -> list[Amount]:
    """All amounts of a paragraph, vague ones too."""
    return list(_of(passage.text))


def given(passage: Passage, at: str, name: str) -> list[Amount]:
    """The figures that the sentence of the name gives, at most four; those that the place gives where the name stands nowhere."""
    _, _, item = at.partition(".")
    span = passage.items[int(item) - 1] if item else None
    text = passage.text[span.start:span.end] if span else passage.text
    bare = re.sub("[“”\"‘’＂]", "", text)
    near = next((s for s in _SENTENCE.findall(text) if name in re.sub("[“”\"‘’＂]", "", s)), text if name not in bare else "")
    return [a for a in _of(near) if a.number is not None and a.label][:_MOST]


def _of(text: str) -> Iterator[Amount]:
    unclear = vague(text)
    for amount in quantities(text):
        if any(v.start < amount.end and amount.start < v.end for v in unclear):
            continue
        if amount.kind not in _KINDS or not amount.unit:
            continue
        state = "masked" if amount.masked else "given"
        yield Amount(_raw(text, amount), _number(amount), state, _label(text, amount))
    for span in unclear:
        yield Amount(text[span.start:span.end], None, "vague", "")


def _number(amount: Quantity) -> str | None:
    """The number in the unit that the source writes; a span or a fraction of one is left to the editor."""
    if amount.masked or amount.low is None or amount.low != amount.high or amount.low.denominator != 1:
        return None
    return str(int(amount.low))


def _noun(text: str, amount: Quantity) -> str:
    return _CLAUSE.split(text[amount.end:amount.end + 6])[0]


def _raw(text: str, amount: Quantity) -> str:
    noun = _CLAUSE.split(text[amount.end:amount.end + 6])[0]
    return text[amount.start:amount.end] + (noun if len(noun) <= 4 else "")


def _label(text: str, amount: Quantity) -> str:
    """What the clause says is counted: 建成议事厅 in 建成议事厅四十六个; the noun behind it where nothing stands before."""
    before = _NUMBER_WORDS.sub("", _CLAUSE.split(text[max(0, amount.start - 14):amount.start])[-1])
    before = _TIME.sub("", before).replace("了", "")
    label = before if len(before) >= 2 else _noun(text, amount)
    return label if 2 <= len(label) <= 12 and not re.search(r"[\d\s#\[\]{}]|[一二三四五六七八九十百千万两]+[个户名次家条件项]|[就只把要]", label) else ""
