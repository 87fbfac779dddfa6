"""Words that we put in “ ” must stand in the speeches that the statement rests on, or be a name of the library."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from macros.findings import Finding, Severity
from macros.fulltext import remembered, statements
from macros.fulltext.originals import Originals
from macros.fulltext.statements import Ground, Statement
from macros.fulltext.verbatim import nearest
from macros.library.catalog import Catalog
from macros.library.known_names import KnownNames
from macros.library.similarity import folded
from macros.model.inline_links import Place
from macros.rules import undefined_term
from macros.rules.rule import Rule

_QUOTED = re.compile("“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|『([^『』]*)』|\"([^\"]*)\"")
# The end of so few characters stands anywhere.
_SHORT = 3
_MARK = re.compile("[“‘「『\"]")
_CURE = "引号里照抄原文的话；原文没有这句话、说的又是原文有的事，去掉引号，用自己的话写；原文没有的事，删去"
_CURE_ELSEWHERE = "照所引的段写；这一句说的确实是那一段的事，才把那一段写进出处（at）"


class Absent(NamedTuple):
    """Words in quotes that the cited paragraphs do not have, where another paragraph has them, and what the cited ones have that is like them."""

    words: str
    elsewhere: str
    near: str


class Quoting(NamedTuple):
    """A statement that quotes such words, and the label of what it rests on: kept of many, so not with its paragraphs."""

    kind: str
    entry_id: str
    place: Place
    label: str
    exact: bool
    absent: tuple[Absent, ...]


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    known = remembered.names(catalog, originals)
    absent = statements.gathered(catalog, originals, f"{RULE.code}/absent", quoted, _of)
    unknown = remembered.gathered(catalog, originals, RULE.code, remembered.ENTRIES,
                                  lambda kind, entry_id: _unknown(known, absent.get((kind, entry_id), ())), rests_on=known)
    for each in (each for found in unknown.values() for each in found):
        yield catalog.finding(each.kind, each.entry_id, each.place, RULE.code, _said(each), _cure(each.absent), Severity.WARNING, needle=each.absent[0].words)


def _cure(wrong: tuple[Absent, ...]) -> str:
    """What to write: what the source has in that place, where it has anything; who only takes the marks off would leave it false."""
    if all(each.elsewhere for each in wrong):
        return _CURE_ELSEWHERE
    near = list(dict.fromkeys(each.near for each in wrong if each.near))
    if not near:
        return _CURE
    return f"照原文写{'、'.join(f'“{words}”' for words in near)}；说的不是它，就用自己的话写原文有的事；只去掉引号，还是原文没有的话"


def _said(quoting: Quoting) -> str:
    wrong = quoting.absent
    nowhere = [each for each in wrong if not each.elsewhere]
    said = [f"引号里的{'、'.join(f'“{each.words}”' for each in nowhere)}，原文里没有，也不是库里的名称"] if nowhere else []
    said += [f"引号里的“{each.words}”不在所引的{quoting.label}，在{each.elsewhere}" for each in wrong if each.elsewhere]
    near = dict.fromkeys(each.near for each in wrong if each.near)
    return "；".join(said) + (f"（原文写的是{'、'.join(f'“{words}”' for words in near)}）" if near else "")


def _unknown(known: KnownNames, found: Iterable[Quoting]) -> Iterator[Quoting]:
    """Each with what it quotes that is no name either."""
    for quoting in found:
        named = known.calls if quoting.exact else known.has
        # One mistake, one message.
        if wrong := tuple(each for each in quoting.absent if not named(each.words)
                          and not (quoting.kind in ("practices", "speeches") and undefined_term.tells(each.words))):
            yield quoting._replace(absent=wrong)


def _of(found: Iterable[Statement]) -> Iterator[Quoting]:
    for statement in found:
        if absent := tuple(_absent(statement, words) for words in quoted(statement.text) if not _says(statement, words)):
            yield Quoting(statement.kind, statement.entry_id, statement.place, statement.label, _exact(statement), absent)


def _absent(statement: Statement, words: str) -> Absent:
    key = folded(words)
    elsewhere = next((ground.label for ground in statement.rest if key in ground.folded), "")
    return Absent(words, elsewhere, _near(words, statement.cited) or _beside(words, statement) if _exact(statement) else "")


def _near(words: str, cited: Iterable[Ground]) -> str:
    """What the paragraphs quote that has most characters in common with these, half of them at least; else the words that these are a slip of."""
    ours = set(words)
    alike = [(len(ours & set(each)), each) for ground in cited for each in quoted(ground.text) if abs(len(each) - len(words)) <= len(words) // 2]
    common, best = max(alike, default=(0, ""))
    if common * 2 >= len(ours):
        return best
    found = max((found for ground in cited if (found := nearest(words, ground.text))), default=None)
    return found.text if found and (len(words) > _SHORT or found.text[0] == words[0]) else ""


def _beside(words: str, statement: Statement) -> str:
    """What the source quotes next to what we quote beside these words, where we don't: of “甩手掌柜” and “店小二” the other one."""
    ours = quoted(statement.text)
    at = ours.index(words)
    for ground in statement.cited:
        theirs = quoted(ground.text)
        for beside, step in ((at - 1, 1), (at + 1, -1)):
            there = theirs.index(ours[beside]) + step if 0 <= beside < len(ours) and ours[beside] in theirs else -1
            if 0 <= there < len(theirs) and theirs[there] not in ours:
                return theirs[there]
    return ""


def quoted(text: str) -> list[str]:
    """What stands in quotation marks; a link there is a name already."""
    if not _MARK.search(text):
        return []
    found = ("".join(filter(None, groups)) for groups in _QUOTED.findall(text))
    return [words for words in found if "\0" not in words and folded(words)]


def _says(statement: Statement, words: str) -> bool:
    """Whether what the statement rests on has the words: the cited paragraphs where it claims something, else all of the speeches."""
    key = folded(words)
    grounds = statement.cited if _exact(statement) else (*statement.cited, *statement.rest)
    return any(key in ground.folded for ground in grounds) or any(key in _folded(text) for text in statement.around)


def _exact(statement: Statement) -> bool:
    return statement.claims and statement.kind != "problems"


# The same titles and headings stand around many statements.
_folded = lru_cache(maxsize=4096)(folded)


RULE = Rule(
    code="quote-in-source",
    title="引号里的话要原文里有",
    why="读者会把引号里的话当成原话；原文没有的，就是替人说话（本机有全文时才能查；库里的名称、术语、提法可以写）。手写页面里的，拿这一句用宏连着的条目来比。",
    wrong="要点写：称为“板凳主持人”，而原文没有这个词",
    right="要点写：驻地委员轮流主持",
    check_against_text=check_against_text,
    exemptible=True,
)
