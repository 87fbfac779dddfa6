"""Which body tells something must be as the accounts have it: no clause of a summary gives one body what another says."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from macros.findings import Finding, Severity
from macros.fulltext import credited, remembered
from macros.fulltext.credited import Credit
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Speeches, blanked, places_of
from macros.library.catalog import Catalog
from macros.model.accounts import Account
from macros.model.entries import Organization, Practice
from macros.rules.rule import Rule
from macros.text.beginnings import beginning

_KINDS = ("practices", "problems", "terms")
# What is said of a body, not only beside it: 把它列为, 谋划用.
_CLAIMS = re.compile("^(?:还|也|都|则|各自?)?(?:就以?[^，。；]{2,12}[来去]?谈|讲|说|写|把|用|列|谋划|打算|计划|提出|探索|拟|要求|当作|坚持)(?!法)")
# So many entries are named of those that say another body than their speech.
_NAMED = 3
_SEAT = re.compile("^[一-鿿]{1,6}[省市州盟]([一-鿿]{2,}[县区市旗](?:政协|委员会).*)$")
CURE = "核对是哪一家讲的，写那一家的名称；两家都讲到的，各照各的原文写"


class Wrong(NamedTuple):
    """The name of a body at which a clause is wrong, and what to say of it."""

    name: str
    said: str
    # The body of that name, and the speeches that are said to be another's.
    body: str = ""
    speeches: tuple[str, ...] = ()


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    bodies, speeches = Bodies(catalog), Speeches(catalog, originals)
    found = remembered.gathered(catalog, originals, RULE.code, _KINDS, lambda kind, entry_id: _of(catalog, speeches, bodies, kind, entry_id),
                                rests_on=bodies.names)
    told: set[tuple[str, str]] = {entry for entry in found if entry[0] == "problems" and _answered_unread(catalog, entry[1])}
    for (sid, body), entries in _moved(catalog, bodies, found).items():
        told.update(entries)
        yield _of_speech(catalog, sid, body, entries)
    for (kind, entry_id), wrong in found.items():
        if (kind, entry_id) in told:
            continue
        # Two names exchanged are one mistake.
        yield catalog.finding(kind, entry_id, ("note",) if kind == "terms" else ("summary",), RULE.code, "；".join(each.said for each in wrong), CURE, Severity.WARNING, needle=wrong[0].name)


class Bodies:
    """What the bodies of a library are called in texts: xx市政协〔168〕."""

    def __init__(self, catalog: Catalog) -> None:
        self.names = {called(body): body_id for body_id, body in catalog.organizations.items()}
        # 复兴区政协 for 邯郸市复兴区政协, where no other is called so.
        short = [(m[1], body_id) for name, body_id in self.names.items() if (m := _SEAT.match(name))]
        known = Counter(name for name, _ in short)
        self.names.update({name: body_id for name, body_id in short if known[name] == 1 and name not in self.names})
        listed = map(re.escape, sorted(self.names, key=len, reverse=True))
        self._any = re.compile(f"{beginning(self.names)}(?:{'|'.join(listed)})" if self.names else "(?!)")

    def named(self, text: str) -> list[tuple[int, int, str]]:
        """The names in a text: start, end, body."""
        return [(m.start(), m.end(), self.names[m.group()]) for m in self._any.finditer(text)]


def _answered_unread(catalog: Catalog, problem_id: str) -> bool:
    """Whether a practice that answers a problem, or may answer it, could not be read: what its accounts tell is not known then."""
    if "practices" in catalog.unknown:
        return True
    for entry in (entry for entry in catalog.claimed if entry[0] == "practices" and entry[1] not in catalog.practices):
        data = catalog.data(*entry) if entry in catalog.origins else None
        answered = data.get("problems", ()) if isinstance(data, dict) else None
        if not isinstance(answered, list | tuple) or problem_id in answered:
            return True
    return False


def _moved(catalog: Catalog, bodies: Bodies, found: Mapping[tuple[str, str], Sequence[Wrong]]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Speeches whose body is wrong, with the one that the entries which rest on them name; each with these entries.

    It is, where all that are told to name a body wrongly, two at least, rest on one speech, and none has it as the speech has.
    """
    cited: dict[str, dict[tuple[str, str], set[str]]] = {}
    for entry, wrong in found.items():
        for each in wrong:
            if each.body:
                cited.setdefault(each.body, {}).setdefault(entry, set()).update(each.speeches)
    return {(sid, body): list(entries) for body, entries in cited.items() if len(entries) > 1
            if len(shared := set.intersection(*entries.values())) == 1 for sid in shared if not _named_so(catalog, bodies, sid)}


def _named_so(catalog: Catalog, bodies: Bodies, sid: str) -> bool:
    """Whether a practice that rests on this speech alone names the body that it has."""
    own = catalog.speeches[sid].organization
    return any(body == own for practice in catalog.practices.values() if {account.speech for account in practice.accounts} == {sid}
               for *_, body in bodies.named(practice.summary or ""))


def _of_speech(catalog: Catalog, sid: str, body: str, entries: Sequence[tuple[str, str]]) -> Finding:
    now, meant = (called(catalog.organizations[each]) for each in (catalog.speeches[sid].organization, body))
    named = "、".join(entry_id for _, entry_id in entries[:_NAMED]) + ("等" if len(entries) > _NAMED else "")
    return catalog.finding("speeches", sid, ("organization",), RULE.code, f"这篇发言的单位写的是{now}，{named} {len(entries)} 条的摘要都写成{meant}讲的",
                           f"核对原文是哪一家的发言：是{meant}，这里写 organization: {body}；确是{now}，就改那几条的摘要", Severity.WARNING)


