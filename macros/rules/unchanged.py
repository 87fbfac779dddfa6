"""While a library is served, a rule that looks at nothing that was saved since finds again what it found: mostly nothing.

A trick of speed: without it, one saved file of 10,000 takes half a second more (`bench/check.py`). A rule takes part by
naming what it looks at (`Rule.looks_at`); one that has found anything is applied anew, unless it says that it `keeps` that and
no file is saved that it was found in.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.kinds import KINDS
from macros.rules.rule import Rule
from macros.runtime import today

# Of whatever entry, rules ask in which order it stands, whether it is shown, and what it was called.
_ALWAYS = ("withdrawn", "added", "formerly")
_OF_CATALOG = ("claimed", "unread", "missing", "new", "touched", "in_pages")


class Unchanged:
    """What rules found in the check before, as the catalogue has it from there, and what was saved since."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        # A check that is broken off leaves nothing behind.
        self._before: dict[str, Any] = catalog.kept.pop("unchanged", {})
        self._found: dict[str, list[Finding]] = {}

    def check(self, rule: Rule) -> Iterator[Finding]:
        """All that a rule for the whole library finds in it."""
        if self._stands(rule):
            found = self._before["found"][rule.code]
        else:
            found = list(rule.check_library(self._catalog)) if rule.check_library else []
        if rule.looks_at and (rule.keeps or not found):
            self._found[rule.code] = found
        yield from found

    def done(self) -> None:
        """All rules have been applied: the next check may rely on what they found."""
        self._catalog.kept["unchanged"] = {"catalog": self._catalog, "found": self._found, "day": today.latest()}

    def _stands(self, rule: Rule) -> bool:
        if rule.looks_at is None or self._saved is None or rule.code not in self._before["found"]:
            return False
        paths = {self._catalog.origins[entry].document.path for entry in self._saved}
        if any(finding.path in paths for finding in self._before["found"][rule.code]):
            return False
        return all(rule.looks_at(self._before["catalog"], *entry) == rule.looks_at(self._catalog, *entry) for entry in self._saved)

    @cached_property
    def _saved(self) -> list[tuple[str, str]] | None:
        """The entries whose file was saved; None where more has changed than rules name."""
        before: Catalog | None = self._before.get("catalog")
        now = self._catalog
        if before is None or self._before["day"] != today.latest() or any(getattr(before, name) != getattr(now, name) for name in _OF_CATALOG) \
                or any(list(before.of(kind)) != list(now.of(kind)) for kind in KINDS) or before.origins.keys() != now.origins.keys():
            return None
        saved = now.saved_since(before)
        for kind, entry_id in saved:
            one, other = before.of(kind).get(entry_id), now.of(kind).get(entry_id)
            if one is None or other is None or any(getattr(one, name, None) != getattr(other, name, None) for name in _ALWAYS):
                return None
        return saved
