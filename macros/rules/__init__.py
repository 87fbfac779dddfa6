"""The rules that entries which could be read are held to. One rule is one module, and a
module that lies here is applied: nothing lists them."""

import importlib
import pkgutil
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from macros.findings import Finding
from macros.fulltext import digests, remembered
from macros.fulltext.originals import Originals
from macros.library.before import Before
from macros.library.catalog import Catalog
from macros.rules import told_once, useless_exemption
from macros.rules.reading_codes import READING_CODES
from macros.rules.rule import Code, Rule
from macros.rules.unchanged import Unchanged
from macros.runtime.halves import Halves

_NO_RULES = {"reading_codes", "rule", "told_once", "unchanged", "useless_exemption"}


def _all() -> Iterator[Rule]:
    """The rule of every module beside this one, in the order of their names, which is that of the guide."""
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        if name not in _NO_RULES:
            yield importlib.import_module(f"{__name__}.{name}").RULE


RULES: tuple[Rule, ...] = tuple(_all())

# What is found once all rules have run.
AFTERWARDS = (useless_exemption.CODE,)

_OF_ENTRIES = tuple(rule.check_entry for rule in RULES if rule.check_entry)
_OF_PRACTICES = tuple(rule.check_practice for rule in RULES if rule.check_practice)


class Snapshot(NamedTuple):
    """What was found of the entries of a library, for another process to go on from: a digest of each file, what was found of each entry by
    itself, and what was found in the full texts."""

    files: Mapping[str, bytes]
    alone: Mapping[tuple[str, str], tuple[Finding, ...]]
    texts: remembered.Snapshot | None


def check(catalog: Catalog, originals: Originals | None = None, before: Before | None = None, *, apart: bool = False,
          last: Snapshot | None = None, most: int = 0) -> Iterator[Finding]:
    """All findings of all rules, but those that an entry is exempt from.

    With `originals`, entries are held to the full texts as well, with `before` to what is published. With `apart`, half of the entries are
    looked at by a process beside, which begins with this call. With `last`, only those are that have changed since, unless these
    are more than `most`.
    """
    catalog = before.told() if before else catalog
    went_on = last is not None and _restored(catalog, originals, last, most)
    halves = Halves(partial(_follow, catalog, originals)) if apart and not went_on else None
    if halves and originals:
        remembered.in_halves(originals, halves)
    return told_once.alone(catalog, originals, _check(catalog, originals, before, halves))


def snapshot(catalog: Catalog, originals: Originals | None) -> Snapshot:
    """What the check that is over has found of this library and its texts."""
    known, found = catalog.kept["alone"]
    return Snapshot(_files(known), found, remembered.snapshot(originals) if originals else None)


def _restored(catalog: Catalog, originals: Originals | None, last: Snapshot, most: int) -> bool:
    """Whether this check goes on from `last`; not where more than `most` entries are to be looked at again, or it knew no texts."""
    files = _files(catalog)
    same = {entry: origin for entry, origin in catalog.origins.items() if files[origin.document.path] == last.files.get(origin.document.path)}
    changed = catalog.origins.keys() - same.keys()
    if originals and last.texts:
        changed |= remembered.changed(catalog, originals, last.texts)
    # Of those that have a file of their own: of a file of many all are looked at, which takes no time.
    if (originals and not last.texts) or sum(kind in ("practices", "speeches") for kind, _ in changed) > most:
        return False
    catalog.kept["alone"] = replace(catalog, origins=same), {entry: found for entry, found in last.alone.items() if entry in same}
    if originals and last.texts:
        remembered.restore(catalog, originals, last.texts, frozenset(changed))
    return True


def _files(catalog: Catalog) -> dict[str, bytes]:
    documents = {origin.document.path: origin.document for origin in catalog.origins.values()}
    return {path: digests.of_file(document) for path, document in documents.items()}


def _follow(catalog: Catalog, originals: Originals | None, halves: Halves) -> None:
    """What the process beside does: all that looks at entries one by one, in the order in which it is asked for."""
    _by_themselves(catalog, halves)
    if originals:
        remembered.in_halves(originals, halves)
        for rule in RULES:
            deque(_against_text(rule, catalog, originals), maxlen=0)


