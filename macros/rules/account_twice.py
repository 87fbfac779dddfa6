"""One speech tells of a practice once; further places go into the same account."""

from collections.abc import Iterator

from macros.findings import Finding
from macros.library.catalog import Catalog
from macros.model.entries import Practice
from macros.rules.rule import Rule


def check_practice(catalog: Catalog, pid: str, practice: Practice) -> Iterator[Finding]:
    seen: set[str] = set()
    for i, account in enumerate(practice.accounts):
        if account.speech in seen:
            yield catalog.finding("practices", pid, ("accounts", i, "speech"), RULE.code,
                                  f"发言“{account.speech}”写了两次", "合成一项：出处都写进这一项的出处（at），每条要点再各写自己的出处（at）")
        seen.add(account.speech)


RULE = Rule(
    code="account-twice",
    title="一篇发言只写一项",
    why="各家做法按发言并排比较；同一篇写两项，就会看成两家。",
    wrong="accounts 里有两项 speech: san-ji-xie-zuo",
    right='一项 speech: san-ji-xie-zuo，at: ["3.1", "4.2"]',
    check_practice=check_practice,
)
