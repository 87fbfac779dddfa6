"""An exemption that nothing needs any more hides the next mistake."""

from collections.abc import Callable, Collection, Iterator, Mapping

from macros.findings import Finding, Severity
from macros.library.catalog import Catalog
from macros.rules.rule import Code
from macros.text.edit_distance import nearest

# Kind, id and code of a rule that an entry switches off.
Exempt = tuple[str, str, str]


def declared(catalog: Catalog) -> Mapping[Exempt, int]:
    """Every exemption, with its place in the entry's list."""
    return {(kind, entry_id, e.rule): i for kind, entry_id, entry in catalog.entries()
            for i, e in enumerate(entry.exempt)}


def misspelt(declared: Collection[Exempt], exemptible: Collection[str], known: Collection[str]) -> Collection[Exempt]:
    """What those exemptions ask for that name no rule: the rule that is most likely meant."""
    return {(kind, entry_id, like) for kind, entry_id, code in declared if code not in known and (like := nearest(code, exemptible))}


def judge(catalog: Catalog, declared: Mapping[Exempt, int], used: Collection[Exempt], exemptible: Collection[str],
          known: Collection[str], ran: Callable[[str, str, str], bool]) -> Iterator[Finding]:
    """Findings on exemptions, once all rules have run.

    `declared` are all of them, `used` those that kept a finding back, `exemptible` the codes that can be switched off,
    `known` all codes; `ran` tells of a kind, an id and a code whether that rule could look at the entry.
    """
    for (kind, entry_id, code), i in declared.items():
        place = ("exempt", i, "rule")
        if code not in exemptible:
            like = nearest(code, exemptible)
            message = f"规则“{code}”不能例外" if code in known else f"没有“{code}”这条规则"
            cure = f"是不是 {like}？" if like and code not in known else "删去这一项，把提示的问题改好"
            yield catalog.finding(kind, entry_id, place, CODE.code, message, cure)
        elif (kind, entry_id, code) not in used and ran(kind, entry_id, code):
            yield catalog.finding(kind, entry_id, place, CODE.code, f"这一条已经不违反规则“{code}”，例外用不上了",
                                  "删去这一项", Severity.WARNING)


CODE = Code(
    code="useless-exemption",
    title="用不上的例外要删去",
    why="例外是写给一处具体情况的；情况没有了还留着，下一个错误就没有人看见。",
    wrong="exempt: [{rule: near-duplicate, why: …}]，而相近的那一条已经删去",
    right="删去 exempt",
)
