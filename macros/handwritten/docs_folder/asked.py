"""What a page says nobody explains, where the glossary has it from the source."""

import re
from collections.abc import Iterable, Iterator

from macros.findings import Finding, Severity
from macros.handwritten.docs_folder.grounds import Prose
from macros.library.catalog import Catalog
from macros.rules import term_asked

_UNSAID = re.compile("没有?(?:写|说|讲|解释|列|提|交代)|未(?:写|说明|解释|列)|不清楚|不明")


def check(prose: Iterable[Prose], catalog: Catalog) -> Iterator[Finding]:
    """Findings about questions of pages that the glossary answers."""
    explained = term_asked.expansions(catalog)
    for page, _, sentences in prose:
        for sentence in sentences:
            for start, term, expansion in term_asked.asked(catalog, explained, sentence.text) if _UNSAID.search(sentence.text) else ():
                yield page.finding(sentence.start + start, term_asked.RULE.code, f"“{term}”所指，术语表里写着：{expansion}", term_asked.CURE, Severity.WARNING)
