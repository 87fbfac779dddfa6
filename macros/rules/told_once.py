"""One mistake, one message: what only follows from another finding is not told beside it.

An entry that quotes the source as it is has no fault where a formulation or term of the library has it otherwise.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from macros.findings import Finding, Severity
from macros.fulltext.originals import Originals
from macros.fulltext.verbatim import places
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.rules import (
    added_in_source,
    bound_in_source,
    copied_text,
    credited_body,
    cue_in_source,
    direction_in_source,
    doer_in_source,
    exchanged_frequency,
    exchanged_halves,
    expansion_in_source,
    filled_name,
    formulation_whole,
    level_in_source,
    linked_place,
    list_in_source,
    locator_range,
    lost_name,
    masked_number,
    name_as_written,
    name_in_source,
    named_person,
    number_in_source,
    office_in_source,
    place_in_source,
    point_place,
    progress_reading,
    quote_elsewhere,
    quote_in_source,
    scope_in_source,
    series_in_source,
    sort_in_source,
    term_count,
    undefined_term,
    useless_exemption,
    wrong_place,
)

_TELLING = {name_as_written.RULE.code, expansion_in_source.RULE.code}
_HELD = {name_as_written.RULE.code, quote_elsewhere.RULE.code, exchanged_frequency.RULE.code, exchanged_halves.RULE.code}
# These say at which place of the text something stands.
_OF_PLACES = {rule.RULE.code for rule in (wrong_place, linked_place, point_place)}
# Of several that speak of the same words of a text, the first says most: what all of a name, quotation or amount should be.
_WHOLE = tuple(rule.RULE.code for rule in (expansion_in_source, name_as_written, formulation_whole, quote_in_source, number_in_source, list_in_source, masked_number,
                                           exchanged_halves, exchanged_frequency, undefined_term))
_OURS = re.compile("“([^”]+)”")
# Beside what is wrong as a whole, nothing is told of its parts.
_COPIED = 2
# Behind these stands what the source has.
_THEIRS = re.compile("写的是|原文隐去了")
# The place of an account has so many parts: accounts, 0.
_ACCOUNT = 2
_LESS_SURE = {rule.RULE.code for rule in (doer_in_source, office_in_source, series_in_source, scope_in_source, place_in_source)}
# Where these tell of words, who acts is part of them: “板凳主持人”, 主席钱大同.
_SURER = {rule.RULE.code for rule in (quote_in_source, named_person, name_in_source, level_in_source, sort_in_source)}

# Most of what is wrong otherwise has words that the source does not have.
_ALONE = {rule.RULE.code for rule in (added_in_source, linked_place)}


def alone(catalog: Catalog, originals: Originals | None, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those that only follow from a formulation or term which is told itself, or say less of the same words."""
    every = list(_of_lost(catalog, list(_of_exemptions(findings))))
    every = list(_of_places(catalog, _of_cues(_of_names(catalog, every))))
    every = [progress_reading.offering(catalog, originals, f) if originals and f.code == progress_reading.RULE.code else f for f in every]
    every = list(_beside_nothing(_whole(catalog, _surest(every))))
    every = [f for f in every if not (originals and f.code == undefined_term.RULE.code and _theirs(originals, f))]
    if originals is None or _TELLING.isdisjoint(finding.code for finding in every):
        yield from every
        return
    formulations = name_as_written.otherwise(catalog, originals, "formulations")
    source = [folded(theirs) for _, theirs in (*formulations, *name_as_written.otherwise(catalog, originals, "terms"))]
    source += [folded(theirs) for theirs in expansion_in_source.theirs(catalog, originals)]
    parts = {(f.path, f.line, f.message) for f in formulation_whole.parts(catalog, [ours for ours, _ in formulations])}
    named = {f.about for f in every if f.code == name_as_written.RULE.code}
    for finding in every:
        if finding.code == term_count.RULE.code and finding.about in named:
            continue
        if finding.code == formulation_whole.RULE.code and (finding.path, finding.line, finding.message) in parts:
            continue
        if finding.code in (copied_text.RULE.code, undefined_term.RULE.code, quote_in_source.RULE.code) and _quoted(finding, source):
            continue
        yield finding


