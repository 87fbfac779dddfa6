"""Names in a speech that may be practices: in headings, in quotes, after the verbs of doing, at the head of items.

Nothing is decided here. A candidate says where it stands, why it is one and how sure; a person chooses.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from macros.fulltext.lines import cjk_length, rank, unnumbered
from macros.fulltext.passages import Passage
from macros.fulltext.segments import Section, SpeechText
from macros.importing import ahead
from macros.importing.naming import hits
from macros.importing.quoted_whole import NAME_LIMIT
from macros.importing.words import either, ending, words
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
# A heading over more paragraphs is that of a whole part.
_UNDER = 12


@dataclass(frozen=True)
class Candidate:
    """A name and the place (`3`, `3.2`) where it stands, the reason in an editor's words, and how sure it is (0–1).

    `strong` when it is sure enough to be drafted; `known` is the practice that has the name, where that is why it is told.
    `under` are the paragraphs below the heading that names it, each with the heading of its own below that one ("": none).
    """

    name: str
    place: str
    sure: float
    reason: str
    known: str | None = None
    under: tuple[tuple[str, str], ...] = ()
    # It stands where the text tells what is ahead.
    planned: bool = False

    @property
    def places(self) -> tuple[str, ...]:
        """Every place where it is told: where it stands, and below its heading."""
        return tuple(dict.fromkeys((self.place, *(at for at, _ in self.under))))

    @property
    def strong(self) -> bool:
        return self.sure >= SURE


def candidates(speech: SpeechText) -> tuple[Candidate, ...]:
    """The candidates of a speech in the order of their places, the surest of a place first; each name once a place."""
    found: dict[tuple[str, str], Candidate] = {}
    for candidate in _every(speech):
        key = (candidate.place, folded(candidate.name))
        other = found.get(key)
        under = candidate.under or (other.under if other else ())
        found[key] = replace(candidate if other is None or candidate.sure > other.sure else other, under=under)
    for candidate in _again(speech, list(found.values())):
        found.setdefault((candidate.place, folded(candidate.name)), candidate)
    every = _as_one(speech, found.values())
    return tuple(sorted(every, key=lambda c: (locators.order(c.place), -c.sure)))


def _as_one(speech: SpeechText, found: Iterable[Candidate]) -> Iterable[Candidate]:
    """The candidates with one name for a practice that the text also names with its kind (“三日回音”, “三日回音”制度), and with
    what only stands in plans said so."""
    found = list(found)
    strong = {c.name for c in found if c.strong}
    whole = {name[:-len(kind)]: name for name in strong if (kind := ending(name)) in words().abstract and kind and name[:-len(kind)] in strong}
    whole |= _parts([c for c in found if c.strong])
    heads = {p.number: section.heading for section in speech.sections for p in section.passages}
    once: dict[tuple[str, str], Candidate] = {}
    # What has the whole name itself says why it is one.
    for c in sorted(found, key=lambda c: c.name in whole):
        name = whole.get(c.name, c.name)
        passage = speech.passages[int(c.place.partition(".")[0]) - 1]
        c = replace(c, name=name, planned=ahead.place(passage, c.place, heads.get(passage.number)) or ahead.named(passage.text, c.name))
        other = once.get((c.place, folded(name)))
        under = c.under or (other.under if other else ())
        best = c if other is None or (c.sure > other.sure and name not in whole.values()) else replace(other, sure=max(c.sure, other.sure))
        once[c.place, folded(name)] = replace(best, under=under)
    return once.values()


def _parts(strong: list[Candidate]) -> dict[str, str]:
    """The short name of a practice that is told by its whole one at the same place: 四级联动 of 区、街道、网格四级联动机制, 线索库 of 提案线索库."""
    at: dict[str, list[Candidate]] = {}
    for c in strong:
        at.setdefault(c.place, []).append(c)
    return {short.name: long.name for found in at.values() for short in found for long in found
            if short.name != long.name and short.name in long.name and len(short.name) > 2
            and (long.name.endswith(short.name) if ending(short.name) else ending(long.name) and len(short.name) > 3)}


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
    for i, section in enumerate(speech.sections):
        if section.heading:
            yield from _of_heading(section, _deeper(speech.sections, i))


def of_passage(passage: Passage) -> tuple[Candidate, ...]:
    """The candidates of one paragraph."""
    starts = frozenset(item.start + len(item.text) for item in passage.items)
    named = [Candidate(re.sub(f"[{_QUOTES}]", "", h.name), passage.place(h.offset), h.sure, h.reason) for h in hits(passage.text, starts)]
    return (*named, *_heads(passage, [c for c in named if c.strong]))


def _deeper(sections: tuple[Section, ...], i: int) -> list[tuple[Passage, str]]:
    """The paragraphs below deeper headings than one, each with its own; those of the next heading where it has none itself."""
    found: list[tuple[Passage, str]] = []
    for section in islice(sections, i + 1, None):
        beside = section.rank <= sections[i].rank
        if len(found) > _UNDER or (beside and (found or sections[i].passages)):
            break
        found += [(p, section.heading or "") for p in section.passages]
        if found and beside:
            break
    return found


def _of_heading(section: Section, deeper: list[tuple[Passage, str]]) -> Iterator[Candidate]:
    """The names of a heading, each at the paragraph below it that has the name, or else at the first; `under` it are that one,
    those that are numbered below it, and all below deeper headings."""
    every = [*((p, "") for p in section.passages), *deeper]
    for hit in hits(unnumbered(section.heading or "")) if every else ():
        name = re.sub(f"[{_QUOTES}]", "", hit.name)
        if hit.sure >= SURE and (ending(name) or hit.name != name or "引号" in hit.reason):
            at = next((i for i, (p, _) in enumerate(every) if name in p.text), 0)
            there = every[at][0]
            offset = there.text.find(name)
            numbered = takewhile(lambda each: rank(each[0].text), every[at + 1:len(section.passages)])
            below = (*numbered, *(each for each in deeper if each[0].number > there.number))
            under = [every[at], *(each for each in below if name in each[0].text or not ahead.besides(unnumbered(each[0].text)))]
            yield Candidate(name, there.place(offset) if offset >= 0 else str(there.number), hit.sure, f"小标题里{hit.reason}",
                            under=tuple((str(p.number), words) for p, words in under) if len(under) <= _UNDER else ())
        elif "引号" in hit.reason and cjk_length(name) > 2 and not any(name in p.text for p, _ in every):
            # Of a name that stands in a heading alone somebody should know.
            yield Candidate(name, str(every[0][0].number), hit.sure, f"小标题里{hit.reason}")


def _heads(passage: Passage, strong: list[Candidate]) -> Iterator[Candidate]:
    """What the items of a paragraph call themselves: 一是健全组织体系。 Where most of them are names, the others are too."""
    told = {c.place for c in strong}
    named = sum(1 for n in range(1, len(passage.items) + 1) if f"{passage.number}.{n}" in told)
    siblings = len(passage.items) > 2 and named * 2 > len(passage.items)
    for number, item in enumerate(passage.items, 1):
        text = passage.text[item.start + len(item.text):item.end].lstrip("，,、：: ")
        head = re.sub(f"[{_QUOTES}]", "", _FIRST_CLAUSE.split(text, maxsplit=1)[0])
        if cjk_length(head) >= 3 and len(head) <= _HEAD_LIMIT and not head.endswith(("的", "时", "后")):
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
    first = {c.name: locators.order(c.place) for c in sorted(found, key=lambda c: locators.order(c.place), reverse=True)}
    there = {(c.place, folded(c.name)) for c in found}
    # A place where a longer name of the same words stands has it told.
    longer: dict[str, list[str]] = {}
    for c in found:
        longer.setdefault(c.place, []).append(c.name)
    for passage in speech.passages:
        for match in every.finditer(passage.text):
            place = passage.place(match.start())
            if (place, folded(match.group())) not in there and not any(match.group() in name for name in longer.get(place, ())):
                later = locators.order(place) < first[match.group()]
                yield Candidate(match.group(), place, names[match.group()], "下文的名称这里先说到" if later else "上文的名称又出现")
