"""A slogan with a number in it (“三联三带”) means nothing to a reader unless the glossary has it."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.rules.rule import Rule

Place = tuple[str | int, ...]

_QUOTED = re.compile(r"“([^“”，。；：、？！]{2,12})”")
_BETWEEN = re.compile(r"“([^“”，。；：、？！]{2,})”")
# Starts with a numeral (but 双月, 一方面, 一是 … are plain words), or counts with +N.
_SLOGAN = re.compile(r"^(?:[一二两三四五六七八九十多]|双(?![月周方]))(?!是|方面|届|线|体|些|样|般)|^\d{2,}$|\+[Nn]$|^x\+x")

_NUMERALS = re.compile("[0-9一二两三四五六七八九十双多x]")


def check_library(catalog: Catalog) -> Iterator[Finding]:
    if not catalog.whole("terms", "practices"):
        return  # it may be defined where nobody can read
    names = [t.term for t in catalog.terms.values()] + [f.text for f in catalog.formulations.values()]
    names += [n for p in catalog.practices.values() for n in (p.title, *p.aliases)]
    known = "\n".join(folded(name) for name in names)
    reported: set[str] = set()
    for kind in ("practices", "speeches"):
        for entry_id in catalog.of(kind):
            document = catalog.origins[kind, entry_id].document
            for place, slogan in document.once("slogans", partial(_slogans, catalog, kind, entry_id)):
                if slogan in reported or folded(slogan) in known:
                    continue
                reported.add(slogan)
                yield catalog.finding(kind, entry_id, place, RULE.code, f"用了“{slogan}”，术语表里没有", _cure(slogan, names), Severity.WARNING, needle=f"“{slogan}”")


def _cure(slogan: str, names: Iterable[str]) -> str:
    """What to write: the name that differs by its numbers alone, where the library has one."""
    near = next((name for name in names if _NUMERALS.sub("#", folded(name)) == _NUMERALS.sub("#", folded(slogan))), None)
    also = "原文有这个简称，" + ("才" if near else "就") + "在 terms.yml 里加上（原文没有解释的，写 unexplained: true）"
    if near:
        return f"库里有“{near}”：说的是它，照它写；{also}"
    return f"{also}；原文有这几个字、没有引号，去掉引号；原文没有的，照原文的话写"


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    if kind not in ("practices", "speeches"):
        return getattr(catalog.of(kind)[entry_id], {"terms": "term", "formulations": "text"}.get(kind, ""), None)
    slogans = [slogan for _, slogan in catalog.origins[kind, entry_id].document.once("slogans", partial(_slogans, catalog, kind, entry_id))]
    return slogans, [(practice.title, practice.aliases) for practice in (catalog.practices.get(entry_id),) if practice and kind == "practices"]


def tells(words: str) -> bool:
    """Whether this rule tells of words in quotes that no entry has as a name."""
    return bool(_QUOTED.fullmatch(f"“{words}”") and _SLOGAN.search(words))


def _slogans(catalog: Catalog, kind: str, entry_id: str) -> tuple[tuple[Place, str], ...]:
    text = catalog.origins[kind, entry_id].document.text
    # The file itself says whether there can be one; in it lines may be folded and characters escaped.
    if "“" not in text or ("\\" not in text and not any(map(_SLOGAN.search, _BETWEEN.findall(text)))):
        return ()
    return tuple((place, slogan) for place, text in catalog.strings(kind, entry_id)
                 for slogan in _QUOTED.findall(text) if _SLOGAN.search(slogan))


RULE = Rule(
    code="undefined-term",
    title="带数的简称要进术语表",
    why="“三联三带”“168”这样的简称，读者猜不出所指；原文没有解释，也要明说没有解释。",
    wrong="要点写“发挥‘三联三带’机制作用”，terms.yml 里没有",
    right="terms.yml 里写 t-san-lian-san-dai: {term: 三联三带, unexplained: true, at: …}",
    check_library=check_library,
    looks_at=looks_at,
    exemptible=True,
)
