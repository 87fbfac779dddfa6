"""The rules that look from one entry to another. One rule is one module; this is their only list."""

from collections.abc import Iterator

from macros.catalog import Catalog
from macros.diagnostics import Finding
from macros.rules import (
    account_twice,
    duplicate_id,
    link_twice,
    locator_range,
    point_place,
    speech_order,
    summary_stop,
    text_link,
    topic_without_practice,
    unknown_reference,
    untold_paragraph,
)
from macros.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    duplicate_id.RULE,
    unknown_reference.RULE,
    text_link.RULE,
    locator_range.RULE,
    point_place.RULE,
    account_twice.RULE,
    link_twice.RULE,
    speech_order.RULE,
    summary_stop.RULE,
    untold_paragraph.RULE,
    topic_without_practice.RULE,
)


def check(catalog: Catalog) -> Iterator[Finding]:
    """All findings of all rules."""
    for rule in RULES:
        yield from rule.check(catalog)
