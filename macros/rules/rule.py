"""What a rule is: a check over the whole catalogue, with the words that explain it to editors."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.catalog import Catalog
from macros.diagnostics import Finding
from macros.originals import Originals


def nothing(catalog: Catalog) -> Iterable[Finding]:
    """The check of a rule that is applied elsewhere, or only where a full text is at hand."""
    return ()


def entry_by_entry(code: str, look: Callable[[Catalog, str, str], Iterable[Finding]]) -> Callable[[Catalog], Iterator[Finding]]:
    """A check that looks at each entry alone; an entry that has not changed is not looked at again."""
    def check(catalog: Catalog) -> Iterator[Finding]:
        for (kind, entry_id), origin in catalog.origins.items():
            yield from origin.document.once((code, kind, entry_id), lambda: tuple(look(catalog, kind, entry_id)))  # noqa: B023
    return check


@dataclass(frozen=True)
class Rule:
    """`code` names the rule in findings; `why`, `wrong` and `right` make its section of the guide.

    `check` looks at the entries alone, `compare` holds them to the full texts where these are here.
    `exemptible` tells whether an entry may switch it off with a reason: only where judgement
    decides, never where the library would not hold together.
    """

    code: str
    title: str
    why: str
    wrong: str
    right: str
    check: Callable[[Catalog], Iterable[Finding]] = nothing
    compare: Callable[[Catalog, Originals], Iterable[Finding]] | None = None
    exemptible: bool = False
