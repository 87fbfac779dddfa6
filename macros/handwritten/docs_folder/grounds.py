"""What a sentence of a hand-written page may rest on: the texts of the entries that it links, of its page's topic, of the library."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import NamedTuple

from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Speeches, locators_of, places_of
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.sentences import Link, Sentence, sentences
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.kinds import KINDS
from macros.model.titles import title_of

_SAYING = frozenset({"title", "aliases", "keywords", "raw", "term", "text", "name"})
Key = tuple[str, str]


def _said(catalog: Catalog, kind: str, entry_id: str) -> tuple[tuple[int | str | None, str], ...]:
    """What an entry says, each string with the account of a practice that it belongs to, None for its title; remembered while
    its file stays."""
    return tuple((place[1] if place[0] == "accounts" else None if place[0] == "title" else "", text)
                 for place, text in catalog.strings(kind, entry_id)
                 if "at" not in place and (not text.isascii() or not _SAYING.isdisjoint(map(str, place))))


class Prose(NamedTuple):
    """The sentences of a page, and the topics whose entries they may rest on."""

    page: Page
    topics: tuple[str, ...]
    sentences: tuple[Sentence, ...]


class Grounds:
    """The texts of a catalogue's entries, and of the paragraphs that they cite where `originals` has them; each made when first asked for."""

    def __init__(self, catalog: Catalog, originals: Originals | None) -> None:
        self._catalog = catalog
        self._speeches = Speeches(catalog, originals or Originals(catalog, {}))
        self._made: dict[Key, tuple[Ground, ...]] = {}
        self._accounts: dict[tuple[str, int], tuple[Ground, ...]] = {}
        self._scopes: dict[tuple[str, ...], dict[Key, None]] = {}

    def linked(self, links: Iterable[Link]) -> tuple[Ground, ...]:
        """What the entries say that a sentence links; of a body all that it tells."""
        keys = dict.fromkeys((link.kind, link.entry_id) for link in links if link.kind != "topics")
        return tuple(ground for key in keys for ground in self._of(key))

    def under(self, topics: Iterable[str], words: str | None = None) -> Iterator[Ground]:
        """What stands under these topics, or in the whole library where there are none; only the entries in whose files
        `words` stand as they are, where some are asked for, which is quick."""
        scope = self._scope(tuple(topics))
        keys = scope if words is None else (key for key in self._catalog.written(words) if key in scope)
        return (ground for key in keys for ground in self._of(key))

    def _scope(self, topics: tuple[str, ...]) -> dict[Key, None]:
        """The entries that belong to topics: their practices, with who tells of them and what they answer; all without a topic."""
        if topics not in self._scopes:
            practices = self.practices_of(topics)
            chosen = [self._catalog.practices[pid] for pid in practices]
            keys = [("topics", topic) for topic in topics] + [("practices", pid) for pid in practices]
            keys += [("problems", problem) for practice in chosen for problem in practice.problems]
            keys += [("speeches", account.speech) for practice in chosen for account in practice.accounts]
            self._scopes[topics] = dict.fromkeys(keys if topics else ((kind, entry_id) for kind, entry_id, _ in self._catalog.entries()))
        return self._scopes[topics]

    def counts(self, links: Iterable[Link]) -> frozenset[int]:
        """What an editor may count: the links of each kind, the bodies and paragraphs that tell of a practice, its members."""
        links = tuple(links)
        found = {len({link.entry_id for link in links if link.kind == kind}) for kind in KINDS}
        chosen = [self._catalog.practices[link.entry_id] for link in links if link.kind == "practices"]
        for practice in chosen:
            found.update((len(practice.accounts), len(practice.related)), (len(figure.members) for a in practice.accounts for figure in a.figures))
        found.add(len({account.speech for practice in chosen for account in practice.accounts}))
        return frozenset(found - {0})

    def of_body(self, body: str) -> tuple[tuple[Ground, ...] | None, str]:
        """The paragraphs of all that a body says, None where a text is not here, and the library's words for it."""
        sids = self._catalog.spoken.get(body, ())
        return self._speeches.whole(sids), "\n".join(ground.text for ground in self._of(("organizations", body))[:1])

    def told(self, spoken: Iterable[tuple[str, int | None]]) -> tuple[Ground, ...]:
        """What practices say, of each (practice, account) that account alone, with the paragraphs that it cites."""
        return tuple(ground for pid, account in spoken for ground in (self._of(("practices", pid)) if account is None else self._of_account(pid, account)))

    def places(self, spoken: Iterable[tuple[str, int | None]]) -> tuple[tuple[str, str], ...]:
        """The speeches and locators that the same rest on."""
        accounts = [account for pid, i in spoken for account in self._catalog.practices[pid].accounts[slice(None) if i is None else slice(i, i + 1)]]
        return tuple((account.speech, at) for account in accounts for at in locators_of(account))

    def _of_account(self, pid: str, i: int) -> tuple[Ground, ...]:
        if (pid, i) not in self._accounts:
            practice, account = self._catalog.practices[pid], self._catalog.practices[pid].accounts[i]
            label = f"做法“{practice.title}”里《{self._catalog.speeches[account.speech].short}》的那一处"
            body = self._catalog.organizations.get(self._catalog.speeches[account.speech].organization)
            # The 三个 of 〔三个聚焦〕 bears out no number.
            names = {body.name, body.raw, body.distinguisher} if body else set()
            words = [*self._words("practices", pid, i), *(each for each in self._speeches.around(account.speech) if each not in names)]
            cited = {account.speech: locators.numbers(locators_of(account))}
            self._accounts[pid, i] = (Ground("", 0, "\n".join(words), 0, label), *self._cited(cited))
        return self._accounts[pid, i]

    def told_by(self, body: str) -> Iterator[tuple[str, int]]:
        """The accounts (practice, place in it) of a body."""
        return iter(self._by_body.get(body, ()))

    def _topics_of(self, page: Page, links: Iterable[Link]) -> tuple[str, ...]:
        """The topic whose page it is; else those that the page names."""
        own = page.address.removeprefix("topics/").removesuffix(".md")
        if page.address.startswith("topics/") and own in self._catalog.topics:
            return (own,)
        return tuple(dict.fromkeys(link.entry_id for link in links if link.kind == "topics"))

    def prose(self, pages: Iterable[Page]) -> Iterator[Prose]:
        """What the pages say, page by page."""
        for page in pages:
            found = tuple(sentences(page, self._catalog))
            yield Prose(page, self._topics_of(page, [link for sentence in found for link in sentence.links]), found)

    @cached_property
    def _by_topic(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for pid, practice in self._catalog.practices.items():
            for topic in practice.topics:
                found.setdefault(topic, []).append(pid)
        return found

    @cached_property
    def _by_body(self) -> Mapping[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for pid, practice in self._catalog.practices.items():
            for i, account in enumerate(practice.accounts):
                if speech := self._catalog.speeches.get(account.speech):
                    found.setdefault(speech.organization, []).append((pid, i))
        return found

    def practices_of(self, topics: Iterable[str]) -> tuple[str, ...]:
        """The practices under these topics."""
        return tuple(dict.fromkeys(pid for topic in topics for pid in self._by_topic.get(topic, ())))

    def _of(self, key: Key) -> tuple[Ground, ...]:
        kind, entry_id = key
        entry = self._catalog.of(kind).get(entry_id)
        if entry is None:
            return ()
        if key not in self._made:
            title = title_of(entry)
            label = KINDS[kind].label + (title if "“" in title else f"“{title}”")
            words = [*self._words(kind, entry_id), *self._around(kind, entry_id)]
            self._made[key] = (Ground("", 0, "\n".join(words), 0, label), *self._paragraphs(kind, entry_id))
        return self._made[key]

    def _words(self, kind: str, entry_id: str, account: int | None = None) -> Iterator[str]:
        """The strings of an entry, or of one account of a practice, that say something: no ids and no words of a vocabulary."""
        origin = self._catalog.origins[kind, entry_id]
        said = origin.document.once(("said", origin.prefix), partial(_said, self._catalog, kind, entry_id))
        return (text for of, text in said if account is None or of in (account, None))

    def _around(self, kind: str, entry_id: str) -> Iterator[str]:
        """What an entry names: who speaks where, what is answered; of a body, all that it tells."""
        catalog = self._catalog
        if kind == "practices":
            practice = catalog.practices[entry_id]
            yield from (word for account in practice.accounts if account.speech in catalog.speeches for word in self._speeches.around(account.speech))
            yield from (catalog.problems[problem].title for problem in practice.problems if problem in catalog.problems)
        elif kind == "speeches":
            yield from self._speeches.around(entry_id)
        elif kind == "organizations":
            for pid, i in self.told_by(entry_id):
                yield from self._words("practices", pid, i)
            for sid in self._catalog.spoken.get(entry_id, ()):
                yield from (*self._words("speeches", sid), *self._speeches.around(sid))

    def _paragraphs(self, kind: str, entry_id: str) -> Iterator[Ground]:
        """The paragraphs of the full texts that an entry rests on, as far as they are here."""
        cited: Mapping[str, frozenset[int] | None] = {}
        if kind == "practices":
            cited = places_of(self._catalog.practices[entry_id])
        elif kind == "speeches":
            cited = {entry_id: None}
        elif kind == "organizations":
            cited = dict.fromkeys(self._catalog.spoken.get(entry_id, ()))
        return self._cited(cited)

    def _cited(self, cited: Mapping[str, frozenset[int] | None]) -> Iterator[Ground]:
        for sid, numbers in cited.items():
            if sid in self._catalog.speeches:
                name = f"《{self._catalog.speeches[sid].short}》"
                yield from (replace(ground, label=name + ground.label) for ground in self._speeches.grounds(sid) or ()
                            if numbers is None or ground.number in numbers)
