"""The rules that entries which could be read are held to. One rule is one module; this is their only list."""

from collections.abc import Iterator
from functools import partial

from macros.findings import Finding
from macros.fulltext.originals import Originals
from macros.library.catalog import Catalog
from macros.rules import (
    account_twice,
    confusable_character,
    copied_text,
    cue_in_source,
    distinction_names,
    duplicate_id,
    duplicate_practice,
    field_order,
    figure_in_source,
    formulation_whole,
    link_twice,
    locator_range,
    machine_path,
    masked_number,
    namesakes,
    near_duplicate,
    original_text,
    planned_as_done,
    point_place,
    problem_without_practice,
    progress_reading,
    sentence_status,
    spacing,
    speech_order,
    straight_quotes,
    summary_stop,
    text_link,
    topic_without_practice,
    undefined_term,
    unknown_reference,
    untold_paragraph,
    useless_exemption,
    whole_above_parts,
    withdrawn_link,
)
from macros.rules.reading_codes import READING_CODES
from macros.rules.rule import Code, Rule
from macros.runtime.background import Beside

RULES: tuple[Rule, ...] = (
    duplicate_id.RULE,
    unknown_reference.RULE,
    withdrawn_link.RULE,
    text_link.RULE,
    locator_range.RULE,
    point_place.RULE,
    account_twice.RULE,
    link_twice.RULE,
    speech_order.RULE,
    duplicate_practice.RULE,
    near_duplicate.RULE,
    distinction_names.RULE,
    namesakes.RULE,
    progress_reading.RULE,
    whole_above_parts.RULE,
    planned_as_done.RULE,
    masked_number.RULE,
    untold_paragraph.RULE,
    topic_without_practice.RULE,
    problem_without_practice.RULE,
    undefined_term.RULE,
    summary_stop.RULE,
    confusable_character.RULE,
    machine_path.RULE,
    straight_quotes.RULE,
    spacing.RULE,
    field_order.RULE,
    original_text.RULE,
    copied_text.RULE,
    formulation_whole.RULE,
    cue_in_source.RULE,
    sentence_status.RULE,
    figure_in_source.RULE,
)

# What is found once all rules have run.
AFTERWARDS = (useless_exemption.CODE,)

_OF_ENTRIES = tuple(rule.check_entry for rule in RULES if rule.check_entry)
_OF_PRACTICES = tuple(rule.check_practice for rule in RULES if rule.check_practice)


def check(catalog: Catalog, originals: Originals | None = None, *, apart: bool = False) -> Iterator[Finding]:
    """All findings of all rules, but those that an entry is exempt from.

    With `originals`, entries are held to the full texts as well. With `apart`, half of the rules are
    applied in a process beside, which begins with this call; what they remember of entries is then forgotten.
    """
    return _check(catalog, originals, Beside(lambda _: list(_across(catalog, originals))) if apart else None)


def _check(catalog: Catalog, originals: Originals | None, across: Beside[list[Finding]] | None) -> Iterator[Finding]:
    if originals is not None:
        yield from originals.findings
    off = useless_exemption.declared(catalog)
    used: set[useless_exemption.Exempt] = set()
    exemptible = {rule.code for rule in RULES if rule.exemptible}
    for finding in _found(catalog, originals, across):
        exempt = (*finding.about, finding.code) if finding.about else None
        if exempt and exempt in off and finding.code in exemptible:
            used.add(exempt)
        else:
            yield finding
    # Without the full texts nobody knows whether an exemption from their rules is still needed.
    applied = {rule.code for rule in RULES if originals or not rule.check_against_text}
    if not catalog.whole():  # what a rule would say of an entry that can't be read, nobody knows either
        applied &= {rule.code for rule in RULES if rule.check_entry or rule.check_practice}
    yield from useless_exemption.judge(catalog, used, exemptible, {r.code for r in reference()}, applied)


def _found(catalog: Catalog, originals: Originals | None, across: Beside[list[Finding]] | None) -> Iterator[Finding]:
    for (kind, entry_id), origin in catalog.origins.items():
        yield from origin.document.once(("rules", origin.prefix), partial(_alone, catalog, kind, entry_id))
    yield from across.result() if across else _across(catalog, originals)


def _across(catalog: Catalog, originals: Originals | None) -> Iterator[Finding]:
    """What the rules find that look from one entry to another, or at a full text."""
    for rule in RULES:
        if rule.check_library:
            yield from rule.check_library(catalog)
        elif rule.check_against_text and originals:
            yield from rule.check_against_text(catalog, originals)


def _alone(catalog: Catalog, kind: str, entry_id: str) -> tuple[Finding, ...]:
    """What the rules that look at one entry by itself find in this one."""
    found = [finding for check in _OF_ENTRIES for finding in check(catalog, kind, entry_id)]
    if kind == "practices" and (practice := catalog.practices.get(entry_id)):
        found += [finding for check in _OF_PRACTICES for finding in check(catalog, entry_id, practice)]
    return tuple(found)


def reference() -> tuple[Code, ...]:
    """Every code that a check can print, for the guide: first what reading finds."""
    return (*READING_CODES, *RULES, *AFTERWARDS)
