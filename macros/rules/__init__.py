"""The rules that look from one entry to another. One rule is one module; this is their only list."""

from collections.abc import Iterator

from macros.catalog import Catalog
from macros.diagnostics import Finding
from macros.originals import Originals
from macros.rules import (
    account_twice,
    confusable_character,
    copied_text,
    cue_in_source,
    duplicate_id,
    duplicate_practice,
    field_order,
    figure_in_source,
    link_twice,
    locator_range,
    masked_number,
    near_duplicate,
    original_text,
    planned_as_done,
    point_place,
    problem_without_practice,
    progress_reading,
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
    withdrawn_link,
)
from macros.rules.rule import Rule
from macros.rules.while_reading import WHILE_READING

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
    progress_reading.RULE,
    planned_as_done.RULE,
    masked_number.RULE,
    untold_paragraph.RULE,
    topic_without_practice.RULE,
    problem_without_practice.RULE,
    undefined_term.RULE,
    summary_stop.RULE,
    confusable_character.RULE,
    straight_quotes.RULE,
    spacing.RULE,
    field_order.RULE,
    original_text.RULE,
    copied_text.RULE,
    cue_in_source.RULE,
    figure_in_source.RULE,
    useless_exemption.RULE,
)


def check(catalog: Catalog, originals: Originals | None = None) -> Iterator[Finding]:
    """All findings of all rules, but those that an entry is exempt from.

    With `originals`, entries are held to the full texts as well.
    """
    if originals:
        yield from originals.findings
    off = useless_exemption.declared(catalog)
    used: set[useless_exemption.Exempt] = set()
    for rule in RULES:
        for finding in (rule.compare(catalog, originals) if rule.compare and originals else rule.check(catalog)):
            exempt = (*finding.about, rule.code) if finding.about else None
            if rule.exemptible and exempt and exempt in off:
                used.add(exempt)
            else:
                yield finding
    exemptible = {rule.code for rule in RULES if rule.exemptible}
    # Without the full texts nobody knows whether an exemption from their rules is still needed.
    applied = {rule.code for rule in RULES if originals or not rule.compare}
    yield from useless_exemption.judge(catalog, used, exemptible, {r.code for r in reference()}, applied)


def reference() -> tuple[Rule, ...]:
    """Every rule whose code a check can print, for the guide: first what reading finds."""
    return (*WHILE_READING, *RULES)
