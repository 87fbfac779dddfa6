"""Who names a practice in what it tells of another, and has no account of it: of such a body nobody may say that it does not tell of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from macros.library.catalog import Catalog
from macros.model.accounts import Account
from macros.model.inline_links import LINK

# A shorter name may be any word; `within` looks at so many characters at once.
_SHORTEST = 3
_QUOTES = re.compile("[“”‘’\"'「」]")


def _plain(text: str) -> str:
    return _QUOTES.sub("", text)


class _Telling(Protocol):
    @property
    def practice_id(self) -> str: ...
    @property
    def organization_id(self) -> str: ...
    @property
    def account(self) -> Account: ...


class Names:
    """Names that are found whole in a text: of two that begin at one place the longer. Those of fewer than three characters are left out."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(name for name in names if len(name) >= _SHORTEST)
        begin: dict[str, set[int]] = {}
        for name in self._names:
            begin.setdefault(name[:_SHORTEST], set()).add(len(name))
        self._lengths = {start: tuple(sorted(lengths, reverse=True)) for start, lengths in begin.items()}

    def within(self, text: str) -> Iterator[str]:
        """Those that stand in a text, in its order."""
        lengths, end = self._lengths, 0
        # Most texts name nothing, which is told at once.
        if lengths.keys().isdisjoint(map("".join, zip(text, text[1:], text[2:], strict=False))):
            return
        for at in range(len(text) - _SHORTEST + 1):
            possible = lengths.get(text[at:at + _SHORTEST])
            if possible is None or at < end:
                continue
            name = next((text[at:at + length] for length in possible if text[at:at + length] in self._names), "")
            if name:
                yield name
                end = at + len(name)


class _Practices:
    """Practices by the titles and other names that a text has."""

    def __init__(self, catalog: Catalog) -> None:
        self._ids: dict[str, str] = {}
        for pid, practice in catalog.current_practices.items():
            for name in (practice.title, *practice.aliases):
                self._ids.setdefault(_plain(name), pid)
        self._names = Names(self._ids)

    def within(self, text: str) -> Iterator[str]:
        """The practices that a text links or names."""
        if "[[" in text:
            yield from LINK.findall(text)
        yield from (self._ids[name] for name in self._names.within(_plain(LINK.sub("\0", text) if "[[" in text else text)))


def mentions(catalog: Catalog, tellings: Iterable[_Telling]) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By practice and body the other practices of which the body's account names it; bodies that tell of it themselves are left out."""
    tellings = tuple(tellings)
    told = {(each.practice_id, each.organization_id) for each in tellings}
    names = _Practices(catalog)
    found: dict[str, dict[str, dict[str, None]]] = {}
    for each in tellings:
        for pid in names.within("\n".join(_said(each.account))):
            if pid in catalog.current_practices and pid != each.practice_id and (pid, each.organization_id) not in told:
                found.setdefault(pid, {}).setdefault(each.organization_id, {})[each.practice_id] = None
    return {pid: {oid: tuple(by) for oid, by in bodies.items()} for pid, bodies in found.items()}


def _said(account: Account) -> Iterator[str]:
    """What an account says, the source's words included."""
    texts: list[str | None] = [account.name]
    for point in account.points:
        texts += [point.text, point.raw]
    for figure in account.figures:
        texts += [figure.label, figure.raw, *figure.members]
    return (text for text in texts if text)
