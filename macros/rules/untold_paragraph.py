"""A paragraph in which no practice is told says why; one with a practice says no such thing."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model import locators
from macros.rules.rule import Rule


def check_library(catalog: Catalog) -> Iterator[Finding]:
    told = _told(catalog)
    if told is None:
        return
    reasons = {sid: [[bool(p.no_practice) for p in section.paragraphs] for section in speech.outline] for sid, speech in catalog.current_speeches.items()}
    # What practices still cite by an id that no speech has may be one that no practice cites, under its id of before.
    elsewhere = not all(("speeches", sid) in catalog.origins for sid in told)
    beyond = _beyond(catalog)
    for sid, outline in {**reasons, **_drafts(catalog)}.items():
        every = (((i, j), reason) for i, section in enumerate(outline) for j, reason in enumerate(section))
        for number, ((i, j), reason) in enumerate(every, 1):
            place = ("outline", i, "paragraphs", j)
            if number in told.get(sid, set()):
                if reason and number not in beyond.get(sid, ()):
                    yield catalog.finding("speeches", sid, (*place, "no_practice"), RULE.code,
                                          f"第{number}段写了没有做法的原因，却有做法引用它",
                                          "删去没有做法的原因（no_practice）", severity=Severity.WARNING)
            elif not reason and not (elsewhere and sid not in told) and sid not in beyond:
                yield catalog.finding("speeches", sid, place, RULE.code,
                                      f"第{number}段没有做法引用，也没有说明原因",
                                      "补上做法；确实没有就写 no_practice: 原因", severity=Severity.WARNING)


def _beyond(catalog: Catalog) -> Mapping[str, Collection[int]]:
    """The speeches of which a place is cited that is not there, which may be that of any paragraph; each with the paragraphs of these places
    that no other one cites."""
    sound: defaultdict[str, set[int]] = defaultdict(set)
    beyond: defaultdict[str, set[int]] = defaultdict(set)
    for account in (account for practice in catalog.current_practices.values() for account in practice.accounts):
        sid = catalog.former.get(("speeches", account.speech), account.speech)
        speech = catalog.speeches.get(sid)
        for at in account.at:
            (sound if speech is None or locators.exists(speech, at) else beyond)[sid].add(locators.parse(at)[0])
    return {sid: numbers - sound[sid] for sid, numbers in beyond.items()}


def _drafts(catalog: Catalog) -> dict[str, list[list[bool]]]:
    """Of each paragraph of the speeches that are drafts still, by section, whether it says why it tells of no practice."""
    found = {}
    for entry in (entry for entry in catalog.claimed if entry[0] == "speeches" and entry[1] not in catalog.speeches and entry in catalog.origins):
        data = catalog.data(*entry)
        said = data.get("outline") if isinstance(data, dict) and not data.get("withdrawn") else None
        outline = said if isinstance(said, list) else []
        sections: list[Any] = [section.get("paragraphs") for section in outline if isinstance(section, dict)]
        if sections and len(sections) == len(outline) and all(isinstance(each, list) and all(isinstance(p, dict) for p in each) for each in sections):
            found[entry[1]] = [[bool(p.get("no_practice")) for p in each] for each in sections]
    return found


def _told(catalog: Catalog) -> dict[str, set[int]] | None:
    """The paragraphs of each speech that practices cite, those that are drafts still among them; None where it can't be known."""
    if "practices" in catalog.unknown:
        return None
    cited: defaultdict[str, set[int]] = defaultdict(set)
    for practice in catalog.current_practices.values():
        for account in practice.accounts:
            cited[account.speech].update(locators.parse(at)[0] for at in account.at)
    for pid in (pid for kind, pid in catalog.claimed if kind == "practices" and pid not in catalog.practices):
        drafted = _of_draft(catalog.data("practices", pid)) if ("practices", pid) in catalog.origins else None
        if drafted is None:
            return None
        for speech, number in drafted:
            cited[speech].add(number)
    told: dict[str, set[int]] = {}
    for sid, numbers in cited.items():
        told.setdefault(catalog.former.get(("speeches", sid), sid), set()).update(numbers)
    return told


def _of_draft(data: object) -> set[tuple[str, int]] | None:
    """What a file that is no practice yet cites; None where it does not say so in a form that can be read."""
    accounts = data.get("accounts") if isinstance(data, dict) else None
    if not isinstance(accounts, list):
        return None
    cited = set()
    for account in accounts:
        at = account.get("at") if isinstance(account, dict) else None
        if not isinstance(at, list) or not isinstance(account.get("speech"), str):
            return None
        for each in at:
            number = str(each).partition(".")[0]
            if not number.isdecimal():
                return None
            cited.add((account["speech"], int(number)))
    return cited


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    if kind == "speeches":
        return [catalog.speeches[entry_id].formerly, *((bool(paragraph.no_practice), len(paragraph.items)) for paragraph in catalog.speeches[entry_id].paragraphs)]
    return [(account.speech, account.at) for account in catalog.practices[entry_id].accounts] if kind == "practices" else None


RULE = Rule(
    code="untold-paragraph",
    title="没有做法的段落说明原因",
    why="这样才看得出一段是确实没有做法，还是漏掉了。",
    wrong="- {gist: 交代背景。}",
    right="- {gist: 交代背景。, no_practice: 只讲形势，没有讲做法}",
    check_library=check_library,
    looks_at=looks_at,
    exemptible=True,
)
