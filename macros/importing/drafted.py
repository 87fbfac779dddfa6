"""The drafts of practices that an import writes: one a name, with one account for each speech that has it."""

import datetime
from collections.abc import Iterator, Mapping
from functools import cached_property

from macros.editing.yaml_text import curly
from macros.importing import accounts, ahead, ids, reach
from macros.importing.alike import Titles
from macros.importing.candidates import Candidate
from macros.importing.choice import Take, choose
from macros.importing.known import Known
from macros.importing.limits import check_names
from macros.importing.place import Place
from macros.importing.proposals import Proposals
from macros.importing.quotes import unquoted
from macros.importing.reach import numbered
from macros.importing.told import File, Told, yaml_file
from macros.importing.topical import Topics
from macros.library.similarity import folded
from macros.model import locators
from macros.model.vocabulary import Level


class Practices:
    """The names that are taken of all new speeches put together: one draft a name, one account a speech in it.

    Attributes: `told` the places of each speech that a practice tells of, `drafted` the id of the draft of each folded
    name, `files` to write, `accounts` (id, YAML) to add to entries that exist, `offered` the number by which each of these is taken.
    """

    def __init__(self, known: Known, speeches: tuple[Told, ...], today: datetime.date, take: Take = Take()) -> None:  # noqa: B008 (frozen)
        self._catalog = known.catalog
        self._said = take.said
        self._called = take.called
        self._half = {pid for kind, pid in known.half if kind == "practices"}
        self._existing = {folded(name): pid for pid, names in known.names.items() for name in names}
        self.told: dict[str, set[str]] = {speech.speech_id: set() for speech in speeches}
        self.drafted: dict[str, str] = {}
        self.choice = choose((speech.candidates for speech in speeches), take, self._existing)
        groups: dict[str, list[tuple[Told, Candidate]]] = {}
        # Half a draft tells of speeches that are there as well; so does a name that is asked for afterwards.
        # A practice that tells of this source has what its editor wanted of it.
        mine = {pid for speech in speeches for pid in known.telling.get(speech.speech_id, ())}
        for speech in speeches:
            for candidate in speech.candidates:
                own = candidate.known or self._existing.get(folded(candidate.name))
                if speech.known and not (self._half or self._said) and (own is None or own in mine):
                    continue
                # Set up in one speech, it is worth an account where another only names it.
                if folded(candidate.name) in self.choice.taken:
                    groups.setdefault(candidate.known or folded(candidate.name), []).append((speech, candidate))
                    self.told[speech.speech_id].update(candidate.places)
        self._reach = self._reaching(speeches, groups)
        check_names(len(groups), sum(len(speech.candidates) for speech in speeches))
        there = self._draft_ids(known, groups, known.taken("practices") | {s.speech_id for s in speeches})
        mine = there | (self._half & set(self.drafted.values()))
        self._titles = {pid: names for pid, names in known.names.items() if pid not in mine}
        self._names = {self.drafted[key]: (self._title(key, found),) for key, found in groups.items() if key in self.drafted}
        groups = {key: found if key not in self.drafted or self.drafted[key] in self._half else self._wanted(found) for key, found in groups.items()}
        self._known, self._drafts = Titles(self._titles), Titles(self._names)
        self.files = tuple(self._draft(key, found, today) for key, found in groups.items()
                           if found and key in self.drafted and self.drafted[key] not in there - self._half)
        self.accounts = self._added(known, groups)

    def _reaching(self, speeches: tuple[Told, ...], groups: Mapping[str, list[tuple[Told, Candidate]]]) -> dict[tuple[str, str], tuple[tuple[str, bool], ...]]:
        """Which paragraphs go on with each practice, by speech and key; they count as told."""
        keys = {folded(c.name): key for key, found in groups.items() for _, c in found}
        made = {}
        for speech in (speech for speech in speeches if any(s is speech for found in groups.values() for s, _ in found)):
            for key, found in reach.by_name(speech.text, speech.candidates, keys).items():
                made[speech.speech_id, key] = found
                self.told[speech.speech_id].update(at for at, _ in found)
        return made

    def idle(self, take: Take) -> Iterator[str]:
        """What an editor asked for by its number and got nothing for, since the library has it, in his words."""
        written = {file.path for file in self.files} | {f"practices/{pid}.yml" for pid, _ in self.accounts}
        for key, number in self.choice.numbers.items():
            pid = self.drafted.get(key) or self._existing.get(key)
            if number in (take.numbers or ()) and pid and f"practices/{pid}.yml" not in written:
                yield f"--take 的 {number} 号没有另写：practices/{pid}.yml 已经讲到这一篇；要改，直接改那个文件；要重新起草，先删去它"

    def _wanted(self, found: list[tuple[Told, Candidate]]) -> list[tuple[Told, Candidate]]:
        """What is told by speeches that are not there yet; all of it where the names were asked for."""
        return found if self._said else [(speech, candidate) for speech, candidate in found if not speech.known]

    def _added(self, known: Known, groups: Mapping[str, list[tuple[Told, Candidate]]]) -> tuple[tuple[str, str], ...]:
        """The accounts to add to entries that exist: one a speech, with all its places."""
        found: dict[str, list[tuple[Told, Candidate]]] = {}
        for key, told in groups.items():
            if told and key not in self.drafted:
                found.setdefault(told[0][1].known or self._existing[key], []).extend(told)
        self.offered = {pid: min(self.choice.numbers[folded(c.name)] for _, c in told) for pid, told in found.items()}
        # A practice that tells of the speech already has its account.
        return tuple((pid, "".join(accounts.account(place, told[0][1].name) for place in _places(told, self._reach) if pid not in known.telling.get(place.speech_id, ())))
                     for pid, told in found.items()
                     if any(pid not in known.telling.get(speech.speech_id, ()) for speech, _ in told))

    def _draft_ids(self, known: Known, groups: Mapping[str, list[tuple[Told, Candidate]]], taken: set[str]) -> set[str]:
        """Gives every name that has no entry the id of its draft; those that an import that was stopped has drafted.

        Such a draft tells of the same speech under the id that its name gives, whatever was filled in since.
        """
        there: set[str] = set()
        given: set[str] = set()
        for key, found in groups.items():
            if found[0][1].known:
                continue
            mine = {pid for speech, _ in found for pid in known.telling.get(speech.speech_id, ())} - given
            own = ids.propose(self._title(key, found), taken - mine if mine else taken)
            if own in mine:
                there.add(own)
            elif own not in self._half and (key in self._existing or not self._wanted(found)):
                continue
            self.drafted[key] = own
            taken.add(own)
            given.add(own)
        return there

    @cached_property
    def _topics(self) -> Topics:
        return Topics(self._catalog)

    def _title(self, key: str, found: list[tuple[Told, Candidate]]) -> str:
        """What a draft is to be called: as the editor says, else as the text has it."""
        return self._called.get(key) or found[0][1].name

    def _draft(self, key: str, found: list[tuple[Told, Candidate]], today: datetime.date) -> File:
        name, own, title = found[0][1].name, self.drafted[key], self._title(key, found)
        places = {(speech.speech_id, candidate.place) for speech, candidate in found}
        tellers = {speech.speech_id: speech for speech, _ in found}.values()
        others = [c.name for speech in tellers for c in speech.candidates
                  if c.strong and (speech.speech_id, c.place) in places and folded(c.name) != key]
        alike = [f"与已有做法“{self._titles[pid][0]}”（{pid}）名称相近；是一回事就删去本文件，到那里的 accounts 加一项"
                 for pid in self._known.resembling(title)]
        alike += [f"与本次另一份草稿“{self._names[pid][0]}”（{pid}）名称相近；是一回事就合成一个文件：不同的发言各写一项 accounts，同一篇的合成一项，at 写全"
                  for pid in self._drafts.resembling(title) if pid != own]
        text = accounts.practice(curly(name), _places(found, self._reach), list(dict.fromkeys(others)), alike, self._catalog, self._topics, today, curly(title))
        return yaml_file("practices", own, text)


