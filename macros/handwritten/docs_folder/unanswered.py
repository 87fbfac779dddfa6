"""Under the heading for what the sources do not say, every sentence says of something that it is not said."""

import re
from collections.abc import Iterable, Iterator

from macros.findings import Finding, Severity
from macros.handwritten.docs_folder.grounds import Prose
from macros.rules import negation_in_source

# The heading that the guide gives the section, and the next one.
_SECTION = re.compile(r"^#+[^\n]*\{:[^}\n]*#unsaid\b[^}\n]*\}[^\n]*\n(?P<prose>.*?)(?=^#|\Z)", re.M | re.S)
_DENIES = re.compile("没有?|未|隐去|不[清详明知见]|看不出|无从|[只仅]|缺")
_LONGEST = 24


def check(prose: Iterable[Prose]) -> Iterator[Finding]:
    """Findings about sentences that tell what a source does say where only what it does not say belongs."""
    for page, _, sentences in prose:
        sections = [m.span("prose") for m in _SECTION.finditer(page.markdown)] if "#unsaid" in page.markdown else []
        for sentence in sentences:
            words = sentence.text.replace("\0", "").strip()
            if any(start <= sentence.start < end for start, end in sections) and not _DENIES.search(words):
                shown = words if len(words) <= _LONGEST else f"…{words[-_LONGEST:]}"
                at = sentence.start + len(sentence.text) - len(sentence.text.lstrip())
                yield page.finding(at, negation_in_source.RULE.code, f"这一节写原文没有说的，这一句却没有说什么没有写：“{shown}”",
                                   "写明什么没有写、没有说；原文说了的，从这一节删去", Severity.WARNING)
