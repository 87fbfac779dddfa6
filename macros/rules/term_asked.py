"""What a term stands for is not said to be unsaid where the glossary has it from the source."""

import re
from collections.abc import Iterator, Mapping

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.model.inline_links import LINK
from macros.rules.rule import Rule

# “四联系”联系哪些人, “双带”是什么意思; not “大平台”与“小平台”怎样融合.
_ASKED = re.compile("“(?P<term>[^”]+)”(?:各|分别|都|究竟|到底|所)?(?:(?:指|是|代表|包括|联系|覆盖|有|说)的?(?:是|什么|哪|谁)|[一-鿿]?什么意思|的(?:含义|意思|所指|内容)(?:$|[，。；、]))")


def check_library(catalog: Catalog) -> Iterator[Finding]:
    explained = expansions(catalog)
    for kind in ("practices", "problems"):
        for entry_id, entry in catalog.of(kind).items():
            for i, unsaid in enumerate(entry.unsaid):
                place, question = (("unsaid", i), unsaid) if isinstance(unsaid, str) else (unsaid.place(i), unsaid.what)
                for _, term, expansion in asked(catalog, explained, question):
                    yield catalog.finding(kind, entry_id, place, RULE.code, f"“{term}”所指，术语表里写着：{expansion}", CURE, Severity.WARNING, needle=f"“{term}”")


CURE = "删去这一问；术语表写错了（原文没有解释），先改 terms.yml"


def looks_at(catalog: Catalog, kind: str, entry_id: str) -> object:
    entry = catalog.of(kind)[entry_id]
    if kind == "terms":
        return entry.term, entry.expansion
    return entry.unsaid if kind in ("practices", "problems") else None


def expansions(catalog: Catalog) -> Mapping[str, str]:
    """What each term stands for that the source explains wherever it has it."""
    left = {term.term for term in catalog.terms.values() if not term.expansion}
    return {term.term: term.expansion for term in catalog.terms.values() if term.expansion and term.term not in left}


def asked(catalog: Catalog, explained: Mapping[str, str], text: str) -> Iterator[tuple[int, str, str]]:
    """The explained terms whose meaning a text asks for: where they stand, the term and what it stands for."""
    named = LINK.sub(lambda m: f"“{catalog.terms[m.group(1)].term}”" if m.group(1) in catalog.terms else m.group(), text) if "[[" in text else text
    return ((m.start(), m["term"], explained[m["term"]]) for m in _ASKED.finditer(named) if m["term"] in explained)


RULE = Rule(
    code="term-asked",
    title="术语表解释了的，不写“没有说”",
    why="术语表照原文写了所指，这里又说原文没有说，读者不知道信哪一处。手写页面里说没有写的，也查。",
    wrong="术语表写了“双带”的所指，unsaid 写“双带”指什么",
    right="删去这一问",
    check_library=check_library,
    looks_at=looks_at,
    keeps=True,
    exemptible=True,
)