def _of_exemptions(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without exemptions that are not needed only while something else is wrong with their entry."""
    every = list(findings)
    wrong = {f.about for f in every if f.code != useless_exemption.CODE.code}
    return (f for f in every if not (f.code == useless_exemption.CODE.code and f.severity is Severity.WARNING and f.about in wrong))


def _of_cues(every: list[Finding]) -> list[Finding]:
    """The findings without what a cue says of progress that the source does not have at all."""
    absent = {(f.about, f.place[:-1]) for f in every if f.code == cue_in_source.RULE.code}
    return [f for f in every if not (f.code == progress_reading.RULE.code and (f.about, f.place[:-1]) in absent)]


def _of_names(catalog: Catalog, every: list[Finding]) -> list[Finding]:
    """The findings without those that other entries speak of a body by the name that it has, where that is told to be filled in."""
    filled = [catalog.organizations[f.about[1]].name for f in every if f.code == filled_name.RULE.code and f.about and f.place[-1:] == ("name",)]
    return [f for f in every if not (f.code == credited_body.RULE.code and any(name in f.message for name in filled))]


def _of_lost(catalog: Catalog, every: list[Finding]) -> Iterator[Finding]:
    """The findings without what only follows where a text calls a body by what it no longer reads as."""
    lost = tuple(lost_name.lost(catalog)) if any(f.code == lost_name.RULE.code for f in every) else ()
    for f in every:
        text = _text(catalog, f) if lost and (f.code == credited_body.RULE.code or f.code.endswith("-in-source")) else ""
        here = [name for name in lost if name in text]
        words = _OURS.findall(f.message)[:1]
        if not here or (f.code != credited_body.RULE.code and not any(each in name for each in words for name in here)):
            yield f


def _of_places(catalog: Catalog, every: list[Finding]) -> Iterator[Finding]:
    """The findings without what is held against the text at a place that is wrong itself."""
    beyond = [(f.about, _above(f.place)) for f in every if f.code == locator_range.RULE.code]
    moved = [(f.about, f.place[:-1]) for f in every if f.code == wrong_place.RULE.code] + beyond
    unknown = {about for about, _ in beyond}
    for f in every:
        held = moved and (f.code.endswith("-in-source") or f.code in _HELD)
        if not (held and any(_rests(f, about, at) for about, at in moved)) \
                and not (f.code in _OF_PLACES and any(_rests(f, about, at) for about, at in beyond)) \
                and not (held and unknown and _set_apart_from(catalog, f) in unknown):
            yield f


def _set_apart_from(catalog: Catalog, f: Finding) -> tuple[str, str] | None:
    """The practice that a finding's words set its own apart from, which they speak of too."""
    practice = catalog.practices.get(f.about[1]) if f.about and f.about[0] == "practices" and f.place[:1] == ("distinct_from",) else None
    return ("practices", practice.distinct_from[int(f.place[1])].to) if practice else None


def _above(place: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The account, point or citation that a locator stands in."""
    return place[:-2]


def _rests(f: Finding, about: tuple[str, str] | None, at: tuple[str | int, ...]) -> bool:
    """Whether what is said of an entry rests on one of its places: all of an entry whose places are not those of its accounts does."""
    return f.about == about and (f.place[:len(at)] == at or (about and about[0] != "practices") or (f.place[:1] != ("accounts",) and len(at) == _ACCOUNT))


def _surest(every: list[Finding]) -> Iterator[Finding]:
    """The findings with one at most of who does something, where, and which are meant: what the source says instead, else that it says none."""
    lines = {code: {(f.path, f.line) for f in every if f.code == code} for code in _LESS_SURE | {direction_in_source.RULE.code, bound_in_source.RULE.code, list_in_source.RULE.code}}
    better = {(f.path, f.line) for f in every if f.code in _SURER or (f.code == series_in_source.RULE.code and series_in_source.OTHERWISE in f.message)}
    doers, offices, directions = (lines[rule.RULE.code] for rule in (doer_in_source, office_in_source, direction_in_source))
    gone = {doer_in_source.RULE.code: better | offices | directions, series_in_source.RULE.code: (doers | offices) - better,
            office_in_source.RULE.code: better | directions, scope_in_source.RULE.code: lines[bound_in_source.RULE.code],
            place_in_source.RULE.code: better | lines[list_in_source.RULE.code]}
    return (f for f in every if (f.path, f.line) not in gone.get(f.code, ()))


def _beside_nothing(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with what is added, or linked at another place, told only of a text or place of which nothing else is."""
    every = list(found)
    wrong = {(f.about, f.place) for f in every if f.code not in _ALONE}
    return (f for f in every if f.code not in _ALONE or (f.about, f.place) not in wrong)


def _whole(catalog: Catalog, every: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those that say less of words which another one of the same text speaks of."""
    found = list(every)
    at: dict[object, list[Finding]] = {}
    for f in found:
        if f.about and (f.code in _WHOLE or f.code.endswith("-in-source")):
            at.setdefault((f.about, f.place), []).append(f)
    less = {f for those in at.values() if len(those) > 1 for f in _less(catalog, those)}
    return (f for f in found if f not in less)


def _less(catalog: Catalog, those: list[Finding]) -> Iterator[Finding]:
    spans = [(f, _WHOLE.index(f.code) if f.code in _WHOLE else len(_WHOLE), _spans(catalog, f)) for f in those]
    for f, rank, own in spans:
        if any(other < (rank if rank < len(_WHOLE) else _COPIED) and any(start < stop and begin < end for start, end in own for begin, stop in theirs) for _, other, theirs in spans):
            yield f


def _spans(catalog: Catalog, finding: Finding) -> list[tuple[int, int]]:
    """Where the words of ours that a finding quotes stand in the text that it is about."""
    text = _text(catalog, finding)
    said = (_THEIRS.split(part)[0] for part in finding.message.split("；"))
    return [span for part in said for words in _OURS.findall(part) for span in places(words, text)]


def _text(catalog: Catalog, finding: Finding) -> str:
    """The text that a finding is about; nothing where that is a field which is not there."""
    text: Any = catalog.origins[finding.about].document.data if finding.about else ""
    for step in finding.place:
        text = text.get(step, "") if isinstance(text, dict) else text[int(step)] if isinstance(text, list) else ""
    return str(text)


def _theirs(originals: Originals, finding: Finding) -> bool:
    """Whether what a speech's outline has in quotes stands in quotes in the speech: the name of what a paragraph tells is no term of ours."""
    kind, entry_id = finding.about or ("", "")
    speech = originals.speech(entry_id) if kind == "speeches" and finding.place[:1] == ("outline",) else None
    words = finding.message.partition("“")[2].partition("”")[0]
    return speech is not None and any(f"“{words}”" in text for passage in speech.passages for text in passage.texts)


def _quoted(finding: Finding, source: Iterable[str]) -> bool:
    """Whether what a finding quotes is part of what the source has."""
    words = folded(finding.message.partition("：")[2] or finding.message.partition("“")[2].partition("”")[0])
    return bool(words) and any(words in each or (each and each in words) for each in source)
