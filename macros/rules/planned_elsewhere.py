"""What is only planned must not be told as done where another entry speaks of it, or where a summary names who plans it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model import locators
from macros.model.inline_links import LINK, Place
from macros.model.vocabulary import Status
from macros.rules.planned_as_done import OPEN, UNKNOWN, cure, wrongly_done
from macros.rules.rule import Rule
from macros.text.completion import CLAUSE, told_as_done


class Told(NamedTuple):
    """A text (`kind`, `entry_id`, `place`) with the practices and the bodies that it may speak of."""

    kind: str
    entry_id: str
    place: Place
    text: str
    practices: tuple[str, ...]


def check_library(catalog: Catalog) -> Iterator[Finding]:
    subjects = Subjects(catalog)
    for told in _told(catalog):
        if told_as_done(told.text) and (found := subjects.wrongly_done(told.text, told.practices)):
            words, status = found
            yield catalog.finding(told.kind, told.entry_id, told.place, RULE.code,
                                  f"说的做法进展是“{status.label}”，这里却写成“{words}”，像是已经做到", cure(status), needle=words)
    cited = _cited(catalog)
    for sid in catalog.speeches:
        yield from _of_outline(catalog, sid, cited.get(sid, []))


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    entry = catalog.of(kind)[entry_id]
    said: object
    if kind == "practices":
        texts = [entry.summary, *(distinction.why for distinction in entry.distinct_from)]
        said = entry.title, entry.aliases, entry.problems, [(a.name, a.progress.status, a.speech, a.at) for a in entry.accounts], \
            [distinction.to for distinction in entry.distinct_from]
    elif kind == "speeches":
        texts = [text for paragraph in entry.paragraphs for text in (paragraph.gist, *(item.gist for item in paragraph.items))]
        said = entry.organization
    else:
        texts = [entry.summary] if kind == "problems" and entry.summary else []
        said = (entry.name, entry.distinguisher) if kind == "organizations" else None
    # What tells nothing as done is never looked at further.
    return said, [text if told_as_done(text) else None for text in texts]


def _told(catalog: Catalog) -> Iterator[Told]:
    for pid, practice in catalog.practices.items():
        statuses = {account.progress.status for account in practice.accounts}
        if not statuses <= OPEN | UNKNOWN and statuses & (OPEN | UNKNOWN):  # else the rule for one practice sees it
            yield Told("practices", pid, ("summary",), practice.summary, (pid,))
        for i, distinction in enumerate(practice.distinct_from):
            both = tuple(each for each in (pid, distinction.to) if each in catalog.practices)
            yield Told("practices", pid, ("distinct_from", i, "why"), distinction.why, both)
    for problem_id, problem in catalog.problems.items():
        if problem.summary:
            yield Told("problems", problem_id, ("summary",), problem.summary, catalog.answering.get(problem_id, ()))


class Subjects:
    """Of which practice and which body a clause speaks."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def wrongly_done(self, text: str, practices: tuple[str, ...]) -> tuple[str, Status] | None:
        """The words that tell as done what is planned by all accounts of what their clause speaks of; None where none do.

        A clause without a subject has that of the clause before; where nothing is named, nothing is said.
        """
        named: tuple[str, ...] = ()
        body: str | None = None
        for m in CLAUSE.finditer(text):
            clause = m.group()
            last = self._last_named(clause, practices)
            named, body = last or named, self._body(clause) or (None if last else body)
            # Where words before the claim deny it, the clause is no sentence by itself: 没有说，已建成 is not met.
            statuses = self._statuses(named or (practices if body else ()), body) if told_as_done(clause) else set()
            if words := wrongly_done(clause, list(statuses)):
                return words, min(statuses)
        return None

    def _last_named(self, clause: str, practices: tuple[str, ...]) -> tuple[str, ...]:
        """The practice that is named last before the end of the clause: by a link, a title or another name."""
        links = [(m.start(), m.group(1)) for m in LINK.finditer(clause) if m.group(1) in self._catalog.practices]
        names = [(clause.rfind(name), pid) for pid in practices for name in self._names(pid) if name in clause]
        longest = max(links + names, default=None)
        return (longest[1],) if longest else ()

    def _names(self, pid: str) -> Iterator[str]:
        practice = self._catalog.practices[pid]
        for name in (practice.title, *practice.aliases, *(a.name for a in practice.accounts if a.name)):
            yield name
            yield name.translate(_UNQUOTED)

    def _body(self, clause: str) -> str | None:
        return next((body for name, body in self._bodies.items() if name in clause), None)

    @cached_property
    def _bodies(self) -> Mapping[str, str]:
        """What bodies are called in texts, the longest first: xx市政协〔全员入委〕."""
        found = {}
        for body_id, body in self._catalog.organizations.items():
            name = f"{body.name}〔{body.distinguisher}〕" if body.distinguisher else body.name
            found[name] = body_id
        return dict(sorted(found.items(), key=lambda each: -len(each[0])))

    def _statuses(self, practices: tuple[str, ...], body: str | None) -> set[Status]:
        return {account.progress.status for pid in practices for account in self._catalog.practices[pid].accounts
                if body is None or self._speaks(account.speech) == body}

    def _speaks(self, speech_id: str) -> str | None:
        speech = self._catalog.speeches.get(speech_id)
        return speech.organization if speech else None


_UNQUOTED = str.maketrans("", "", "“”")
_Told = tuple[Status, tuple[str, ...]]


def _of_outline(catalog: Catalog, sid: str, told: Sequence[_Told]) -> Iterator[Finding]:
    """The outline tells of a paragraph as done what all accounts of it, of those `told` of the speech, only plan."""
    number = 0
    for i, section in enumerate(catalog.speeches[sid].outline):
        for j, paragraph in enumerate(section.paragraphs):
            number += 1
            texts: list[tuple[Place, str, str]] = [(("gist",), paragraph.gist, str(number))]
            texts += [(("items", k, "gist"), item.gist, f"{number}.{k + 1}") for k, item in enumerate(paragraph.items)]
            for place, text, at in texts:
                statuses = _statuses_at(told, at) if told_as_done(text) else set()
                if words := wrongly_done(text, list(statuses)):
                    yield catalog.finding("speeches", sid, ("outline", i, "paragraphs", j, *place), RULE.code,
                                          f"这一段讲的做法进展是“{min(statuses).label}”，这里却写成“{words}”，像是已经做到",
                                          cure(min(statuses)), needle=words)


def _statuses_at(told: Sequence[_Told], at: str) -> set[Status]:
    """How far the accounts of a place of a speech got; of the whole speech where none cites the place and all is planned."""
    here = {status for status, places in told if any(locators.within(at, (each,)) or locators.within(each, (at,)) for each in places)}
    every = {status for status, _ in told}
    # What no account cites may be news of something else, in a speech that leaves open what is done.
    return here or (every if every <= OPEN else set())


def _cited(catalog: Catalog) -> Mapping[str, Sequence[_Told]]:
    """How far each account of a speech got, and where it stands."""
    found: dict[str, list[_Told]] = {}
    for practice in catalog.practices.values():
        for account in practice.accounts:
            found.setdefault(account.speech, []).append((account.progress.status, account.at))
    return found


RULE = Rule(
    code="planned-elsewhere",
    title="说到别的做法，也不把计划写成已完成",
    why="区别、提纲、问题的说明、手写页面也有人读；那里说做到了，读者就信了。",
    wrong="值班日只是打算，why 却写“委员值班日已经设在机关”",
    right="委员值班日打算设在机关",
    check_library=check_library,
    looks_at=looks_at,
    exemptible=True,
)
