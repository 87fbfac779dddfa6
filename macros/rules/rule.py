"""What a rule is: a check over the whole catalogue, with the words that explain it to editors."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.catalog import Catalog
from macros.diagnostics import Finding


@dataclass(frozen=True)
class Rule:
    """`code` names the rule in findings; `why`, `wrong` and `right` make its section of the guide."""

    code: str
    title: str
    why: str
    wrong: str
    right: str
    check: Callable[[Catalog], Iterable[Finding]]