def _places(found: list[tuple[Told, Candidate]], reach: Mapping[tuple[str, str], tuple[tuple[str, bool], ...]] = {}) -> list[Place]:
    """One place a speech, with all the locators at which it has the name; an item is part of its paragraph."""
    by_speech: dict[str, list[tuple[Told, Candidate]]] = {}
    for speech, candidate in found:
        by_speech.setdefault(speech.speech_id, []).append((speech, candidate))
    made = []
    for speech_id, told in by_speech.items():
        text = told[0][0].text
        more = dict(one for key in dict.fromkeys(c.known or folded(c.name) for _, c in told) for one in reach.get((speech_id, key), ()))
        every = sorted({*more, *(at for _, c in told for at in c.places)}, key=locators.order)
        at = tuple(one for one in every if "." not in one or one.partition(".")[0] not in every)
        under = {**{one: "" for one, alone in more.items() if alone}, **_alone(told), **{one: heading for _, c in told for one, heading in c.under}}
        passages = tuple(text.passages[int(one.partition(".")[0]) - 1] for one in at)
        heads = {p.number: s.heading for s in text.sections for p in s.passages}
        plans = frozenset(one for one, p in zip(at, passages, strict=True) if ahead.place(p, one, heads.get(p.number)))
        others = frozenset(one for one in at if one in more and not more[one] and one not in under)
        # What a numbered paragraph tells without the name of a part is of the mechanism above.
        keys = {c.known or folded(c.name) for _, c in told}
        above = {one for (sid, key), found_ in reach.items() if sid == speech_id and key not in keys for one, alone in found_ if not alone}
        under = {one: heading for one, heading in under.items() if one not in above or not numbered(text.passages[int(one.partition(".")[0]) - 1].text)}
        mine = {c.name for _, c in told}
        sure = {c.name for c in told[0][0].candidates if c.strong}
        beside = tuple((one, tuple(dict.fromkeys(c.name for c in told[0][0].candidates if c.name in sure and c.place.partition(".")[0] == one.partition(".")[0]
                                                  and not any(c.name in name or name in c.name for name in mine)))) for one in at)
        made.append(Place(speech_id, at, passages, _frame(told), tuple((one, under[one]) for one in at if one in under), plans, others, _level(told[0][0]), beside))
    return made


