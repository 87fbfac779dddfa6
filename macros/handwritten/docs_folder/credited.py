"""A page gives no body what another one tells: neither a practice that it links behind its name, nor words that only the other has."""

import re
from collections.abc import Iterable, Iterator

from macros.findings import Finding, Severity
from macros.fulltext import credited
from macros.fulltext.statements import Ground
from macros.handwritten.docs_folder.grounds import Grounds, Prose
from macros.handwritten.docs_folder.pages import Page
from macros.handwritten.docs_folder.sentences import Link, Sentence
from macros.library.catalog import Catalog
from macros.rules import credited_body
from macros.text.numerals import value

# What joins a body and a practice of its own: 滦州市政协的…, 滦州市政协打算创建…; what joins practices of one body.
_OWN = re.compile("[“《\\s]*(?:(?:还|也|都|则)?(?:的|打算|计划|谋划|讲到|探索|提出|说的?|讲的?)[^，。；：、\0]{0,10})?[“《\\s]*")
# How many are said to tell a practice, behind its name.
_TELL = re.compile("[”》\\s]*(?:共?有|共|由)?(?P<number>[一两二三四五六七八九十]{1,3}|[0-9]{1,2})(?:家|个单位|家单位)(?:都|各自|各)?(?:讲到|讲了|讲过|说到|提到|写到)过?(?![^，。；：、）\\s])(?!.*(?:另|还有|其余|别的|其他|只有|仅))")
_NEXT = re.compile("[”》\\s]*[、和与及]?[“《\\s]*")


def check(prose: Iterable[Prose], catalog: Catalog, grounds: Grounds) -> Iterator[Finding]:
    """Findings about who tells what in pages."""
    if not catalog.whole():
        return
    for page, _, sentences in prose:
        for sentence in sentences:
            yield from _counted(page, sentence, catalog)
            if any(link.kind == "organizations" for link in sentence.links):
                yield from _of(page, sentence, catalog, grounds)


def _of(page: Page, sentence: Sentence, catalog: Catalog, grounds: Grounds) -> Iterator[Finding]:
    for body, practice in _owned(sentence):
        tellers = _tellers(practice.entry_id, catalog)
        # An account of a speech that is not there may be this body's.
        if any(account.speech not in catalog.speeches for account in catalog.practices[practice.entry_id].accounts):
            continue
        # Of a body that tells nothing any more, its speech is told about: each page that names it would say the same.
        if body.entry_id not in tellers and body.entry_id in catalog.spoken:
            said = "、".join(credited_body.called(catalog.organizations[each]) for each in tellers)
            name = credited_body.called(catalog.organizations[body.entry_id])
            yield _finding(page, body, f"{name}没有讲到做法“{catalog.practices[practice.entry_id].title}”，讲到的是{said}")
            return
    yield from _words(page, sentence, catalog, grounds)


def _counted(page: Page, sentence: Sentence, catalog: Catalog) -> Iterator[Finding]:
    """Where a practice is said to be told by another number of bodies than tell it."""
    for link in sentence.links if "家" in sentence.text or "单位" in sentence.text else ():
        said = _TELL.match(sentence.text, link.end - sentence.start) if link.kind == "practices" else None
        accounts = catalog.practices[link.entry_id].accounts if said else []
        tellers = tuple(_tellers(link.entry_id, catalog)) if said else ()
        if said and all(account.speech in catalog.speeches for account in accounts) and value(said["number"]) not in (len(tellers), len(accounts)):
            bodies = "、".join(credited_body.called(catalog.organizations[each]) for each in tellers)
            yield page.finding(sentence.start + said.start("number"), credited_body.RULE.code,
                               f"“{said['number']}家”与库里不同：讲到做法“{catalog.practices[link.entry_id].title}”的有 {len(tellers)} 家，是{bodies}",
                               "照库里的家数写；库里少了一家的，先把那一家讲到的写进条目", Severity.WARNING)


def _finding(page: Page, body: Link, message: str) -> Finding:
    return page.finding(body.start, credited_body.RULE.code, message, credited_body.CURE, Severity.WARNING)


def _tellers(practice: str, catalog: Catalog) -> Iterable[str]:
    """The bodies that tell a practice, in the order of its accounts; an account of a speech that is not there has its own finding."""
    speeches = (catalog.speeches.get(account.speech) for account in catalog.practices[practice].accounts)
    return dict.fromkeys(speech.organization for speech in speeches if speech)


def _owned(sentence: Sentence) -> Iterator[tuple[Link, Link]]:
    """Each practice that stands directly behind a body, or behind another practice of it, with that body."""
    body: Link | None = None
    end = 0
    for link in sentence.links:
        if link.kind == "organizations":
            body, joint, end = link, _OWN, link.end
            continue
        between = sentence.text[end - sentence.start:link.start - sentence.start]
        if body is None or link.kind != "practices" or not joint.fullmatch(between):
            body = None
            continue
        yield body, link
        joint, end = _NEXT, link.end


def _words(page: Page, sentence: Sentence, catalog: Catalog, grounds: Grounds) -> Iterator[Finding]:
    """Clauses behind the name of a body whose words only another one has that the sentence speaks of."""
    links = (*sentence.links, *sentence.before)
    bodies = dict.fromkeys(link.entry_id for link in links if link.kind == "organizations")
    bodies |= dict.fromkeys(body for link in links if link.kind == "practices" for body in _tellers(link.entry_id, catalog))
    told: dict[str, tuple[Ground, ...]] = {}
    words: dict[str, str] = {}
    for body in bodies:
        paragraphs, words[body] = grounds.of_body(body)
        if paragraphs is None:
            return
        told[body] = paragraphs
    named = {link.start: link for link in sentence.links if link.kind == "organizations"}
    spans = [(link.start - sentence.start, link.end - sentence.start, link.entry_id) for link in named.values()]
    found: list[tuple[Link, str]] = []
    for clause in credited.clauses(sentence.text, spans):
        if wrong := credited.otherwise(clause, told, words):
            link = named[clause.start + sentence.start]
            name = credited_body.called(catalog.organizations[link.entry_id])
            found.append((link, credited_body.said(catalog, wrong._replace(clause=clause._replace(name=name)))))
    if found:  # two names exchanged are one mistake
        yield _finding(page, found[0][0], "；".join(said for _, said in found))
