"""What stands beside the text – occasion, year, a body's note, search words – names no date, number, place or body that no source has."""

import re
from collections.abc import Iterable, Iterator

from macros.findings import Finding, Severity
from macros.fulltext import digests, noted, standing, verbatim
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.fulltext.segments import SpeechText
from macros.fulltext.statements import Speeches, blanked
from macros.fulltext.verbatim import stands
from macros.library.catalog import Catalog
from macros.model.entries import Citation
from macros.model.inline_links import Place
from macros.model.vocabulary import Level, NameState
from macros.rules.quote_in_source import quoted
from macros.rules.rule import Rule
from macros.text.institutions import Name, names
from macros.text.likeness import Likeness, likeness
from macros.text.quantities import Quantity, quantities

_KINDS = ("practices", "speeches", "sources", "organizations", "problems", "terms")
# What a term stands for is told as 指甲、乙, at the beginning of a clause.
_EXPLAINED = re.compile("(?:^|(?<=[，；。：\0]))(?:也?就?是指|指的是|意思是|即|指)(?![出明向导])[一-鿿、]{2,40}")
# That it stands for two things, or for these, says not for which.
# 说明了是哪两个方面, where nobody says it.
_SAYS = re.compile("(?<![没未不有否])(?:说明|写明|写出|解释|列出|交代|讲明)了[^，。；]{0,6}(?:[哪谁]|什么|怎样|多少|所指|含义|意思)[^，。；]{0,6}")
_VAGUE = re.compile("[一两二三四五六七八九十几][种件个类样项句]|这|那|同一|情形|现象|说法|叫法|比喻")
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年|年度|[^0-9]|$)")
_NUMERALS = str.maketrans("123456789", "一二三四五六七八九")
_LEVELS = {Level.PROVINCE: ("省",), Level.CITY: ("市",), Level.COUNTY: ("县", "区"), Level.TOWNSHIP: ("乡镇",)}
_CURE = "照原文改；原文没有说的，删去"
_IS_EXPLAINED = "写着原文没有解释（unexplained），说明里却写了所指"
_CURE_EXPLAINED = "原文有解释的，写进所指（expansion），删去 unexplained: true；原文没有的，从说明里删去"


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    rests_on = digests.of_every_text(catalog, originals)
    found = gathered(catalog, originals, RULE.code, _KINDS, lambda kind, entry_id: _MAKE[kind](catalog, originals, entry_id), rests_on=rests_on)
    for (kind, entry_id), wrong in found.items():
        for place, words, message in wrong:
            cure = _CURE_EXPLAINED if message.startswith(_IS_EXPLAINED) else _CURE
            yield catalog.finding(kind, entry_id, place, RULE.code, message, cure, Severity.WARNING, needle=words)


Told = tuple[Place, str, str]


def _of_speech(catalog: Catalog, originals: Originals, sid: str) -> Iterator[Told]:
    speech = catalog.speeches[sid]
    original, source = originals.by_source.get(speech.source), catalog.sources.get(speech.source)
    if original is None or source is None or not speech.occasion:
        return
    known = [original.text, source.title, speech.title, source.note or "", f"{source.year}年", f"{source.date:%Y年%-m月%-d日}" if source.date else ""]
    yield from _strange(("occasion",), "场合", speech.occasion, known)


def _of_source(catalog: Catalog, originals: Originals, source_id: str) -> Iterator[Told]:
    source, original = catalog.sources[source_id], originals.by_source.get(source_id)
    said = set(map(int, _YEAR.findall(source.title)))
    if original is None or not said:
        return
    for name, year in (("year", source.year), ("date", source.date.year if source.date else None)):
        # What tells of a year is not older than it; a later one must be told somewhere.
        if year and year not in said and (year < min(said) or str(year) not in original.text):
            yield (name,), str(year), f"来源的名称里是 {'、'.join(map(str, sorted(said)))} 年，这里却写了 {year} 年"


