"""What is copied letter by letter – formulations, terms, titles, headings, names – is what the full text has."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.findings import Finding
from macros.fulltext import digests, verbatim
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.fulltext.verbatim import Texts
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.model import locators
from macros.model.inline_links import Place
from macros.rules import comma_in_list
from macros.rules.rule import Rule

_KINDS = ("practices", "speeches", "organizations", "terms", "formulations")
# One entry may hold several names, each copied from the source: 搭台、唱戏.
_APART = re.compile("、")
_QUOTES = re.compile("[“”\"]")
# What an editor may leave out of a heading or title: its number, what stands behind a dash.
_NUMBER = re.compile("^[（(]?[一二三四五六七八九十0-9]+[）)、.．]+")
_PARTS = re.compile("[—－　（）()]+|--+")


class Otherwise(NamedTuple):
    """Words that the source has otherwise: where they stand in the entry, what it has instead, what to do."""

    place: Place
    words: str
    theirs: str | None
    message: str
    cure: str


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for (kind, entry_id), found in _all(catalog, originals).items():
        yield from (catalog.finding(kind, entry_id, each.place, RULE.code, each.message, each.cure, needle=each.words) for each in found)


def otherwise(catalog: Catalog, originals: Originals, kind: str) -> list[tuple[str, str]]:
    """Those of a kind that the source has otherwise: our words, and the source's as far as it has any."""
    return [(each.words, each.theirs or "") for (of, _), found in _all(catalog, originals).items() for each in found if of == kind]


def _all(catalog: Catalog, originals: Originals) -> dict[tuple[str, str], tuple[Otherwise, ...]]:
    # A term rests on the texts of whatever speeches it cites.
    rests_on = digests.of_every_text(catalog, originals)
    return dict(gathered(catalog, originals, RULE.code, _KINDS, lambda kind, entry_id: _MAKE[kind](catalog, originals, entry_id), rests_on=rests_on))


def _of_formulation(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[Otherwise]:
    formulation = catalog.formulations[entry_id]
    if (texts := verbatim.cited(catalog, originals, formulation.at)) and (wrong := _wrong(("text",), "提法", formulation.text, texts)):
        yield wrong


def _of_term(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[Otherwise]:
    term = catalog.terms[entry_id]
    texts = verbatim.cited(catalog, originals, term.at)
    if texts is None or texts.has(term.term):
        return
    for words in _APART.split(term.term):
        pieces = [piece for piece in _QUOTES.split(words) if folded(piece)]
        if not all(texts.has(piece) for piece in pieces) and not texts.has(words) and (wrong := _wrong(("term",), "术语", words, texts)):
            yield wrong


def _of_speech(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[Otherwise]:
    speech, found = catalog.speeches[entry_id], originals.speech(entry_id)
    if found is None:
        return
    if found.title and not _same(speech.title, found.title) and not verbatim.stands(speech.title, originals.by_source[speech.source].text):
        yield _otherwise(("title",), "篇名", speech.title, found.title)
    if len(speech.outline) != len(found.outline):
        return  # how the text is divided is told elsewhere
    for i, (ours, theirs) in enumerate(zip(speech.outline, found.outline, strict=True)):
        if ours.heading and theirs.heading and not _same(ours.heading, theirs.heading):
            yield _otherwise(("outline", i, "heading"), "小标题", ours.heading, theirs.heading)


def _same(ours: str, theirs: str) -> bool:
    whole = {theirs, _NUMBER.sub("", theirs)}
    parts = {folded(part) for each in whole for part in (each, *_PARTS.split(each))}
    return not parts.isdisjoint({folded(ours), folded(_NUMBER.sub("", ours))})


def _of_organization(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[Otherwise]:
    raw = catalog.organizations[entry_id].raw
    spoken = catalog.spoken.get(entry_id, ()) if raw else ()
    texts = verbatim.texts(catalog, originals, dict.fromkeys(spoken))
    # xx县 is enough for xx县政协, and a byline may stand outside of the speech.
    if raw is None or texts is None or texts.has(raw.removesuffix("政协")) \
            or any(verbatim.stands(raw, originals.by_source[catalog.speeches[sid].source].text) for sid in spoken):
        return
    # Who speaks need not say his own name.
    if (wrong := _wrong(("raw",), "原文写法（raw）", raw, texts)) and wrong.theirs:
        yield wrong


def _of_practice(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[Otherwise]:
    practice = catalog.practices[entry_id]
    everywhere = verbatim.texts(catalog, originals, {account.speech: None for account in practice.accounts}) if practice.aliases else None
    for i, alias in enumerate(practice.aliases):
        if everywhere and not everywhere.has(alias) and not comma_in_list.tells(catalog, "practices", entry_id, alias) and (wrong := _wrong(("aliases", i), "又称", alias, everywhere)):
            yield wrong
    for i, account in enumerate(practice.accounts):
        texts = verbatim.texts(catalog, originals, {account.speech: locators.numbers(account.at)}) if account.name else None
        if account.name is None or texts is None or texts.elsewhere(account.name):
            continue
        if wrong := _wrong(("accounts", i, "name"), "本篇叫法", account.name, texts):
            yield wrong


def _said(words: str) -> str:
    """Words in quotation marks, unless they bring their own."""
    return words if "“" in words else f"“{words}”"


def _wrong(place: Place, what: str, words: str, texts: Texts) -> Otherwise | None:
    if texts.has(words):
        return None
    if there := texts.elsewhere(words):
        return Otherwise(place, words, words, f"{what}{_said(words)}不在所引的{texts.label}，在{there}", "核对段号，改出处（at）")
    near = texts.nearest(words)
    return _otherwise(place, what, words, *(near or (None, texts.label)))


def _otherwise(place: Place, what: str, words: str, theirs: str | None, label: str = "") -> Otherwise:
    if theirs is None:
        return Otherwise(place, words, None, f"{what}{_said(words)}，原文{label}里没有", "照抄原文；原文没有的，删去")
    return Otherwise(place, words, theirs, f"{what}{_said(words)}与原文不同：{label or '原文'}写的是{_said(theirs)}", "照抄原文，一个字不改")


_MAKE = {"practices": _of_practice, "speeches": _of_speech, "organizations": _of_organization, "terms": _of_term, "formulations": _of_formulation}

RULE = Rule(
    code="name-as-written",
    title="名称、提法、标题照抄原文",
    why="提法、术语、篇名、小标题、又称、本篇叫法、单位的原文写法都是原文的话；错一个字，别人照着去找就找不到，引用它的也跟着错（本机有全文时才能查）。",
    wrong="提法写“懂政协、善协商、会议政”，而原文是“懂政协、会协商、善议政”",
    right="懂政协、会协商、善议政",
    check_against_text=check_against_text,
    exemptible=True,
)