def _check(catalog: Catalog, originals: Originals | None, before: Before | None, halves: Halves | None) -> Iterator[Finding]:
    if originals is not None:
        yield from originals.findings
    off = useless_exemption.declared(catalog)
    used: set[useless_exemption.Exempt] = set()
    exemptible = {rule.code for rule in RULES if rule.exemptible}
    nearly = useless_exemption.misspelt(off, exemptible, {r.code for r in reference()})
    for finding in _found(catalog, originals, before, halves):
        exempt = (*finding.about, finding.code) if finding.about else None
        if exempt and exempt in off and finding.code in exemptible:
            used.add(exempt)
        elif exempt not in nearly:
            yield finding
    yield from useless_exemption.judge(catalog, off, used, exemptible, {r.code for r in reference()}, partial(_ran, catalog, originals, before))


def _ran(catalog: Catalog, originals: Originals | None, before: Before | None, kind: str, entry_id: str, code: str) -> bool:
    """Whether the rule of that code could look at all of the entry that it asks about."""
    rule = next(rule for rule in RULES if rule.code == code)
    # What it would say of an entry that can't be read, or whose full text is not here, nobody knows.
    if rule.check_against_text and not (originals and originals.complete(kind, entry_id) and catalog.whole("organizations")):
        return False
    if rule.check_against_before and before is None:
        return False
    return catalog.whole() or bool(rule.check_entry or rule.check_practice)


def _found(catalog: Catalog, originals: Originals | None, before: Before | None, halves: Halves | None) -> Iterator[Finding]:
    for found in _by_themselves(catalog, halves).values():
        yield from found
    yield from _across(catalog, originals, before)


def _by_themselves(catalog: Catalog, halves: Halves | None) -> dict[tuple[str, str], tuple[Finding, ...]]:
    """What is found of each entry by itself, where anything is; asked anew only where its file has changed."""
    before: Catalog | None
    found: dict[tuple[str, str], tuple[Finding, ...]]
    before, found = catalog.kept.pop("alone", (None, {}))
    if before is None and halves:
        found = halves.each("alone", list(catalog.origins), lambda entry: _alone(catalog, *entry))
    for entry in () if halves else catalog.origins if before is None else catalog.saved_since(before):
        if made := _alone(catalog, *entry) if entry in catalog.origins else ():
            found[entry] = made
        else:
            found.pop(entry, None)
    catalog.kept["alone"] = catalog, found
    return found


def _across(catalog: Catalog, originals: Originals | None, before: Before | None) -> Iterator[Finding]:
    """What the rules find that look from one entry to another, at a full text, or at what is published."""
    unchanged = Unchanged(catalog)
    # First what this process does alone: the one beside goes ahead meanwhile, and is not waited for.
    of_library = {rule.code: tuple(unchanged.check(rule)) for rule in RULES if rule.check_library}
    for rule in RULES:
        if rule.check_library:
            yield from of_library[rule.code]
        elif originals and rule.check_against_text:
            yield from _against_text(rule, catalog, originals)
        elif rule.check_against_before and before:
            yield from rule.check_against_before(catalog, before)
    if originals:
        remembered.done(catalog, originals)
    unchanged.done()


def _against_text(rule: Rule, catalog: Catalog, originals: Originals) -> Iterable[Finding]:
    """What a rule finds in the full texts, where it looks at them."""
    # While a body can't be read, what its name holds (xx县政协〔168〕) would be looked for in the texts.
    return rule.check_against_text(catalog, originals) if rule.check_against_text and catalog.whole("organizations") else ()


def _alone(catalog: Catalog, kind: str, entry_id: str) -> tuple[Finding, ...]:
    """What the rules that look at one entry by itself find in this one."""
    found = [finding for check in _OF_ENTRIES for finding in check(catalog, kind, entry_id)]
    if kind == "practices" and (practice := catalog.practices.get(entry_id)):
        found += [finding for check in _OF_PRACTICES for finding in check(catalog, entry_id, practice)]
    return tuple(found)


def reference() -> tuple[Code, ...]:
    """Every code that a check can print, for the guide: first what reading finds."""
    return (*READING_CODES, *RULES, *AFTERWARDS)


def of_one(catalog: Catalog, kind: str, entry_id: str) -> tuple[Finding, ...]:
    """What an entry shows by itself, without a look at any other or at a full text: at once, however large the library."""
    return _alone(catalog, kind, entry_id)