def _of_organization(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[Told]:
    body = catalog.organizations[entry_id]
    sources = {catalog.speeches[sid].source for sid in catalog.spoken.get(entry_id, ())}
    if not sources or not sources <= originals.by_source.keys():
        return
    # A character that differs is no other way to call it.
    if body.name_state is NameState.NAMED and body.raw and len(body.raw) == len(body.name) and 0 < sum(a != b for a, b in zip(body.raw, body.name, strict=True)) < 3:
        yield ("name",), body.name, f"名称“{body.name}”与原文写法（raw）“{body.raw}”差了字"
    if not body.note:
        return
    known = [body.name, body.raw or "", *(originals.by_source[each].text for each in sources)]
    # A note may say which other body, by its name or by the short title in 〔〕, is or isn't the same.
    known += [other.name for key, other in catalog.organizations.items() if key != entry_id]
    known += [speech.short for speech in catalog.speeches.values()]
    yield from _strange(("note",), "说明", body.note, known)
    yield from ((("note",), found, f"说明里写的“{found}”，原文里没有写明") for found in standing.kinds_of_city(body.note) if not any(found in each for each in known))
    listed = standing.listed_as(body.note)
    if listed and listed[1] not in (right := _LEVELS[body.level]):
        yield ("level",), body.level, f"层级写了 {body.level}（{right[0]}级），说明里写的是“{listed[0]}”"


def _of_practice(catalog: Catalog, originals: Originals, pid: str) -> Iterator[Told]:
    practice = catalog.practices[pid]
    speeches = [originals.speech(account.speech) for account in practice.accounts]
    if not practice.keywords or any(speech is None for speech in speeches):
        return
    known = [text for speech in speeches if speech for text in (speech.title, *speech.headings, *(p.text for p in speech.passages))]
    bodies = [catalog.organizations.get(catalog.speeches[account.speech].organization) for account in practice.accounts]
    known += [name for body in bodies if body for name in (body.name, body.raw or "")]
    sources = [catalog.sources.get(catalog.speeches[account.speech].source) for account in practice.accounts]
    known += [practice.title, *practice.aliases, *(source.title for source in sources if source)]
    for i, keyword in enumerate(practice.keywords):
        yield from _strange(("keywords", i), "检索词", keyword, known)


def _of_problem(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[Told]:
    problem = catalog.problems[entry_id]
    yield from _misplaced(("summary",), standing.misplaced(problem.summary or "", quoted, _speeches(originals, problem.named_in)))


def _of_term(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[Told]:
    """Where a note says that its term stands, and what it explains though the source is said to explain nothing."""
    term = catalog.terms[entry_id]
    speeches = _speeches(originals, term.at)
    if not term.note or not speeches:
        return
    known = Speeches(catalog, originals)
    note = noted.claims(blanked(term.note), (word for citation in term.at for word in known.around(citation.speech)))
    subject = standing.Subject(term.term.split("、"), (term.expansion or "").split("、") if term.expansion else ())
    yield from _misplaced(("note",), standing.misplaced(note, quoted, speeches, subject))
    if texts := verbatim.cited(catalog, originals, term.at):
        yield from _misplaced(("note",), standing.strayed(note, texts))
    yield from ((("note",), words, f"“{words}”，原文有“{subject.words[0]}”的小标题是 {there} 个") for words, there in standing.miscounted(note, speeches, subject))
    if term.unexplained and (m := _SAYS.search(term.note)):
        yield ("note",), m.group(), f"写着原文没有解释（unexplained），说明里却写“{m.group()}”"
    elif term.unexplained and (m := _EXPLAINED.search(note)) and not _VAGUE.search(m.group()):
        yield ("note",), m.group(), f"{_IS_EXPLAINED}：“{m.group()}”"


def _speeches(originals: Originals, citations: Iterable[Citation]) -> list[SpeechText]:
    return [speech for sid in dict.fromkeys(citation.speech for citation in citations) if (speech := originals.speech(sid))]


def _misplaced(place: Place, found: Iterable[standing.Misplaced]) -> Iterator[Told]:
    """Words that a text puts in another place than the speech has them in."""
    for each in found:
        yield place, each.words if each.place.startswith("所引") else each.place, f"“{each.words}”不在{each.place}，原文在{each.there}"


def _strange(place: Place, what: str, text: str, known: Iterable[str]) -> Iterator[Told]:
    """What a text of ours names or counts that nothing known has."""
    said = tuple(known)
    wrong = [name.text for name in names(text) if not any(_names(name, each) for each in said)]
    wrong += [amount.text for amount in quantities(text) if not amount.masked and not any(_counts(amount, text, each) for each in said)]
    if wrong:
        listed = "、".join(f"“{words}”" for words in wrong)
        yield place, wrong[0], f"{what}里的{listed}，原文里没有"


def _names(name: Name, text: str) -> bool:
    return (name.core or name.text) in text


def _counts(amount: Quantity, ours: str, text: str) -> bool:
    # Digits for numerals, as people type them: 4联系 for 四联系.
    plain = ours[amount.start:amount.end + 2].translate(_NUMERALS)
    return (stands(amount.text, text) and not amount.text.isdigit()) or (len(plain) > 1 and stands(plain, text)) or any(likeness(amount, theirs) is not Likeness.NONE for theirs in quantities(text))


_MAKE = {"practices": _of_practice, "speeches": _of_speech, "sources": _of_source, "organizations": _of_organization,
         "problems": _of_problem, "terms": _of_term}

RULE = Rule(
    code="note-in-source",
    title="场合、年份、说明、检索词里的日期、数、节次和名称要原文里有",
    why="正文照原文写了，旁边的一句说明却添上省名、会期，读者一样当真；检索词写上别家的数和单位，会把人领错；术语的说明写着见于哪一段、哪个标题，也照原文对（本机有全文时才能查）。",
    wrong="原文没有写哪个省，单位的说明写“是某某省政协的财经委”",
    right="是哪个省，原文没有写出",
    check_against_text=check_against_text,
    exemptible=True,
)
