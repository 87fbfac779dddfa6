"""What a rule is: one check over the catalogue, with the words that explain it to editors."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.findings import Finding
from macros.fulltext.originals import Originals
from macros.library.before import Before
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.model.fields import Model
from macros.model.inline_links import Place


@dataclass(frozen=True)
class Code:
    """A code that findings bear; `why`, `wrong` and `right` make its section of the guide.

    `exemptible` tells whether an entry may switch it off with a reason: only where judgement decides,
    never where the library would not hold together.
    """

    code: str
    title: str
    why: str
    wrong: str
    right: str
    exemptible: bool = field(default=False, kw_only=True)


def exempting(code: str) -> str:
    """What an editor writes at the end of an entry that the rule of that code does not fit."""
    return f"exempt: [{{rule: {code}, why: 理由}}]（不检查）"


@dataclass(frozen=True, kw_only=True)
class Rule(Code):
    """A code with exactly one check, named for what it sees.

    `check_entry` sees one entry (kind, id) by itself, `check_practice` one practice, and both again only
    when its file has changed; `check_library` sees all entries, `check_against_text` holds them to the
    full texts where these are here, `check_against_before` to what is published where git knows that.
    `looks_at` gives all that a `check_library` looks at of an entry, but its id, its kind and when it was added, renamed or
    withdrawn: while that stays the same of all entries, a rule that found nothing need not look again (`unchanged`). With
    `keeps`, no finding says anything else either, but where in its file it stands: what was found is found again as well.
    `fix_text` gives a field's (name, value) as it should be written, where that needs no judgement;
    `fix_fields` gives those values of a mapping that its other fields leave only one answer for;
    `fix_order` the place of every mapping in data whose fields are out of order, with their right order.

    Raises:
        TypeError: the rule has no check, or several.
    """

    check_entry: Callable[[Catalog, str, str], Iterable[Finding]] | None = None
    check_practice: Callable[[Catalog, str, Practice], Iterable[Finding]] | None = None
    check_library: Callable[[Catalog], Iterable[Finding]] | None = None
    check_against_text: Callable[[Catalog, Originals], Iterable[Finding]] | None = None
    check_against_before: Callable[[Catalog, Before], Iterable[Finding]] | None = None
    looks_at: Callable[[Catalog, str, str], Any] | None = None
    keeps: bool = False
    fix_text: Callable[[str, str], str] | None = None
    fix_fields: Callable[[Mapping[str, Any]], Mapping[str, str]] | None = None
    fix_order: Callable[[Any, Model], Iterator[tuple[Place, list[str]]]] | None = None

    def __post_init__(self) -> None:
        checks = (self.check_entry, self.check_practice, self.check_library, self.check_against_text,
                  self.check_against_before)
        if sum(check is not None for check in checks) != 1:
            raise TypeError(f"{self.code}: a rule has exactly one check")
