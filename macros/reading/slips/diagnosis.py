"""Slips of the pen that a YAML parser reports badly, or reads as something else: found in the raw text.

A detector only suspects. A suspicion is told when the text without the slip can be read, or is held by
the model where it was not: so the place and the cure are proved before anybody reads them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml
from pydantic import ValidationError

from macros.model.fields import TO_FILL, validated
from macros.model.kinds import KINDS, Kind
from macros.reading.slips import blanks, brackets, colons, commas, dashes, full_width, layout, quotes, stray
from macros.reading.slips.slip import Edit, Slip, applied
from macros.reading.yaml_data import Refused, build, where

# From the particular to the general: of two that explain the same, the first is told.
_DETECTORS: tuple[Callable[[str], Iterable[Slip]], ...] = (
    blanks.indented, blanks.behind, stray.fences, stray.bold, full_width.brackets, colons.full_width, colons.behind_id, dashes.doubled,
    dashes.unspaced, dashes.other_sign, stray.brackets, stray.behind, stray.commas,
    commas.doubled, commas.lost, brackets.between_ids, brackets.between_fields, quotes.chinese, quotes.part, colons.unspaced, brackets.hash_inside,
    brackets.comma_in_text, layout.together, colons.in_text, quotes.closed_only, quotes.left_open, brackets.unbalanced,
    brackets.unseparated, dashes.bare, colons.missing, colons.other_sign,
)
# A file with more slips than this is told of these first.
_MOST_SLIPS = 24
# Reading a trial takes a few milliseconds; no editor writes a line or a file beyond these.
_MOST_TRIALS = 300
_MOST_READ = 2_000_000
_LONGEST_LINE, _LONGEST = 4_000, 400_000

# How far a text is from what it should be, the smaller the better: whether it can be read, then how much of it
# is left behind the place where reading ends, or how many faults it has.
Weight = tuple[int, int]
GOOD: Weight = (0, 0)
UNREADABLE: Weight = (9, 0)
# The first part of the weight of a text that the parser can't read to its end.
UNREADABLE_AT = 3


@dataclass(frozen=True)
class Diagnosis:
    """The slips of a text, in the order of their places, and the text without them."""

    slips: tuple[Slip, ...]
    healed: str
    edits: tuple[tuple[Edit, ...], ...]


def kind_of(path: str) -> Kind | None:
    """The kind of the entries that a file holds, by its path; None for other files."""
    file = PurePosixPath(path)
    kind = KINDS.get(file.parent.name) or KINDS.get(file.stem)
    return kind if kind and kind.one_file_each == (file.parent.name == kind.name) else None


def weigh(text: str, kind: Kind | None) -> Weight:
    """How far the text is from a file of this kind that is right."""
    return _weighed(text, kind)[0]


def _weighed(text: str, kind: Kind | None) -> tuple[Weight, Any]:
    try:
        data = build(text)
    except Refused as refused:
        return (UNREADABLE_AT, len(text) - _offset(text, refused.line)), None
    except yaml.YAMLError as error:
        mark: Any = getattr(error, "problem_mark", None)
        if "end of stream" in str(getattr(error, "problem", "")):
            mark = getattr(error, "context_mark", None) or mark
        return (UNREADABLE_AT, len(text) - mark.index if mark else len(text)), None
    if not isinstance(data, dict):
        return (2, 0), data
    return (0, _faults(data, kind)), data


def _after(text: str, edits: tuple[Edit, ...], kind: Kind | None) -> Weight:
    """The weight of the text with these edits; what they take away or add behind the place where reading still ends counts for nothing."""
    better = applied(text, edits)
    weight = weigh(better, kind)
    if weight[0] != UNREADABLE_AT:
        return weight
    reached, shift, behind = len(better) - weight[1], 0, 0
    for start, end, new in sorted(edits):
        more = len(new) - (end - start)
        if start + shift >= reached:
            behind += more
        shift += more
    return weight[0], weight[1] - behind


def _offset(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


def _faults(data: dict[str, Any], kind: Kind | None) -> int:
    if kind is None:
        return 0
    entries = [data] if kind.one_file_each else list(data.values())
    return sum(faults(entry, kind) for entry in entries)


def faults(entry: Any, kind: Kind) -> int:
    """How much of an entry the model does not take, what is still to be filled in left out."""
    if not isinstance(entry, dict):
        return 20
    try:
        validated(kind.model, entry)
    except ValidationError as error:
        return sum(1 for each in error.errors(include_url=False) if not _to_fill(each["input"]))
    return 0


def _to_fill(value: Any) -> bool:
    return isinstance(value, str) and TO_FILL in value


def diagnose(text: str, kind: Kind | None) -> Diagnosis:
    """The slips whose undoing makes the text better, the fewest that do."""
    if len(text) > _LONGEST or max(map(len, text.split("\n"))) > _LONGEST_LINE:
        return Diagnosis((), text, ())
    start = weigh(text, kind)
    weight = start
    accepted: list[tuple[Slip, tuple[Edit, ...]]] = []
    suspects = list(_suspected(text, start))
    left = min(_MOST_TRIALS, _MOST_READ // max(1, len(text)))
    while weight > GOOD and len(accepted) < _MOST_SLIPS and left > 0:
        best: tuple[Weight, int, Slip, tuple[Edit, ...]] | None = None
        for number, slip in enumerate(suspects):
            if any(slip is other for other, _ in accepted):
                continue
            for edits in slip.trials:
                if left <= 0 or _overlap(edits, accepted):
                    continue
                left -= 1
                found = _after(text, (*_all(accepted), *edits), kind)
                if found < weight and (best is None or (found, number) < best[:2]):
                    best = found, number, slip, edits
            if best and best[0] == GOOD:
                break
        if best is None:
            break
        weight = best[0]
        accepted.append((best[2], best[3]))
    if weight[0]:
        accepted = [each for each in accepted if not each[0].guess]
    return _told(text, kind, _needed(text, kind, weight, accepted) if not weight[0] else accepted)


def _suspected(text: str, weight: Weight) -> Iterator[Slip]:
    seen: set[tuple[Any, ...]] = set()
    for detector in _DETECTORS:
        yield from _new(detector(text), seen)
    if weight[0]:
        near = where(text, max(0, len(text) - weight[1]))[0] if weight[0] == UNREADABLE_AT else 1
        yield from _new(dashes.missing(text), seen)
        yield from _new(dashes.lost(text, near), seen)
        yield from _new(layout.misaligned(text, near), seen)
        yield from _new(layout.folded(text), seen)


def _new(slips: Iterable[Slip], seen: set[tuple[Any, ...]]) -> Iterator[Slip]:
    for slip in slips:
        if slip.trials not in seen:
            seen.add(slip.trials)
            yield slip


def _all(accepted: list[tuple[Slip, tuple[Edit, ...]]]) -> tuple[Edit, ...]:
    return tuple(edit for _, edits in accepted for edit in edits)


def _overlap(edits: tuple[Edit, ...], accepted: list[tuple[Slip, tuple[Edit, ...]]]) -> bool:
    return any((a < d and c < b) or (a, b) == (c, d) for a, b, _ in edits for c, d, _ in _all(accepted))


def _needed(text: str, kind: Kind | None, weight: Weight,
            accepted: list[tuple[Slip, tuple[Edit, ...]]]) -> list[tuple[Slip, tuple[Edit, ...]]]:
    """Without those that turn out to explain nothing."""
    for one in list(accepted):
        others = [each for each in accepted if each is not one]
        if len(accepted) > 1 and weigh(applied(text, _all(others)), kind) <= weight:
            accepted = others
    return sorted(accepted, key=lambda each: each[0].at)


def _told(text: str, kind: Kind | None, accepted: list[tuple[Slip, tuple[Edit, ...]]]) -> Diagnosis:
    return Diagnosis(tuple(slip for slip, _ in accepted), applied(text, _all(accepted)), tuple(edits for _, edits in accepted))


def mended(text: str, kind: Kind | None) -> str:
    """The text without the slips that leave one right answer; as it was where they are none, or it gets no better."""
    found = diagnose(text, kind)
    sure = [(slip, edits) for slip, edits in zip(found.slips, found.edits, strict=True)
            if slip.sure and _one_answer(text, kind, slip, edits, found)]
    better = applied(text, _all(sure))
    return better if sure and weigh(better, kind)[0] == 0 and weigh(better, kind) < weigh(text, kind) else text


def _one_answer(text: str, kind: Kind | None, slip: Slip, taken: tuple[Edit, ...], found: Diagnosis) -> bool:
    """Whether every other way to undo the slip is worse, or says the same."""
    others = tuple(edit for each, edits in zip(found.slips, found.edits, strict=True) if each is not slip for edit in edits)
    weight, data = _weighed(applied(text, (*others, *taken)), kind)
    for edits in slip.trials:
        if edits != taken:
            other, said = _weighed(applied(text, (*others, *edits)), kind)
            if other <= weight and said != data:
                return False
    return True
