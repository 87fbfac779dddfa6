"""What entries state in our own words, each with the paragraphs of the full text that it rests on.

A point rests on its own places or those of its account, a summary on those of all accounts, a distinction on
those of both sides, what a term stands for and its note on the places of the term, what is unsaid and a problem on whole speeches. What can't be held to all its texts,
because one of them is not here, is no statement.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from macros.fulltext import noted, remembered
from macros.fulltext.originals import Originals
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.model import locators
from macros.model.accounts import Account
from macros.model.entries import Practice
from macros.model.inline_links import LINK, Place
from macros.text.quantities import Quantity, quantities
from macros.text.series import Member, members

T = TypeVar("T")


@dataclass(frozen=True)
class Ground:
    """A paragraph of a speech: its number and text, how many items it has, and the words that name it in a message."""

    speech: str
    number: int
    text: str
    items: int
    label: str

    @cached_property
    def amounts(self) -> tuple[Quantity, ...]:
        return quantities(self.text)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Its words of series."""
        return members(self.text)

    @cached_property
    def folded(self) -> str:
        return folded(self.text)


@dataclass(frozen=True)
class Statement:
    """A string of an entry (`kind`, `entry_id`, `place`), its `text` with links blanked, and what bears it out.

    `cited` are the paragraphs it rests on, `rest` the others of the same speeches, `around` titles and headings,
    `counts` the numbers that an editor may know without the text: members, points, bodies that tell of it, `places` the
    speeches and locators that it rests on, where these are narrower than paragraphs.
    """

    kind: str
    entry_id: str
    place: Place
    text: str
    cited: tuple[Ground, ...]
    rest: tuple[Ground, ...]
    around: tuple[str, ...]
    counts: frozenset[int] = field(default=frozenset())
    places: tuple[tuple[str, str], ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that may bear it out: the paragraphs of its speeches, titles and headings."""
        return (*(ground.text for ground in (*self.cited, *self.rest)), *self.around)

    @property
    def label(self) -> str:
        """The cited paragraphs in a few words: 第2段、第3段."""
        names = [ground.label for ground in self.cited]
        return "、".join(names) if 0 < len(names) <= 4 else "所引的各段" if self.rest else "这几篇发言"

    @cached_property
    def claims(self) -> bool:
        """Whether it says of what paragraphs tell, as they should: neither a question nor what sets two practices apart."""
        return bool(self.cited) and not self.asks and self.place[0] != "distinct_from"

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question or what a source does not answer."""
        return "unsaid" in self.place


def blanked(text: str) -> str:
    """The text with its `[[id]]` links blanked, character by character."""
    return LINK.sub(lambda m: "\0" * len(m.group()), text) if "[[" in text else text


class Footing(NamedTuple):
    """What statements stand on: the paragraphs that they cite, the others of the same speeches, titles and headings."""

    cited: tuple[Ground, ...]
    rest: tuple[Ground, ...]
    around: tuple[str, ...]


class Speeches:
    """The paragraphs of the speeches whose full text is here; each made once, so that what is worked out of one is there for all."""

    def __init__(self, catalog: Catalog, originals: Originals) -> None:
        self._catalog, self._originals = catalog, originals
        self._grounds: dict[str, tuple[Ground, ...] | None] = {}
        self._named: dict[str, tuple[Ground, ...]] = {}
        self._around: dict[str, tuple[str, ...]] = {}
        self._inside: dict[tuple[str, frozenset[int]], Footing] = {}

    def grounds(self, speech_id: str) -> tuple[Ground, ...] | None:
        """All paragraphs of a speech, the table rows that belong to them included; None where its text is not here."""
        if speech_id not in self._grounds:
            found = self._originals.speech(speech_id)
            self._grounds[speech_id] = None if found is None else tuple(
                Ground(speech_id, p.number, "\n".join(p.texts), len(p.items), f"第{p.number}段") for p in found.passages)
        return self._grounds[speech_id]

    def around(self, speech_id: str) -> tuple[str, ...]:
        """Title, headings and occasion of a speech, the names of its source and of who speaks; nothing of a speech that can't be read."""
        if speech_id not in self._around and speech_id in self._catalog.speeches:
            speech, found = self._catalog.speeches[speech_id], self._originals.speech(speech_id)
            source, body = self._catalog.sources.get(speech.source), self._catalog.organizations.get(speech.organization)
            words = [speech.title, speech.short, speech.occasion or "", *(found.headings if found else ()), *(section.heading or "" for section in speech.outline)]
            words += [source.title, source.short or "", f"{source.year}年" if source.year else ""] if source else []
            words += [body.name, body.raw or "", body.distinguisher or ""] if body else []
            self._around[speech_id] = tuple(dict.fromkeys(word for word in words if word))
        return self._around.get(speech_id, ())

    def whole(self, speech_ids: Iterable[str]) -> tuple[Ground, ...] | None:
        """The paragraphs of several speeches, named where they are several; None where one of them is not here, or there are none."""
        ids = list(dict.fromkeys(speech_ids))
        if not ids or any(self.grounds(each) is None for each in ids):
            return None
        return (self.grounds(ids[0]) or ()) if len(ids) == 1 else tuple(ground for each in ids for ground in self._with_name(each))

    def _with_name(self, speech_id: str) -> tuple[Ground, ...]:
        if speech_id not in self._named:
            short = self._catalog.speeches[speech_id].short
            self._named[speech_id] = tuple(replace(ground, label=f"《{short}》{ground.label}") for ground in self.grounds(speech_id) or ())
        return self._named[speech_id]

    def footing(self, whole: tuple[Ground, ...], cited: dict[str, frozenset[int]] | None) -> Footing:
        """That of what rests on the `cited` numbers of each speech, on all of the paragraphs where None are named."""
        inside = tuple(ground for ground in whole if cited is None or ground.number in cited.get(ground.speech, ()))
        rest = () if cited is None else tuple(ground for ground in whole if ground.number not in cited.get(ground.speech, ()))
        around = tuple(word for speech in dict.fromkeys(ground.speech for ground in whole) for word in self.around(speech))
        return Footing(inside, rest, around)

    def inside(self, speech_id: str, numbers: frozenset[int]) -> Footing:
        """That of what rests on these paragraphs of one speech, whose text is here."""
        key = speech_id, numbers
        if key not in self._inside:
            self._inside[key] = self.footing(self.grounds(speech_id) or (), {speech_id: numbers})
        return self._inside[key]


def of_practice(catalog: Catalog, speeches: Speeches, pid: str) -> Iterator[Statement]:
    """The statements of one practice."""
    practice = catalog.practices[pid]
    places = places_of(practice)
    whole, counts = speeches.whole(places), _counts(practice)
    if whole is not None:
        texts: list[tuple[Place, str]] = [(("title",), practice.title)]
        texts += [(("aliases", i), alias) for i, alias in enumerate(practice.aliases)]
        texts.append((("summary",), practice.summary))
        footing = speeches.footing(whole, places)
        items = tuple((account.speech, at) for account in practice.accounts for at in locators_of(account))
        for place, text in texts:
            yield Statement("practices", pid, place, blanked(text), *footing, counts, items)
        footing = Footing(whole, (), footing.around)
        for i, unsaid in enumerate(practice.unsaid):
            yield Statement("practices", pid, unsaid.place(i), blanked(unsaid.what), *footing, counts)
    for i, account in enumerate(practice.accounts):
        yield from _of_account(speeches, pid, i, account, counts)
    for i, distinction in enumerate(practice.distinct_from):
        other = catalog.practices.get(distinction.to)
        both = {**places}
        for speech, at in (places_of(other) if other else {}).items():
            both[speech] = both.get(speech, frozenset()) | at
        grounds = speeches.whole(both) if other else None
        if other and grounds is not None:
            yield Statement("practices", pid, ("distinct_from", i, "why"), blanked(distinction.why), *speeches.footing(grounds, both), counts | _counts(other))


def _of_account(speeches: Speeches, pid: str, i: int, account: Account, counts: frozenset[int]) -> Iterator[Statement]:
    if speeches.grounds(account.speech) is None:
        return
    texts: list[tuple[Place, str, tuple[str, ...] | None]] = []
    if account.name:
        texts.append((("name",), account.name, None))
    texts += [(("points", j, "text"), point.text, point.at) for j, point in enumerate(account.points)]
    texts += [(("figures", j, "label"), figure.label, figure.at) for j, figure in enumerate(account.figures)]
    own = speeches.inside(account.speech, locators.numbers(account.at))
    for place, text, at in texts:
        footing = speeches.inside(account.speech, locators.numbers(at)) if at else own
        yield Statement("practices", pid, ("accounts", i, *place), blanked(text), *footing, counts, tuple((account.speech, each) for each in at or account.at))


def of_speech(catalog: Catalog, speeches: Speeches, sid: str) -> Iterator[Statement]:
    """What the outline of a speech tells of each paragraph."""
    whole = speeches.whole([sid])
    if whole is None or len(whole) != len(catalog.speeches[sid].paragraphs):
        return
    number = 0
    outline = catalog.speeches[sid].outline
    sizes = (sum(1 for section in outline if section.heading), sum(len(section.paragraphs) for section in outline))
    for i, section in enumerate(outline):
        for j, paragraph in enumerate(section.paragraphs):
            number += 1
            texts: list[tuple[Place, str | None]] = [(("gist",), paragraph.gist), (("tail",), paragraph.tail)]
            texts += [(("items", k, "gist"), item.gist) for k, item in enumerate(paragraph.items)]
            footing, counts = speeches.inside(sid, frozenset([number])), frozenset([len(paragraph.items), *sizes])
            yield from (Statement("speeches", sid, ("outline", i, "paragraphs", j, *place), blanked(text), *footing, counts)
                        for place, text in texts if text)


def of_problem(catalog: Catalog, speeches: Speeches, problem_id: str) -> Iterator[Statement]:
    """What a problem says of the sources: its summary, held to the speeches that name it or answer it."""
    problem = catalog.problems[problem_id]
    answers = [catalog.practices[pid] for pid in catalog.answering.get(problem_id, ())]
    ids = [c.speech for c in problem.named_in] + [a.speech for practice in answers for a in practice.accounts]
    whole = speeches.whole(ids)
    if whole is not None:
        counts = frozenset([len(answers), len(set(ids)), len(problem.named_in)])
        texts: list[tuple[Place, str]] = [(("summary",), problem.summary)] if problem.summary else []
        texts += [(("unsaid", i), text) for i, text in enumerate(problem.unsaid)]
        footing = speeches.footing(whole, None)
        yield from (Statement("problems", problem_id, place, blanked(text), *footing, counts) for place, text in texts)


def of_term(catalog: Catalog, speeches: Speeches, term_id: str) -> Iterator[Statement]:
    """What a term stands for, and what its note claims of the source."""
    term = catalog.terms[term_id]
    items = tuple((citation.speech, at) for citation in term.at for at in citation.at)
    cited = {speech: locators.numbers(at for each, at in items if each == speech) for speech, _ in items}
    whole = speeches.whole(cited)
    if whole is not None:
        footing, counts = speeches.footing(whole, cited), frozenset([len(cited), len(items), *(1 + text.count("、") for text in (term.term, term.expansion) if text)])
        note = noted.claims(blanked(term.note or ""), footing.around)
        if term.expansion:
            yield Statement("terms", term_id, ("expansion",), blanked(term.expansion), *footing, counts, items)
        if note and (on := (*speeches.footing(whole, None), counts) if noted.wider(note) else (*footing, counts, items)):
            yield Statement("terms", term_id, ("note",), note, *on)


def places_of(practice: Practice) -> dict[str, frozenset[int]]:
    """The paragraphs that a practice rests on, speech by speech."""
    found: dict[str, frozenset[int]] = {}
    for account in practice.accounts:
        found[account.speech] = found.get(account.speech, frozenset()) | locators.numbers(locators_of(account))
    return found


def locators_of(account: Account) -> list[str]:
    """The places that an account cites, those of its points and figures too."""
    return [*account.at, *(at for point in account.points for at in point.at or ()), *(at for figure in account.figures for at in figure.at or ())]


def _counts(practice: Practice) -> frozenset[int]:
    """How many bodies tell of it, in how many paragraphs, and how many members a figure lists."""
    members = [len(figure.members) for account in practice.accounts for figure in account.figures]
    return frozenset([len(practice.accounts), sum(len(account.at) for account in practice.accounts), *members])


_OF: Mapping[str, Callable[[Catalog, Speeches, str], Iterator[Statement]]] = {"practices": of_practice, "speeches": of_speech, "problems": of_problem, "terms": of_term}


def of(catalog: Catalog, speeches: Speeches, kind: str, entry_id: str) -> Iterator[Statement]:
    """Those statements of a practice, a speech, a problem or a term that can be held to its texts."""
    return _OF[kind](catalog, speeches, entry_id)


def gathered(catalog: Catalog, originals: Originals, name: str, wanted: Callable[[str], object],
             look: Callable[[Iterable[Statement]], Iterable[T]], *, rests_on: Any = None) -> Mapping[tuple[str, str], tuple[T, ...]]:
    """What `look` finds in the statements of each entry whose text is `wanted` (links blanked), where it finds anything; again
    only in those that have changed since the last check, in all where `rests_on` has. All rules look at the same statements."""
    shared = remembered.shared(catalog, originals)
    speeches: Speeches = shared.setdefault("speeches", Speeches(catalog, originals))
    made: dict[tuple[str, str], tuple[Statement, ...]] = shared.setdefault("statements", {})

    def make(kind: str, entry_id: str) -> Iterable[T]:
        key = kind, entry_id
        if key not in made:
            made[key] = tuple(of(catalog, speeches, kind, entry_id))
        found = [statement for statement in made[key] if wanted(statement.text)]
        return look(found) if found else ()

    return remembered.gathered(catalog, originals, name, remembered.ENTRIES, make, rests_on=rests_on)


def wrong(catalog: Catalog, originals: Originals, code: str, wanted: Callable[[str], object],
          look: Callable[[Iterable[Statement]], Iterable[T]], *, rests_on: Any = None) -> Iterator[T]:
    """All that the rule `code` finds in that way, whatever the entry."""
    return (each for every in gathered(catalog, originals, code, wanted, look, rests_on=rests_on).values() for each in every)
