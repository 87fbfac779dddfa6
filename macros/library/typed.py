"""The data of an entry as the model has it, or what is wrong with it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import ValidationError

from macros.findings import Finding
from macros.model.fields import validated
from macros.model.kinds import Kind
from macros.reading import validation_errors as explaining
from macros.reading.document import SIZE_LIMIT, Document
from macros.reading.validation_errors import WrongId
from macros.reading.yaml_data import build, where

if TYPE_CHECKING:
    from macros.reading.slips.slip import Slip


@dataclass(frozen=True)
class Typed:
    """An entry where it is one; what is wrong with it; the names that stand where ids belong."""

    entry: Any
    findings: tuple[Finding, ...] = ()
    wrong_ids: tuple[WrongId, ...] = ()


def typed(kind: Kind, document: Document, prefix: tuple[str, ...], data: Any) -> Typed:
    """The entry of a kind whose data stands at `prefix` in the document."""
    unfilled = tuple(explaining.unfilled(document, kind.model, data, prefix))
    try:
        return Typed(validated(kind.model, data), unfilled)
    except ValidationError as error:
        details = error.errors(include_url=False)
    from macros.reading.slips import telling  # only what is wrong needs the detectors

    slipped, healed = document.once("slips", partial(_slips, document, kind))
    here = [slip for slip in slipped if _within(document, prefix, slip)]
    if here:
        details = _left(kind, details, healed, prefix)
    told = list(explaining.explain(document, details, kind.model, prefix))
    return Typed(None, (*unfilled, *telling.findings(document.path, document.text, here),
                        *(each for each in told if isinstance(each, Finding))),
                 tuple(each for each in told if isinstance(each, WrongId)))


def _slips(document: Document, kind: Kind) -> tuple[tuple[Slip, ...], Any]:
    """The slips that a document can be read with and is not what was meant, and its data without them."""
    if len(document.text) > SIZE_LIMIT:
        return (), None
    from macros.reading.slips import diagnosis

    found = diagnosis.diagnose(document.text, kind)
    return found.slips, build(found.healed) if found.slips else None


def _within(document: Document, prefix: tuple[str, ...], slip: Slip) -> bool:
    """Whether a slip lies in the entry at `prefix`."""
    if not prefix:
        return True
    line = document.once(("line", slip.at), lambda: where(document.text, slip.at)[0])
    starts = document.once("starts", partial(_starts, document))
    begin, _ = document.key_position(prefix)
    after = bisect_right(starts, begin)
    return begin <= line and (after == len(starts) or line < starts[after])


def _starts(document: Document) -> list[int]:
    """The lines where the entries of a file of many begin."""
    root = document.root
    return [key.start_mark.line + 1 for key, _ in root.value] if isinstance(root, yaml.MappingNode) else []


def _left(kind: Kind, details: list[Any], healed: Any, prefix: tuple[str, ...]) -> list[Any]:
    """The errors that are still there without the slips."""
    for key in prefix:
        healed = healed.get(key) if isinstance(healed, dict) else None
    try:
        validated(kind.model, healed)
    except ValidationError as error:
        still = set(_same(error.errors(include_url=False)))
        return [detail for detail, sign in zip(details, _same(details), strict=True) if sign in still]
    return []


def _same(details: list[Any]) -> Iterator[tuple[Any, ...]]:
    return ((detail["type"], detail["loc"]) for detail in details)
