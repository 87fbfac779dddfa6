"""The graph between entries: back-links, variants and counts, worked out once.

Pages, exports and macros ask the graph; none of them scans the catalogue again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from macros.library.catalog import Catalog
from macros.library.mentions import mentions
from macros.library.similarity import folded
from macros.model import locators
from macros.model.accounts import Account
from macros.model.entries import Organization, Practice, Speech
from macros.model.inline_links import LINK, texts
from macros.model.titles import title_of

# What tells namesakes apart is no use of a term.
_APART = re.compile("〔[^〕]*〕")

# Of more practices than `LARGE` a page lists the first; scripts draw the others, and each speech's page lists its own.
LARGE, FIRST = 1000, 50

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, eq=False, slots=True)
class Telling:
    """One account seen with everything around it: who tells of which practice, where.

    There is one for each account, so it is compared and hashed by identity.
    """

    practice_id: str
    practice: Practice
    account: Account
    speech_id: str
    speech: Speech
    organization_id: str
    organization: Organization


@dataclass(frozen=True)
class Related:
    """A link as one of its two pages shows it; `label` says what the other is to this one."""

    to: str
    relation: str
    label: str
    forward: bool


@dataclass(frozen=True)
class Confusable:
    to: str
    why: str


class Graph:
    """The relations of a catalogue in which every reference is known to be right.

    Withdrawn entries are in none of them: they keep their page, and nothing leads there.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.speeches = catalog.current_speeches

    def work_out(self) -> None:
        """Work out now what is otherwise worked out when it is first asked for."""
        for name, member in vars(Graph).items():
            if isinstance(member, cached_property):
                getattr(self, name)

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        """All accounts, in the order of the speeches and of the places in them."""
        organizations = self.catalog.organizations
        found = []
        for pid, practice in self.catalog.current_practices.items():
            for account in practice.accounts:
                if speech := self.speeches.get(account.speech):
                    found.append(Telling(pid, practice, account, account.speech, speech,
                                         speech.organization, organizations[speech.organization]))
        rank = {sid: i for i, sid in enumerate(self.speeches)}
        return tuple(sorted(found, key=lambda t: (rank[t.speech_id], locators.order(t.account.at[0]), t.practice_id)))

    @cached_property
    def practice_ids(self) -> tuple[str, ...]:
        """All practices, in the order in which the speeches first tell of them."""
        return _distinct(t.practice_id for t in self.tellings)

    @cached_property
    def listed_ids(self) -> tuple[str, ...]:
        """The practices that the page of all practices holds itself: all, or of a large library the first."""
        return self.practice_ids if len(self.practice_ids) <= LARGE else self.practice_ids[:FIRST]

    @cached_property
    def of_practice(self) -> Mapping[str, tuple[Telling, ...]]:
        return _grouped((t.practice_id, t) for t in self.tellings)

    @cached_property
    def of_speech(self) -> Mapping[str, tuple[Telling, ...]]:
        return _grouped((t.speech_id, t) for t in self.tellings)

    @cached_property
    def of_organization(self) -> Mapping[str, tuple[Telling, ...]]:
        return _grouped((t.organization_id, t) for t in self.tellings)

    @cached_property
    def mentions(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """By practice the bodies that name it in an account of others only, and of which; a practice that nobody so names is not there."""
        return mentions(self.catalog, self.tellings)

    @cached_property
    def told_at(self) -> Mapping[tuple[str, str], tuple[Telling, ...]]:
        """Accounts by each place (speech, locator) that they cite."""
        return _grouped(((t.speech_id, at), t) for t in self.tellings for at in t.account.at)

    def name_of(self, organization_id: str) -> str:
        """The organisation's name; a masked or unnamed one has what tells it apart: `xx市政协〔全员入委〕`."""
        return title_of(self.catalog.organizations[organization_id])

    @cached_property
    def several_sources(self) -> bool:
        """Whether entries of several sources stand together, so that each must say which one is its own."""
        return len({speech.source for speech in self.speeches.values()}) > 1

    def source_name(self, source_id: str) -> str:
        """The source's short name, or its title where it has none."""
        source = self.catalog.sources[source_id]
        return source.short or source.title

    def speech_name(self, speech_id: str) -> str:
        """《短题》, with its source where the library has several: 《短题》（2022汇编）."""
        speech = self.catalog.speeches[speech_id]
        return f"《{speech.short}》{f'（{self.source_name(speech.source)}）' if self.several_sources else ''}"

    @cached_property
    def speeches_of(self) -> Mapping[str, tuple[str, ...]]:
        """The speeches of each organisation."""
        return _grouped((s.organization, sid) for sid, s in self.speeches.items())

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[str, ...]]:
        practices = self.catalog.practices
        return _grouped((topic, pid) for pid in self.practice_ids for topic in practices[pid].topics)

    @cached_property
    def by_problem(self) -> Mapping[str, tuple[str, ...]]:
        practices = self.catalog.practices
        return _grouped((problem, pid) for pid in self.practice_ids for problem in practices[pid].problems)

    @cached_property
    def related(self) -> Mapping[str, tuple[Related, ...]]:
        """Links of each practice, its own first, then those that others wrote to it."""
        links = [(pid, link) for pid in self.practice_ids for link in self.catalog.practices[pid].related
                 if link.to in self.of_practice]
        own = ((pid, Related(link.to, link.relation.value, link.relation.label, True)) for pid, link in links)
        others = ((link.to, Related(pid, link.relation.value, link.relation.inverse_label, False)) for pid, link in links)
        return _grouped((*own, *others))

    @cached_property
    def confusable(self) -> Mapping[str, tuple[Confusable, ...]]:
        """What each practice must not be confused with; both sides show the same reason."""
        pairs = []
        for pid in self.practice_ids:
            for distinction in self.catalog.practices[pid].distinct_from:
                if distinction.to not in self.of_practice:
                    continue
                pairs.append((pid, Confusable(distinction.to, distinction.why)))
                pairs.append((distinction.to, Confusable(pid, distinction.why)))
        return _grouped(pairs)

    @cached_property
    def problems_named_at(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Problems by the place (speech, locator) that names them."""
        return _grouped(((c.speech, at), pid) for pid, p in self.catalog.problems.items()
                        for c in p.named_in for at in c.at)

    @cached_property
    def terms_at(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Terms by the place (speech, locator) where they occur."""
        return _grouped(((c.speech, at), tid) for tid, t in self.catalog.terms.items() for c in t.at for at in c.at)

    @cached_property
    def term_users(self) -> Mapping[str, tuple[str, ...]]:
        """The practices in whose title, names, summary or points the words of a term stand."""
        names = sorted(((folded(term.term), tid) for tid, term in self.catalog.terms.items()), key=lambda each: -len(each[0]))
        return _grouped((tid, pid) for pid in self.practice_ids
                        for tid in _used(_APART.sub("", "\n".join(_told(self.catalog.practices[pid]))), names))

    @cached_property
    def terms_of(self) -> Mapping[str, tuple[str, ...]]:
        """The terms that each practice uses."""
        return _grouped((pid, tid) for tid, pids in self.term_users.items() for pid in pids)

    @cached_property
    def mentioned_by(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Entries (kind, id) whose texts link to an id with `[[id]]`."""
        pairs: dict[tuple[str, tuple[str, str]], None] = {}
        # Most entries have no link at all, which their files tell at once.
        for kind, entry_id in self.catalog.written("[["):
            entry = self.catalog.of(kind)[entry_id]
            if getattr(entry, "withdrawn", None):
                continue
            for _, text in texts(entry):
                for match in LINK.finditer(text):
                    pairs[match.group(1), (kind, entry_id)] = None
        return _grouped(pairs)

    def neighbours(self, topic_id: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Topics that share practices with this one, most first: (topic, practices)."""
        shared: dict[str, list[str]] = {}
        for pid in self.by_topic.get(topic_id, ()):
            for other in self.catalog.practices[pid].topics:
                if other != topic_id:
                    shared.setdefault(other, []).append(pid)
        rank = list(self.catalog.topics)
        ordered = sorted(shared.items(), key=lambda item: (-len(item[1]), rank.index(item[0])))
        return tuple((topic, tuple(pids)) for topic, pids in ordered)

    def organizations_of(self, practice_ids: Iterable[str]) -> tuple[str, ...]:
        """The organisations that tell of any of these practices, in speech order."""
        found = {t.organization_id for pid in practice_ids for t in self.of_practice.get(pid, ())}
        return tuple(oid for oid in self.of_organization if oid in found)

    @cached_property
    def _counts(self) -> Counter[tuple[str, str]]:
        practices = self.catalog.practices
        told = {(t.practice_id, t.organization_id) for t in self.tellings}
        return Counter((topic, oid) for pid, oid in told for topic in practices[pid].topics)

    def names_in(self, topic_id: str, organization_id: str) -> bool:
        """Whether an organisation names a practice of a topic in an account of another."""
        return (topic_id, organization_id) in self._named_in

    @cached_property
    def _named_in(self) -> frozenset[tuple[str, str]]:
        practices = self.catalog.practices
        return frozenset((topic, oid) for pid, bodies in self.mentions.items() for oid in bodies for topic in practices[pid].topics)

    def count_of(self, topic_id: str, organization_id: str) -> int:
        """How many practices of a topic an organisation tells of."""
        return self._counts[topic_id, organization_id]


def _used(text: str, names: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The terms (folded name, id) in a text; what is part of a longer one is not told again."""
    words = "\n".join(map(folded, text.splitlines()))
    for name, term_id in names:
        if name and name in words:
            words = words.replace(name, "\n")
            yield term_id


def _told(practice: Practice) -> Iterator[str]:
    yield from (practice.title, practice.summary, *practice.aliases)
    for account in practice.accounts:
        yield from (account.name or "", *(point.text for point in account.points))


def _distinct(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