def called(body: Organization) -> str:
    """What a body is called in a text, with the word that sets it apart."""
    return f"{body.name}〔{body.distinguisher}〕" if body.distinguisher else body.name


def _of(catalog: Catalog, speeches: Speeches, bodies: Bodies, kind: str, entry_id: str) -> Iterator[Wrong]:
    entry = catalog.of(kind)[entry_id]
    text = blanked((entry.note if kind == "terms" else entry.summary) or "")
    named = bodies.named(text)
    if kind == "terms":
        yield from _of_term(catalog, entry_id, text, named)
        return
    told = (_practice if kind == "practices" else _problem)(catalog, speeches, entry_id) if named else None
    if told is None:
        return
    grounds, words = told
    for clause in credited.clauses(text, named):
        strangers = [body for body in clause.bodies if body not in grounds]
        if strangers and kind == "practices" and not clause.text.startswith("的"):
            yield Wrong(clause.name, f"“{called(catalog.organizations[strangers[0]])}”没有讲到这条做法：讲到的是{_listed(catalog, grounds)}",
                        strangers[0], tuple(dict.fromkeys(account.speech for account in catalog.practices[entry_id].accounts)))
        elif strangers and kind == "problems" and _CLAIMS.match(clause.text) and not credited.COMPARES.search(clause.text):
            yield Wrong(clause.name, f"“{called(catalog.organizations[strangers[0]])}”没有讲到这个问题，也没有讲到回答它的做法：讲到的是{_listed(catalog, grounds)}")
        elif wrong := credited.otherwise(clause, grounds, words):
            yield Wrong(clause.name, said(catalog, wrong), clause.bodies[0], (wrong.ground.speech,))


def _of_term(catalog: Catalog, term_id: str, text: str, named: Sequence[tuple[int, int, str]]) -> Iterator[Wrong]:
    """Bodies that a note says use a term, where no place of the term is in a speech of theirs."""
    speeches = [catalog.speeches.get(citation.speech) for citation in catalog.terms[term_id].at]
    own = dict.fromkeys(speech.organization for speech in speeches if speech)
    if None in speeches or any(body not in catalog.organizations for body in own):
        return
    for clause in credited.clauses(text, named):
        strangers = [body for body in clause.bodies if body not in own]
        if strangers and _CLAIMS.match(clause.text) and not credited.COMPARES.search(clause.text):
            yield Wrong(clause.name, f"“{called(catalog.organizations[strangers[0]])}”的发言里没有这条术语的出处：出处里有的是{_listed(catalog, own)}")


def said(catalog: Catalog, wrong: Credit) -> str:
    """Who says what a clause tells of another body, in the words of a message."""
    speech = catalog.speeches[wrong.ground.speech].short
    number = f"第{wrong.ground.number}段"
    return f"“{wrong.clause.name}”后面说的，是{called(catalog.organizations[wrong.body])}讲的：《{speech}》{number}写的是“{wrong.theirs}”"


def _listed(catalog: Catalog, bodies: Mapping[str, object]) -> str:
    return "、".join(called(catalog.organizations[body]) for body in bodies)


Told = tuple[Mapping[str, Sequence[Ground]], Mapping[str, str]]


def _practice(catalog: Catalog, speeches: Speeches, pid: str) -> Told | None:
    """The paragraphs that each body's accounts of a practice cite, and our words for them; None where a text is not here."""
    practice = catalog.practices[pid]
    return _told(catalog, speeches, [(practice, account) for account in practice.accounts], places_of(practice))


def _problem(catalog: Catalog, speeches: Speeches, problem_id: str) -> Told | None:
    """The same of a problem: all that the bodies say which name or answer it."""
    problem = catalog.problems[problem_id]
    answers = [(catalog.practices[pid], account) for pid in catalog.answering.get(problem_id, ()) for account in catalog.practices[pid].accounts]
    return _told(catalog, speeches, answers, dict.fromkeys([*(c.speech for c in problem.named_in), *(account.speech for _, account in answers)]))


def _told(catalog: Catalog, speeches: Speeches, accounts: Sequence[tuple[Practice, Account]], places: Mapping[str, frozenset[int] | None]) -> Told | None:
    grounds: dict[str, list[Ground]] = {}
    words: dict[str, list[str]] = {}
    for sid, numbers in places.items():
        speech = catalog.speeches.get(sid)
        if speech is None or speech.organization not in catalog.organizations or (whole := speeches.grounds(sid)) is None:
            return None
        grounds.setdefault(speech.organization, []).extend(ground for ground in whole if numbers is None or ground.number in numbers)
        words.setdefault(speech.organization, []).extend(speeches.around(sid))
    for practice, account in accounts:
        own = words.setdefault(catalog.speeches[account.speech].organization, [])
        own += [account.name or "", account.progress.cue or "", *(point.text for point in account.points)]
        own += [f"{figure.label}{figure.raw or ''}" for figure in account.figures]
        if None in places.values():  # of a practice its own title tells nothing of who says it
            own.append(practice.title)
    return grounds, {body: "\n".join(filter(None, own)) for body, own in words.items()}


RULE = Rule(
    code="credited-body",
    title="是哪一家讲的，不能换",
    why="两家的话放在一句里，换了名称，一家没有做的就成了它的（本机有全文时才能查）。手写页面里的，拿这一句用宏连着的单位和做法来比。",
    wrong="白鹭县政协每季度一讲，青山市政协没有写频次，摘要写“青山市政协每季度一讲”",
    right="摘要写“白鹭县政协每季度一讲”",
    check_against_text=check_against_text,
    exemptible=True,
)
