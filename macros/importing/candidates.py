"""Names in a speech that may be practices: in headings, in quotes, after the verbs of doing, at the head of items.

Nothing is decided here. A candidate says where it stands, why it is one and how sure; a person chooses.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.fulltext.lines import cjk_length, unnumbered
from macros.fulltext.passages import Passage
from macros.fulltext.segments import SpeechText
from macros.importing.naming import NAME_LIMIT, hits
from macros.importing.words import either, ending
from macros.library.similarity import folded
from macros.model import locators

# So sure a name is drafted without being asked for.
SURE = 0.6
_HEAD = 0.2
_HEAD_LIMIT = 16
_QUOTES = "\"“”„‟‘’"
_FIRST_CLAUSE = re.compile(r"[。，,；;：:（(]")
# Shorter ones stand in too many other words to be looked for again.
_AGAIN = 4


@dataclass(frozen=True)
class Candidate:
    """A name and the place (`3`, `3.2`) where it stands, the reason in an editor's words, and how sure it is (0–1).

    `strong` when it is sure enough to be drafted; `known` is the practice that has the name, where that is why it is told.
    """

    name: str
    place: str
    sure: float
    reason: str
    known: str | None = None

    @property
    def strong(self) -> bool:
        return self.sure >= SURE


def candidates(speech: SpeechText) -> tuple[Candidate, ...]:
    """The candidates of a speech in the order of their places, the surest of a place first; each name once a place."""
    found: dict[tuple[str, str], Candidate] = {}
    for candidate in _every(speech):
        key = (candidate.place, folded(candidate.name))
        if key not in found or candidate.sure > found[key].sure:
            found[key] = candidate
    for candidate in _again(speech, list(found.values())):
        found.setdefault((candidate.place, folded(candidate.name)), candidate)
    return tuple(sorted(found.values(), key=lambda c: (locators.order(c.place), -c.sure)))


def with_known(found: tuple[Candidate, ...], mentioned: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of a speech and, after those of each place, what the library has; nothing twice at a place."""
    own = {(c.place, folded(c.name)) for c in found}
    names: dict[str, list[str]] = {}
    for c in found:
        names.setdefault(c.place, []).append(folded(c.name))
    more = [m for m in mentioned if (m.place, folded(m.name)) not in own
            and (m.strong or not any(folded(m.name) in name for name in names.get(m.place, ())))]
    return tuple(sorted((*found, *more), key=lambda c: (locators.order(c.place), c.known is not None, -c.sure)))


def _every(speech: SpeechText) -> Iterator[Candidate]:
    for passage in speech.passages:
        yield from of_passage(passage)
    above: list[str] = []
    for section in speech.sections:
        above += [section.heading] if section.heading else []
        if section.passages:
            for heading in above:
                yield from _of_heading(heading, section.passages)
            above = []


def of_passage(passage: Passage) -> tuple[Candidate, ...]:
    """The candidates of one paragraph."""
    starts = frozenset(item.start + len(item.text) for item in passage.items)
    named = [Candidate(re.sub(f"[{_QUOTES}]", "", h.name), passage.place(h.offset), h.sure, h.reason) for h in hits(passage.text, starts)]
    return (*named, *_heads(passage, [c for c in named if c.strong]))


def _of_heading(heading: str, passages: tuple[Passage, ...]) -> Iterator[Candidate]:
    """The names of a heading, each at the paragraph below it that has the name, or else at the first."""
    for hit in hits(unnumbered(heading)):
        name = re.sub(f"[{_QUOTES}]", "", hit.name)
        if hit.sure >= SURE and (ending(name) or hit.name != name or "引号" in hit.reason):
            there = next((p for p in passages if name in p.text), passages[0])
            at = there.text.find(name)
            yield Candidate(name, there.place(at) if at >= 0 else str(there.number), hit.sure, f"小标题里{hit.reason}")


def _heads(passage: Passage, strong: list[Candidate]) -> Iterator[Candidate]:
    """What the items of a paragraph call themselves: 一是健全组织体系。 Where most of them are names, the others are too."""
    told = {c.place for c in strong}
    named = sum(1 for n in range(1, len(passage.items) + 1) if f"{passage.number}.{n}" in told)
    siblings = len(passage.items) > 2 and named * 2 > len(passage.items)
    for number, item in enumerate(passage.items, 1):
        text = passage.text[item.start + len(item.text):item.end].lstrip("，,、：: ")
        head = re.sub(f"[{_QUOTES}]", "", _FIRST_CLAUSE.split(text, maxsplit=1)[0])
        if cjk_length(head) >= 3 and len(head) <= _HEAD_LIMIT:
            place = f"{passage.number}.{number}"
            if any(c.place == place and c.name in head for c in strong):
                continue
            beside = siblings and place not in told
            yield Candidate(head, place, 0.5 if beside else _HEAD, "并列的几项里别的多是名称" if beside else "并列项开头的话")


def _again(speech: SpeechText, found: list[Candidate]) -> Iterator[Candidate]:
    """Where a sure name stands once more."""
    names = {c.name: c.sure for c in found if c.strong and _AGAIN <= len(c.name) <= NAME_LIMIT}
    if not names:
        return
    every = re.compile(either(names))
    there = {(c.place, folded(c.name)) for c in found}
    # A place where a longer name of the same words stands has it told.
    longer: dict[str, list[str]] = {}
    for c in found:
        longer.setdefault(c.place, []).append(c.name)
    for passage in speech.passages:
        for match in every.finditer(passage.text):
            place = passage.place(match.start())
            if (place, folded(match.group())) not in there and not any(match.group() in name for name in longer.get(place, ())):
                yield Candidate(match.group(), place, names[match.group()], "上文的名称又出现")
