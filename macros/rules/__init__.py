"""The rules that look from one entry to another. One rule is one module; this is their only list."""

from collections.abc import Iterator

from macros.catalog import Catalog
from macros.diagnostics import Finding
from macros.rules import (
    account_twice,
    confusable_character,
    duplicate_id,
    duplicate_practice,
    field_order,
    link_twice,
    locator_range,
    masked_number,
    near_duplicate,
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
    useless_exemption.RULE,
)


def check(catalog: Catalog) -> Iterator[Finding]:
    """All findings of all rules, but those that an entry is exempt from."""
    off = useless_exemption.declared(catalog)
    used: set[useless_exemption.Exempt] = set()
    for rule in RULES:
        for finding in rule.check(catalog):
            exempt = (*finding.about, rule.code) if finding.about else None
            if rule.exemptible and exempt and exempt in off:
                used.add(exempt)
            else:
                yield finding
    exemptible = {rule.code for rule in RULES if rule.exemptible}
    yield from useless_exemption.compare(catalog, used, exemptible, {r.code for r in reference()}, exemptible)


def reference() -> tuple[Rule, ...]:
    """Every rule whose code a check can print, for the guide: first what reading finds."""
    return (*WHILE_READING, *RULES)