def _level(told: Told) -> Level | None:
    unit = Proposals.of(told.text, told.beginning).unit
    return unit.level if unit else None


def _alone(told: list[tuple[Told, Candidate]]) -> dict[str, str]:
    """The paragraphs in which no other sure name stands: they are about this one."""
    names: dict[str, set[str]] = {}
    # “早餐恳谈” and 早餐恳谈制度 are one.
    mine = {c.name for _, c in told}
    # What is surely a name elsewhere in the speech is one here too.
    sure = {c.name for c in told[0][0].candidates if c.strong}
    for candidate in told[0][0].candidates:
        if candidate.name in sure and not any(candidate.name in name or name in candidate.name for name in mine):
            # Of the paragraphs below its heading it has those that say its name.
            for at in (one for one in candidate.places if one == candidate.place or _says(told[0][0], one, candidate.name)):
                names.setdefault(at.partition(".")[0], set()).add(candidate.known or folded(candidate.name))
    return {c.place: "" for _, c in told if c.strong and "." not in c.place and not names.get(c.place)}


def _says(told: Told, at: str, name: str) -> bool:
    return name in unquoted(told.text.passages[int(at.partition(".")[0]) - 1].text)


def _frame(told: list[tuple[Told, Candidate]]) -> tuple[str, ...]:
    """The headings above the places, the title and the opening of the speech."""
    text = told[0][0].text
    numbers = {int(at.partition(".")[0]) for _, c in told for at in c.places}
    headings = [s.heading for s in text.outline if s.heading and numbers & {p.number for p in s.passages}]
    return (*headings, text.title, text.passages[0].text)
