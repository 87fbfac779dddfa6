"""What a term stands for is what the source lists: no item another one, none left out."""

import re
from collections.abc import Iterator
from itertools import islice

from macros.findings import Finding
from macros.fulltext import digests, enumerated, expanded, verbatim
from macros.fulltext.enumerated import Found
from macros.fulltext.likewise import every_pair
from macros.fulltext.originals import Originals
from macros.fulltext.remembered import gathered
from macros.fulltext.statements import blanked
from macros.fulltext.verbatim import Texts
from macros.library.catalog import Catalog
from macros.model.entries import Term
from macros.rules import term_count
from macros.rules.rule import Rule

_APART = re.compile("[、，；,;]|以及")
_LAST = re.compile("[和与及]")
# Words of ours that an item begins or ends with: 用来学习交流, 民主议事会来进行的协商.
_BEFORE = re.compile("^(?:用来|用于|作为|就是|指的是|指|即|包括|分别是|其中|以|在|把|由|对|为了|通过|按|从)+")
_BEHIND = re.compile("(?:的|来|等|之|这|几|各|去|上|进行|方面).*$")
_LONGEST = 12
# Of what is named by a word that ends so, an editor has no other name than the source.
_NAMED, _NAME = re.compile("[员部局厅委会院所站校社科联协队组班处办室家馆]$"), 3
_SURE = 2
# These tell nothing of what an item is.
_PLAIN = frozenset("和与及的之在对以")


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for (_, entry_id), found in _all(catalog, originals).items():
        for words, message, _ in found:
            yield catalog.finding("terms", entry_id, ("expansion",), RULE.code, message, "照原文列；原文没有解释的，写 unexplained: true", needle=words)


def theirs(catalog: Catalog, originals: Originals) -> list[str]:
    """What the source lists where a term of ours lists something else."""
    return [there for found in _all(catalog, originals).values() for _, _, there in found]


def _all(catalog: Catalog, originals: Originals) -> dict[tuple[str, str], tuple[tuple[str, str, str], ...]]:
    rests_on = digests.of_every_text(catalog, originals)
    return dict(gathered(catalog, originals, RULE.code, ("terms",), lambda _, entry_id: _of_term(catalog, originals, entry_id), rests_on=rests_on))


def _of_term(catalog: Catalog, originals: Originals, entry_id: str) -> Iterator[tuple[str, str, str]]:
    """Words of ours that are wrong, what to say of them, and the source's list."""
    term = catalog.terms[entry_id]
    texts = verbatim.cited(catalog, originals, term.at) if term.expansion else None
    if texts is None or not term.expansion:
        return
    expansion = blanked(term.expansion)
    items = listed(expansion, texts)
    name = term.term if "“" in term.term else f"“{term.term}”"
    if wrong := expanded.other(term.term, [item if texts.has(item) else _BEFORE.sub("", item) for item in _APART.split(expansion) if item.strip()], texts):
        yield wrong.ours, f"{name}所指里的“{wrong.ours}”，与原文不同：{wrong.label}写的是“{wrong.theirs}”", wrong.theirs
        return
    told = list(_of_list(term, name, items, texts))
    yield from told or ((words, f"{name}所指里的“{words}”，原文{texts.label}里没有", "") for words in islice(_strangers(expansion, texts), 1))


def _of_list(term: Term, name: str, items: list[str], texts: Texts) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the items where the source lists them beside each other."""
    there = enumerated.found(items, texts)
    if there is None or any(len(item) > _LONGEST for item in items):
        return
    where = f"{there.part.label}写的是“{there.words}”"
    strange = enumerated.absent(items, texts)
    if strange and _is_slip(strange, items, there):
        yield strange[0], f"{name}所指里的“{strange[0]}”，原文没有：{where}", there.words
    elif not strange and (missing := list(enumerated.left_out(there))) and term_count.wrong(term) is None:
        yield items[0], f"{name}所指里少了“{'、'.join(missing)}”：{where}", there.words


def _strangers(expansion: str, texts: Texts) -> Iterator[str]:
    """Bodies, places and meetings that an expansion names and of whose last characters the source has nothing."""
    for item in _APART.split(expansion):
        words = _BEFORE.sub("", item.rpartition("指")[2])
        words = words if _NAMED.search(words) else _BEHIND.sub("", words)
        end = every_pair(words[-_NAME:])
        if len(end) == _NAME - 1 and _NAMED.search(words) and not any(pair in part.text for pair in end for part in texts.cited):
            yield words


def _is_slip(strange: list[str], items: list[str], there: Found) -> bool:
    """Whether so many others stand together that the strange one must be of their list, and it is no rewording: it has words
    that the paragraph does not have at all, or all but a few characters of what the list has in its place."""
    if len(strange) != 1 or len(items) - 1 < _SURE:
        return False
    words = strange[0]
    signs = [i for i, sign in enumerate(words) if sign not in _PLAIN]
    known = {i + k for i in range(len(words) - 1) for k in (0, 1) if words[i:i + 2] in there.part.text}
    return not known.issuperset(signs) or any(_alike(words, theirs) for theirs in enumerated.left_out(there))


def _alike(ours: str, theirs: str) -> bool:
    return len(ours) == len(theirs) and sum(a == b for a, b in zip(ours, theirs, strict=True)) * 2 >= len(ours)


def listed(expansion: str, texts: Texts) -> list[str]:
    """The items that an expansion lists, each without the words that are the editor's where it stands in the source without them."""
    items = [item for item in _APART.split(expansion) if item.strip()]
    if len(items) > 1 and not texts.has(items[-1]):
        parts = [part for part in _LAST.split(items[-1]) if part]
        items[-1:] = parts if len(parts) > 1 and all(len(part) > 1 for part in parts) and any(map(texts.has, parts)) else items[-1:]
    return [_plain(item, texts) for item in items]


def _plain(item: str, texts: Texts) -> str:
    for words in (item, _BEFORE.sub("", item), _BEHIND.sub("", item), _BEHIND.sub("", _BEFORE.sub("", item))):
        if len(words) > 1 and texts.has(words):
            return words
    return item


RULE = Rule(
    code="expansion-in-source",
    title="术语所指的几项照抄原文",
    why="“四位一体”是哪四样，读者只看这里；换一样、少一样，就解释错了（本机有全文时才能查）。",
    wrong="原文“选拔、培养、推荐、交流”，所指写“选拔、培养、考核、交流”",
    right="expansion: 选拔、培养、推荐、交流",
    check_against_text=check_against_text,
    exemptible=True,
)
