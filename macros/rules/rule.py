"""What a rule is: a check over the whole catalogue, with the words that explain it to editors."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.findings import Finding
from macros.fulltext.originals import Originals
from macros.library.catalog import Catalog
from macros.model.entries import Practice


def nothing(catalog: Catalog) -> Iterable[Finding]:
    """The check of a rule that is applied elsewhere, or only where a full text is at hand."""
    return ()


@dataclass(frozen=True)
class Rule:
    """`code` names the rule in findings; `why`, `wrong` and `right` make its section of the guide.

    `look` looks at one entry (kind, id) by itself, `practice` at one practice, and both again only when
    its file has changed; `check` looks over all entries, `compare` holds them to the full texts where
    these are here.
    `exemptible` tells whether an entry may switch it off with a reason: only where judgement
    decides, never where the library would not hold together.
    """

    code: str
    title: str
    why: str
    wrong: str
    right: str
    look: Callable[[Catalog, str, str], Iterable[Finding]] | None = None
    practice: Callable[[Catalog, str, Practice], Iterable[Finding]] | None = None
    check: Callable[[Catalog], Iterable[Finding]] = nothing
    compare: Callable[[Catalog, Originals], Iterable[Finding]] | None = None
    exemptible: bool = False
