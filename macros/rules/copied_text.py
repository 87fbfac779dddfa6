"""The library tells facts in its own words; only names and short cues are quoted."""

from collections.abc import Iterator
from functools import partial

from macros.findings import Finding
from macros.fulltext.originals import COPIED_MINIMUM, Originals, Run
from macros.fulltext.remembered import gathered
from macros.library.catalog import Catalog
from macros.library.similarity import folded
from macros.model.inline_links import Place
from macros.model.kinds import KINDS
from macros.model.quoting import KNOWN_NAMES, QUOTED
from macros.rules.rule import Rule

_NAME = 8
# Formulations are there to be quoted.
_KINDS = KINDS.keys() - {"formulations"}


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    if not catalog.whole("terms", "formulations"):
        return  # what can't be read may be the very names that are quoted
    # Copied is copied, from whichever text: what is found stands while all of them do.
    runs = gathered(catalog, originals, RULE.code, _KINDS, lambda kind, entry_id: _runs(catalog, originals, kind, entry_id),
                    rests_on=originals.signature, untyped=True)
    quoted = _quoted(catalog) if runs else ""
    formulations = "\n".join(folded(each.text) for each in catalog.formulations.values())
    for (kind, entry_id), found in runs.items():
        for place, text, run in found:
            if folded(run.text) not in quoted and not is_formulation(text, run, formulations):
                count = sum("\u3400" <= c <= "\u9fff" for c in run.text)
                yield catalog.finding(kind, entry_id, place, RULE.code, f"连续 {count} 个字与原文相同：{run.text}",
                                      "用自己的话写；事实照搬，句子不照搬。是提法，就整句放进“”，并写进 data/formulations.yml", needle=run.text)


def _runs(catalog: Catalog, originals: Originals, kind: str, entry_id: str) -> tuple[tuple[Place, str, Run], ...]:
    """What an entry has in common with the texts, each with its place and the string it stands in; no lists of names."""
    # Most have nothing, and then no place is asked for.
    if not any(True for text in catalog.words(kind, entry_id) if len(text) >= COPIED_MINIMUM for _ in originals.copied(text)):
        return ()
    return tuple((place, text, run) for place, text in catalog.strings(kind, entry_id)
                 if len(text) >= COPIED_MINIMUM and not QUOTED.intersection(s for s in place if isinstance(s, str))
                 for run in originals.copied(text) if not is_name(text, run))


def is_name(text: str, run: Run) -> bool:
    """Whether a copied stretch is a plain list of names, which have no other words."""
    names = run.text.split("、")
    return len(names) > 2 and all(len(name) <= _NAME for name in names)


def is_formulation(text: str, run: Run, formulations: str) -> bool:
    """Whether a copied stretch stands in “ ” and is part of a formulation that `data/formulations.yml` lists."""
    before, after = text[:run.start], text[run.end:]
    inside = before.count("“") > before.count("”") and "”" in after and not set("“”") & set(run.text)
    return inside and folded(run.text) in formulations


def _quoted(catalog: Catalog) -> str:
    """What the catalogue quotes as a name anywhere may stand in any text as well."""
    return "\n".join(name for (kind, entry_id), origin in catalog.origins.items()
                     for name in origin.document.once(("names", origin.prefix), partial(_names, catalog, kind, entry_id)))


def _names(catalog: Catalog, kind: str, entry_id: str) -> tuple[str, ...]:
    return tuple(folded(text) for place, text in catalog.strings(kind, entry_id)
                 if place and place[-1] in KNOWN_NAMES and len(text) >= COPIED_MINIMUM)


RULE = Rule(
    code="copied-text",
    title="用自己的话写",
    why="原文属于原作者；库里只用自己的话写事实，每句话注明出处。连续 18 个字与原文相同就算照搬（本机有全文时才能查）。",
    wrong="把原文整句贴进 text",
    right="text: 全体委员编入各专委会",
    check_against_text=check_against_text,
    exemptible=True,
)
