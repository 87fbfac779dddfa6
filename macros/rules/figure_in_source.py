"""A figure quotes the source: its number, or its mask, must stand in the paragraph that is cited."""

from collections.abc import Iterator

from macros.findings import Finding, Severity
from macros.fulltext.originals import Originals, says
from macros.library.catalog import Catalog
from macros.model import locators
from macros.rules.cue_in_source import words_at
from macros.rules.rule import Rule


def check_against_text(catalog: Catalog, originals: Originals) -> Iterator[Finding]:
    for pid, practice in catalog.practices.items():
        for i, account in enumerate(practice.accounts):
            speech = originals.speech(account.speech)
            if speech is None:
                continue
            for j, figure in enumerate(account.figures):
                numbers = {locators.parse(at)[0] for at in figure.at or account.at}
                texts = list(words_at(speech, numbers))
                if figure.raw and texts and not any(says(text, figure.raw) for text in texts):
                    yield catalog.finding("practices", pid, ("accounts", i, "figures", j, "raw"), RULE.code,
                                          f"“{figure.raw}”在原文所引的段落里没有", "照抄原文带数字或 x 的几个字；写错了段号就改 at",
                                          Severity.WARNING)


RULE = Rule(
    code="figure-in-source",
    title="数字照抄原文",
    why="数字和隐去的 x 最容易抄错；raw 照抄几个字，谁都能核对（本机有全文时才能查）。",
    wrong="raw: 每年参加一次，而原文是“每年至少参加一次”",
    right="raw: 每年至少参加一次",
    check_against_text=check_against_text,
    exemptible=True,
)
